"""Answer sheets for the tests of figures, stored by the services that residents' answers go through."""

from __future__ import annotations

from itertools import count

from django.utils import timezone

from surveys.domain.answers import check_answer
from surveys.domain.drawing import Drawn
from surveys.queries import results_of
from surveys.services.responses import Sender, SheetAnswer, record_sheet

number = count(1)


def asked(survey, name=None):
    versions = {version.name: version for version in survey.question_versions.current() if version.asks}
    return versions[name] if name else next(iter(versions.values()))


def fill(survey, posted, times=1, *, name=None, drawn=None):
    """Store `times` sheets that answer the question called `name`, or the first one."""
    wave, version = survey.waves.get(), asked(survey, name)
    for _ in range(times):
        answers = [answer_to(version, posted, drawn)]
        sender = Sender(f"key-of-a-sheet-{next(number):08}", "page", "en")
        record_sheet(wave=wave, answers=answers, sender=sender, now=timezone.now())


def answer_to(version, posted, drawn=None):
    question = version.in_language("en")
    parts = posted if isinstance(posted, dict) else {"": posted}
    parts = {part: [values] if isinstance(values, str) else values for part, values in parts.items()}
    return SheetAnswer(version, question, check_answer(question, parts), drawn or Drawn())


def only_result(survey, language="en"):
    [result] = results_of(survey, language)
    return result


def percents(figure):
    """Label → whole per cent."""
    return {share.label: share.percent for share in figure.shares}
