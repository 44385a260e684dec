"""How the changes of roles and of whole accounts read in the log."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry

from portal.core.languages import language_choices
from portal.departments.people.queries import GIVE_ROLE, HAND_OVER, TAKE_ROLE
from portal.departments.roles import CITY_ROLES, ROLES


def role_of(entry: ModelLogEntry) -> str:
    """The role in the words of whoever reads; its code, where the matrix no longer has it."""
    role = {**ROLES, **CITY_ROLES}.get(entry.data["role"])
    label = str(role.label) if role else entry.data["role"]
    if language := entry.data.get("language"):
        name = dict(language_choices()).get(language, language)
        return _("%(role)s (%(language)s)") % {"role": label, "language": name}
    return label


class GivenRole(LogFormatter):
    label = gettext_lazy("Give a role")

    def format_message(self, log_entry: ModelLogEntry) -> str:
        return _("Gave %(person)s the role: %(role)s") % {
            "person": log_entry.data["person"],
            "role": role_of(log_entry),
        }


class TakenRole(LogFormatter):
    label = gettext_lazy("Take a role away")

    def format_message(self, log_entry: ModelLogEntry) -> str:
        return _("Took from %(person)s the role: %(role)s") % {
            "person": log_entry.data["person"],
            "role": role_of(log_entry),
        }


class HandedOver(LogFormatter):
    label = gettext_lazy("Hand over")

    def format_message(self, log_entry: ModelLogEntry) -> str:
        return _("Handed everything over to %(person)s") % {"person": log_entry.data["successor"]}


FORMATTERS = {GIVE_ROLE: GivenRole, TAKE_ROLE: TakenRole, HAND_OVER: HandedOver}


def register(actions: LogActionRegistry) -> None:
    for action, formatter in FORMATTERS.items():
        actions.register_action(action)(formatter)
