"""The matrix in words is the matrix, on the screens and in the README."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.departments.people.words import city_roles, department_roles, in_words
from portal.departments.roles import CITY_ROLES, ROLES

README = Path(__file__).parents[3] / "portal" / "departments" / "README.md"
EVERY_ROLE = [*ROLES.values(), *CITY_ROLES.values()]


def rows_of_the_readme():
    lines = README.read_text().splitlines()
    start = next(place for place, line in enumerate(lines) if line.startswith("| role |"))
    rows = lines[start + 2 :]
    end = next(place for place, line in enumerate(rows) if not line.startswith("|"))
    return [tuple(cell.strip() for cell in row.strip("|").split("|")) for row in rows[:end]]


def test_the_table_in_the_readme_is_the_matrix():
    assert rows_of_the_readme() == [
        (row.role.lower(), row.pages, row.media, row.surveys, row.city, row.hands_out)
        for row in (*department_roles(), *city_roles())
    ]


@pytest.mark.parametrize("role", EVERY_ROLE, ids=lambda role: role.code)
def test_every_right_has_its_words(role):
    words = in_words(role)

    def said(line):
        return len(line.split(", ")) if line != "–" else 0

    documents = {codename.replace("document", "image") for codename in role.media if "document" in codename}
    pictures = {codename for codename in role.media if "image" in codename}
    collections = bool(role.media - pictures - {name for name in role.media if "document" in name})
    assert documents == pictures
    assert said(words.pages) == len(role.pages)
    assert said(words.media) == len(pictures) + collections
    assert bool(said(words.surveys) + said(words.city)) == bool(role.actions)
