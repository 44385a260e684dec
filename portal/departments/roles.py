"""Who may do what in a department: the one declared matrix.

Provisioning, permission checks, tests and the documentation read it; nothing else grants rights.
"""

from __future__ import annotations

from dataclasses import dataclass
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
    approves: bool = False
    # Codes of the roles of her department that she gives and takes.
    hands_out: frozenset[str] = frozenset()


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
HEAD = Role(
    "head",
    _("Head of department"),
    actions=frozenset({Action.SEE_FIGURES, Action.HAND_OUT_ROLES}),
    hands_out=frozenset({"editor", "publisher", "translator", "analyst"}),
)

ROLES: dict[str, Role] = {role.code: role for role in (EDITOR, PUBLISHER, TRANSLATOR, ANALYST, HEAD)}


class CityAction(StrEnum):
    """What a role allows for the whole city, beside the rights it declares."""

    KEEP_CITY = "keep_city"
    KEEP_ALERTS = "keep_alerts"
    SEE_TRANSLATIONS = "see_translations"


@dataclass(frozen=True)
class CityRole:
    """`pages` and `media` hold for every page and every collection; `models` are "app.codename"."""

    code: str
    label: Promise
    actions: frozenset[CityAction]
    pages: frozenset[str] = frozenset()
    media: frozenset[str] = frozenset()
    models: frozenset[str] = frozenset()
    # Codes of the roles, of every department and of the city, that she gives and takes.
    hands_out: frozenset[str] = frozenset()


def _all_of(*models: str) -> frozenset[str]:
    """Every right on `models`, named "app.model"."""
    pairs = [model.split(".") for model in models]
    return frozenset(
        f"{app}.{verb}_{name}" for app, name in pairs for verb in ("add", "change", "delete", "view")
    )


_ALERTS = _all_of("core.alertbanner")
# Neither surveys nor answers: whoever keeps the city sees nobody's. Groups are read, and made by provisioning.
_CITY = _all_of(
    "accounts.user",
    "core.district",
    "core.topic",
    "departments.department",
    "wagtailcore.locale",
    "wagtailcore.site",
    "wagtailcore.task",
    "wagtailcore.workflow",
    "wagtailredirects.redirect",
) | {"auth.view_group", "core.change_citysettings"}
_COLLECTIONS = frozenset({"add_collection", "change_collection", "delete_collection"})

ADMINISTRATOR = CityRole(
    "administrator",
    _("Administrator"),
    frozenset(CityAction),
    pages=_EDIT | _PUBLISH,
    media=_MEDIA | _COLLECTIONS,
    models=_CITY | _ALERTS,
    hands_out=frozenset({*ROLES, "administrator", "communications"}),
)
COMMUNICATIONS = CityRole(
    "communications",
    _("Communications"),
    frozenset({CityAction.KEEP_ALERTS, CityAction.SEE_TRANSLATIONS}),
    models=_ALERTS,
)

CITY_ROLES: dict[str, CityRole] = {role.code: role for role in (ADMINISTRATOR, COMMUNICATIONS)}
