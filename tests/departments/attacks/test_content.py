"""Things of others that come in through one's own page, and what one person stores for another to run."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Comment, Page, PageViewRestriction
from wagtail_localize.models import OverridableSegment, SegmentOverride

from surveys.models import SurveyIndexPage, SurveyPage
from tests.factories import make_article
from tests.surveys.making import open_survey
from tests.translations.translating import begin

FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def asked(parks, roads):
    """A page of parks that holds a survey of roads."""
    survey = open_survey(roads, title="Road survey", slug="road-survey")
    page = make_article(parks, "Asking for roads")
    page.body = [("micro_survey", {"survey": survey_page(survey)})]
    page.save_revision().publish()
    page.survey = survey
    return page


def survey_page(survey):
    return SurveyPage.objects.get(translation_key=survey.key, locale__language_code="en")


def make_private(page):
    return PageViewRestriction.objects.create(page=Page.objects.get(pk=page.pk), restriction_type="login")


def test_a_survey_that_became_private_is_no_longer_shown_in_the_page_of_another_department(client, asked):
    assert "street this week" in client.get(asked.url).text
    make_private(survey_page(asked.survey))
    html = client.get(asked.url).text
    assert "street this week" not in html
    assert "Road survey" not in html


def test_a_survey_that_was_unpublished_is_no_longer_shown_in_the_page_of_another_department(client, asked):
    survey_page(asked.survey).unpublish()
    assert "street this week" not in client.get(asked.url).text


def test_the_short_address_of_a_private_survey_leads_nowhere_for_strangers(client, asked, ada):
    make_private(survey_page(asked.survey))
    address = reverse("surveys:answer", args=[asked.survey.code])
    assert client.get(address).status_code == 404
    assert client.get(reverse("surveys:thanks", args=[asked.survey.code])).status_code == 404
    client.force_login(ada)
    assert client.get(address).status_code == 302


def test_a_private_survey_is_not_on_the_list_of_surveys(client, city, asked):
    index = SurveyIndexPage.objects.get(locale=city.locale)
    assert "Road survey" in client.get(index.url).text
    make_private(survey_page(asked.survey))
    assert "Road survey" not in client.get(index.url).text


@pytest.mark.parametrize("charset", ["utf-8", "utf-7", "utf-16"])
def test_an_address_that_runs_a_script_is_refused_in_every_character_set(client, parks, emil, charset):
    page = make_article(parks, "Trees")
    page.body = [("paragraph", '<p>See <a href="https://trees.example/">trees</a></p>')]
    page.save_revision().publish()
    translation = begin(page, "es", emil)
    segment = OverridableSegment.objects.get(source=translation.source)
    client.force_login(emil)
    address = reverse("wagtail_localize:edit_override", args=[translation.pk, segment.pk])
    written = "".join(f"%{byte:02x}" for byte in "javascript:alert(1)".encode(charset))
    if charset == "utf-7":
        written = "%2BAGo-avascript:alert(1)"
    answer = client.put(address, f"value={written}", content_type=f"{FORM}; charset={charset}")
    assert answer.status_code == 404
    assert not SegmentOverride.objects.exists()


def test_a_comment_of_another_page_or_person_is_not_rewritten(edit, remark, ben, cleo, hana, pond, pothole):
    for page, writer in ((pothole, cleo), (pond, hana)):
        comment = Comment.objects.create(page=page.page_ptr, user=writer, text="Hers", contentpath="title")
        edit(ben, pond, **{**remark("Forged"), "comments-0-id": comment.pk})
        comment.refresh_from_db()
        assert (comment.page_id, comment.text, comment.user) == (page.pk, "Hers", writer)


def test_a_draft_of_another_page_is_not_overwritten_by_saving_ones_own(edit, ben, pond, bridge):
    theirs = bridge.get_latest_revision()
    answer = edit(ben, pond, overwrite_revision_id=theirs.pk)
    theirs.refresh_from_db()
    assert theirs.content["title"] == "Bridge secret"
    assert b"Bridge secret" not in answer.content


def test_sending_the_same_picture_does_not_tell_that_another_department_has_it(desk, parks, crane):
    crane._set_file_hash()
    crane.save()
    with crane.file.open() as file:
        content = file.read()
    for name, prefix, field in (
        ("wagtailimages:add", "", "file"),
        ("wagtailimages:add_multiple", "", "files[]"),
        ("wagtailimages_chooser:create", "image-chooser-upload-", "file"),
    ):
        data = {
            f"{prefix}title": "Mine",
            f"{prefix}collection": parks.collection_id,
            prefix + field: SimpleUploadedFile("mine.png", content, "image/png"),
        }
        headers = {"x-requested-with": "XMLHttpRequest"}
        answer = desk.post(reverse(name), data, headers=headers, follow=True)
        assert "Crane secret" not in answer.text
        assert crane.file.name not in answer.text


def test_ones_own_picture_is_not_pushed_into_the_collection_of_another_department(desk, parks, roads, duck):
    data = {"title": "Duck", "collection": roads.collection_id, "tags": ""}
    bulk = reverse("wagtail_bulk_action", args=["core", "cityimage", "add_to_collection"])
    for address in (reverse("wagtailimages:edit", args=[duck.pk]), f"{bulk}?id={duck.pk}"):
        answer = desk.post(address, data)
        assert roads.collection.name not in answer.text
    duck.refresh_from_db()
    assert duck.collection == parks.collection
