"""Moving, hiding, scheduling, protecting and deleting a page happens in every language."""

from __future__ import annotations

import datetime

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from portal.translations.queries import State, states_of
from portal.translations.services import MoveRefused, begin_translation, publish_translation
from tests.factories import department_page, make_article, make_standard_page, translate
from tests.translations.conftest import in_every_language
from tests.translations.translating import begin, edit, fill, locale, publish, target

LANGUAGES = ("en", "es", "ar")


def addresses(page):
    pages = Page.objects.filter(translation_key=page.translation_key)
    return {each.locale.language_code: each.url_path.split("/", 2)[2] for each in pages}


def live(page):
    pages = Page.objects.filter(translation_key=page.translation_key, live=True)
    return {each.locale.language_code for each in pages}


def everywhere(address):
    return dict.fromkeys(LANGUAGES, address)


@pytest.fixture
def two_ways(article):
    """In Spanish a translation, in Arabic one that has begun."""
    publish(article)
    begin(article, "ar")
    return article


# Moving


def test_a_page_moves_in_every_language(two_ways, roads):
    Page.objects.get(pk=two_ways.pk).move(department_page(roads), pos="last-child")
    assert addresses(two_ways) == everywhere("departments/roads/trees/")
    assert {target(two_ways, code).department for code in LANGUAGES} == {roads}


def test_aliases_move_along(article, roads):
    Page.objects.get(pk=article.pk).move(department_page(roads), pos="last-child")
    assert addresses(article) == everywhere("departments/roads/trees/")


def test_a_translation_does_not_move_alone(two_ways, roads):
    spanish = Page.objects.get(pk=target(two_ways).pk)
    with pytest.raises(MoveRefused, match="Move the original"):
        spanish.move(department_page(roads, "es"), pos="last-child")
    assert addresses(two_ways) == everywhere("departments/parks/trees/")


def test_where_the_new_place_lacks_a_language_nothing_moves(two_ways, parks):
    shed = make_standard_page(department_page(parks), slug="shed")
    with pytest.raises(MoveRefused, match="does not exist in"):
        Page.objects.get(pk=two_ways.pk).move(shed, pos="last-child")
    assert addresses(two_ways) == everywhere("departments/parks/trees/")


def test_where_the_address_is_taken_in_one_language_nothing_moves(two_ways, roads):
    make_article(roads, slug="trees", language="ar")
    with pytest.raises(MoveRefused, match="has a page with this address"):
        Page.objects.get(pk=two_ways.pk).move(department_page(roads), pos="last-child")
    assert addresses(two_ways) == everywhere("departments/parks/trees/")


def test_pages_change_places_in_one_language_alone(two_ways, parks):
    sibling = make_article(parks, "Benches")
    Page.objects.get(pk=two_ways.pk).move(Page.objects.get(pk=sibling.pk), pos="right")
    assert addresses(two_ways) == everywhere("departments/parks/trees/")


def test_the_screen_moves_all_languages(client, gus, two_ways, roads):
    client.force_login(gus)
    place = reverse("wagtailadmin_pages:move_confirm", args=[two_ways.pk, department_page(roads).pk])
    response = client.post(place, follow=True)
    assert "in all its languages" in response.content.decode()
    assert addresses(two_ways) == everywhere("departments/roads/trees/")


def test_the_screen_says_why_a_page_does_not_move(client, gus, ben, two_ways, roads):
    Page.objects.filter(pk=target(two_ways).pk).update(locked=True, locked_by=ben, locked_at=timezone.now())
    client.force_login(gus)
    place = reverse("wagtailadmin_pages:move_confirm", args=[two_ways.pk, department_page(roads).pk])
    response = client.post(place, follow=True)
    assert "somebody has locked it in Español" in response.content.decode()
    assert addresses(two_ways) == everywhere("departments/parks/trees/")


def test_many_pages_move_in_all_languages_or_not_at_all(client, gus, two_ways, roads):
    client.force_login(gus)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    to = {"chooser": department_page(roads).pk}
    refused = client.post(
        f"{bulk}?id={target(two_ways).pk}&next=/admin/",
        {"chooser": department_page(roads, "es").pk},
        follow=True,
    )
    assert "Move the original" in refused.content.decode()
    client.post(f"{bulk}?id={two_ways.pk}", to)
    assert addresses(two_ways) == everywhere("departments/roads/trees/")


# Taking down


def test_a_page_is_taken_down_in_every_language(two_ways):
    two_ways.unpublish()
    assert live(two_ways) == set()


def test_a_translation_may_be_taken_down_alone(two_ways):
    target(two_ways).unpublish()
    assert live(two_ways) == {"en", "ar"}


def test_a_language_that_somebody_holds_keeps_the_page_up(client, gus, ben, two_ways):
    Page.objects.filter(pk=target(two_ways).pk).update(locked=True, locked_by=ben, locked_at=timezone.now())
    client.force_login(gus)
    for address in (
        reverse("wagtailadmin_pages:unpublish", args=[two_ways.pk]),
        reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
        + f"?id={two_ways.pk}&next=/admin/",
    ):
        response = client.post(address, follow=True)
        assert "somebody has locked it in Español" in response.content.decode()
    assert live(two_ways) == set(LANGUAGES)


def test_an_end_holds_for_every_language(two_ways):
    end = timezone.now().replace(microsecond=0) + datetime.timedelta(days=1)
    edit(two_ways, expire_at=end)
    assert {target(two_ways, code).expire_at for code in LANGUAGES} == {end}
    assert target(two_ways).get_latest_revision_as_object().expire_at == end
    Page.objects.filter(pk=two_ways.pk).update(expire_at=timezone.now() - datetime.timedelta(hours=1))
    call_command("publish_scheduled")
    assert live(two_ways) == set()
    assert target(two_ways).expired


# Scheduling


def let_the_day_come(page):
    past = timezone.now() - datetime.timedelta(minutes=1)
    for each in page.get_translations(inclusive=True):
        Page.objects.filter(pk=each.pk).update(go_live_at=past)
        for revision in each.revisions.filter(approved_go_live_at__isnull=False):
            revision.approved_go_live_at = past
            revision.content = {**revision.content, "go_live_at": past.isoformat()}
            revision.save()


def test_an_approved_page_waits_for_its_day_in_every_language(parks, client):
    day = timezone.now() + datetime.timedelta(days=1)
    article = in_every_language(make_article(parks, "Fair", slug="fair", live=False))
    edit(article, go_live_at=day)
    assert live(article) == set()
    translation = begin(article)
    fill(translation, {"Fair": "Feria"})
    publish_translation(translation=translation, user=None)
    assert live(article) == set()
    assert states_of([target(article)]) == {target(article).pk: State.DONE}
    let_the_day_come(article)
    call_command("publish_scheduled")
    assert live(article) == set(LANGUAGES)
    assert "Feria" in client.get("/es/departments/parks/fair/").content.decode()
    assert not target(article).is_untranslated


def test_a_translation_follows_when_its_source_comes_earlier(parks):
    day = timezone.now() + datetime.timedelta(days=9)
    article = in_every_language(make_article(parks, "Fair", slug="fair", live=False))
    edit(article, go_live_at=day)
    translation = begin(article)
    fill(translation, {"Fair": "Feria"})
    publish_translation(translation=translation, user=None)
    sooner = timezone.now().replace(microsecond=0) + datetime.timedelta(days=2)
    edit(article, go_live_at=sooner)
    revision = target(article).latest_revision
    assert (revision.approved_go_live_at, target(article).go_live_at) == (sooner, sooner)
    edit(article, go_live_at=None)
    assert live(article) == set(LANGUAGES)
    assert target(article).title == "Feria"


# Privacy


def test_who_may_see_a_page_may_see_it_in_every_language(client, two_ways):
    staff = Group.objects.create(name="Staff")
    restriction = PageViewRestriction.objects.create(page=two_ways, restriction_type="groups")
    restriction.groups.add(staff)
    for code in ("es", "ar"):
        copy = PageViewRestriction.objects.get(page=target(two_ways, code))
        assert (copy.restriction_type, list(copy.groups.all())) == ("groups", [staff])
        assert client.get(f"/{code}/departments/parks/trees/").status_code in (302, 403)
    restriction.delete()
    assert not PageViewRestriction.objects.exists()


def test_aliases_are_as_private_as_their_source(article):
    PageViewRestriction.objects.create(page=article, restriction_type="login")
    assert PageViewRestriction.objects.filter(page=target(article, "ar")).exists()


def test_a_new_language_of_a_private_page_is_private(parks):
    article = make_article(parks, "Fair")
    PageViewRestriction.objects.create(page=article, restriction_type="login")
    in_every_language(article)
    assert PageViewRestriction.objects.filter(page=target(article)).exists()


# Deleting


def test_a_page_is_deleted_in_every_language(two_ways):
    Page.objects.get(pk=two_ways.pk).delete()
    assert not Page.objects.filter(translation_key=two_ways.translation_key).exists()
    Page.fix_tree()
    assert not any(Page.find_problems())


def test_what_lies_below_goes_in_every_language(parks):
    shed = in_every_language(make_standard_page(department_page(parks), "Shed", slug="shed"))
    tools = in_every_language(make_standard_page(shed, "Tools", slug="tools"))
    publish(tools)
    Page.objects.get(pk=shed.pk).delete()
    assert not Page.objects.filter(slug__in=["shed", "tools"]).exists()
    assert not any(Page.find_problems())


def test_a_translation_is_not_deleted_alone(client, gus, two_ways):
    client.force_login(gus)
    spanish = target(two_ways)
    for address in (
        reverse("wagtailadmin_pages:delete", args=[spanish.pk]),
        reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
        + f"?id={spanish.pk}&next=/admin/",
    ):
        response = client.post(address, follow=True)
        assert "is not deleted alone" in response.content.decode()
    assert Page.objects.filter(pk=spanish.pk).exists()


def test_a_page_is_not_deleted_while_somebody_holds_a_language(client, gus, ben, two_ways):
    Page.objects.filter(pk=target(two_ways).pk).update(locked=True, locked_by=ben, locked_at=timezone.now())
    client.force_login(gus)
    client.post(reverse("wagtailadmin_pages:delete", args=[two_ways.pk]))
    assert Page.objects.filter(pk=two_ways.pk).exists()


def test_a_language_whose_page_was_removed_can_be_begun_anew(article):
    publish(article)
    target(article).delete()
    translation = begin_translation(page=article, locale=locale("es"), user=None)
    assert translation.enabled
    assert target(article).is_untranslated


# Publishing in bulk


def test_unfinished_words_are_not_published_in_bulk(client, gus, article, parks):
    begin(article)
    client.force_login(gus)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    for page, more in (
        (target(article), {}),
        (department_page(parks, "es"), {"include_descendants": "on"}),
    ):
        response = client.post(f"{bulk}?id={page.pk}&next=/admin/", more, follow=True)
        assert "not all of its texts are translated" in response.content.decode()
    assert target(article).is_untranslated


def test_an_alias_becomes_a_page_of_its_own_by_translation_alone(client, gus, article):
    client.force_login(gus)
    client.post(reverse("wagtailadmin_pages:convert_alias", args=[target(article).pk]))
    assert target(article).alias_of_id == article.pk


def test_a_page_in_its_own_language_is_translated_by_hand_as_before(article):
    translate(article, "es", title="Árboles")
    Page.objects.get(pk=article.pk).delete()
    assert not Page.objects.filter(slug="trees").exists()
