from __future__ import annotations

import pytest
from django.urls import reverse

from tests.departments.matrix.attacking import gets_nothing, signed_in


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


# DE-14
@pytest.mark.parametrize("role", ["editor", "publisher", "translator"])
def test_a_translation_opens_for_the_department_that_owns_the_page(world, role):
    client = signed_in(world.people[role])
    assert client.get(edit_url(world.parks.translated)).status_code == 200
    assert client.get(edit_url(world.parks.drafted_translation)).status_code == 200


# DE-14
@pytest.mark.parametrize("role", ["editor", "publisher", "translator"])
def test_a_translation_stays_closed_to_the_same_role_of_another_department(world, role):
    user = world.people[role]
    for page in (world.roads.translated, world.roads.drafted_translation, world.roads.alias):
        assert gets_nothing(world, user, edit_url(page))
        assert gets_nothing(world, user, edit_url(page), {"action": "publish"})
