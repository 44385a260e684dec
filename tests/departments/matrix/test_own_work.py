"""The guard is no wall: each role does with the things of its own department what the matrix declares, and no more."""

from __future__ import annotations

import pytest

from portal.departments.roles import ROLES
from tests.departments.matrix.attacking import signed_in
from tests.departments.matrix.works.desk import Desk
from tests.departments.matrix.works.rights import NEEDS


@pytest.mark.parametrize("role", ROLES.values(), ids=ROLES.keys())
@pytest.mark.parametrize("work", NEEDS, ids=lambda work: work.__name__)
def test_who_may_do_this_for_parks_does_it_and_nobody_else(world, role, work):
    desk = Desk(world, role, signed_in(world.people[role.code]))
    assert work(desk) == NEEDS[work](role)


@pytest.mark.parametrize("role", ROLES)
def test_whoever_works_for_parks_comes_to_the_desk(world, role):
    assert signed_in(world.people[role]).get("/admin/").status_code == 200
