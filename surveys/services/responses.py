"""Storing what people answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction

from surveys.domain.identity import device_tag, key_hash, reference
from surveys.domain.questions import GivenAnswer
from surveys.models import Answer, DeviceMark, QuestionVersion, Response, Submission, TextAnswer, Wave
from surveys.models.waves import WaveState
from surveys.services.figures import count_answer

# What stands on the sheet where the words themselves are kept apart from it.
TEXT_GIVEN = "*"


class WaveNotOpenError(Exception):
    """The wave takes no answers now. `state` says whether it has not opened yet, is paused or is closed."""

    def __init__(self, state: WaveState) -> None:
        super().__init__(state)
        self.state = state


class AlreadyAnsweredError(Exception):
    """This device has sent a sheet in this wave, under another key."""


@dataclass(frozen=True)
class Receipt:
    """`reference` is the same for the same key; `created` tells whether this call stored the answer."""

    reference: str
    created: bool


def record_answer(
    *,
    wave: Wave,
    version: QuestionVersion,
    answer: GivenAnswer,
    key: str,
    device: str | None,
    source: str,
    language: str,
    now: datetime,
) -> Receipt:
    """Store one answer on the sheet that `key` names, beginning the sheet with the first answer.

    The same key and question again stores nothing and returns the same receipt. The database, not this function,
    decides what a duplicate is: whoever loses a race against themselves is answered on the second try.
    `device` is None where no device may be remembered. Raises WaveNotOpenError, AlreadyAnsweredError.
    """
    state = wave.state_at(now)
    if state is not WaveState.OPEN:
        raise WaveNotOpenError(state)
    sheet = _Sheet(wave, key_hash(key, wave.survey.code), device, source, now)
    try:
        created = _store(sheet, version, answer, language)
    except IntegrityError:
        created = _store(sheet, version, answer, language, again=True)
    return Receipt(reference(settings.SECRET_KEY, sheet.key_hash), created)


def own_answers(*, key: str, survey_code: str) -> dict[int, tuple[str, ...]]:
    """Question version id → codes on the sheet that `key` names; empty when there is none."""
    answers = Answer.objects.filter(response__submission__key_hash=key_hash(key, survey_code))
    return {
        version_id: tuple(codes.split())
        for version_id, codes in answers.values_list("question_version", "codes")
    }


@dataclass(frozen=True)
class _Sheet:
    wave: Wave
    key_hash: str
    device: str | None
    source: str
    now: datetime


def _store(
    sheet: _Sheet, version: QuestionVersion, answer: GivenAnswer, language: str, *, again: bool = False
) -> bool:
    """Whether the answer was new. IntegrityError when a parallel request was faster, unless `again`."""
    with transaction.atomic():
        known = (
            Submission.objects.filter(key_hash=sheet.key_hash).values_list("response_id", flat=True).first()
        )
        if known is not None and Answer.objects.filter(response_id=known, question_version=version).exists():
            return False
        if known is None and again and _device_marked(sheet):
            raise AlreadyAnsweredError
        response_id = known if known is not None else _begin(sheet)
        Answer.objects.create(
            response_id=response_id, question_version=version, codes=" ".join(answer.codes) or TEXT_GIVEN
        )
        if answer.text:
            TextAnswer.objects.create(
                wave=sheet.wave, question_version=version, text=answer.text, language=language
            )
        count_answer(wave_id=sheet.wave.pk, version=version, codes=answer.codes)
        return True


def _tag(sheet: _Sheet) -> str:
    return device_tag(settings.SECRET_KEY, sheet.device or "", sheet.wave.pk)


def _device_marked(sheet: _Sheet) -> bool:
    return sheet.device is not None and DeviceMark.objects.filter(wave=sheet.wave, tag=_tag(sheet)).exists()


def _begin(sheet: _Sheet) -> int:
    if sheet.device is not None:
        DeviceMark.objects.create(wave=sheet.wave, tag=_tag(sheet))
    response = Response.objects.create(wave=sheet.wave, day=sheet.now.date(), source=sheet.source)
    Submission.objects.create(key_hash=sheet.key_hash, response=response)
    return response.pk
