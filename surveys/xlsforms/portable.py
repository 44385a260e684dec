"""A survey between the portal and a file: blocks as pages keep them, with every text in all its languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


class Words(Mapping[str, str]):
    """A text by language code. Where a language has none of its own, or the same, the `main` one speaks."""

    def __init__(self, main: str, texts: Mapping[str, str]) -> None:
        self.main = main
        own = texts.get(main, "")
        self._texts = {
            language: text for language, text in texts.items() if text and (language == main or text != own)
        }

    def __getitem__(self, language: str) -> str:
        return self._texts[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def __bool__(self) -> bool:
        return bool(self._texts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Words) and (self.main, self._texts) == (other.main, other._texts)

    def __hash__(self) -> int:
        return hash((self.main, tuple(sorted(self._texts.items()))))

    def __repr__(self) -> str:
        return f"Words({self.main!r}, {self._texts!r})"

    def spoken(self, language: str = "") -> str:
        return self._texts.get(language) or self._texts.get(self.main, "")

    def changed(self, change: Callable[[str], str]) -> Words:
        return Words(self.main, {language: change(text) for language, text in self._texts.items()})


# As `SurveyPage.questions` keeps them: {"type", "id", "value"}, with `Words` in place of texts.
Block = dict[str, Any]


@dataclass
class PortableSurvey:
    """`languages` are the codes of those it speaks, the `main` one first."""

    main: str
    languages: tuple[str, ...]
    title: Words
    summary: Words
    thanks: Words
    when_stale: str = ""
    blocks: list[Block] = field(default_factory=list)

    def blocks_in(self, language: str) -> list[Block]:
        """As a page in `language` keeps them."""
        return spoken(self.blocks, language)


def spoken(value: Any, language: str) -> Any:
    """`value` with every text in `language`, or in the main one."""
    if isinstance(value, Words):
        return value.spoken(language)
    if isinstance(value, dict):
        return {name: spoken(one, language) for name, one in value.items()}
    if isinstance(value, list):
        return [spoken(one, language) for one in value]
    return value


def texts_in(value: Any) -> Iterator[Words]:
    if isinstance(value, Words):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts_in(one)
