"""The wordings of a survey's questions that are counted together."""

from __future__ import annotations

from dataclasses import dataclass

from surveys.models import QuestionVersion, Survey


@dataclass(frozen=True)
class Series:
    """The versions of one question that share their counts, the newest first. `head` is the id counted under."""

    head: int
    versions: tuple[QuestionVersion, ...]

    @property
    def newest(self) -> QuestionVersion:
        return self.versions[0]

    def earlier_wordings(self, language: str) -> tuple[str, ...]:
        """Other words than the newest that the question was asked in, the newest first, each once."""
        words = [version.in_language(language).text for version in self.versions]
        return tuple(dict.fromkeys(text for text in words[1:] if text != words[0]))


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
