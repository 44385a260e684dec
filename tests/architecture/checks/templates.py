"""Rules for templates: small, no styles or scripts of their own, nothing unescaped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.checks.source import Finding, line_of, templates

LINES = 100
FORBIDDEN = {
    r"\sstyle\s*=": "no style attribute",
    r"<style\b": "no style element: the five stylesheets are inlined by a tag",
    r"<script\b": "no script element: modules are inlined by a tag",
    r"<[^>]*\son[a-z]+\s*=": "no event attribute",
    r"\|\s*safe\b": "nothing is declared safe",
    r"{%-?\s*autoescape\s+off": "nothing is left unescaped",
    r"{%-?\s*blocktrans(late)?\b(?![^%]*\btrimmed\b)": "blocktranslate needs 'trimmed'",
    r"{%-?\s*include\s+[\"']components/(?![^%]*\bonly\b)": "components are included with 'only'",
}
TAG = re.compile(r"{%-?\s*(\w+)")


def small(root: Path) -> Iterator[Finding]:
    for name, text in templates(root):
        if (lines := len(text.splitlines())) > LINES:
            yield Finding(name, lines, f"{lines} lines, at most {LINES}")


def plain(root: Path) -> Iterator[Finding]:
    for name, text in templates(root):
        for pattern, rule in FORBIDDEN.items():
            for match in re.finditer(pattern, text):
                yield Finding(name, line_of(text, match.start()), rule)


def no_block_in_condition(root: Path) -> Iterator[Finding]:
    """In a child template Django ignores the condition and always fills the block."""
    for name, text in templates(root):
        if not re.search(r"{%-?\s*extends\b", text):
            continue
        depth = 0
        for tag in TAG.finditer(text):
            depth += {"if": 1, "endif": -1}.get(tag[1], 0)
            if tag[1] == "block" and depth:
                yield Finding(name, line_of(text, tag.start()), "a block within a condition is always filled")


def mail_has_plain_text(root: Path) -> Iterator[Finding]:
    """A mail is three files: subject, plain text, and, if at all, HTML."""
    names = {name for name, _text in templates(root)}
    for name in sorted(names):
        mail = re.sub(r"_message\.(txt|html)$", "", name)
        if mail != name:
            for ending in ("_subject.txt", "_message.txt"):
                if mail + ending not in names:
                    yield Finding(name, 1, f"{mail.rpartition('/')[2]}{ending} is missing")
