"""Filled-in forms, stored as if a person had sent them: what is not reached is left out, all else is checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random

from surveys.domain.answers import Posted
from surveys.domain.drawing import draw
from surveys.domain.filling import fill
from surveys.models import Wave
from surveys.models.responses import Source
from surveys.queries.asking import Asking
from surveys.services.responses import Sender, SheetAnswer, record_sheet


@dataclass(frozen=True)
class PastForm:
    """`posted` by the name of the question, in the parts in which a form sends it. `key` is the form's own."""

    key: str
    moment: datetime
    language: str
    posted: Mapping[str, Posted]


class UnfitFormError(ValueError):
    """A form answers something that its survey does not take; `args[0]` is the name of the question."""


def record_past_form(*, wave: Wave, asking: Asking, form: PastForm, dice: Random) -> frozenset[str]:
    """Store what `form` answers of the questions that `asking` leads it to; the names of those.

    Wording and order are drawn as for anybody. UnfitFormError; else as `record_sheet` at the form's moment.
    """
    filled = fill(asking.questions, lambda question: form.posted.get(question.name, {}))
    names = {question.id: question.name for question in asking.questions}
    for question, fault in filled.faults.items():
        raise UnfitFormError(names[question]) from fault
    answers = [
        SheetAnswer(version, question, filled.answers[question.id], draw(question, dice))
        for question, version in zip(asking.questions, asking.versions, strict=True)
        if question.id in filled.answers
    ]
    sender = Sender(key=form.key, source=Source.PAGE, language=form.language)
    record_sheet(wave=wave, answers=answers, sender=sender, now=form.moment)
    return frozenset(names[question] for question in filled.answers)
