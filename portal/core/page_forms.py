from __future__ import annotations

from wagtail.admin.forms import WagtailAdminPageForm

from portal.core.scoped_forms import ScopedReferences


class CompletePageForm(ScopedReferences, WagtailAdminPageForm):
    """Publishing and handing in need every text that the page says it needs; saving a draft needs none."""

    def _post_clean(self) -> None:
        super()._post_clean()
        if not self.is_deferred_validation:
            for field, problem in self.instance.missing_texts().items():
                self.add_error(field if field in self.fields else None, problem)
