"""What a survey asks in each of the city's languages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings
from wagtail.models import Page

from surveys.models import Survey
from surveys.queries.asking import Asking, asked_in


class Spoken(StrEnum):
    """In which words a language is asked."""

    PRESENT = "present"
    OLDER = "older"
    WAITS = "waits"
    SOURCE = "source"


@dataclass(frozen=True)
class LanguageStanding:
    """`older` questions are asked as they were last translated, `left_out` not yet: both 0 unless the translation has
    something to follow. `page` is the survey's page there, a stand-in included; None where there is none."""

    code: str
    name: str
    is_source: bool
    spoken: Spoken
    older: int
    left_out: int
    page: Page | None


def language_standings(survey: Survey) -> list[LanguageStanding]:
    """One for each language, the survey's own first. One query, and at most two for each language."""
    pages = Page.objects.filter(translation_key=survey.key).select_related("locale")
    by_language = {page.locale.language_code: page for page in pages}
    found = []
    for code, name in settings.LANGUAGES:
        asking = asked_in(survey, code)
        found.append(
            LanguageStanding(
                code=code,
                name=name,
                is_source=code == survey.source_language,
                spoken=_spoken(asking),
                older=len(asking.older),
                left_out=len(asking.left_out),
                page=by_language.get(code),
            )
        )
    return sorted(found, key=lambda standing: not standing.is_source)


def _spoken(asking: Asking) -> Spoken:
    if asking.waits:
        return Spoken.WAITS
    if not asking.translated:
        return Spoken.SOURCE
    return Spoken.OLDER if asking.older or asking.left_out else Spoken.PRESENT
