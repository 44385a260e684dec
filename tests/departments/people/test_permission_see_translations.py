"""Who sees how far the translations of all departments are."""

from __future__ import annotations

from portal.departments.permissions import user_can_for_city
from portal.departments.roles import CityAction


def test_communications_and_administrators_see_the_translations_of_all_departments(able):
    assert able(lambda person: user_can_for_city(person, CityAction.SEE_TRANSLATIONS)) == {
        "dora",
        "greta",
        "gus",
    }


def test_nobody_sees_them_whose_account_is_closed(dora):
    dora.is_active = False
    dora.save()
    assert not user_can_for_city(dora, CityAction.SEE_TRANSLATIONS)
