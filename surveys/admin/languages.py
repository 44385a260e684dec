"""The languages of a survey on the staff's screen, and where its translations are worked on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from portal.translations.permissions import user_can_translate
from portal.translations.queries import State, states_of
from surveys.models import Survey
from surveys.queries.languages import LanguageStanding, language_standings


@dataclass(frozen=True)
class LanguageRow:
    """`work` is how far the translation is, `url` where it is written; None and "" for the source, and where the
    person may not write."""

    standing: LanguageStanding
    work: State | None
    url: str

    @property
    def work_label(self) -> str:
        return str(self.work.label) if self.work is not None else ""


def language_rows(request: HttpRequest, survey: Survey) -> Sequence[LanguageRow]:
    standings = language_standings(survey)
    states = states_of([one.page for one in standings if one.page is not None and not one.is_source])
    return [_row(request, one, states) for one in standings]


def _row(request: HttpRequest, one: LanguageStanding, states: dict[int, State]) -> LanguageRow:
    if one.page is None or one.is_source:
        return LanguageRow(one, None, "")
    mine = user_can_translate(request.user, one.page)
    url = reverse("wagtailadmin_pages:edit", args=[one.page.pk]) if mine else ""
    return LanguageRow(one, states.get(one.page.pk), url)
