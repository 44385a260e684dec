"""Ties between apps that an import check does not see: relation strings, templates, doors."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.checks.apps import BY_LABEL, app_of_module, app_of_path, may_know
from tests.architecture.checks.source import Finding, called_name, files, line_of, modules, templates, text_of

RELATIONS = {"ForeignKey", "OneToOneField", "ManyToManyField", "ParentalKey", "ParentalManyToManyField"}
MODEL = re.compile(r"^(\w+)\.[A-Z]\w*$")
TAG = re.compile(r"{%-?\s*(load|include|extends)\s+(.*?)\s*-?%}", re.DOTALL)
# What an app offers to those above it.
DOORS = {"models", "queries", "services", "blocks", "permissions", "mail", "signals"}
REGISTRIES = {"portal.departments": {"guard", "provisioning", "registry", "roles"}}
# An article may hold a question; beyond that, news and surveys are strangers.
NARROW_DOORS = {("news", "surveys"): {"blocks"}, ("feedback", "surveys"): set()}
# The ground floor offers everything, except the parts that only Django and Wagtail call.
INNER_PARTS_OF_CORE = {
    "apps",
    "jobs",
    "management",
    "middleware",
    "migrations",
    "templatetags",
    "wagtail_hooks",
}


def relations(root: Path) -> Iterator[Finding]:
    """`ForeignKey("app.Model")` and `get_model("app", "Model")` point down only."""
    for name, tree in modules(root, tests=False):
        app = app_of_path(name)
        for node in ast.walk(tree):
            other = BY_LABEL.get(model_label(node)) if isinstance(node, ast.Call) else None
            if not may_know(app, other):
                yield Finding(name, node.lineno, f"{app} must not know {other}")


def model_label(call: ast.Call) -> str | None:
    """The app label in a relation or a model look-up by name."""
    keywords = {keyword.arg: keyword.value for keyword in call.keywords}
    function = called_name(call)
    if function in RELATIONS:
        target = text_of(call.args[0] if call.args else keywords.get("to"))
    elif function == "get_model":
        target = text_of(call.args[0] if call.args else keywords.get("app_label"))
    elif function == "PageChooserBlock":
        target = text_of(
            call.args[0] if call.args else keywords.get("page_type") or keywords.get("target_model")
        )
    else:
        return None
    if target is None:
        return None
    match = MODEL.match(target)
    return match[1] if match else (target if function == "get_model" else None)


def template_ties(root: Path) -> Iterator[Finding]:
    """Tag libraries and templates that a template uses belong to its own app or one below."""
    libraries = tag_libraries(root)
    for name, text in templates(root):
        app = app_of_path(name)
        for tag in TAG.finditer(text):
            for other in used_apps(tag[1], tag[2], libraries):
                if not may_know(app, other):
                    yield Finding(
                        name, line_of(text, tag.start()), f"a template of {app} must not use {other}"
                    )


def tag_libraries(root: Path) -> dict[str, str | None]:
    return {
        path.stem: app_of_path(name)
        for name, path in files(root, ".py")
        if path.parent.name == "templatetags"
    }


def used_apps(tag: str, rest: str, libraries: dict[str, str | None]) -> list[str | None]:
    if tag == "load":
        return [libraries.get(word) for word in rest.split()]
    folder = rest.strip("\"'").split("/")[0]
    return [BY_LABEL.get(folder)]


def doors(root: Path) -> Iterator[Finding]:
    """Another app is entered only by what it offers."""
    for name, tree in modules(root, tests=False):
        app = app_of_path(name)
        if app is None:
            continue
        for node in ast.walk(tree):
            for module in imported_modules(node, name):
                other = app_of_module(module)
                if other not in {None, app} and not is_door(module, other, user=app):
                    yield Finding(name, node.lineno, f"{module} is not a door of {other}")


def imported_modules(node: ast.AST, name: str) -> list[str]:
    """Full names of what an import statement brings; for `from a import b`, a.b."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    package = name.removesuffix(".py").split("/")[: -node.level] if node.level else []
    module = ".".join([*package, *([node.module] if node.module else [])])
    return [f"{module}.{alias.name}" for alias in node.names]


def is_door(module: str, app: str, *, user: str) -> bool:
    part = module.removeprefix(app).lstrip(".").split(".")[0]
    if app == "portal.core":
        return part not in INNER_PARTS_OF_CORE
    return part in NARROW_DOORS.get((user, app), DOORS | REGISTRIES.get(app, set()))
