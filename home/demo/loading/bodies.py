"""The bodies of the demo's pages, in the form that a StreamField takes."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

from home.demo.content import fill, shape

NAMESPACE = uuid.UUID("4b0c9b5e-5b1a-4c0f-9d5c-0c8a3f6f7a11")


def block_id(*parts: object) -> str:
    """The same id for the same place in every language, as a translation of a page has it."""
    return str(uuid.uuid5(NAMESPACE, "/".join(map(str, parts))))


@dataclass(frozen=True)
class Writer:
    """Writes texts in one language. `surveys` are the page ids of the surveys in that language, by key."""

    language: str
    today: date
    surveys: Mapping[str, int]

    def words(self, text: Mapping[str, str] | None) -> str:
        if text is None:
            return ""
        return fill(text.get(self.language) or text["en"], self.language, self.today)

    def body(self, key: str, blocks: Sequence[shape.Block]) -> list[dict[str, Any]]:
        return [self._block(key, place, block) for place, block in enumerate(blocks)]

    def _block(self, key: str, place: int, block: shape.Block) -> dict[str, Any]:
        kind, value = self._content(key, place, block)
        return {"type": kind, "id": block_id(key, place), "value": value}

    def _content(self, key: str, place: int, block: shape.Block) -> tuple[str, Any]:
        match block:
            case shape.Heading():
                return "heading", self.words(block.text)
            case shape.Paragraph():
                return "paragraph", self.words(block.html)
            case shape.Facts():
                return "facts", {"facts": self._facts(key, place, block.rows)}
            case shape.Quote():
                return "quote", {"text": self.words(block.text), "who": self.words(block.who)}
            case shape.Callout():
                text = self.words(block.text)
                html = text if text.startswith("<") else f"<p>{escape(text, quote=False)}</p>"
                return "callout", {"title": self.words(block.title), "text": html}
            case shape.MicroSurvey():
                return "micro_survey", {"survey": self.surveys[block.survey]}

    def _facts(self, key: str, place: int, rows: Sequence[shape.Fact]) -> list[dict[str, Any]]:
        return [
            {
                "type": "item",
                "id": block_id(key, place, "fact", number),
                "value": {"term": self.words(row.term), "value": self.words(row.value)},
            }
            for number, row in enumerate(rows)
        ]
