"""Taking a sheet from a program."""

from __future__ import annotations

from django.utils import timezone, translation

from surveys.api.problems import ProblemError
from surveys.api.schemas import Receipt, Sheet
from surveys.api.sheets import read_sheet
from surveys.models import Survey, Wave
from surveys.models.responses import Source
from surveys.models.waves import WaveState
from surveys.queries import foremost
from surveys.queries.asking import Asking, asked_in
from surveys.queries.offered import names_answered
from surveys.services.responses import (
    Sender,
    WaveNotOpenError,
    record_sheet,
    reference_of,
)
from surveys.views.reaching import waiting_for_translation, why_not_open

# The state of a wave that takes no answers → the kind of problem.
REFUSED = {WaveState.PAUSED: "paused", WaveState.CLOSED: "closed", WaveState.SCHEDULED: "scheduled"}


def take_sheet(survey: Survey, sheet: Sheet) -> tuple[int, Receipt]:
    """201 and the receipt; 200 where the key has been here before, whatever comes with it and whatever has
    changed since. ProblemError."""
    language = sheet.language.value
    asking = asked_in(survey, language)
    known = reference_of(key=sheet.key, survey=survey)
    if known:
        return 200, _as_stored(survey, asking, sheet, known)
    with translation.override(language):
        return _record(survey, asking, sheet)


def _record(survey: Survey, asking: Asking, sheet: Sheet) -> tuple[int, Receipt]:
    now = timezone.now()
    wave = foremost(survey.shown_waves, now)
    if wave.state_at(now) is not WaveState.OPEN:
        raise _refused(wave.state_at(now), wave)
    if asking.waits:
        raise ProblemError("waiting-for-translation", waiting_for_translation())
    read = read_sheet(asking, sheet)
    sender = Sender(sheet.key, Source.API, sheet.language.value)
    try:
        receipt = record_sheet(wave=wave, answers=read.answers, sender=sender, now=now)
    except WaveNotOpenError as error:
        raise _refused(error.state, wave) from None
    if not receipt.created:
        return 200, _as_stored(survey, asking, sheet, receipt.reference)
    stored = [one.question.name for one in read.answers]
    return 201, Receipt(reference=receipt.reference, stored=stored, dropped=read.dropped)


def _refused(state: WaveState, wave: Wave) -> ProblemError:
    return ProblemError(REFUSED[state], why_not_open(state, wave))


def _as_stored(survey: Survey, asking: Asking, sheet: Sheet, reference: str) -> Receipt:
    stored = names_answered(survey, sheet.key)
    names = {question.id: question.name for question in asking.questions}
    sent = [names.get(name, name) for name, value in sheet.answers.items() if value not in (None, "", [])]
    return Receipt(reference=reference, stored=stored, dropped=[name for name in sent if name not in stored])
