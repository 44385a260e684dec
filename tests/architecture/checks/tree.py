"""Rules for the tree as a whole: its top level, and words that belong to one machine only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.checks.source import Finding, files, is_pruned, line_of

FOLDERS = {"portal", "home", "surveys", "news", "feedback", "campaigns", "static", "tests", "docs", ".ci"}
FILES = {
    "manage.py",
    "requirements.txt",
    "README.md",
    "pyproject.toml",
    "Makefile",
    "CHANGELOG.md",
    "LICENSE",
}
FILES |= {".gitignore", ".gitattributes", ".editorconfig"}
# Joined here, so that this file does not hold what it looks for.
REGISTRIES = [
    ("pypi", "org"),
    ("pythonhosted", "org"),
    ("npmjs", "org"),
    ("npmjs", "com"),
    ("yarnpkg", "com"),
]
REGISTRIES += [("deb", "debian", "org"), ("crates", "io"), ("proxy", "golang", "org")]
OF_ONE_MACHINE = re.compile(
    "|".join(re.escape(".".join(parts)) for parts in REGISTRIES)
    + r"|(?<![\w./}-])/(?:work|root|opt/wheels|opt/pypi)/"
)
TEXT = (
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".html",
    ".js",
    ".css",
    ".po",
    ".yml",
    ".csv",
    "Makefile",
    "run",
    "LICENSE",
)


def top_level(root: Path) -> Iterator[Finding]:
    for path in sorted(root.iterdir()):
        if path.is_dir() and path.name not in FOLDERS and not is_pruned(path.name):
            yield Finding(path.name, 1, "a new top-level folder needs a reason in the layers")
        if path.is_file() and path.name not in FILES:
            yield Finding(path.name, 1, "the top level holds only what tools need there")


def no_machine_words(root: Path) -> Iterator[Finding]:
    for name, path in files(root, *TEXT):
        text = path.read_text(encoding="utf-8", errors="replace")
        for match in OF_ONE_MACHINE.finditer(text):
            yield Finding(name, line_of(text, match.start()), f"{match[0]!r} belongs to one machine")
