"""What a survey asks in one language, at this moment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from surveys.domain.correcting import words_at
from surveys.domain.filling import is_paged
from surveys.domain.questions import Question
from surveys.models import QuestionVersion, Survey
from surveys.models.surveys import WhenStale

# Every row has fewer digits.
LONGEST_NUMBER = 19


@dataclass(frozen=True)
class Asking:
    """`questions` in order, each from the version of the same place. `waits` when the language takes no answers
    until its translation follows the source.

    `older` are the ids of questions that are asked as they were last translated, `left_out` of those that were never
    translated and are not asked yet. `translated` is false where the whole survey is asked in its source's words.
    """

    questions: tuple[Question, ...]
    versions: tuple[QuestionVersion, ...]
    waits: bool = False
    older: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    translated: bool = True

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
    missing = [version for version in current if not _speaks(version, language)]
    if not missing or language == survey.source_language:
        return _asking(current, language)
    earlier = list(
        survey.question_versions.filter(is_current=False).select_related("survey").order_by("-number", "-pk")
    )
    if not any(language in version.texts for version in [*current, *earlier]):
        return replace(_asking(current, language), translated=False)
    waits = survey.when_stale == WhenStale.WAIT
    shown = {version.pk: _as_translated(version, earlier, language) for version in current}
    asking = _asking(current, language, waits=True) if waits else _asking_older(current, shown, language)
    return replace(
        asking,
        older=_ids(version for version in missing if shown[version.pk] is not None),
        left_out=_ids(version for version in missing if shown[version.pk] is None),
    )


def as_read(asking: Asking, survey: Survey, read: Iterable[str]) -> Asking:
    """`asking` with the words that a person had before them: `read` are the ids of versions that came with their form.

    A page may have been open, or kept by a cache, since before a correction. What is asked no more stays away. One
    query where something was read that is not asked now.
    """
    known = {str(version.pk) for version in asking.versions}
    others = [number for number in read if number not in known and _is_number(number)]
    if not others:
        return asking
    versions = QuestionVersion.objects.filter(survey=survey, pk__in=others)
    earlier = {str(version.question_id): version for version in versions.select_related("survey")}
    pairs = [
        (question, version, earlier.get(question.id, version))
        for question, version in zip(asking.questions, asking.versions, strict=True)
    ]
    return replace(
        asking,
        questions=tuple(
            question if shown is version else _ruled_by(question, shown, question.language)
            for question, version, shown in pairs
        ),
        versions=tuple(shown for _question, _version, shown in pairs),
    )


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < LONGEST_NUMBER


def _speaks(version: QuestionVersion, language: str) -> bool:
    """A page break without a title says nothing in any language."""
    return language in version.texts or not words_at(version.texts.get(version.survey.source_language, {}))


def _ids(versions: Iterable[QuestionVersion]) -> tuple[str, ...]:
    return tuple(str(version.question_id) for version in versions)


def _as_translated(
    version: QuestionVersion, earlier: Sequence[QuestionVersion], language: str
) -> QuestionVersion | None:
    """The newest version of the question that speaks `language`; None for one that never did."""
    if _speaks(version, language):
        return version
    same = (one for one in earlier if one.question_id == version.question_id)
    return next((one for one in same if language in one.texts), None)


def _asking_older(
    current: Sequence[QuestionVersion], shown: dict[int, QuestionVersion | None], language: str
) -> Asking:
    """Words and answers as they were last translated; whom it is asked, and whether it must be answered, as now."""
    found = [(version, older) for version in current if (older := shown[version.pk]) is not None]
    questions = tuple(_ruled_by(version.in_language(language), older, language) for version, older in found)
    return Asking(questions, tuple(older for _version, older in found))


def _ruled_by(now: Question, older: QuestionVersion, language: str) -> Question:
    question, rules = older.in_language(language), now.settings
    return replace(question, settings=replace(question.settings, rule=rules.rule, required=rules.required))


def _asking(versions: Sequence[QuestionVersion], language: str, *, waits: bool = False) -> Asking:
    questions = tuple(version.in_language(language) for version in versions)
    return Asking(questions, tuple(versions), waits)
