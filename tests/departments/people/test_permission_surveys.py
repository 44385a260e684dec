"""Who sees the figures of a department, takes its answers along, and runs its waves."""

from __future__ import annotations

import pytest

from portal.departments.permissions import departments_where, user_can
from portal.departments.roles import Action


@pytest.mark.parametrize(
    ("action", "names"),
    [
        pytest.param(Action.SEE_FIGURES, {"ben", "fay", "gus", "hana", "ivo"}, id="figures"),
        pytest.param(Action.EXPORT_ANSWERS, {"fay", "gus"}, id="answers"),
        pytest.param(Action.RUN_WAVES, {"gus", "hana"}, id="waves"),
        pytest.param(Action.HAND_OUT_ROLES, {"gus", "ivo"}, id="roles"),
    ],
)
def test_an_administrator_sees_nobodys_figures_nor_answers(able, parks, action, names):
    assert able(lambda person: user_can(person, action, parks)) == names
    assert able(lambda person: parks in departments_where(person, action)) == names
