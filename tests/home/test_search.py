from __future__ import annotations

import pytest
from wagtail.models import Locale, Page

from tests.factories import department_page, make_article, make_standard_page, translate

SEARCH = "/en/search/"


def found(client, query, path=SEARCH, **parameters):
    response = client.get(path, {"q": query, **parameters})
    assert response.status_code == 200
    return [page.title for page in response.context["results"]]


@pytest.fixture
def lido(parks):
    return make_article(
        parks,
        "The lido opens",
        summary="Swimmers rejoice.",
        body=[("paragraph", "<p>Warm water from the power station.</p>")],
    )


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("lido", id="title"),
        pytest.param("LIDO", id="capitals"),
        pytest.param("swimmers", id="summary"),
        pytest.param("power station", id="body"),
        pytest.param("  warm   water  ", id="spaces"),
    ],
)
def test_words_of_title_summary_and_body_are_found(client, lido, query):
    assert found(client, query) == ["The lido opens"]


def test_pages_with_all_words_are_preferred_to_pages_with_some(client, lido, parks):
    make_article(parks, "Tramway museum")
    assert set(found(client, "lido tramway")) == {"The lido opens", "Tramway museum"}
    assert found(client, "lido opens") == ["The lido opens"]
    assert found(client, "cathedral organ") == []


@pytest.mark.parametrize("query", ["walk", "WALK"])
def test_pages_that_are_about_it_by_their_title_come_first(client, parks, query):
    long = [("paragraph", "<p>Plain words about something else entirely.</p>")] * 8
    make_article(parks, "Bread", summary="A walk to the walk by the walk.")
    make_article(parks, "The long lantern walk along the harbour wall", body=long)
    make_article(parks, "Ducks", summary="Walk.")
    assert found(client, query)[:1] == ["The long lantern walk along the harbour wall"]


def test_an_empty_query_asks_for_words_and_finds_nothing(client, lido):
    response = client.get(SEARCH)
    assert response.status_code == 200
    assert (response.context["query"], response.context["total"]) == ("", 0)
    assert found(client, "   ") == []


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "'",
        "*",
        "lido*",
        "(((",
        "NOT",
        "AND OR NOT",
        "title:lido",
        "lido -",
        "^",
        "%",
        "\\",
        "lido\x00",
        "😀",
        "a" * 5000,
        "'; DROP TABLE x;--",
        "<script>alert(1)</script>",
        "NEAR(lido, 3)",
        "&|!",
        ":*",
        "{{7*7}}",
    ],
)
def test_no_query_breaks_the_search(client, lido, query):
    response = client.get(SEARCH, {"q": query})
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


def test_a_query_that_is_too_long_is_cut(client, lido):
    response = client.get(SEARCH, {"q": "lido " * 500})
    assert len(response.context["query"]) <= 100
    assert [page.title for page in response.context["results"]] == ["The lido opens"]


def test_drafts_are_never_found(client, parks, lido):
    make_article(parks, "Secret lido plan", live=False)
    lido.title = "The lido closes"
    lido.save_revision()
    assert found(client, "secret") == []
    assert found(client, "closes") == []
    lido.unpublish()
    assert found(client, "lido") == []


def test_private_pages_are_never_found(client, lido):
    lido.view_restrictions.create(restriction_type="login")
    assert found(client, "lido") == []


def test_each_language_is_searched_by_itself_and_without_what_is_untranslated(client, lido):
    translate(lido, "es", title="Abre la piscina", summary="", body=[])
    translate(lido, "ar", alias=True)
    assert found(client, "piscina", "/es/search/") == ["Abre la piscina"]
    assert found(client, "lido", "/es/search/") == []
    assert found(client, "lido", "/ar/search/") == []


def test_arabic_words_are_found(client, lido):
    translate(lido, "ar", title="افتتاح المسبح البلدي", summary="ماء دافئ للسباحة")
    assert found(client, "المسبح", "/ar/search/") == ["افتتاح المسبح البلدي"]
    assert found(client, "دافئ", "/ar/search/") == ["افتتاح المسبح البلدي"]


def test_pages_of_all_kinds_are_found(client, city, parks, lido):
    make_standard_page(city, "Harbour rules", summary="Not in the lido.")
    page = department_page(parks)
    page.summary = "We run the lido."
    page.save_revision().publish()
    assert set(found(client, "lido")) == {"The lido opens", "Harbour rules", "Parks and Nature"}


def test_many_results_come_in_pages(client, parks):
    for number in range(12):
        make_article(parks, f"Tram line {number}")
    response = client.get(SEARCH, {"q": "tram"})
    assert (response.context["total"], len(response.context["results"])) == (12, 10)
    assert response.context["next_url"] == "?q=tram&page=2"
    assert len(found(client, "tram", page=2)) == 2


def test_search_engines_are_told_to_stay_out(client, lido):
    response = client.get(SEARCH, {"q": "lido"})
    assert response["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_a_search_needs_few_queries(client, lido, django_assert_max_num_queries):
    client.get(SEARCH, {"q": "lido"})
    with django_assert_max_num_queries(12):
        client.get(SEARCH, {"q": "lido"})


TITLE = "افتتاح المدرسة الجديدة في شارع الأمل"
SUMMARY = "يدعو رئيسُ البلديةِ إلى حفـــل في ٢٠٢٦ مع منى وآمال."


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("المدرسه", id="ha_for_ta_marbuta"),
        pytest.param("مدرسة", id="without_the_article"),
        pytest.param("والمدرسة", id="with_and_before_it"),
        pytest.param("الامل", id="alef_without_hamza"),
        pytest.param("الإمل", id="another_seat_of_hamza"),
        pytest.param("رييس", id="ya_without_hamza"),
        pytest.param("رَئِيسُ", id="vowel_signs"),
        pytest.param("البلديه", id="vowel_signs_on_the_page"),
        pytest.param("حفل", id="tatweel_on_the_page"),
        pytest.param("شــارع", id="tatweel_in_the_query"),
        pytest.param("مني", id="ya_for_alef_maqsura"),
        pytest.param("وامال", id="alef_with_madda"),
        pytest.param("2026", id="western_digits"),
        pytest.param("۲۰۲۶", id="persian_digits"),
        pytest.param("مدرسه جديده", id="two_words"),
    ],
)
def test_arabic_words_are_found_however_they_are_spelled(client, lido, query):
    translate(lido, "ar", title=TITLE, summary=SUMMARY)
    assert found(client, query, "/ar/search/") == [TITLE]


@pytest.mark.parametrize("query", ["مدير", "درس", "امل شوارع"])
def test_other_arabic_words_are_not_taken_for_the_same(client, lido, query):
    translate(lido, "ar", title="افتتاح المدرسة", summary="")
    assert found(client, query, "/ar/search/") == []


@pytest.mark.parametrize("query", ["autobus", "autobús", "AUTOBÚS", "canas", "cañas", "pinguino"])
def test_accents_make_no_difference(client, lido, query):
    body = [("paragraph", "<p>La línea de autobús pasa por la calle de las Cañas y el «Pingüino».</p>")]
    translate(lido, "es", title="Abre la piscina", body=body)
    assert found(client, query, "/es/search/") == ["Abre la piscina"]


def test_staff_find_arabic_titles_without_their_hamza(lido):
    translate(lido, "ar", title="أحمد يفتتح المسبح")
    for typed in ("احمد", "أحمد", "مسبح"):
        assert [page.title for page in Page.objects.all().autocomplete(typed)] == ["أحمد يفتتح المسبح"]


def test_a_language_without_pages_yet_finds_nothing(client, lido):
    Locale.objects.filter(language_code="es").update(language_code="fr")
    assert found(client, "lido", "/es/search/") == []
