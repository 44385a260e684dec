from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.departments.models import PreviewLink
from portal.departments.previews.services import create_preview_link, revoke_preview_link
from tests.departments.matrix.attacking import gets_nothing, signed_in
from tests.departments.matrix.marks import marks_in

LOOKING = ["anonymous", "resident", "editor"]


@pytest.fixture
def shared(world):
    """A link to a draft of roads, and the address that opens it."""
    link, token = create_preview_link(page=world.roads.draft, user=world.roads.staff["editor"])
    return link, reverse("shared_draft", args=[token])


# DE-13
@pytest.mark.parametrize("role", LOOKING)
def test_whoever_has_the_link_reads_the_draft_and_no_cache_or_search_engine_keeps_it(world, shared, role):
    response = signed_in(world.people[role]).get(shared[1])
    assert response.status_code == 200
    assert "quietdraft" in marks_in(response)
    assert "noindex" in response["X-Robots-Tag"]
    assert "no-store" in response["Cache-Control"]


# DE-13
@pytest.mark.parametrize("role", LOOKING)
def test_a_link_that_has_expired_opens_nothing(world, shared, role):
    link, address = shared
    PreviewLink.objects.filter(pk=link.pk).update(
        created_at=timezone.now() - timedelta(days=2), expires_at=timezone.now() - timedelta(minutes=1)
    )
    assert gets_nothing(world, world.people[role], address)


# DE-13
@pytest.mark.parametrize("role", LOOKING)
def test_a_link_that_was_revoked_opens_nothing(world, shared, role):
    revoke_preview_link(link=shared[0], user=world.roads.staff["editor"])
    assert gets_nothing(world, world.people[role], shared[1])


# DE-13
@pytest.mark.parametrize("role", LOOKING)
def test_without_the_link_the_draft_has_no_address(world, role):
    draft = world.roads.draft
    user = world.people[role]
    assert gets_nothing(world, user, reverse("shared_draft", args=["a-guess"]))
    assert gets_nothing(world, user, f"/en/departments/roads/{draft.slug}/")
    assert gets_nothing(world, user, reverse("wagtailadmin_pages:view_draft", args=[draft.pk]))


# DE-13
@pytest.mark.parametrize("role", ["editor", "publisher"])
def test_another_department_neither_makes_nor_revokes_links_to_the_draft(world, role):
    user, draft, link = world.people[role], world.roads.draft, world.roads.preview_link
    form = {"note": "", "days": "7"}
    assert gets_nothing(world, user, reverse("preview_links:list", args=[draft.pk]))
    assert gets_nothing(world, user, reverse("preview_links:list", args=[draft.pk]), form)
    for page in (draft, world.parks.draft):
        assert gets_nothing(world, user, reverse("preview_links:revoke", args=[page.pk, link.pk]), form)
