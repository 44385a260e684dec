from __future__ import annotations

import gzip
import json
import re
import uuid

import pytest
from django.template.loader import get_template
from django.utils import timezone
from wagtail.models import Site

from portal.core.assets import csp_hash
from portal.core.fields import Translated
from portal.core.models import AlertBanner, CitySettings, MenuItem
from portal.core.navigation import Navigation
from portal.core.templatetags.city import json_ld
from tests.factories import department_page, make_article, make_standard_page, translate
from tests.surveys.making import open_survey

ARTICLE = "/departments/parks/trees/"
PARAGRAPH = (
    "<p>" + "The oldest trees of the city stand on Mill Green, and they need water in summer. " * 6 + "</p>"
)


@pytest.fixture
def article(parks):
    """An article of some 500 words that asks a question."""
    survey = open_survey(parks)
    body = [{"type": "paragraph", "id": str(uuid.uuid4()), "value": PARAGRAPH} for _number in range(5)]
    question = {"survey": survey.page_in("en").pk}
    body.insert(1, {"type": "micro_survey", "id": str(uuid.uuid4()), "value": question})
    return make_article(parks, "New trees", slug="trees", summary="Forty of them.", body=body)


def make_item(**fields):
    return MenuItem.objects.create(city=CitySettings.objects.get(), **fields)


def html_of(client, address):
    return client.get(address).content.decode()


def inline(html, element):
    return re.findall(rf"<{element}[^>]*>(.*?)</{element}>", html, re.DOTALL)


def test_an_article_with_a_question_fits_into_the_first_flight(client, article):
    assert len(gzip.compress(client.get("/en" + ARTICLE).content)) <= 12 * 1024


def test_every_style_and_script_in_the_page_is_allowed_by_its_hash(client, article):
    response = client.get("/en" + ARTICLE)
    html, policy = response.content.decode(), response["Content-Security-Policy"]
    scripts = [text for text in inline(html, "script") if not text.startswith("{")]
    assert scripts
    for text in [*inline(html, "style"), *scripts]:
        assert csp_hash(text) in policy


def test_the_page_holds_no_style_attribute_and_no_event_attribute(client, article):
    assert not re.search(r"<[^>]+\s(style|on\w+)=", html_of(client, "/en" + ARTICLE))


def test_a_visitor_gets_no_cookie_and_nothing_of_their_own(client, article):
    response = client.get("/en" + ARTICLE)
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert "csrf" not in response.content.decode()


def test_two_visitors_get_the_same_page_byte_for_byte(client, article):
    assert client.get("/en" + ARTICLE).content == client.get("/en" + ARTICLE).content


def test_an_article_without_a_question_brings_no_script(client, parks):
    make_article(parks, "Plain", slug="plain")
    html = html_of(client, "/en/departments/parks/plain/")
    assert '<script type="module">' not in html


def test_a_translated_page_speaks_its_language_everywhere(client, article):
    translate(article, "ar", title="أشجار جديدة")
    html = html_of(client, "/ar" + ARTICLE)
    assert '<html lang="ar" dir="rtl"' in html
    assert re.search(r'<main [^>]*lang="ar" dir="rtl"', html)


def test_an_untranslated_page_says_so_and_keeps_the_language_of_its_source(client, article):
    translate(article, "ar", alias=True)
    html = html_of(client, "/ar" + ARTICLE)
    assert '<html lang="ar" dir="rtl"' in html
    assert re.search(r'<main [^>]*lang="en" dir="ltr"', html)
    assert 'class="note"' in html.split("<main")[0]
    assert re.search(r'rel="canonical" href="[^"]*/en/departments', html)


def test_search_engines_are_told_of_real_translations_only(client, article):
    translate(article, "es", title="Árboles")
    translate(article, "ar", alias=True)
    html = html_of(client, "/en" + ARTICLE)
    assert re.findall(r'rel="alternate" hreflang="([\w-]+)" href="http', html) == ["en", "es", "x-default"]


def test_the_language_menu_leads_to_the_same_page_by_the_languages_own_names(client, article):
    translate(article, "es", title="Árboles")
    menu = re.search(r'<nav class="lang".*?</nav>', html_of(client, "/en" + ARTICLE), re.DOTALL)[0]
    assert '<span lang="en" dir="ltr" aria-current="true">English</span>' in menu
    assert f'<a href="/es{ARTICLE}" rel="alternate" lang="es" hreflang="es" dir="ltr">Español</a>' in menu
    assert 'lang="ar" hreflang="ar" dir="rtl">العربية</a>' in menu


def test_the_results_of_a_survey_have_addresses_of_their_own_in_every_language(client, parks):
    survey = open_survey(parks)
    address = survey.page_in("en").url + "results/"
    html = html_of(client, address)
    assert re.search(rf'rel="canonical" href="[^"]*{address}"', html)
    assert f'href="{address.replace("/en/", "/ar/")}" rel="alternate"' in html
    assert f'<li><a href="{survey.page_in("en").url}">' in html


def test_the_menu_leads_to_the_page_in_the_readers_language(client, parks):
    page = department_page(parks)
    make_item(menu="main", page=page, label=Translated(en="Parks", ar="الحدائق"))
    translate(page, "ar", title="الحدائق والطبيعة")
    html = html_of(client, "/ar/departments/parks/")
    assert '<a href="/ar/departments/parks/" aria-current="page">الحدائق</a>' in html


def test_a_page_below_a_menu_item_marks_that_item(client, article):
    make_item(menu="main", page=department_page(article.department))
    html = html_of(client, "/en" + ARTICLE)
    assert '<a href="/en/departments/parks/" aria-current="true">Parks and Nature</a>' in html


def test_an_unpublished_page_leaves_the_menu(client, city):
    page = make_standard_page(city, "Tides", slug="tides")
    make_item(menu="footer", page=page)
    assert 'href="/en/tides/"' in html_of(client, "/en/")
    page.unpublish()
    assert 'href="/en/tides/"' not in html_of(client, "/en/")


def test_an_alert_stands_before_the_main_part_on_every_page(client, city):
    AlertBanner.objects.create(level="major", text=Translated(en="Tunnel closed"), starts_at=timezone.now())
    for address in ("/en/", "/en/departments/", "/en/nowhere/"):
        assert "Tunnel closed" in html_of(client, address).split("<main")[0]


def test_menus_and_alerts_cost_four_queries_however_many_there_are(rf, parks, django_assert_num_queries):
    for number in range(12):
        make_item(
            menu=("main", "tasks", "footer")[number % 3], page=department_page(parks), sort_order=number
        )
    AlertBanner.objects.create(
        text=Translated(en="Fair"), starts_at=timezone.now(), link_page=department_page(parks)
    )
    request = rf.get("/en/departments/")
    Site.find_for_request(request)
    Site.get_site_root_paths()
    with django_assert_num_queries(4):
        navigation = Navigation(request)
        assert [len(menu) for menu in (navigation.main, navigation.tasks, navigation.footer)] == [4, 4, 4]
        assert navigation.alert_url(navigation.alerts[0]) == "/en/departments/parks/"


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("es", "ltr"), ("ar", "rtl")])
def test_a_missing_page_answers_in_the_language_of_its_address(client, city, language, direction):
    response = client.get(f"/{language}/nowhere/")
    assert response.status_code == 404
    assert f'<html lang="{language}" dir="{direction}"' in response.content.decode()


def test_a_failure_is_told_without_the_database():
    html = get_template("500.html").render()
    assert "<h1>" in html
    assert "it is counted once" in html


def test_only_people_who_edit_see_the_way_to_the_editor(client, article, ada, ben):
    edit = f'href="/admin/pages/{article.pk}/edit/"'
    assert edit not in html_of(client, "/en" + ARTICLE)
    client.force_login(ada)
    assert edit not in html_of(client, "/en" + ARTICLE)
    client.force_login(ben)
    assert edit in html_of(client, "/en" + ARTICLE)


def test_facts_for_machines_cannot_end_their_element():
    text = str(json_ld({"headline": "</script><script>alert(1)</script> & more"}))
    assert text.count("</script>") == 1
    assert json.loads(text.removeprefix('<script type="application/ld+json">').removesuffix("</script>")) == {
        "headline": "</script><script>alert(1)</script> & more"
    }
