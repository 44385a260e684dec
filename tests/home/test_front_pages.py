from __future__ import annotations

import json
import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from home.models import DepartmentPage, HomePage
from portal.core.fields import Translated
from portal.core.models import CitySettings, MenuItem
from surveys.models import Tally
from tests.factories import department_page, make_article, make_event, make_picture, translate
from tests.surveys.making import open_survey

FACTS = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def titles(response, name):
    return [each.title for each in response.context[name]]


def asks(page, survey):
    page.question_id = survey.page_in("en").pk
    page.save_revision().publish()


def publish_figures(survey, people=60):
    """As if so many had answered the first question."""
    wave, version = survey.waves.get(), survey.question_versions.current().first()
    for code in (Tally.EVERYONE, "5"):
        Tally.objects.update_or_create(
            wave=wave, question_version=version, code=code, defaults={"count": people, "published": people}
        )


def test_the_front_page_shows_the_newest_news_and_the_next_dates(client, parks, roads):
    for day in range(1, 7):
        make_article((parks, roads)[day % 2], f"News {day}", date=date(2026, 1, day))
        make_event(parks, f"Date {day}", starts_at=timezone.now() + timedelta(days=day))
    make_article(parks, "Draft", live=False)
    response = client.get("/en/")
    assert titles(response, "articles") == ["News 6", "News 5", "News 4", "News 3"]
    assert titles(response, "events") == ["Date 1", "Date 2", "Date 3", "Date 4"]
    assert titles(response, "departments") == ["Parks and Nature", "Roads and Bridges"]
    assert response.context["news_index"].slug == "news"


def test_the_front_page_shows_the_top_tasks(client, city):
    task = MenuItem(menu="tasks", url="https://pay.example/", label=Translated(en="Pay", es="Pagar"))
    task.city = CitySettings.objects.get()
    task.save()
    assert '<a href="https://pay.example/">Pay</a>' in client.get("/en/").content.decode()
    assert '<a href="https://pay.example/">Pagar</a>' in client.get("/es/").content.decode()


@pytest.mark.parametrize("front", ["city", "department"])
def test_a_front_page_asks_one_question(client, city, parks, front):
    page = city if front == "city" else department_page(parks)
    assert client.get(page.url).context["card"] is None
    asks(page, open_survey(parks))
    html = client.get(page.url).content.decode()
    assert "How clean was your street this week?" in html
    assert html.count('class="ask') == 1


def test_a_question_that_was_closed_and_unpublished_is_no_longer_asked(client, city, parks):
    survey = open_survey(parks)
    asks(city, survey)
    survey.page_in("en").specific.unpublish()
    assert client.get("/en/").status_code == 200
    assert client.get("/en/").context["card"] is None


def test_results_are_offered_once_they_are_published(client, city, parks, roads):
    survey = open_survey(parks)
    assert client.get("/en/").context["results"] == []
    publish_figures(survey)
    for address in ("/en/", "/en/departments/parks/"):
        [teaser] = client.get(address).context["results"]
        assert (teaser.title, teaser.url) == (
            "Clean streets",
            "/en/departments/parks/clean-streets/results/",
        )
    assert client.get("/en/departments/roads/").context["results"] == []
    [teaser] = client.get("/ar/").context["results"]
    assert (teaser.url[:4], teaser.language, teaser.direction) == ("/ar/", "en", "ltr")


def test_a_department_shows_its_own_news_and_dates_only(client, parks, roads):
    make_article(parks, "Trees")
    make_article(roads, "Lanes")
    make_event(parks, "Walk")
    make_event(roads, "Repair day")
    response = client.get("/en/departments/parks/")
    assert titles(response, "articles") == ["Trees"]
    assert titles(response, "events") == ["Walk"]


def test_a_department_shows_its_services_and_how_to_reach_it(client, parks):
    page = department_page(parks)
    page.services = [("service", {"title": "Adopt a tree", "line": "We bring it.", "page": None})]
    page.email, page.phone, page.reply_time = "parks@northmere.example", "0100 555 0130", "In two days"
    page.save_revision().publish()
    html = client.get(page.url).content.decode()
    for words in ("Adopt a tree", "We bring it.", "parks@northmere.example", "0100 555 0130", "In two days"):
        assert words in html


def test_the_list_of_departments_speaks_each_language(client, parks, roads):
    translate(department_page(parks), "es", title="Parques y naturaleza")
    assert titles(client.get("/en/departments/"), "departments") == ["Parks and Nature", "Roads and Bridges"]
    spanish = client.get("/es/departments/").context["departments"]
    assert [(page.title, page.content_language) for page in spanish] == [
        ("Parques y naturaleza", "es"),
        ("Roads and Bridges", "en"),
    ]


def test_private_news_are_shown_nowhere_not_even_where_an_alias_stands_in(client, parks):
    page = make_article(parks, "Inside only")
    translate(page, "ar", alias=True)
    page.view_restrictions.create(restriction_type="login")
    for language in ("en", "ar"):
        for below in ("", "news/", "news/feed/", "departments/parks/", "search/?q=inside"):
            assert "Inside only" not in client.get(f"/{language}/{below}").content.decode()
        assert client.get(f"/{language}/departments/parks/{page.slug}/").status_code == 302


@pytest.mark.parametrize(
    ("address", "budget"),
    [
        pytest.param("/en/", 22, id="front_page"),
        pytest.param("/en/departments/parks/", 22, id="department"),
        pytest.param("/en/departments/", 12, id="departments"),
        pytest.param("/en/news/", 20, id="news"),
        pytest.param("/en/your-say/", 14, id="surveys"),
    ],
)
def test_a_page_needs_few_queries_however_much_there_is(
    client, city, parks, roads, django_assert_max_num_queries, address, budget
):
    for _number in range(4):
        for department in (parks, roads):
            picture = make_picture(size=(40, 30))
            make_article(department, picture=picture)
            make_event(department, picture=picture)
    publish_figures(open_survey(parks))
    MenuItem.objects.create(city=CitySettings.objects.get(), menu="main", page=department_page(parks))
    client.get(address)
    with django_assert_max_num_queries(budget):
        client.get(address)


def test_search_engines_read_who_the_city_and_its_departments_are(client, city, parks):
    CitySettings.objects.update(contact_phone="0100 555 0100")
    [text] = FACTS.findall(client.get("/en/").content.decode())
    facts = json.loads(text)
    assert (facts["@type"], facts["name"]) == ("GovernmentOrganization", "Northmere")
    assert (facts["url"], facts["telephone"]) == ("http://testserver/en/", "0100 555 0100")
    [text] = FACTS.findall(client.get("/en/departments/parks/").content.decode())
    facts = json.loads(text)
    assert (facts["name"], facts["parentOrganization"]["name"]) == ("Parks and Nature", "Northmere")


def test_a_new_language_of_the_front_page_is_a_page_of_its_own(city):
    assert HomePage.objects.filter(translation_key=city.translation_key).count() == 3
    assert not HomePage.objects.exclude(alias_of=None).exists()
    assert not DepartmentPage.objects.exists()
