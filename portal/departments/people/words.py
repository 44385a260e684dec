"""The matrix in words: on the screens of roles and groups, and in the README."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from portal.departments.models import CityGroup, DepartmentGroup
from portal.departments.roles import CITY_ROLES, ROLES, Action, CityAction, CityRole, Role

PAGES: Mapping[str, Promise] = {
    "add_page": pgettext_lazy("right", "add"),
    "change_page": pgettext_lazy("right", "change"),
    "publish_page": pgettext_lazy("right", "publish"),
    "lock_page": pgettext_lazy("right", "lock"),
    "unlock_page": pgettext_lazy("right", "unlock"),
    "bulk_delete_page": pgettext_lazy("right", "delete in bulk"),
}
# Documents go with pictures.
MEDIA: Mapping[str, Promise] = {
    "choose_image": pgettext_lazy("right", "choose"),
    "add_image": pgettext_lazy("right", "add"),
    "change_image": pgettext_lazy("right", "change"),
    "change_collection": pgettext_lazy("right", "collections"),
}
SURVEYS: Mapping[str, Promise] = {
    Action.SEE_FIGURES: pgettext_lazy("right", "figures"),
    Action.RUN_WAVES: pgettext_lazy("right", "waves"),
    Action.EXPORT_ANSWERS: pgettext_lazy("right", "texts and exports"),
}
CITY: Mapping[str, Promise] = {
    CityAction.KEEP_CITY: pgettext_lazy("right", "departments, people, settings"),
    CityAction.KEEP_ALERTS: pgettext_lazy("right", "alert banners"),
    CityAction.SEE_TRANSLATIONS: pgettext_lazy("right", "state of all translations"),
}
NOTHING = "–"
ONE_LANGUAGE = gettext_lazy("%(role)s (one language)")


@dataclass(frozen=True)
class RoleInWords:
    """What one role may do, a line for each kind of thing; "–" for nothing."""

    role: str
    pages: str
    media: str
    surveys: str
    city: str
    hands_out: str


def in_words(role: Role | CityRole) -> RoleInWords:
    label = ONE_LANGUAGE % {"role": role.label} if getattr(role, "per_language", False) else role.label
    return RoleInWords(
        role=str(label),
        pages=_list(PAGES, role.pages),
        media=_list(MEDIA, role.media),
        surveys=_list(SURVEYS, role.actions),
        city=_list(CITY, role.actions),
        hands_out=_roles(role.hands_out),
    )


def department_roles() -> list[RoleInWords]:
    return [in_words(role) for role in ROLES.values()]


def city_roles() -> list[RoleInWords]:
    return [in_words(role) for role in CITY_ROLES.values()]


def name_of(link: DepartmentGroup | CityGroup) -> str:
    """ "Translator (Español)": the role that a group holds, without its place."""
    language = getattr(link, "language", "")
    if not language:
        return str(link.get_role_display())
    return _("%(role)s (%(language)s)") % {
        "role": link.get_role_display(),
        "language": link.get_language_display(),
    }


def place_of(link: DepartmentGroup | CityGroup) -> str:
    """The department whose role it is, or the whole city."""
    return str(link.department) if isinstance(link, DepartmentGroup) else _("The whole city")


def _roles(codes: Collection[str]) -> str:
    every = {**ROLES, **CITY_ROLES}
    if set(codes) == set(every):
        return _("every role")
    return _joined(str(every[code].label).lower() for code in every if code in codes)


def _list(words: Mapping[str, Promise], codes: Collection[str]) -> str:
    return _joined(str(word) for code, word in words.items() if code in codes)


def _joined(words: Iterable[str]) -> str:
    return _(", ").join(words) or NOTHING
