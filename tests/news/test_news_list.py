from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from news.models import NewsIndexPage
from tests.factories import make_article, make_event, make_picture, make_topic, translate

NEWS = "/en/news/"


@pytest.fixture
def nature():
    return make_topic("nature", en="Nature", es="Naturaleza")


@pytest.fixture
def traffic():
    return make_topic("traffic", en="Traffic")


def titles(response, name="articles"):
    return [page.title for page in response.context[name]]


def test_articles_of_all_departments_stand_newest_first(client, parks, roads):
    make_article(parks, "Old tree", date=date(2026, 1, 5))
    make_article(roads, "New bridge", date=date(2026, 3, 1))
    make_article(parks, "Pond open", date=date(2026, 2, 1))
    response = client.get(NEWS)
    assert titles(response) == ["New bridge", "Pond open", "Old tree"]
    assert [page.department_title for page in response.context["articles"]] == [
        "Roads and Bridges",
        "Parks and Nature",
        "Parks and Nature",
    ]


def test_a_draft_is_not_listed(client, parks):
    make_article(parks, "Secret plan", live=False)
    response = client.get(NEWS)
    assert titles(response) == []
    assert "Secret plan" not in response.content.decode()


def test_a_private_article_is_not_listed(client, parks):
    page = make_article(parks, "For staff")
    page.view_restrictions.create(restriction_type="login")
    assert titles(client.get(NEWS)) == []


def test_news_is_filtered_by_department_and_topic(client, parks, roads, nature, traffic):
    make_article(parks, "Trees", topics=[nature])
    make_article(parks, "Paths", topics=[traffic])
    make_article(roads, "Lanes", topics=[traffic])
    make_article(roads, "Both", topics=[traffic, nature])
    assert set(titles(client.get(NEWS, {"department": "parks"}))) == {"Trees", "Paths"}
    assert set(titles(client.get(NEWS, {"topic": "traffic"}))) == {"Paths", "Lanes", "Both"}
    assert titles(client.get(NEWS, {"department": "parks", "topic": "traffic"})) == ["Paths"]


@pytest.mark.parametrize(
    "query",
    [
        pytest.param({"department": "moon"}, id="unknown_department"),
        pytest.param({"topic": "cheese"}, id="unknown_topic"),
        pytest.param({"department": "", "topic": ""}, id="empty"),
        pytest.param({"colour": "blue"}, id="unknown_parameter"),
        pytest.param({"page": "many"}, id="page_in_words"),
        pytest.param({"page": "99"}, id="page_too_high"),
        pytest.param({"page": "-1"}, id="page_below_zero"),
        pytest.param({"department": "parks' OR 1=1"}, id="an_attack"),
    ],
)
def test_what_no_filter_knows_is_ignored(client, parks, query):
    make_article(parks, "Trees")
    response = client.get(NEWS, query)
    assert response.status_code == 200
    assert titles(response) == ["Trees"]


def test_a_long_list_has_pages_that_keep_the_filter(client, parks):
    for _number in range(12):
        make_article(parks)
    first = client.get(NEWS, {"department": "parks", "topic": ""})
    assert len(first.context["articles"]) == 10
    assert first.context["page_count"] == 2
    assert first.context["previous_url"] == ""
    assert first.context["next_url"] == "?department=parks&page=2"
    second = client.get(NEWS + first.context["next_url"])
    assert len(second.context["articles"]) == 2
    assert second.context["next_url"] == ""


def test_events_that_are_over_are_left_out_and_the_next_one_is_first(client, parks):
    now = timezone.now()
    make_event(parks, "Over", starts_at=now - timedelta(days=2))
    make_event(parks, "Going on", starts_at=now - timedelta(hours=5), ends_at=now + timedelta(hours=1))
    make_event(parks, "Later", starts_at=now + timedelta(days=9))
    make_event(parks, "Tomorrow", starts_at=now + timedelta(days=1))
    make_event(parks, "Just begun", starts_at=now - timedelta(hours=1))
    assert titles(client.get(NEWS), "events") == ["Going on", "Just begun", "Tomorrow", "Later"]


def test_a_list_holds_the_pages_of_its_language(client, parks):
    page = make_article(parks, "Trees")
    translate(page, "es", title="Árboles")
    translate(page, "ar", alias=True)
    assert titles(client.get(NEWS)) == ["Trees"]
    assert titles(client.get("/es/news/")) == ["Árboles"]
    [standing_in] = client.get("/ar/news/").context["articles"]
    assert (standing_in.title, standing_in.content_language, standing_in.content_direction) == (
        "Trees",
        "en",
        "ltr",
    )
    assert ' lang="en" dir="ltr">' in client.get("/ar/news/").content.decode()


def test_the_list_costs_the_same_however_long_it_is(
    client, parks, roads, nature, traffic, django_assert_max_num_queries
):
    def fill(number):
        for place in range(number):
            department = (parks, roads)[place % 2]
            picture = make_picture(f"Picture {place}", size=(40, 30))
            make_article(department, topics=[nature, traffic], picture=picture)
            translate(make_event(department, topics=[nature], picture=picture), "es", alias=True)

    fill(2)
    client.get(NEWS)  # draws the sizes of the pictures
    with django_assert_max_num_queries(30) as queries:
        client.get(NEWS)
    few = len(queries)
    fill(7)
    client.get(NEWS)
    with django_assert_max_num_queries(few):
        response = client.get(NEWS)
    assert len(response.context["articles"]) == 9


def test_there_is_one_list_of_news_in_each_language(city):
    assert sorted(page.locale.language_code for page in NewsIndexPage.objects.all()) == ["ar", "en", "es"]
