"""Survey pages with their waves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from home.demo.content import fill, shape, survey_shape, wave_span
from home.demo.loading.bodies import Writer
from home.demo.loading.questions import Lookups, question_block
from home.demo.loading.sheets import Filling, fill_wave
from home.demo.loading.trees import add_in_languages
from home.models import DepartmentPage
from portal.core.fields import Translated
from surveys.models import Survey, SurveyPage, Wave
from surveys.services.waves import close_wave_early, open_wave, pause_wave, settle_closed_waves


def lenders_first(surveys: tuple[survey_shape.Survey, ...]) -> list[survey_shape.Survey]:
    """Those that take a question from another come after it."""
    return sorted(surveys, key=lambda survey: any(question.origin for question in survey.questions))


def load_survey_pages(
    parent: DepartmentPage, survey: survey_shape.Survey, today: date, lookups: Lookups
) -> dict[str, SurveyPage]:
    def write(target: SurveyPage, language: str) -> None:
        words = Writer(language, today, {})
        target.title, target.summary = words.words(survey.title), words.words(survey.intro)
        target.draft_title = target.title
        target.thanks = words.words(survey.thanks)
        target.when_stale = survey.when_stale
        target.questions = [question_block(survey, each, words, lookups) for each in survey.questions]

    return add_in_languages(parent, SurveyPage(slug=f"{survey.slug}-survey"), shape.LANGUAGES, write)


def load_waves(content: shape.Content, survey: survey_shape.Survey, stored: Survey, now: datetime) -> int:
    """Open the waves of one survey and fill them, the running one until its correction; how many answer sheets that
    made."""
    total = 0
    for filling in _fillings(content, survey, stored, now):
        if filling.wave.answers:
            total += fill_wave(filling, _until_correction(filling))
        _end(filling.opened, filling.wave, now)
    settle_closed_waves(now=now)
    return total


def finish_wave(content: shape.Content, survey: survey_shape.Survey, stored: Survey, now: datetime) -> int:
    """Fill the running wave of a corrected survey from the correction on; how many answer sheets that made."""
    today = timezone.localdate(now)
    wave = survey.waves[-1]
    opened = stored.waves.open_at(now).get()
    filling = Filling(content, survey, stored, wave, opened, _span(today, wave), today)
    return fill_wave(filling, (corrected_on(survey, today), today))


def corrected_on(survey: survey_shape.Survey, today: date) -> date:
    """The first day after its correction; without one, tomorrow."""
    return today - timedelta(days=survey.correction.days_ago if survey.correction else -1)


def _fillings(
    content: shape.Content, survey: survey_shape.Survey, stored: Survey, now: datetime
) -> Iterator[Filling]:
    today = timezone.localdate(now)
    for wave in survey.waves:
        first, last = wave_span(today, wave.months_ago, wave.state)
        opened = open_wave(
            survey=stored,
            opens_at=_midnight(first),
            closes_at=_midnight(last + timedelta(days=1)),
            label=f"{first:%Y-%m}",
        )
        yield Filling(content, survey, stored, wave, opened, _span(today, wave), today)


def _span(today: date, wave: survey_shape.Wave) -> tuple[date, date]:
    first, last = wave_span(today, wave.months_ago, wave.state)
    return first, min(last, today)


def _until_correction(filling: Filling) -> tuple[date, date]:
    last = corrected_on(filling.survey, filling.today) - timedelta(days=1)
    return filling.span[0], min(filling.span[1], last)


def _end(opened: Wave, wave: survey_shape.Wave, now: datetime) -> None:
    today = timezone.localdate(now)
    reason = Translated({code: fill(text, code, today) for code, text in (wave.reason or {}).items()})
    if wave.state == "paused":
        pause_wave(wave=opened, reason=reason, now=now)
    elif wave.state == "closed_early":
        # Closed as planned on its last day, but before the date that had been announced.
        Wave.objects.filter(pk=opened.pk).update(closes_at=now + timedelta(days=1))
        close_wave_early(wave=opened, reason=reason, now=now)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
