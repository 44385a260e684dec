from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "portal.core"
    label = "core"
    verbose_name = _("City")

    def ready(self) -> None:
        from wagtail.admin.views.pages.listing import PageListingMixin  # noqa: PLC0415  (it imports models)
        from wagtail.models import Page  # noqa: PLC0415  (models are there only now)
        from wagtail.search import index  # noqa: PLC0415  (it imports models)

        from portal.core import checks, receivers  # noqa: F401, PLC0415  (registers the checks, connects the receivers)
        from portal.core.explorer import ExplorerTable  # noqa: PLC0415  (it imports models)
        from portal.core.forms import accept_any_digits  # noqa: PLC0415  (it imports models)

        accept_any_digits()
        PageListingMixin.table_class = ExplorerTable
        # A search over all kinds of pages can leave aliases out only if `Page` itself says so.
        Page.search_fields = [*Page.search_fields, index.FilterField("alias_of")]
