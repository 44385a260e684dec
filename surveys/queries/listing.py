"""The list of surveys, and which of a survey's waves counts now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch
from wagtail.models import Locale

from portal.core.models import SOURCE_PARTS, is_private
from portal.departments.queries import department_pages
from surveys.models import Survey, SurveyPage, Wave
from surveys.models.waves import WaveState


@dataclass(frozen=True)
class SurveyEntry:
    """One line of the list of surveys."""

    page: SurveyPage
    survey: Survey
    state: WaveState
    wave: Wave
    closed_waves: int


def survey_listing(locale: Locale, now: datetime) -> list[SurveyEntry]:
    """The surveys that have a wave, open ones first, as pages of `locale`. Five queries."""
    pages = list(
        SurveyPage.objects.live()
        .filter(~is_private(), locale=locale)
        .select_related("department", *SOURCE_PARTS)
    )
    owners = department_pages(locale)
    for page in pages:
        page.department_page = owners.get(page.department_id)
    waves = Prefetch("waves", Wave.objects.shown(), to_attr="shown_waves")
    surveys = Survey.objects.filter(key__in=[page.translation_key for page in pages]).prefetch_related(waves)
    by_key = {survey.key: survey for survey in surveys if survey.shown_waves}
    entries = [
        _entry(page, by_key[page.translation_key], now) for page in pages if page.translation_key in by_key
    ]
    order = [WaveState.OPEN, WaveState.PAUSED, WaveState.SCHEDULED, WaveState.CLOSED]
    return sorted(entries, key=lambda entry: (order.index(entry.state), entry.page.title))


def _entry(page: SurveyPage, survey: Survey, now: datetime) -> SurveyEntry:
    waves: list[Wave] = survey.shown_waves
    wave = foremost(waves, now)
    closed = sum(other.state_at(now) is WaveState.CLOSED for other in waves)
    return SurveyEntry(page, survey, wave.state_at(now), wave, closed)


def foremost(waves: Sequence[Wave], now: datetime) -> Wave:
    """The wave that runs now, else the next one to open, else the one that closed last. ValueError without any."""

    def rank(wave: Wave) -> tuple[int, float]:
        state = wave.state_at(now)
        if state is WaveState.CLOSED:
            return 2, -wave.opens_at.timestamp()
        return (1, wave.opens_at.timestamp()) if state is WaveState.SCHEDULED else (0, 0.0)

    return min(waves, key=rank)


def running_or_last_wave(survey: Survey, now: datetime) -> Wave | None:
    """The foremost wave of `survey`; None when it has none. One query."""
    waves = list(Wave.objects.shown().filter(survey=survey).select_related("survey"))
    return foremost(waves, now) if waves else None
