"""Rules for Python files: sizes, names, annotations, purity, migrations."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.checks.source import Finding, files, modules

FILE_LINES = 300
FUNCTION_LINES = 40
JUNK_DRAWERS = {"utils", "helpers", "common", "misc", "util", "helper"}
# Rules are arithmetic on plain values: the moment, chance and secrets are given to them.
IMPURE_MODULES = {"random", "secrets", "time", "os", "uuid", "socket", "subprocess", "pathlib"}
# A folder below `services/` is the inside of one use case.
SERVICE_FILE = re.compile(r"/services(/\w+)?\.py$")
IMPURE_CALLS = {"now", "today", "utcnow", "open", "print", "input"}


def file_sizes(root: Path) -> Iterator[Finding]:
    for name, path in files(root, ".py", ".js", ".css"):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > FILE_LINES and "/migrations/" not in name:
            yield Finding(name, lines, f"{lines} lines, at most {FILE_LINES}")


def function_sizes(root: Path) -> Iterator[Finding]:
    for name, tree in modules(root):
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = node.end_lineno - node.lineno + 1
                if lines > FUNCTION_LINES:
                    yield Finding(
                        name, node.lineno, f"{node.name} has {lines} lines, at most {FUNCTION_LINES}"
                    )


def junk_drawers(root: Path) -> Iterator[Finding]:
    for name, path in files(root):
        words = {*path.parent.relative_to(root).parts, path.stem}
        for word in sorted(JUNK_DRAWERS & words):
            yield Finding(name, 1, f"{word!r} says nothing about what is inside")


def private_names(root: Path) -> Iterator[Finding]:
    for name, tree in modules(root):
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    if alias.name.startswith("_") and not alias.name.startswith("__"):
                        yield Finding(name, node.lineno, f"{alias.name} is private to {node.module}")


def future_annotations(root: Path) -> Iterator[Finding]:
    for name, tree in modules(root):
        imported = {
            alias.name
            for node in tree.body
            if isinstance(node, ast.ImportFrom) and node.module == "__future__"
            for alias in node.names
        }
        if tree.body and "annotations" not in imported:
            yield Finding(name, 1, "from __future__ import annotations is missing")


def pure_domain(root: Path) -> Iterator[Finding]:
    """`domain/` reads no clock, no chance, no file. (Its imports of Django are the import check's matter.)"""
    for name, tree in modules(root, tests=False):
        if "/domain/" not in name:
            continue
        for node in ast.walk(tree):
            for what in impurities(node):
                yield Finding(name, node.lineno, f"{what} must come in as an argument")


def impurities(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names if alias.name.split(".")[0] in IMPURE_MODULES]
    if isinstance(node, ast.ImportFrom):
        # A type in a signature is how they come in.
        types = {"Random", "UUID", "Path"}
        impure = (node.module or "").split(".")[0] in IMPURE_MODULES
        return [alias.name for alias in node.names if impure and alias.name not in types]
    if isinstance(node, ast.Call):
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        return [called] if called in IMPURE_CALLS else []
    return []


def services(root: Path) -> Iterator[Finding]:
    """A use case is called by keyword, and knows no request."""
    for name, tree in modules(root, tests=False):
        if not SERVICE_FILE.search(name):
            continue
        for node in tree.body:
            if (
                isinstance(node, ast.FunctionDef)
                and not node.name.startswith("_")
                and not is_registered(node)
            ):
                arguments = node.args
                if arguments.args or arguments.posonlyargs:
                    yield Finding(name, node.lineno, f"{node.name} takes arguments by position")
                if "request" in {argument.arg for argument in arguments.args + arguments.kwonlyargs}:
                    yield Finding(name, node.lineno, f"{node.name} knows the request")


def is_registered(function: ast.FunctionDef) -> bool:
    """A function given to a registry has the shape that the registry asks for."""
    decorators = [ast.unparse(decorator) for decorator in function.decorator_list]
    return any(decorator.rpartition(".")[2].startswith("register_") for decorator in decorators)


def one_migration(root: Path) -> Iterator[Finding]:
    """Until the first release, a change of a model goes into the app's initial migration."""
    by_folder: dict[str, list[str]] = defaultdict(list)
    for _name, path in files(root, ".py"):
        if path.parent.name == "migrations" and path.name != "__init__.py":
            by_folder[path.parent.relative_to(root).as_posix()].append(path.name)
    for folder, names in by_folder.items():
        for extra in sorted(set(names) - {"0001_initial.py"}):
            yield Finding(f"{folder}/{extra}", 1, "one initial migration per app")
