"""Which app a file belongs to, and which apps it may know."""

from __future__ import annotations

# From the ground up; apps in one row are siblings and never meet.
LAYERS = [
    ("portal.core",),
    ("portal.accounts",),
    ("portal.departments",),
    ("portal.translations",),
    ("surveys",),
    ("news", "feedback"),
    ("campaigns",),
    ("home",),
]
RANK = {app: rank for rank, row in enumerate(LAYERS) for app in row}
BY_LABEL = {app.rpartition(".")[2]: app for app in RANK}


def app_of_path(name: str) -> str | None:
    """The app that holds the file; None for tests, settings and the address table, which see everything."""
    parts = name.split("/")
    if parts[:2] == ["portal", "templates"]:
        return "portal.core"  # what every page stands on may use nothing above it
    return app_of_module(".".join(parts))


def app_of_module(module: str) -> str | None:
    return next((app for app in RANK if f"{module}.".startswith(f"{app}.")), None)


def may_know(app: str | None, other: str | None) -> bool:
    return app is None or other is None or app == other or RANK[app] > RANK[other]
