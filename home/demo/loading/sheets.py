"""The invented answer sheets: of surveys that ask one question at a time, and of those with pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone

from home.demo.content import shape, survey_shape
from home.demo.loading.people import Crowd, Person, Posted
from surveys.models import Survey, Wave
from surveys.queries.asking import asked_in
from surveys.services.past_forms import PastForm, record_past_form
from surveys.services.past_sheets import PastSheet, record_past_sheets

NOON = time(12)


@dataclass(frozen=True)
class Filling:
    """A wave that is filled with answers between two days, both included."""

    content: shape.Content
    survey: survey_shape.Survey
    stored: Survey
    wave: survey_shape.Wave
    opened: Wave
    span: tuple[date, date]
    today: date

    def crowd(self) -> Crowd:
        return Crowd(self.content, self.survey, self.wave.months_ago, self.today)

    @property
    def texts(self) -> list[survey_shape.OpenText]:
        return [text for text in self.survey.open_texts if text.months_ago == self.wave.months_ago]


def fill_wave(filling: Filling, days: tuple[date, date]) -> int:
    """Store the sheets of `days`, both included, of all that the whole wave has; how many."""
    if filling.survey.paged:
        return _record_forms(filling)
    sheets = (sheet for sheet in _sheets(filling) if days[0] <= sheet.day <= days[1])
    return record_past_sheets(wave=filling.opened, sheets=sheets)


def _sheets(filling: Filling) -> Iterator[PastSheet]:
    crowd, survey = filling.crowd(), filling.survey
    versions = {version.name: version for version in filling.stored.question_versions.current()}
    texts = filling.texts
    for number in range(filling.wave.answers):
        person = crowd.person()
        spoken = texts[number] if number < len(texts) else None
        answers = {
            versions[question.key].pk: codes
            for question in survey.questions
            if question.kind not in survey_shape.WORDS and (codes := crowd.codes(question, person))
        }
        yield PastSheet(
            day=crowd.day_in(*filling.span),
            source=crowd.pick(filling.content.people.source_shares),
            language=spoken.language if spoken else "",
            segments={"district": person["district"], "age_band": person["age"]},
            answers=answers,
            texts={versions[spoken.question].pk: spoken.text} if spoken else {},
        )


def _record_forms(filling: Filling) -> int:
    """One form after the other, as people send them: each is checked, and what it is not asked is left out."""
    crowd, left = filling.crowd(), filling.texts
    asking = {language: asked_in(filling.stored, language) for language in shape.LANGUAGES}
    for number in range(filling.wave.answers):
        person = crowd.person()
        posted = {question.key: crowd.posted(question, person) for question in filling.survey.questions}
        said = _say(crowd, filling.survey, posted, person, left)
        form = PastForm(
            key=f"{filling.survey.key}-{filling.opened.pk}-{number}",
            moment=_at(crowd.day_in(*filling.span)),
            language=person["language"],
            posted=posted,
        )
        answered = record_past_form(
            wave=filling.opened, asking=asking[person["language"]], form=form, dice=crowd.dice
        )
        for text in said:
            if text.question.split(".")[0] in answered:
                left.remove(text)
    return filling.wave.answers


def _say(
    crowd: Crowd,
    survey: survey_shape.Survey,
    posted: dict[str, Posted],
    person: Person,
    left: list[survey_shape.OpenText],
) -> list[survey_shape.OpenText]:
    """Put words into the form, of those that are `left` in the person's language; which ones.

    Nobody has chosen "other" without something to write there.
    """
    own = {text.question: text for text in reversed(left) if text.language == person["language"]}
    said = []
    for question in survey.questions:
        if question.kind in survey_shape.WORDS:
            if question.key in own and crowd.dice.random() < question.rate:
                posted[question.key] = {"": [own[question.key].text]}
                said.append(own[question.key])
        elif "other" in posted[question.key].get("", []):
            text = own.get(f"{question.key}.other")
            posted[question.key] = _with_other(posted[question.key], text)
            said += [text] if text else []
    return said


def _with_other(posted: Mapping[str, list[str]], text: survey_shape.OpenText | None) -> Posted:
    if text is not None:
        return {**posted, "other": [text.text]}
    codes = [code for code in posted[""] if code != "other"]
    return {"": codes} if codes else {}


def _at(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, NOON))
