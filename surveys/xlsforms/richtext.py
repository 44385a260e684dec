"""Rich text and its plain words. What a file brings is written anew: nobody vouches for it."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

_MARKS = {"b": "b", "strong": "b", "i": "i", "em": "i"}
_BLOCKS = frozenset({"p", "ul", "ol", "li"})
_WITHOUT_WORDS = frozenset({"script", "style", "iframe", "object", "template", "title"})
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)[^\s\"'<>]+\Z", re.IGNORECASE)


def html_of(text: str) -> str:
    """Paragraphs of `text`, parted by empty lines; single line breaks stay."""
    paragraphs = [part.strip() for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n")) if part.strip()]
    lines = (
        "<br/>".join(escape(line.strip(), quote=False) for line in part.split("\n")) for part in paragraphs
    )
    return "".join(f"<p>{part}</p>" for part in lines)


def text_of(html: str) -> str:
    """The words of `html`, as `html_of` takes them."""
    return _read(html).text()


def cleaned(html: str) -> tuple[str, bool]:
    """`html` with nothing but paragraphs, lists, bold, italic and links to other sites, and whether a link to a page
    or document of the portal lost its target."""
    reader = _read(html)
    return reader.html(), reader.lost_link


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.finish()
    return reader


class _Reader(HTMLParser):
    """Writes what is allowed anew, so that every tag is closed whatever was fed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._out: list[str] = []
        self._plain: list[str] = []
        self._open: list[str] = []
        self._silent = 0
        self.lost_link = False

    def html(self) -> str:
        return "".join(self._out)

    def text(self) -> str:
        text = "".join(self._plain).replace("\xa0", " ")
        return re.sub(r"\n{3,}", "\n\n", text).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _WITHOUT_WORDS:
            self._silent += 1
        elif tag == "br":
            self._out.append("<br/>")
            self._plain.append("\n")
        elif tag in _BLOCKS:
            self._begin_block(tag)
        elif tag in _MARKS:
            self._begin(_MARKS[tag])
        elif tag == "a":
            self._begin_link(dict(attrs))

    def _begin_block(self, tag: str) -> None:
        # An item ends the one before it, not the one that its list stands in.
        lists = [place for place, one in enumerate(self._open) if one in ("ul", "ol")]
        within = self._open[lists[-1] + 1 :] if lists else self._open
        self._close_through({"p", "li"} & set(within) if tag == "li" else {"p"} & set(within))
        self._plain.append("\n\n" if tag == "p" else "\n")
        self._begin(tag)

    def _begin_link(self, attrs: dict[str, str | None]) -> None:
        address = (attrs.get("href") or "").strip()
        if _ADDRESS.match(address):
            self._begin("a", f' href="{escape(address)}"')
        elif attrs.get("linktype") or attrs.get("id"):
            self.lost_link = True

    def _begin(self, tag: str, attributes: str = "") -> None:
        self._out.append(f"<{tag}{attributes}>")
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _WITHOUT_WORDS:
            self._silent = max(self._silent - 1, 0)
        tag = _MARKS.get(tag, tag)
        if tag in self._open:
            self._close_through({tag})
        if tag in _BLOCKS:
            self._plain.append("\n\n" if tag == "p" else "\n")

    def _close_through(self, tags: set[str]) -> None:
        """Close what is open, from the inside, up to the outermost of `tags`; nothing where none is open."""
        places = [place for place, tag in enumerate(self._open) if tag in tags]
        if places:
            while len(self._open) > places[-1]:
                self._out.append(f"</{self._open.pop()}>")

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if not self._open and data.strip():
            self._begin("p")
        if self._open:
            self._out.append(escape(data, quote=False))
            self._plain.append(data)

    def finish(self) -> None:
        while self._open:
            self._out.append(f"</{self._open.pop()}>")
