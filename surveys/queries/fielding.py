"""How surveys and their waves stand, for the staff of their department."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Case, CharField, Count, Exists, Max, OuterRef, Prefetch, Q, QuerySet, Value, When
from wagtail.models import Page

from portal.core.models import is_translated
from surveys.models import Response, Survey, SurveyPage, Tally, Wave
from surveys.models.responses import Source
from surveys.models.waves import WaveState
from surveys.queries.listing import foremost

# Surveys that need a look come first.
ORDER = [WaveState.OPEN, WaveState.PAUSED, WaveState.SCHEDULED, WaveState.CLOSED]


def with_state(surveys: QuerySet[Survey], now: datetime) -> QuerySet[Survey]:
    """Annotates `state`, the WaveState value of the foremost wave, "" without a wave; and `place`, for sorting."""
    waves = Wave.objects.filter(survey=OuterRef("pk"))
    found = {
        WaveState.OPEN: waves.open_at(now),
        WaveState.PAUSED: waves.running_at(now),
        WaveState.SCHEDULED: waves.scheduled_at(now),
        WaveState.CLOSED: waves.closed_at(now),
    }
    states = [When(Exists(found[state]), then=Value(state.value)) for state in ORDER]
    places = [When(state=state.value, then=Value(str(place))) for place, state in enumerate(ORDER)]
    return surveys.annotate(
        state=Case(*states, default=Value(""), output_field=CharField()),
    ).annotate(place=Case(*places, default=Value("9"), output_field=CharField()))


@dataclass(frozen=True)
class SurveyStanding:
    """One survey in the list of its department. `people` answered in `wave`; `part` compares it with the
    others of the list, in per cent. `last_close` is the end of the newest wave that has ended."""

    survey: Survey
    page: Page | None
    wave: Wave | None
    state: WaveState | None
    people: int
    part: int
    last_close: datetime | None

    @property
    def title(self) -> str:
        return self.page.title if self.page else self.survey.code


def standings(surveys: Iterable[Survey], language: str, now: datetime) -> list[SurveyStanding]:
    """One line for each survey, in their order. Three queries."""
    surveys = list(surveys)
    pages = pages_of(surveys, language)
    waves: dict[int, list[Wave]] = {survey.pk: [] for survey in surveys}
    for wave in Wave.objects.shown().filter(survey__in=surveys):
        waves[wave.survey_id].append(wave)
    shown = {survey.pk: foremost(waves[survey.pk], now) for survey in surveys if waves[survey.pk]}
    people = people_in(shown.values())
    most = max(people.values(), default=0)
    return [
        _standing(survey, pages.get(survey.key), waves[survey.pk], shown.get(survey.pk), people, most, now)
        for survey in surveys
    ]


def _standing(
    survey: Survey,
    page: Page | None,
    waves: Sequence[Wave],
    wave: Wave | None,
    people: Mapping[int, int],
    most: int,
    now: datetime,
) -> SurveyStanding:
    answered = people.get(wave.pk, 0) if wave else 0
    ends = [wave.closes_at for wave in waves if wave.closes_at and wave.state_at(now) is WaveState.CLOSED]
    return SurveyStanding(
        survey=survey,
        page=page,
        wave=wave,
        state=wave.state_at(now) if wave else None,
        people=answered,
        part=round(100 * answered / most) if most else 0,
        last_close=max(ends, default=None),
    )


def people_in(waves: Iterable[Wave]) -> dict[int, int]:
    """Wave id → people who answered its most answered question. One query, however many sheets there are."""
    tallies = Tally.objects.filter(wave__in=list(waves), code=Tally.EVERYONE).order_by()
    return dict(tallies.values("wave").annotate(most=Max("count")).values_list("wave", "most"))


def pages_of(surveys: Iterable[Survey], language: str) -> dict[object, Page]:
    """Survey key → its page in `language` if that is a translation, else in the source language. One query."""
    sources = {survey.key: survey.source_language for survey in surveys}
    pages = Page.objects.filter(is_translated(), translation_key__in=sources).select_related("locale")
    found: dict[object, Page] = {}
    for page in pages:
        spoken, key = page.locale.language_code, page.translation_key
        if spoken == language or (spoken == sources[key] and key not in found):
            found[key] = page
    return found


@dataclass(frozen=True)
class WaveStanding:
    """One wave of a survey; its sheets by the way they came, and how many came today."""

    wave: Wave
    state: WaveState
    sheets: int
    today: int
    sources: Mapping[str, int]

    @property
    def ways(self) -> list[tuple[str, int]]:
        """How the answers came, in words, and how many."""
        return [(Source(code).label, number) for code, number in sorted(self.sources.items())]

    @property
    def imported(self) -> bool:
        return self.wave.import_batch_id is not None


def wave_standings(survey: Survey, now: datetime, today: date) -> list[WaveStanding]:
    """The newest wave first. Two queries, the second one counts the sheets of the survey."""
    waves = list(Wave.objects.shown().filter(survey=survey))
    sources: dict[int, Counter[str]] = {wave.pk: Counter() for wave in waves}
    news: Counter[int] = Counter()
    sheets = Response.objects.counted().filter(wave__in=waves).order_by()
    counted = sheets.annotate(is_today=Case(When(day=today, then=Value(1)), default=Value(0)))
    groups = counted.values_list("wave", "source", "is_today").annotate(number=Count("pk"))
    for wave, source, is_today, number in groups:
        sources[wave][source] += number
        news[wave] += number * is_today
    return [
        WaveStanding(wave, wave.state_at(now), sources[wave.pk].total(), news[wave.pk], sources[wave.pk])
        for wave in waves
    ]


def open_standings(surveys: QuerySet[Survey], language: str, now: datetime) -> list[SurveyStanding]:
    """The surveys that take answers now. Four queries."""
    running = with_state(surveys, now).filter(state=WaveState.OPEN)
    return standings(running, language, now)


def sheets_today(waves: Iterable[Wave], today: date) -> dict[int, int]:
    """Wave id → sheets of `today`. One query."""
    sheets = Response.objects.counted().filter(wave__in=list(waves), day=today).order_by()
    return dict(sheets.values("wave").annotate(number=Count("pk")).values_list("wave", "number"))


def pages_that_waves_need(
    pages: Sequence[Page], states: Collection[WaveState], *, below: bool, now: datetime
) -> list[SurveyPage]:
    """Of `pages`, and with `below` of all under them, the sources of surveys with a wave in one of `states`."""
    places = Q(path__in=[page.path for page in pages])
    for page in pages if below else []:
        places |= Q(path__startswith=page.path)
    found = list(SurveyPage.objects.filter(places, is_translated()).select_related("locale").order_by("path"))
    waves = Prefetch("waves", Wave.objects.shown(), to_attr="shown_waves")
    surveys = Survey.objects.filter(key__in=[page.translation_key for page in found]).prefetch_related(waves)
    busy = {
        (survey.key, survey.source_language)
        for survey in surveys
        if any(wave.state_at(now) in states for wave in survey.shown_waves)
    }
    return [page for page in found if (page.translation_key, page.locale.language_code) in busy]
