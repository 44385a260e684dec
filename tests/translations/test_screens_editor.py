"""The translator's editing screen: what it shows, what may be done there, and by whom."""

from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail.models import Page, WorkflowState
from wagtail_localize.models import StringTranslation

from portal.core.models import District
from portal.translations.queries import State, states_of
from tests.factories import make_event
from tests.translations.conftest import in_every_language
from tests.translations.screens import edit_address, props_on, put, refused, text_address, words_on
from tests.translations.translating import begin, edit, fill, publish, target

pytestmark = pytest.mark.django_db
MACHINE = {"CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"}


@pytest.fixture
def translation(article, emil):
    return begin(article, "es", emil)


@pytest.fixture
def act(client, article):
    """The button with this name, pressed by somebody on the Spanish page."""

    def press(person, action):
        client.force_login(person)
        address = edit_address(target(article))
        return client.post(address, {"translation-action": action}, follow=True)

    return press


@pytest.fixture
def look(client, article):
    def as_person(person):
        client.force_login(person)
        return client.get(edit_address(target(article)))

    return as_person


def buttons_on(response):
    html = response.content.decode()
    actions = ("submit", "publish", "save", "withdraw", "accept")
    found = {name for name in actions if f'name="translation-action" value="{name}"' in html}
    task = response.context["instance"].current_workflow_task_state
    if task is None:
        return found
    return found | {name for name in ("approve", "reject") if decision_address(task, name) in html}


def decision_address(task, action):
    page = task.workflow_state.content_object
    return reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, task.pk])


def decide(client, person, article, action, **data):
    page = Page.objects.get(pk=target(article).pk)
    client.force_login(person)
    task = page.current_workflow_task_state
    return client.post(decision_address(task, action), data)


def test_a_page_that_nobody_translates_offers_to_begin(look, article, emil, hana):
    for person in (emil, hana):
        shown = words_on(look(person))
        assert "Not translated into Español yet" in shown
        assert "Translate into Español" in shown


def test_the_translator_submits_and_the_publisher_publishes(look, translation, emil, ben, hana):
    assert buttons_on(look(emil)) == {"submit", "save"}
    assert buttons_on(look(ben)) == {"submit", "save"}
    assert buttons_on(look(hana)) == {"submit", "save", "publish"}


def test_the_screen_says_how_many_texts_are_missing_and_submitting_says_so_too(look, act, translation, emil):
    assert "0/4 texts translated" in words_on(look(emil))
    assert "4 of 4 texts are not translated yet." in words_on(act(emil, "submit"))
    assert not WorkflowState.objects.exists()


def test_a_draft_is_saved_before_all_is_translated(act, article, translation, emil):
    assert "The draft is saved." in words_on(act(emil, "save"))
    assert target(article).latest_revision.user == emil
    assert target(article).title == "Trees"


def test_while_a_translation_waits_the_translator_may_only_withdraw_it(look, act, article, translation, emil):
    fill(translation)
    assert "The translation waits for approval." in words_on(act(emil, "submit"))
    screen = look(emil)
    assert buttons_on(screen) == {"withdraw"}
    assert "Its texts cannot be changed until that is decided." in words_on(screen)
    assert props_on(screen)["object"]["isLocked"] is True
    act(emil, "withdraw")
    assert states_of([target(article)])[target(article).pk] is State.IN_PROGRESS
    assert buttons_on(look(emil)) == {"submit", "save"}


def test_no_text_is_written_while_somebody_else_has_to_decide(client, act, translation, emil, hana):
    fill(translation)
    act(emil, "submit")
    address = text_address(translation, translation.source.stringsegment_set.first())
    assert refused(put(client, address, "Otra cosa"))
    client.force_login(hana)
    assert put(client, address, "Otra cosa").status_code == 200


def test_the_publisher_approves_on_the_screen_of_the_translation(
    client, look, act, article, translation, emil, hana
):
    fill(translation, {"Trees": "Árboles"})
    act(emil, "submit")
    assert buttons_on(look(hana)) == {"approve", "reject", "save"}
    decide(client, hana, article, "approve")
    assert target(article).title == "Árboles"
    assert states_of([target(article)])[target(article).pk] is State.DONE


def test_a_waiting_translation_stands_on_the_publishers_front_page(
    client, act, article, translation, emil, hana
):
    fill(translation)
    act(emil, "submit")
    client.force_login(hana)
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Awaiting your review" in home
    assert edit_address(target(article)) in home
    task = target(article).current_workflow_task_state
    assert decision_address(task, "approve") in home
    assert decision_address(task, "reject") in home
    assert reverse("wagtailadmin_pages:workflow_preview", args=[target(article).pk, task.task_id]) in home


def test_what_the_publisher_asks_for_reaches_the_translator(
    client, look, act, article, translation, emil, hana
):
    fill(translation)
    act(emil, "submit")
    decide(client, hana, article, "reject", comment="Say árboles, please.")
    screen = look(emil)
    assert "Changes were asked for: Say árboles, please." in words_on(screen)
    assert buttons_on(screen) == {"submit", "save"}
    act(emil, "submit")
    assert states_of([target(article)])[target(article).pk] is State.WAITING


@pytest.mark.parametrize("person", ["emil", "ben"])
def test_who_may_not_publish_cannot_do_so_by_sending_the_button(act, request, article, translation, person):
    fill(translation, {"Trees": "Árboles"})
    response = act(request.getfixturevalue(person), "publish")
    assert "You may not publish this page." in words_on(response)
    assert target(article).title == "Trees"


def test_an_unknown_button_does_nothing(act, article, translation, gus):
    for action in ("", "convert", "localize-convert-to-alias"):
        response = act(gus, action)
        assert refused(response) or response.redirect_chain[-1][0] == reverse("wagtailadmin_home")
    assert target(article).latest_revision is None


def test_a_page_that_somebody_locked_is_shown_and_not_changed(
    client, look, act, article, translation, emil, hana
):
    Page.objects.filter(pk=target(article).pk).update(locked=True, locked_by=hana)
    screen = look(emil)
    assert buttons_on(screen) == set()
    assert props_on(screen)["object"]["isLocked"] is True
    assert refused(put(client, text_address(translation, translation.source.stringsegment_set.first()), "No"))
    act(emil, "save")
    assert target(article).latest_revision is None
    assert not StringTranslation.objects.exists()


def test_the_text_that_changed_stands_beside_what_it_was(look, article, emil):
    publish(article, words={"A hundred of them.": "Cien."})
    edit(article, summary="Two hundred of them.")
    screen = look(emil)
    change = screen.context["frame"].changes[0]
    assert (change.before, change.now) == ("A hundred of them.", "Two hundred of them.")
    assert change.translated == "Cien."
    html = screen.content.decode()
    assert "<del>A</del><ins>Two</ins> hundred of them." in html
    assert "3/4 texts translated" in words_on(screen)


def test_a_translation_that_still_fits_is_confirmed(client, look, article, emil):
    publish(article)
    edit(article, summary="A hundred of them!")
    assert "Out of date" in words_on(look(emil))
    address = reverse("translations:confirm", args=[target(article).pk])
    assert "A hundred of them" in words_on(client.get(address))
    assert "The translation counts as up to date." in words_on(client.post(address, follow=True))
    assert states_of([target(article)])[target(article).pk] is State.DONE
    assert look(emil).context["frame"].changes == []


def test_what_was_never_public_is_not_confirmed(client, article, translation, emil):
    client.force_login(emil)
    answer = client.post(reverse("translations:confirm", args=[target(article).pk]), follow=True)
    assert "There is no public translation yet." in words_on(answer)


def test_machine_translation_is_offered_only_where_it_is_set_up(look, client, translation, emil):
    address = reverse("translations:suggest", args=[translation.pk])
    assert props_on(look(emil))["machineTranslator"] is None
    assert client.post(address).status_code == 404


def test_machine_made_texts_are_marked_until_a_person_has_read_them(
    look, act, client, translation, emil, settings
):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = MACHINE
    assert (
        props_on(look(emil))["machineTranslator"]["url"] == f"/admin/translations/{translation.pk}/suggest/"
    )
    answer = client.post(reverse("translations:suggest", args=[translation.pk]), follow=True)
    assert "4 texts were translated by machine." in words_on(answer)
    assert "0/4 texts translated" in words_on(answer)
    errors = [text["error"] for text in props_on(answer)["initialStringTranslations"]]
    assert all("Check this" in error for error in errors)
    assert "nobody has checked them" in words_on(act(emil, "submit"))
    address = text_address(translation, translation.source.stringsegment_set.first())
    put(client, address, "Árboles")
    assert "1/4 texts translated" in words_on(look(emil))
    act(emil, "accept")
    assert "4/4 texts translated" in words_on(look(emil))
    assert "The translation waits for approval." in words_on(act(emil, "submit"))


def test_the_texts_come_with_none_of_the_buttons_that_go_past_approval(look, translation, gus):
    props = props_on(look(gus))
    assert not any(props["perms"].values())
    assert props["links"]["convertToAliasUrl"] is None
    assert props["links"]["stopTranslationUrl"] == ""


def test_the_screen_knows_the_languages_of_both_texts(client, article, ben):
    begin(article, "ar")
    client.force_login(ben)
    html = client.get(edit_address(target(article, "ar"))).content.decode()
    assert 'data-source-language="en"' in html
    assert 'data-language="ar"' in html


def test_the_district_of_an_event_follows_and_is_no_text_of_the_translator(client, parks, emil):
    hilltop = District.objects.create(code="hilltop", name={"en": "Hilltop", "es": "La Colina"})
    event = in_every_language(make_event(parks, "Plant a tree", district=hilltop))
    begin(event)
    client.force_login(emil)
    shown = props_on(client.get(edit_address(target(event))))["segments"]
    assert {segment["contentPath"] for segment in shown} >= {"title", "place"}
    assert "district" not in {segment["contentPath"] for segment in shown}
    publish(event)
    assert target(event).district == hilltop
    edit(event, district=None)
    assert target(event).district is None


def test_the_preview_shows_the_new_words_and_not_the_note_of_a_stand_in(client, translation, emil):
    fill(translation, {"Trees": "Árboles"})
    client.force_login(emil)
    shown = client.get(reverse("translations:preview", args=[translation.pk])).content.decode()
    assert "Árboles" in shown
    assert 'lang="en"' not in shown.split("<main")[1].split(">")[0]
    assert (
        client.get(reverse("translations:preview", args=[translation.pk]) + "?mode=no-such").status_code
        == 404
    )


def test_one_screen_asks_the_database_a_fixed_number_of_times(
    look, translation, emil, django_assert_max_num_queries
):
    look(emil)
    with django_assert_max_num_queries(120):
        look(emil)


def test_an_ordinary_editing_screen_has_no_way_past_approval(client, article, gus, ben):
    client.force_login(gus)
    screen = client.get(edit_address(article)).content.decode()
    assert "localize-" not in screen.replace("wagtail-localize-language", "")
    assert "Sync translated pages" not in screen


@pytest.mark.parametrize("name", ["localize-convert-to-alias", "localize-restart-translation"])
def test_a_stock_button_sent_by_hand_does_nothing(client, article, translation, gus, name):
    client.force_login(gus)
    client.post(edit_address(target(article)), {name: "1"})
    translation.refresh_from_db()
    assert translation.enabled
    assert target(article).alias_of is None
