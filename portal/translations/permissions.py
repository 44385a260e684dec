from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from wagtail.models import Locale, Page

from portal.departments.models import Department
from portal.departments.permissions import is_administrator, roles_held
from portal.departments.roles import ROLES

if TYPE_CHECKING:
    from portal.accounts.models import User

CHANGE = "change_page"


def user_can_translate(user: User, target: Page) -> bool:
    """Whether `user` may write the texts of `target`, a page in the language of the translation."""
    return target.permissions_for_user(user).can_edit()


def user_can_submit_for_translation(user: User, source: Page) -> bool:
    """Whether `user` may have `source` translated; in which languages, her right on each target says."""
    return source.permissions_for_user(user).can_edit()


def user_can_publish_translation(user: User, target: Page) -> bool:
    return target.permissions_for_user(user).can_publish()


def languages_of(user: User) -> dict[int, set[int]]:
    """Department id → ids of the locales in which a role lets `user` change the department's pages. Three queries."""
    if not user.is_active:
        return {}
    locales = dict(Locale.objects.values_list("language_code", "pk"))
    spoken = {locales[code] for code, _name in settings.LANGUAGES if code in locales}
    if is_administrator(user):
        return {pk: set(spoken) for pk in Department.objects.values_list("pk", flat=True)}
    found: dict[int, set[int]] = {}
    for department, role, language in roles_held(user):
        if CHANGE in ROLES[role].pages:
            mine = {locales[language]} if language in locales else spoken
            found.setdefault(department, set()).update(mine if language else spoken)
    return found
