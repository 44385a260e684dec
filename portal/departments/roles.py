"""Who may do what in a department: the one declared matrix.

Provisioning, permission checks, tests and the documentation read it; nothing else grants rights.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Action(StrEnum):
    """What a role allows on a department's surveys, beside Wagtail's own page and collection rights."""

    SEE_FIGURES = "see_figures"
    EXPORT_ANSWERS = "export_answers"
    RUN_WAVES = "run_waves"
    HAND_OUT_ROLES = "hand_out_roles"


@dataclass(frozen=True)
class Role:
    code: str
    label: Promise
    pages: frozenset[str] = frozenset()
    media: frozenset[str] = frozenset()
    actions: frozenset[Action] = frozenset()
    per_language: bool = False
    approves: bool = field(default=False)


_EDIT = frozenset({"add_page", "change_page"})
_PUBLISH = frozenset({"publish_page", "lock_page", "unlock_page", "bulk_delete_page"})
_MEDIA = frozenset(
    {"add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document"}
)
_CHOOSE = frozenset({"choose_image", "choose_document"})

EDITOR = Role("editor", _("Editor"), pages=_EDIT, media=_MEDIA, actions=frozenset({Action.SEE_FIGURES}))
PUBLISHER = Role(
    "publisher",
    _("Publisher"),
    pages=_EDIT | _PUBLISH,
    media=_MEDIA,
    actions=frozenset({Action.SEE_FIGURES, Action.RUN_WAVES}),
    approves=True,
)
TRANSLATOR = Role(
    "translator", _("Translator"), pages=frozenset({"change_page"}), media=_CHOOSE, per_language=True
)
ANALYST = Role("analyst", _("Analyst"), actions=frozenset({Action.SEE_FIGURES, Action.EXPORT_ANSWERS}))
HEAD = Role("head", _("Head of department"), actions=frozenset({Action.SEE_FIGURES, Action.HAND_OUT_ROLES}))

ROLES: dict[str, Role] = {role.code: role for role in (EDITOR, PUBLISHER, TRANSLATOR, ANALYST, HEAD)}


class CityAction(StrEnum):
    """What a role allows for the whole city."""

    KEEP_CITY = "keep_city"
    KEEP_ALERTS = "keep_alerts"
    SEE_TRANSLATIONS = "see_translations"


@dataclass(frozen=True)
class CityRole:
    """`all_pages`: every right on every page, as whoever sets up departments needs."""

    code: str
    label: Promise
    actions: frozenset[CityAction]
    all_pages: bool = False


ADMINISTRATOR = CityRole("administrator", _("Administrator"), frozenset(CityAction), all_pages=True)
COMMUNICATIONS = CityRole(
    "communications",
    _("Communications"),
    frozenset({CityAction.KEEP_ALERTS, CityAction.SEE_TRANSLATIONS}),
)

CITY_ROLES: dict[str, CityRole] = {role.code: role for role in (ADMINISTRATOR, COMMUNICATIONS)}
