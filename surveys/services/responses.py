"""Storing what people answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction

from surveys.domain.answers import WORDS_GIVEN, GivenAnswer
from surveys.domain.counting import counted_codes
from surveys.domain.drawing import Drawn, positions
from surveys.domain.identity import device_tag, key_hash, reference
from surveys.domain.questions import Question
from surveys.models import (
    Answer,
    DeviceMark,
    PlaceAnswer,
    QuestionVersion,
    Response,
    Submission,
    Survey,
    TextAnswer,
    Wave,
)
from surveys.models.waves import WaveState
from surveys.services.figures import count_answers


class WaveNotOpenError(Exception):
    """The wave takes no answers now. `state` says whether it has not opened yet, is paused or is closed."""

    def __init__(self, state: WaveState) -> None:
        super().__init__(state)
        self.state = state


class AlreadyAnsweredError(Exception):
    """This device has sent a sheet in this wave, under another key."""


class NothingAnsweredError(Exception):
    """The sheet holds no answer at all."""


@dataclass(frozen=True)
class Receipt:
    """`reference` is the same for the same key; `created` tells whether this call stored the answer."""

    reference: str
    created: bool


@dataclass(frozen=True)
class SheetAnswer:
    """A checked answer to `question`, which was read from `version`; `drawn` is how it was shown."""

    version: QuestionVersion
    question: Question
    given: GivenAnswer
    drawn: Drawn = field(default_factory=Drawn)


@dataclass(frozen=True)
class Sender:
    """How a sheet came. `key` was made on the device; `device` is None where none may be remembered."""

    key: str
    source: str
    language: str
    device: str | None = None


def record_answer(*, wave: Wave, answer: SheetAnswer, sender: Sender, now: datetime) -> Receipt:
    """Store one answer on the sheet that the key names, beginning the sheet with the first answer.

    The same key and question again stores nothing and returns the same receipt. The database, not this function,
    decides what a duplicate is: whoever loses a race against themselves is answered on the second try.
    Raises WaveNotOpenError, AlreadyAnsweredError.
    """
    return _record(wave, [answer], sender, now, whole=False)


def record_sheet(*, wave: Wave, answers: Sequence[SheetAnswer], sender: Sender, now: datetime) -> Receipt:
    """Store a whole answer sheet, or nothing. The same key again stores nothing, whatever else comes with it.

    NothingAnsweredError without an answer; else as `record_answer`.
    """
    if not answers:
        raise NothingAnsweredError
    return _record(wave, answers, sender, now, whole=True)


def _record(
    wave: Wave, answers: Sequence[SheetAnswer], sender: Sender, now: datetime, *, whole: bool
) -> Receipt:
    state = wave.state_at(now)
    if state is not WaveState.OPEN:
        raise WaveNotOpenError(state)
    sheet = _Sheet(wave, key_hash(sender.key, wave.survey.code), sender, now, whole)
    try:
        created = _store(sheet, answers)
    except IntegrityError:
        created = _store(sheet, answers, again=True)
    return Receipt(reference(settings.SECRET_KEY, sheet.key_hash), created)


def own_answers(*, key: str, survey: Survey) -> dict[str, GivenAnswer]:
    """Question id → what stands on the sheet that `key` names; empty when there is none. Words are only known to
    be there: they are kept apart. One query."""
    answers = Answer.objects.filter(response__submission__key_hash=key_hash(key, survey.code))
    return {
        str(question): GivenAnswer() if codes == WORDS_GIVEN else GivenAnswer(tuple(codes.split()))
        for question, codes in answers.values_list("question_version__question_id", "codes")
    }


def reference_of(*, key: str, survey: Survey) -> str:
    """What the receipt of the sheet that `key` names says; empty when there is none. One query."""
    hashed = key_hash(key, survey.code)
    stored = Submission.objects.filter(key_hash=hashed).exists()
    return reference(settings.SECRET_KEY, hashed) if stored else ""


@dataclass(frozen=True)
class _Sheet:
    wave: Wave
    key_hash: str
    sender: Sender
    now: datetime
    whole: bool


def _store(sheet: _Sheet, answers: Sequence[SheetAnswer], *, again: bool = False) -> bool:
    """Whether something was new. IntegrityError when a parallel request was faster, unless `again`."""
    with transaction.atomic():
        known = (
            Submission.objects.filter(key_hash=sheet.key_hash).values_list("response_id", flat=True).first()
        )
        new = _new(sheet, known, answers)
        if not new:
            return False
        if known is None and again and _device_marked(sheet):
            raise AlreadyAnsweredError
        response_id = known if known is not None else _begin(sheet)
        _store_answers(response_id, new)
        _store_apart(sheet, new)
        count_answers(
            wave_id=sheet.wave.pk,
            counted={one.version.counted_as: counted_codes(one.question, one.given.codes) for one in new},
            confidential=frozenset(
                one.version.counted_as for one in new if one.question.settings.confidential
            ),
        )
        return True


def _new(sheet: _Sheet, known: int | None, answers: Sequence[SheetAnswer]) -> list[SheetAnswer]:
    """Of `answers` those that are not on the sheet yet. Another wording of a question is the same question."""
    if known is None:
        return list(answers)
    if sheet.whole:
        return []
    stored = Answer.objects.filter(response_id=known, question_version__survey=sheet.wave.survey_id)
    there = set(stored.values_list("question_version__question_id", flat=True))
    return [one for one in answers if one.version.question_id not in there]


def _store_answers(response_id: int, answers: Sequence[SheetAnswer]) -> None:
    Answer.objects.bulk_create(
        Answer(
            response_id=response_id,
            question_version=one.version,
            codes=" ".join(one.given.on_sheet),
            arm=one.drawn.arm,
            positions=" ".join(map(str, positions(one.given.codes, one.drawn))),
        )
        for one in answers
    )


def _store_apart(sheet: _Sheet, answers: Sequence[SheetAnswer]) -> None:
    """Words and points stand beside nothing else that the person said."""
    texts = [
        TextAnswer(
            wave=sheet.wave, question_version=one.version, text=one.given.text, language=sheet.sender.language
        )
        for one in answers
        if one.given.text
    ]
    points = [
        PlaceAnswer(
            wave=sheet.wave,
            question_version=one.version,
            longitude=str(one.given.point.longitude),
            latitude=str(one.given.point.latitude),
        )
        for one in answers
        if one.given.point
    ]
    if texts:
        TextAnswer.objects.bulk_create(texts)
    if points:
        PlaceAnswer.objects.bulk_create(points)


def _tag(sheet: _Sheet) -> str:
    return device_tag(settings.SECRET_KEY, sheet.sender.device or "", sheet.wave.pk)


def _device_marked(sheet: _Sheet) -> bool:
    marks = DeviceMark.objects.filter(wave=sheet.wave, tag=_tag(sheet))
    return sheet.sender.device is not None and marks.exists()


def _begin(sheet: _Sheet) -> int:
    if sheet.sender.device is not None:
        DeviceMark.objects.create(wave=sheet.wave, tag=_tag(sheet))
    response = Response.objects.create(wave=sheet.wave, day=sheet.now.date(), source=sheet.sender.source)
    Submission.objects.create(key_hash=sheet.key_hash, response=response)
    return response.pk
