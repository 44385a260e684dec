"""How far all departments are, for those who look after the city's languages."""

from __future__ import annotations

import csv
import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from tests.factories import make_article
from tests.translations.conftest import in_every_language
from tests.translations.screens import words_on
from tests.translations.translating import begin, edit, fill, publish

pytestmark = pytest.mark.django_db
REPORT = "/admin/translations/report/"


@pytest.fixture
def bridge(roads):
    return in_every_language(make_article(roads, "Bridge closed"))


@pytest.fixture
def as_dora(client, dora):
    client.force_login(dora)
    return client


def lines_of(response):
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_all_departments_are_counted_language_by_language(as_dora, article, bridge):
    publish(bridge, "es")
    shown = words_on(as_dora.get(REPORT))
    for name in ("Parks and Nature", "Roads and Bridges", "Español", "العربية"):
        assert name in shown
    bars = dict(as_dora.get(REPORT).context["bars"])
    roads = next(bars[department] for department in bars if department.code == "roads")
    done = {bar.locale.language_code: (bar.done, bar.total) for bar in roads}
    assert done["es"][0] == done["ar"][0] + 1
    assert done["es"][1] == done["ar"][1]


def test_the_picture_is_as_long_as_there_are_pages(as_dora, article, bridge):
    fill(begin(bridge))
    for _department, bars in as_dora.get(REPORT).context["bars"]:
        for bar in bars:
            parts = list(bar.parts)
            assert sum(number for _state, number, _start, _length in parts) == bar.total
            assert sum(length for *_rest, length in parts) == pytest.approx(100)


def test_titles_that_are_not_public_are_nowhere_in_the_report(as_dora, parks, article, bridge):
    article.title = "Secret plans"
    article.save_revision()
    make_article(parks, "Never published", live=False)
    fill(begin(bridge), {"Bridge closed": "Puente secreto"})
    for address in (REPORT, REPORT + "?q=secret", REPORT + "?q=secreto"):
        answer = words_on(as_dora.get(address)).replace("?q=secret", "")
        assert "Secret plans" not in answer
        assert "Never published" not in answer
        assert "Puente secreto" not in answer
    assert list(as_dora.get(REPORT + "?q=secret").context["object_list"]) == []
    titles = {line["Page"] for line in lines_of(as_dora.get(REPORT + "?export=csv"))}
    assert titles >= {"Trees", "Bridge closed"}
    assert not titles & {"Secret plans", "Never published", "Puente secreto"}


def test_a_page_that_was_taken_down_leaves_the_report(as_dora, article):
    article.unpublish()
    assert "Trees" not in words_on(as_dora.get(REPORT))


def test_both_files_hold_what_the_screen_shows(as_dora, article, bridge):
    publish(article)
    edit(article, summary="Two hundred.")
    lines = lines_of(as_dora.get(REPORT + "?export=csv&q=trees"))
    assert [(line["Page"], line["Department"], line["Language"], line["State"]) for line in lines] == [
        ("Trees", "Parks and Nature", "Español", "Out of date"),
        ("Trees", "Parks and Nature", "العربية", "New"),
    ]
    answer = as_dora.get(REPORT + "?export=xlsx&q=trees")
    rows = list(load_workbook(io.BytesIO(answer.content)).active.values)
    assert [row[0] for row in rows] == ["Page", "Trees", "Trees"]
    assert "translations-" in answer["Content-Disposition"]


def test_a_title_that_looks_like_a_formula_stays_a_text(as_dora, parks):
    in_every_language(make_article(parks, "=1+1", slug="sum"))
    lines = lines_of(as_dora.get(REPORT + "?export=csv"))
    assert {line["Page"] for line in lines if "1+1" in line["Page"]} == {"'=1+1"}


def test_the_report_leads_to_public_pages_only(as_dora, article):
    html = as_dora.get(reverse("translations:report_results")).content.decode()
    assert "/departments/parks/trees/" in html
    assert "/edit/" not in html


def test_the_report_asks_the_database_as_often_for_many_pages_as_for_few(
    as_dora, parks, article, bridge, django_assert_max_num_queries, django_assert_num_queries
):
    as_dora.get(REPORT)
    with django_assert_max_num_queries(60) as few:
        as_dora.get(REPORT)
    for number in range(6):
        in_every_language(make_article(parks, f"Article {number}"))
    with django_assert_num_queries(len(few.captured_queries)):
        as_dora.get(REPORT)
