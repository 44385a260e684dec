"""Two departments, and everybody who has no business with roads, at every address of the admin with things of roads."""

from __future__ import annotations

import pytest

from tests.departments.matrix.addresses import admin_names, names_of, unclassified
from tests.departments.matrix.cases.every import every_case
from tests.departments.matrix.staff import TRIERS
from tests.departments.matrix.trying import FIGURES, go_through


@pytest.fixture(scope="package")
def cases(two_departments):
    return every_case(two_departments)


def test_every_address_of_the_admin_is_tried_with_things_of_roads(world, cases):
    tried = {name for case in cases for name in (case.name, *names_of(case.url))}
    assert admin_names() - tried == set()


def test_every_address_of_the_admin_has_a_rule():
    assert unclassified() == set()


@pytest.mark.parametrize("role", TRIERS)
def test_nobody_of_parks_sees_or_changes_anything_of_roads(world, cases, role, record_property):
    outcome = go_through(world, role, cases)
    figures = {
        "names": len(admin_names()),
        "tries": outcome.tries,
        "leaks": len(outcome.leaks),
    }
    record_property(FIGURES, figures)
    assert outcome.leaks == [], "\n" + "\n".join(outcome.leaks)
    assert outcome.failures == [], "\n" + "\n".join(outcome.failures)
