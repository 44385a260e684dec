from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
DIRECT = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["tests"]]


def name_of(requirement):
    return re.match(r"[\w-]+", requirement)[0]


def without_reason(requirements, readme):
    table = readme.split("## Dependencies, and why")[1].split("\n## ")[0].lower()
    return [name for name in map(name_of, requirements) if not re.search(rf"\b{re.escape(name)}\b", table)]


def test_every_dependency_has_its_reason_in_the_readme():
    assert without_reason(DIRECT, (ROOT / "README.md").read_text()) == []


def test_a_dependency_without_a_reason_is_found():
    assert without_reason(["left-pad==1.0"], (ROOT / "README.md").read_text()) == ["left-pad"]


@pytest.mark.parametrize("requirement", DIRECT)
def test_every_dependency_is_pinned_once(requirement):
    assert re.fullmatch(r"[\w-]+(\[\w+\])?==[\d.]+", requirement)
    assert DIRECT.count(requirement) == 1
