"""What a person may do with a page: Wagtail's answers, without a query for each row of a list."""

from __future__ import annotations

from wagtail.models import Page, PagePermissionTester
from wagtail.permissions import page_permission_policy


class PageRights(PagePermissionTester):
    """Answers as Wagtail's own tester does, from the user's grants, which are read once for each person object.

    Only what stands below a draft has to be looked up; lists look it up for all their rows at once
    (`portal.core.explorer`) and leave the answer on the page as `anything_live_below`.
    """

    def can_add_subpage(self) -> bool:
        kind = self.page.specific_class
        if kind is None or not self.user.is_active:
            return False
        if not (self.user.is_superuser or "add" in self.permissions):
            return False
        # Those of which there may be any number need no counting.
        kinds = sorted(kind.creatable_subpage_models(), key=_is_limited)
        return any(each.can_create_at(self.page) for each in kinds)

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        if not self._only_what_is_not_live():
            return super().can_delete(ignore_bulk)
        if self.page.live:
            return False
        if self.page.is_leaf():
            return True
        if not hasattr(self.page, "anything_live_below"):
            return super().can_delete(ignore_bulk)
        return (ignore_bulk or "bulk_delete" in self.permissions) and not self.page.anything_live_below

    def can_set_view_restrictions(self) -> bool:
        # The form names every group of the city: it is for who publishes in the whole of it.
        granted = page_permission_policy.get_cached_permissions_for_user(self.user)
        whole = any(
            right.page.depth == 1 and right.permission.codename == "publish_page" for right in granted
        )
        return super().can_set_view_restrictions() and (self.user.is_superuser or whole)

    def _only_what_is_not_live(self) -> bool:
        """Whether the user may delete pages here, and none that is public."""
        if self.page_is_root or not self.user.is_active or self.user.is_superuser:
            return False
        return "change" in self.permissions and "publish" not in self.permissions


def _is_limited(kind: type[Page]) -> bool:
    return kind.max_count is not None or kind.max_count_per_parent is not None
