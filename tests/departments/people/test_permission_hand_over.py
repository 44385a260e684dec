"""Who hands over what is a leaver's."""

from __future__ import annotations

import pytest
from django.urls import reverse

from portal.departments.people.handing_over import MayNotHandOver, hand_over


def hands_over(by, leaver, successor):
    try:
        hand_over(leaver=leaver, successor=successor, by=by, roles=[])
    except MayNotHandOver:
        return False
    return True


def test_administrators_hand_over_and_nobody_else(able, ben, hana):
    assert able(lambda person: person != ben and hands_over(person, ben, hana)) == {"greta", "gus"}


def test_only_they_open_the_screen(able_to_open, ben):
    assert able_to_open(reverse("department_roles:hand_over", args=[ben.pk])) == {"greta", "gus"}


def test_a_superusers_account_is_handed_over_by_a_superuser_only(able, gus, hana):
    assert able(lambda person: hands_over(person, gus, hana)) == set()
    gus.refresh_from_db()
    assert gus.is_active


@pytest.mark.parametrize("name", ["greta", "gus"])
def test_nobody_hands_over_their_own_account(request, client, hana, name):
    person = request.getfixturevalue(name)
    assert not hands_over(person, person, hana)
    client.force_login(person)
    assert client.get(reverse("department_roles:hand_over", args=[person.pk])).status_code == 404
