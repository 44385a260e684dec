"""Ways in that were open in one package or another, tried by the people of parks on things of roads."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import Page

from tests.departments.matrix.attacking import gets_nothing, signed_in
from tests.departments.matrix.forms import editor_form
from tests.departments.matrix.marks import SOUGHT, marks_in

WORKERS = ["editor", "publisher"]


def page_url(name, *args):
    return reverse(f"wagtailadmin_pages:{name}", args=args)


# DE-01
@pytest.mark.parametrize("role", WORKERS)
def test_a_draft_of_roads_is_not_opened_deleted_unpublished_moved_or_made_private(world, role):
    user, draft = world.people[role], world.roads.draft
    for name in ("edit", "delete", "unpublish", "move", "set_privacy", "workflow_history"):
        assert gets_nothing(world, user, page_url(name, draft.pk))
        assert gets_nothing(world, user, page_url(name, draft.pk), {"new_parent_page": world.parks.page.pk})
    approve = page_url("workflow_action", world.roads.moderated.pk, "approve", world.roads.task_state.pk)
    assert gets_nothing(world, user, approve, {"comment": ""})


# DE-02
@pytest.mark.parametrize("role", WORKERS)
def test_a_page_of_parks_is_not_compared_with_a_revision_of_roads(world, role):
    user, mine = world.people[role], world.parks.pending
    theirs, own = world.roads.revision.pk, mine.get_latest_revision().pk
    for earlier, later in ((own, theirs), (theirs, own), ("live", theirs), (theirs, "latest")):
        assert gets_nothing(world, user, page_url("revisions_compare", mine.pk, earlier, later))


# DE-02
@pytest.mark.parametrize("role", WORKERS)
def test_the_revisions_of_a_page_of_roads_are_not_compared(world, role):
    for page in (world.roads.pending, world.roads.draft):
        assert gets_nothing(
            world, world.people[role], page_url("revisions_compare", page.pk, "earliest", "latest")
        )


# DE-02
@pytest.mark.parametrize("role", WORKERS)
def test_the_history_of_a_page_of_roads_is_not_shown(world, role):
    for name in ("history", "history_results", "workflow_history"):
        for page in (world.roads.draft, world.roads.live):
            assert gets_nothing(world, world.people[role], page_url(name, page.pk))


# DE-02
@pytest.mark.parametrize("role", WORKERS)
@pytest.mark.parametrize("alias", ["", "on"])
def test_a_page_of_roads_is_not_copied_to_parks(world, role, alias):
    before = Page.objects.count()
    data = {"new_title": "Mine", "new_slug": "mine", "new_parent_page": world.parks.page.pk, "alias": alias}
    for page in (world.roads.draft, world.roads.live):
        assert gets_nothing(world, world.people[role], page_url("copy", page.pk), data)
    assert Page.objects.count() == before


# DE-02
@pytest.mark.parametrize("role", WORKERS)
def test_the_draft_of_a_page_of_roads_is_not_previewed(world, role):
    user, page = world.people[role], world.roads.pending
    assert gets_nothing(world, user, page_url("preview_on_edit", page.pk), editor_form(world, page))
    assert gets_nothing(world, user, page_url("preview_on_edit", page.pk))
    assert gets_nothing(world, user, page_url("view_draft", page.pk))


# DE-03
def test_a_page_of_roads_is_not_begun_in_another_language_even_with_the_right_to_submit(world):
    user = world.people["editor"]
    user.user_permissions.add(Permission.objects.get(codename="submit_translation"))
    before = Page.objects.count()
    locales = {"locales": [world.roads.alias.locale_id], "include_subtree": "on"}
    for page in (world.roads.draft, world.roads.live, world.roads.event):
        for name in ("wagtail_localize:submit_page_translation", "translations:begin"):
            assert gets_nothing(world, user, reverse(name, args=[page.pk]))
            assert gets_nothing(world, user, reverse(name, args=[page.pk]), locales)
    assert Page.objects.count() == before


@pytest.mark.parametrize("role", ["editor", "translator", "analyst", "communications", "newcomer"])
def test_private_pictures_and_documents_of_roads_are_not_found_through_the_editors_interface(world, role):
    client = signed_in(world.people[role])
    for kind, private in (("images", world.roads.private_image), ("documents", world.roads.private_document)):
        for query in ("fields=*", f"search={SOUGHT}", f"id={private.pk}"):
            response = client.get(reverse(f"wagtailadmin_api:{kind}:listing") + f"?{query}")
            assert marks_in(response) == set()
        assert client.get(reverse(f"wagtailadmin_api:{kind}:detail", args=[private.pk])).status_code == 404


@pytest.mark.parametrize("role", ["editor", "communications", "resident", "anonymous"])
def test_a_private_document_of_roads_is_not_served(world, role):
    client = signed_in(world.people[role])
    document = world.roads.private_document
    for address in (document.url, f"/media/{document.file.name}"):
        response = client.get(address)
        assert response.status_code in {302, 403, 404}
        assert b"quietcontent" not in response.content


# DE-06
def test_the_answers_of_roads_are_neither_read_nor_exported(world):
    survey = world.roads.survey
    for role in ("editor", "publisher", "analyst", "head", "communications"):
        user = world.people[role]
        for name in ("survey", "live", "answers", "texts", "figures"):
            assert gets_nothing(world, user, reverse(f"survey_admin:{name}", args=[survey.pk]))


# DE-06
def test_the_list_of_surveys_and_its_files_hold_those_of_parks_only(world):
    client = signed_in(world.people["analyst"])
    html = client.get(reverse("survey_admin:list")).content.decode()
    assert "Survey of parks" in html
    assert "Survey of roads" not in html
    texts = client.get(reverse("survey_admin:texts", args=[world.parks.survey.pk]))
    assert "openanswer" in b"".join(texts.streaming_content).decode()
    assert marks_in(client.get(reverse("survey_admin:answers", args=[world.parks.survey.pk]))) == set()


def test_the_citys_report_on_translations_names_public_pages_only(world):
    client = signed_in(world.people["communications"])
    response = client.get(reverse("translations:report") + "?export=csv")
    text = b"".join(response.streaming_content).decode()
    assert "roads opens" in text
    assert "quiet" not in text.lower()
