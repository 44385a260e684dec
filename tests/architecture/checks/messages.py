"""Rules for messages: whole sentences that a translator can move around."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.checks.source import Finding, called_name, line_of, modules, templates, text_of

# Name of the function and how many of its first arguments are text.
FUNCTIONS = {"_": 1, "gettext": 1, "gettext_lazy": 1, "gettext_noop": 1, "ngettext": 2, "ngettext_lazy": 2}
FUNCTIONS |= {"pgettext": 2, "pgettext_lazy": 2, "npgettext": 3, "npgettext_lazy": 3}
FLAWS = {
    r"(?<!%)(?:%%)*%[sdrf]": "placeholders have names: %(count)s",
    r"\{\w*\}": "placeholders look like %(count)s",
    r"</?[a-z]": "no markup in a message",
}
BLOCK = re.compile(r"{%-?\s*blocktrans(?:late)?\b.*?%}(.*?){%-?\s*endblocktrans", re.DOTALL)


def in_python(root: Path) -> Iterator[Finding]:
    for name, tree in modules(root, tests=False):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and (count := FUNCTIONS.get(called_name(node))):
                for argument in node.args[:count]:
                    for flaw in flaws_of(argument):
                        yield Finding(name, node.lineno, flaw)


def flaws_of(argument: ast.expr) -> list[str]:
    text = text_of(argument)
    if isinstance(argument, ast.Name | ast.Attribute):
        return []  # a text that was marked as a message elsewhere
    if text is None:
        return ["a message is one plain text: no f-string, no format"]
    return [flaw for pattern, flaw in FLAWS.items() if re.search(pattern, text)]


def in_templates(root: Path) -> Iterator[Finding]:
    for name, text in templates(root):
        for match in BLOCK.finditer(text):
            if re.search(r"</?[a-z]", match[1]):
                yield Finding(name, line_of(text, match.start()), "no markup in a message")
