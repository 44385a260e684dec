"""The styles and scripts that public pages carry inside themselves.

Knows no Django: the settings ask here for the hashes of the content security policy.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

import rcssmin
import rjsmin

STATIC = Path(__file__).resolve().parents[2] / "static"
STYLESHEETS = ("tokens", "base", "layout", "components", "utilities")
# For pages that ask something, and for pages of results; every other page goes without.
SHEETS = ("questions", "results")
# Each script, and the files that it is joined from.
MODULES = {
    "ask": ("queue", "ask"),
    "controls": ("inputs", "controls"),
    "plan": ("inputs", "plan"),
    "pages": ("logic", "queue", "pages"),
}
# The files name one another as modules do; joined they share one scope.
BETWEEN_FILES = re.compile(r"^import .*\n|^export ", re.MULTILINE)


@cache
def stylesheet() -> str:
    """The five stylesheets as one, minified. Read once: the policy's hash must stay that of the page."""
    joined = "\n".join((STATIC / "css" / f"{name}.css").read_text("utf-8") for name in STYLESHEETS)
    return str(rcssmin.cssmin(joined))


@cache
def sheet(name: str) -> str:
    """One stylesheet of `SHEETS`, minified."""
    if name not in SHEETS:
        raise KeyError(name)
    return str(rcssmin.cssmin((STATIC / "css" / f"{name}.css").read_text("utf-8")))


@cache
def module(name: str) -> str:
    """One script of `MODULES`, minified. KeyError for any other."""
    joined = "\n".join((STATIC / "js" / f"{file}.js").read_text("utf-8") for file in MODULES[name])
    return str(rjsmin.jsmin(BETWEEN_FILES.sub("", joined)))


@cache
def csp_hash(text: str) -> str:
    """The source expression that allows exactly this inline text, quotes included."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
