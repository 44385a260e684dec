"""How far translations are, in the lists of pages and beside a single page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page

from portal.core.explorer import FactsColumn, register_column
from portal.translations.models import SourceText
from portal.translations.queries import State, states_of

if TYPE_CHECKING:
    from portal.accounts.models import User


@dataclass(frozen=True)
class Standing:
    """One language of a page. `is_own`: it is the page itself. `since`: when the texts of its source changed last."""

    locale: Locale
    state: State
    is_own: bool
    since: datetime | None = None


def standings_of(pages: Sequence[Page]) -> dict[int, list[Standing]]:
    """Page id → its own standing for a translation, those of its other languages for a source. Six queries.

    Nothing for what was never public in any language: nobody is to translate it yet.
    """
    keys = {page.translation_key for page in pages}
    sets: dict[object, list[Page]] = defaultdict(list)
    for page in Page.objects.filter(translation_key__in=keys).select_related("locale").order_by("locale"):
        sets[page.translation_key].append(page)
    states = states_of([page for members in sets.values() for page in members])
    changed = dict(SourceText.objects.filter(key__in=keys).values_list("key", "changed_at"))
    found = {}
    for page in pages:
        since = changed.get(page.translation_key)
        members = sets[page.translation_key]
        shown = [page.pk] if page.pk in states else [member.pk for member in members]
        was_public = any(member.live or member.first_published_at for member in members)
        found[page.pk] = [
            Standing(member.locale, states[member.pk], member.pk == page.pk, since)
            for member in members
            if was_public and member.pk in shown and member.pk in states
        ]
    return found


def to_do(pages: Sequence[Page], user: User) -> dict[int, list[Standing]]:
    """For the lists of pages: what is not done."""
    published = [page for page in pages if page.depth > 1]
    standings = standings_of(published) if published else {}
    return {pk: [one for one in lines if one.state != State.DONE] for pk, lines in standings.items()}


class TranslationColumn(FactsColumn):
    cell_template_name = "translations/admin/cells/explorer.html"


register_column(TranslationColumn("translation", to_do, label=_("Translation"), width="12%"))
