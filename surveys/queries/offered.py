"""What programs may know of: surveys whose page everybody may read, and that have a wave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from portal.core.models import is_private, is_translated
from surveys.domain.identity import key_hash
from surveys.models import Answer, Survey, SurveyPage, Wave
from surveys.models.surveys import WhenStale
from surveys.queries.fielding import with_state


def offered_surveys(now: datetime) -> QuerySet[Survey]:
    """Open ones first, with `state` and their waves as `shown_waves`. A survey is as private as its source page."""
    sources = SurveyPage.objects.live().filter(
        ~is_private(), translation_key=OuterRef("key"), locale__language_code=OuterRef("source_language")
    )
    waves = Wave.objects.shown()
    surveys = Survey.objects.filter(Exists(sources), Exists(waves.filter(survey=OuterRef("pk"))))
    return (
        with_state(surveys, now)
        .select_related("department")
        .prefetch_related(Prefetch("waves", waves, to_attr="shown_waves"))
        .order_by("place", "code")
    )


def offered_survey(code: str, now: datetime) -> Survey | None:
    """By its short code in any case. Two queries."""
    if not (code.isascii() and code.isalnum()):
        return None
    return offered_surveys(now).filter(code=code.upper()).first()


def pages_in_languages(surveys: Iterable[Survey]) -> dict[UUID, dict[str, SurveyPage]]:
    """Survey key → language → its page there, of those that are translated and that everybody may read. One query."""
    found: dict[UUID, dict[str, SurveyPage]] = {}
    pages = SurveyPage.objects.live().filter(
        is_translated(), ~is_private(), translation_key__in=[survey.key for survey in surveys]
    )
    for page in pages.select_related("locale").order_by("locale__language_code"):
        found.setdefault(page.translation_key, {})[page.locale.language_code] = page
    return found


def behind_in_languages(survey: Survey) -> Mapping[str, str]:
    """Language → what is asked in it while its translation lacks something (WhenStale), for those that do. A language
    into which nothing was ever translated is not among them. One query."""
    versions = survey.question_versions.values_list("is_current", "texts")
    spoken = {language for _current, texts in versions for language in texts}
    return {
        language: survey.when_stale or WhenStale.OLDER
        for language, _name in settings.LANGUAGES
        if language in spoken
        and language != survey.source_language
        and any(current and language not in texts for current, texts in versions)
    }


def names_answered(survey: Survey, key: str) -> list[str]:
    """The names of the questions that the sheet of `key` answers, in the page's order. One query."""
    answers = Answer.objects.filter(response__submission__key_hash=key_hash(key, survey.code))
    names = answers.order_by("question_version__position", "question_version")
    return list(names.values_list("question_version__name", flat=True))
