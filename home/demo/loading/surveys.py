"""Surveys, half a year of waves, and the answers of an invented city."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from home.demo.content import fill, shape, shares, wave_span
from home.demo.loading.bodies import Writer, block_id
from home.demo.loading.trees import add_in_languages
from home.models import DepartmentPage
from portal.core.fields import Translated
from surveys.models import QuestionVersion, Survey, SurveyPage, Wave
from surveys.services.past_sheets import PastSheet, record_past_sheets
from surveys.services.waves import close_wave_early, open_wave, pause_wave, settle_closed_waves


def load_survey_pages(parent: DepartmentPage, survey: shape.Survey, today: date) -> dict[str, SurveyPage]:
    def write(target: SurveyPage, language: str) -> None:
        words = Writer(language, today, {})
        target.title, target.summary = words.words(survey.title), words.words(survey.intro)
        target.draft_title = target.title
        target.thanks = words.words(survey.thanks)
        target.questions = [_question(survey, question, words) for question in survey.questions]

    return add_in_languages(parent, SurveyPage(slug=f"{survey.slug}-survey"), shape.LANGUAGES, write)


def _question(survey: shape.Survey, question: shape.Question, words: Writer) -> dict[str, object]:
    value: dict[str, object] = {"question": words.words(question.text), "hint": "", "name": question.key}
    labelled = [choice for choice in question.choices if choice.code != "dk"]
    if question.kind == "rating":
        value |= {f"label_{choice.code}": words.words(choice.text) for choice in labelled}
    elif question.kind in {"single_choice", "multiple_choice"}:
        value["choices"] = [
            {
                "type": "item",
                "id": block_id(survey.key, question.key, choice.code),
                "value": {"text": words.words(choice.text), "code": choice.code, "opinion": True},
            }
            for choice in labelled
        ]
    if question.kind != "short_text":
        value["dont_know"] = len(labelled) < len(question.choices)
    return {"type": question.kind, "id": block_id(survey.key, question.key), "value": value}


def load_waves(content: shape.Content, survey: shape.Survey, stored: Survey, now: datetime) -> int:
    """Open the waves of one survey and fill them; how many answer sheets that made."""
    versions = {version.name: version for version in stored.question_versions.current()}
    today = timezone.localdate(now)
    total = 0
    for wave in survey.waves:
        first, last = wave_span(today, wave.months_ago, wave.state)
        opened = open_wave(
            survey=stored,
            opens_at=_midnight(first),
            closes_at=_midnight(last + timedelta(days=1)),
            label=f"{first:%Y-%m}",
        )
        if wave.answers:
            sheets = _sheets(content, survey, versions, wave, (first, min(last, today)))
            total += record_past_sheets(wave=opened, sheets=sheets)
        _end(opened, wave, now)
    settle_closed_waves(now=now)
    return total


def _end(opened: Wave, wave: shape.Wave, now: datetime) -> None:
    today = timezone.localdate(now)
    reason = Translated({code: fill(text, code, today) for code, text in (wave.reason or {}).items()})
    if wave.state == "paused":
        pause_wave(wave=opened, reason=reason, now=now)
    elif wave.state == "closed_early":
        # Closed as planned on its last day, but before the date that had been announced.
        Wave.objects.filter(pk=opened.pk).update(closes_at=now + timedelta(days=1))
        close_wave_early(wave=opened, reason=reason, now=now)


def _sheets(
    content: shape.Content,
    survey: shape.Survey,
    versions: dict[str, QuestionVersion],
    wave: shape.Wave,
    span: tuple[date, date],
) -> Iterator[PastSheet]:
    dice = random.Random(f"{survey.key}/{wave.months_ago}")
    people = content.people
    districts = {district.code: float(district.population) for district in content.districts}
    days = (span[1] - span[0]).days + 1
    texts = [text for text in survey.open_texts if text.months_ago == wave.months_ago]
    cache: dict[tuple[str, ...], dict[str, float]] = {}
    for number in range(wave.answers):
        person = {
            "district": _pick(dice, districts),
            "age": _pick(dice, people.age_shares),
            "language": _pick(dice, people.language_shares),
        }
        spoken = texts[number] if number < len(texts) else None
        answers = {
            versions[question.key].pk: codes
            for question in survey.questions
            if question.kind != "short_text" and (codes := _answer(dice, question, wave, person, cache))
        }
        # More people answer on the first days of a wave, as they do in life.
        day = span[0] + timedelta(days=min(int(dice.expovariate(2.2 / days)), days - 1))
        yield PastSheet(
            day=day,
            source=_pick(dice, people.source_shares),
            language=spoken.language if spoken else "",
            segments={"district": person["district"], "age_band": person["age"]},
            answers=answers,
            texts={versions[spoken.question].pk: spoken.text} if spoken else {},
        )


def _answer(
    dice: random.Random,
    question: shape.Question,
    wave: shape.Wave,
    person: dict[str, str],
    cache: dict[tuple[str, ...], dict[str, float]],
) -> tuple[str, ...]:
    if question.rate < 1 and dice.random() > question.rate:
        return ()
    key = (question.key, *person.values())
    if key not in cache:
        cache[key] = shares(question, wave.months_ago, person)
    weights = cache[key]
    if question.kind == "multiple_choice":
        return tuple(code for code, share in weights.items() if dice.random() < share)
    return (_pick(dice, weights),)


def _pick(dice: random.Random, weights: dict[str, float] | shape.Weights) -> str:
    return dice.choices(list(weights), list(weights.values()))[0]


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
