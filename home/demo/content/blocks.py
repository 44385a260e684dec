"""Texts and body blocks of the content files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from home.demo.content import shape


class ContentError(ValueError):
    """A content file lacks something or holds something unknown."""


def text(raw: Any, where: str, languages: tuple[str, ...] = shape.LANGUAGES) -> shape.Text:
    """A plain string stands for all languages (times, numbers)."""
    if isinstance(raw, str):
        return dict.fromkeys(languages, raw)
    if not isinstance(raw, dict) or set(raw) != set(languages):
        raise ContentError(f"{where}: expected words in {', '.join(languages)}")
    return {language: raw[language].strip() for language in languages}


def paragraphs(words: str) -> str:
    """Blank lines part paragraphs; lines that begin with "- " make a list."""
    return "".join(_paragraph(chunk.strip().splitlines()) for chunk in words.strip().split("\n\n"))


def _paragraph(lines: list[str]) -> str:
    if all(line.startswith("- ") for line in lines):
        return "<ul>" + "".join(f"<li>{line[2:].strip()}</li>" for line in lines) + "</ul>"
    return "<p>" + " ".join(line.strip() for line in lines) + "</p>"


def body(
    raw: Sequence[Mapping[str, Any]], where: str, languages: tuple[str, ...] = shape.LANGUAGES
) -> tuple[shape.Block, ...]:
    return tuple(
        _block(item, f"{where} block {number}", languages) for number, item in enumerate(raw, start=1)
    )


def _block(raw: Mapping[str, Any], where: str, languages: tuple[str, ...]) -> shape.Block:
    kind = raw["kind"]
    own = {key: value for key, value in raw.items() if key != "kind"}
    if kind == "heading":
        return shape.Heading(text(own, where, languages))
    if kind == "paragraph":
        words = text(own, where, languages)
        return shape.Paragraph({language: paragraphs(part) for language, part in words.items()})
    if kind == "facts":
        rows = own["rows"]
        return shape.Facts(
            tuple(shape.Fact(text(a, where, languages), text(b, where, languages)) for a, b in rows)
        )
    if kind == "quote":
        return shape.Quote(text(own["text"], where, languages), text(own["who"], where, languages))
    if kind == "callout":
        return shape.Callout(text(own["title"], where, languages), text(own["text"], where, languages))
    if kind == "survey":
        return shape.MicroSurvey(own["survey"])
    raise ContentError(f"{where}: unknown kind {kind}")
