"""States of translations on the staff's screens."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString
from wagtail.models import Page

from portal.translations.admin.explorer import Standing, standings_of
from portal.translations.admin.frame import Frame
from portal.translations.admin.scripts import editor_media
from portal.translations.queries import State

register = template.Library()


@register.filter
def state_class(state: State) -> str:
    return f"w-status translation-state translation-state--{State(state).value}"


@register.filter
def percent(length: float) -> str:
    """A length for a drawing, which knows the decimal point only."""
    return f"{length:.2f}%"


@register.filter
def share(done: int, total: int) -> str:
    return percent(100 * done / total if total else 0)


@register.simple_tag(takes_context=True)
def translation_frame(context: Context) -> Frame:
    """What stands around the editor of texts."""
    return Frame(context["translation"], context["instance"], context["request"].user, context["props"])


@register.simple_tag
def standings_beside(thing: Any) -> list[Standing]:
    """How far the translations of a stored page are; of other things nothing is known."""
    if not isinstance(thing, Page) or thing.pk is None:
        return []
    return standings_of([thing])[thing.pk]


@register.simple_tag
def editor_scripts() -> SafeString:
    """The scripts of the editor of texts, ours first: it says where the dialogs are that the others open."""
    return editor_media().render()
