"""The files of a source tree, read once, and the findings about them."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PRUNED = {"var", "node_modules", "__pycache__"}


class Finding(NamedTuple):
    path: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.text}"


def files(root: Path, *endings: str) -> Iterator[tuple[str, Path]]:
    """Relative name and path of each file below `root`, without data, caches and version control."""
    for folder, subfolders, names in os.walk(root):
        subfolders[:] = sorted(name for name in subfolders if not is_pruned(name))
        for name in sorted(names):
            path = Path(folder) / name
            if not endings or name.endswith(endings):
                yield path.relative_to(root).as_posix(), path


def is_pruned(folder: str) -> bool:
    return folder in PRUNED or (folder.startswith(".") and folder != ".ci")


def modules(root: Path, *, tests: bool = True) -> Iterator[tuple[str, ast.Module]]:
    """Every Python file except migrations, parsed."""
    for name, path in files(root, ".py"):
        if "/migrations/" in name or (not tests and name.startswith("tests/")):
            continue
        yield name, ast.parse(path.read_text(encoding="utf-8"), filename=name)


def templates(root: Path) -> Iterator[tuple[str, str]]:
    """Every template of our own, HTML and text."""
    for name, path in files(root, ".html", ".txt", ".xml"):
        if "/templates/" in f"/{name}":
            yield name, path.read_text(encoding="utf-8")


def line_of(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def called_name(call: ast.Call) -> str:
    """`c` for the calls `c(…)` and `a.b.c(…)`."""
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def text_of(node: ast.AST | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
