"""Who may open which of the staff's screens for surveys."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from surveys.models import SurveyPage, Wave
from surveys.services.waves import open_wave
from tests.surveys.making import open_survey, publish_survey

pytestmark = pytest.mark.django_db

PEOPLE = ["ada", "ben", "cleo", "dora", "emil", "fay", "gus", "hana", "ivo"]
SEE = {"ben", "fay", "gus", "hana", "ivo"}
EXPORT = {"fay", "gus"}
RUN = {"gus", "hana"}
# Address, and who of the cast may open it for a survey of parks.
SCREENS = {
    "survey": SEE,
    "live": SEE,
    "figures": SEE,
    "answers": EXPORT,
    "texts": EXPORT,
    "points": EXPORT,
    "open_wave": RUN,
    "schedule_wave": RUN,
}
WAVE_SCREENS = ["pause_wave", "resume_wave", "close_wave", "cancel_wave"]


@pytest.fixture
def survey(parks):
    return open_survey(parks, slug="park-benches", title="Park benches")


@pytest.fixture
def sign_in(client, request):
    def as_person(name):
        client.force_login(request.getfixturevalue(name))
        return client

    return as_person


def refused(response):
    """Not there, forbidden, or sent away to the front page of the admin with a word."""
    home = response.status_code == 302 and response.url == reverse("wagtailadmin_home")
    return home or response.status_code in {403, 404}


@pytest.fixture
def who_opens(sign_in):
    """The people of the cast who get an address; all others must be refused it."""

    def ask(url):
        found = set()
        for person in PEOPLE:
            response = sign_in(person).get(url)
            if response.status_code == 200:
                found.add(person)
            else:
                assert refused(response), (person, response)
        return found

    return ask


@pytest.mark.parametrize("screen", SCREENS)
def test_each_screen_opens_for_the_roles_that_allow_it_and_for_nobody_else(who_opens, survey, screen):
    assert who_opens(reverse(f"survey_admin:{screen}", args=[survey.pk])) == SCREENS[screen]


def test_only_those_who_run_waves_open_the_forms_of_a_wave(who_opens, survey):
    wave = survey.waves.get()
    for screen in WAVE_SCREENS:
        assert who_opens(reverse(f"survey_admin:{screen}", args=[survey.pk, wave.pk])) == RUN


def test_nobody_else_stops_a_wave_by_posting(sign_in, survey):
    wave = survey.waves.get()
    for person in sorted(set(PEOPLE) - RUN):
        for screen in WAVE_SCREENS:
            url = reverse(f"survey_admin:{screen}", args=[survey.pk, wave.pk])
            assert refused(sign_in(person).post(url, {"reason_en": "Because."}))
        assert refused(sign_in(person).post(reverse("survey_admin:open_wave", args=[survey.pk]), {}))
    assert list(survey.waves.values("pk", "paused_at", "closes_at")) == [
        {"pk": wave.pk, "paused_at": None, "closes_at": None}
    ]


def test_the_survey_of_another_department_does_not_exist(sign_in, survey):
    for screen in SCREENS:
        url = reverse(f"survey_admin:{screen}", args=[survey.pk])
        assert sign_in("cleo").get(url).status_code == 404


def test_the_list_is_shown_to_whoever_sees_figures_somewhere(who_opens, survey):
    assert who_opens(reverse("survey_admin:list")) == SEE | {"cleo"}


def test_the_menu_leads_to_the_list_only_where_it_opens(sign_in, survey):
    home, url = reverse("wagtailadmin_home"), reverse("survey_admin:list")
    for person in sorted(SEE):
        assert url in sign_in(person).get(home).content.decode()
    assert url not in sign_in("emil").get(home).content.decode()


def test_the_list_holds_the_surveys_of_ones_own_departments_only(sign_in, survey, roads):
    publish_survey(roads, slug="potholes", title="Potholes")
    text = sign_in("ben").get(reverse("survey_admin:list")).content.decode()
    assert "Park benches" in text
    assert "Potholes" not in text
    everything = sign_in("gus").get(reverse("survey_admin:list")).content.decode()
    assert "Potholes" in everything


def test_the_filter_offers_ones_own_departments_only(sign_in, survey, roads):
    text = sign_in("ben").get(reverse("survey_admin:list")).content.decode()
    assert "Parks and Nature" in text
    assert "Roads and Bridges" not in text


def test_no_wave_of_another_survey_is_reached_through_ones_own(sign_in, survey, roads):
    other = open_survey(roads, slug="potholes", title="Potholes").waves.get()
    client = sign_in("hana")
    url = reverse("survey_admin:close_wave", args=[survey.pk, other.pk])
    assert refused(client.post(url, {"reason_en": "Because."}))
    assert refused(client.get(reverse("survey_admin:survey", args=[survey.pk]), {"wave": other.pk}))
    assert Wave.objects.get(pk=other.pk).closes_at is None


def test_no_action_is_taken_without_the_token_of_the_form(hana, survey):
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.force_login(hana)
    url = reverse("survey_admin:close_wave", args=[survey.pk, survey.waves.get().pk])
    assert client.post(url, {"reason_en": "Because."}).status_code == 403
    assert survey.waves.get().closes_at is None


def test_a_page_leads_to_its_survey(sign_in, survey):
    response = sign_in("ben").get(reverse("survey_admin:of_page", args=[survey.key]))
    assert response.url == reverse("survey_admin:survey", args=[survey.pk])


def test_a_page_of_another_department_leads_nowhere(sign_in, survey):
    assert refused(sign_in("cleo").get(reverse("survey_admin:of_page", args=[survey.key])))


def test_an_unpublished_survey_leads_back_to_its_editor_with_a_word(sign_in, parks):
    survey = publish_survey(parks)
    page = SurveyPage.objects.get(translation_key=survey.key, alias_of=None)
    survey.delete()
    response = sign_in("ben").get(reverse("survey_admin:of_page", args=[page.translation_key]), follow=True)
    assert response.redirect_chain[0][0] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "Publish this survey first" in response.content.decode()


def test_the_editor_of_a_page_leads_to_its_waves_and_figures(sign_in, survey):
    page = SurveyPage.objects.get(translation_key=survey.key, alias_of=None)
    way = reverse("survey_admin:of_page", args=[survey.key])
    client = sign_in("ben")
    for address in (
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        reverse("wagtailadmin_explore", args=[page.get_parent().pk]),
    ):
        assert way in client.get(address).content.decode()


def test_a_longer_list_of_pages_asks_the_database_no_more_for_the_way_to_figures(
    ben, survey, django_assert_num_queries
):
    from surveys.wagtail_hooks import lead_from_listing_to_figures

    page = SurveyPage.objects.get(translation_key=survey.key, alias_of=None)
    with django_assert_num_queries(1):
        assert all(list(lead_from_listing_to_figures(page, ben)) for _row in range(20))


def test_the_front_page_of_the_staff_shows_their_open_surveys(sign_in, survey, roads):
    open_survey(roads, slug="potholes", title="Potholes")
    text = sign_in("ben").get(reverse("wagtailadmin_home")).content.decode()
    assert "Your open surveys" in text
    assert "Park benches" in text
    assert "Potholes" not in text


def test_the_front_page_of_the_staff_is_silent_when_nothing_is_open(sign_in, parks):
    survey = publish_survey(parks)
    open_wave(survey=survey, opens_at=timezone.now() + timedelta(hours=1))
    assert "Your open surveys" not in sign_in("ben").get(reverse("wagtailadmin_home")).content.decode()
