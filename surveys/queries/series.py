"""The wordings of a survey's questions that are counted together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from surveys.domain.questions import Choice, Question
from surveys.models import QuestionVersion, Survey


@dataclass(frozen=True)
class Series:
    """The versions of one question that share their counts, the newest first. `head` is the id counted under."""

    head: int
    versions: tuple[QuestionVersion, ...]

    @property
    def newest(self) -> QuestionVersion:
        return self.versions[0]

    @property
    def confidential(self) -> bool:
        """Once promised to those who answered one wording, it holds for what is counted with it."""
        return any(version.settings.get("confidential") for version in self.versions)

    def worded(self, language: str) -> tuple[Question, ...]:
        """The wordings in `language`, the newest first. Those that were never translated come after them: a reader gets
        the words of the source only where there are no others."""
        questions = [version.in_language(language) for version in self.versions]
        return tuple(sorted(questions, key=lambda question: question.language != language))

    def earlier_wordings(self, language: str) -> tuple[str, ...]:
        """Other words than the newest that the question was asked in, the newest first, each once."""
        shown, *others = self.worded(language)
        words = (question.text for question in others if question.language == shown.language)
        return tuple(dict.fromkeys(text for text in words if text != shown.text))

    def counted(self, language: str) -> Question:
        """The newest wording with the choices and rows that earlier ones had beside it: some people chose them."""
        questions = self.worded(language)
        return replace(
            questions[0],
            choices=_with_earlier(question.choices for question in questions),
            rows=_with_earlier(question.rows for question in questions),
        )


def _with_earlier(lists: Iterable[tuple[Choice, ...]]) -> tuple[Choice, ...]:
    newest, *earlier = lists
    known = {choice.code for choice in newest}
    gone = {choice.code: choice for choices in earlier for choice in choices if choice.code not in known}
    # What the portal words ("none", "don't know") stays last.
    place = next((place for place, choice in enumerate(newest) if choice.built_in), len(newest))
    return (*newest[:place], *gone.values(), *newest[place:])


def series_of(survey: Survey) -> list[Series]:
    """What is asked now in the page's order, then what is asked no more. One query."""
    versions = survey.question_versions.select_related("survey").order_by(
        "-is_current", "position", "-number", "-pk"
    )
    by_head: dict[int, list[QuestionVersion]] = {}
    for version in versions:
        by_head.setdefault(version.counted_as, []).append(version)
    return [
        Series(head, tuple(sorted(found, key=lambda version: -version.number)))
        for head, found in by_head.items()
    ]
