"""What a survey asks in one language, at this moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from surveys.domain.filling import is_paged
from surveys.domain.questions import Question
from surveys.models import QuestionVersion, Survey
from surveys.models.surveys import WhenStale


@dataclass(frozen=True)
class Asking:
    """`questions` in order, each from the version of the same place. `waits` when the language takes no answers
    until its translation follows the source; `older` when some are asked as they were last translated."""

    questions: tuple[Question, ...]
    versions: tuple[QuestionVersion, ...]
    waits: bool = False
    older: bool = False

    @property
    def paged(self) -> bool:
        return is_paged(self.questions)

    @property
    def asked(self) -> tuple[Question, ...]:
        """Those that take an answer."""
        return tuple(question for question in self.questions if question.asks)

    def version_of(self, question_id: str) -> QuestionVersion | None:
        return next((one for one in self.versions if str(one.question_id) == question_id), None)


def asked_in(survey: Survey, language: str) -> Asking:
    """One query; a second one where the translation into `language` lacks something.

    A language into which nothing was ever translated is asked in the words of the source: its pages say so.
    """
    current = list(survey.question_versions.current().select_related("survey"))
    missing = [version for version in current if language not in version.texts]
    if not missing or language == survey.source_language:
        return _asking(current, language)
    earlier = list(
        survey.question_versions.filter(is_current=False).select_related("survey").order_by("-number", "-pk")
    )
    if not any(language in version.texts for version in [*current, *earlier]):
        return _asking(current, language)
    if survey.when_stale == WhenStale.WAIT:
        return _asking(current, language, waits=True)
    shown = [_as_translated(version, earlier, language) for version in current]
    return _asking([version for version in shown if version is not None], language, older=True)


def _as_translated(
    version: QuestionVersion, earlier: Sequence[QuestionVersion], language: str
) -> QuestionVersion | None:
    """The newest version of the question that speaks `language`; None for one that never did."""
    versions = [version, *(one for one in earlier if one.question_id == version.question_id)]
    return next((one for one in versions if language in one.texts), None)


def _asking(
    versions: Sequence[QuestionVersion], language: str, *, waits: bool = False, older: bool = False
) -> Asking:
    questions = tuple(version.in_language(language) for version in versions)
    return Asking(questions, tuple(versions), waits, older)
