"""A survey with every kind of question and every kind of condition is built in the editor, translated into Spanish and
Arabic, and answered with and without JavaScript. With PICTURES=folder each step is kept as a picture.
"""

from __future__ import annotations

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from surveys.domain.kinds import SILENT, Kind
from surveys.domain.logic import Match, Operator
from surveys.models import Answer, PlaceAnswer, Response, Survey, Tally, TextAnswer
from surveys.services.waves import open_wave
from tests.factories import department_page, make_picture
from tests.journeys.answering_every_kind import Resident, answer_everything
from tests.journeys.building import Builder
from tests.journeys.building_every_kind import build_every_kind, publish_from_editor
from tests.journeys.test_editor import sign_in
from tests.journeys.translating_files import translate_by_file
from tests.journeys.turning_pages import SMALL
from tests.surveys.every_kind import make_districts

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

PATIENCE = 30_000


@pytest.fixture(autouse=True)
def patience():
    expect.set_options(timeout=PATIENCE)
    yield
    expect.set_options(timeout=5_000)


@pytest.fixture
def builder(hana, parks, desk):
    make_districts()
    for title, colour in (("A wooden bench", "peru"), ("A steel bench", "slategray")):
        make_picture(title, collection=parks.collection, colour=colour)
    desk.set_default_timeout(PATIENCE)
    sign_in(desk, hana)
    desk.goto(f"/admin/pages/add/surveys/surveypage/{department_page(parks).pk}/")
    return Builder(desk, "every-kind")


@pytest.fixture
def resident(browser, live_server):
    """A resident on a small phone, who reads a language and has JavaScript or not."""
    contexts = []

    def begin(language, *, script):
        context = browser.new_context(base_url=live_server.url, java_script_enabled=script, **SMALL)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return Resident(context.new_page(), language, script=script)

    yield begin
    for context in contexts:
        context.close()


def test_every_kind_is_built_translated_and_answered_in_every_language(builder, resident):
    build_every_kind(builder)
    publish_from_editor(builder)
    survey = Survey.objects.get()
    every_kind_and_condition_is_there(survey)
    for language in ("es", "ar"):
        translate_by_file(builder, survey, language)
    open_wave(survey=survey, opens_at=timezone.now())

    answer_in_spanish(resident("es", script=True))
    answer_in_arabic(resident("ar", script=False))

    spanish, arabic = sheets()
    assert set(spanish) == set(Kind) - SILENT
    what_nothing_leads_to_is_not_stored(spanish, arabic)
    both_languages_count_together(survey)


def every_kind_and_condition_is_there(survey):
    asked = [version.in_language("en") for version in survey.question_versions.current()]
    assert {one.kind for one in asked} == set(Kind)
    assert sum(one.begins_page for one in asked) == 3
    rules = [one.rule for one in asked if one.rule]
    assert {condition.operator for rule in rules for condition in rule.conditions} == set(Operator)
    assert {rule.match for rule in rules if len(rule.conditions) > 1} == set(Match)


def answer_in_spanish(ana):
    """By tram; the point in the harbour is set on the plan."""
    ana.begin()
    answer_everything(ana, travel="2", line="Siete", place=ana.point_to)
    ana.send()


def answer_in_arabic(omar):
    """First by tram; then omar changes his mind and comes in a way of his own."""
    omar.begin()
    answer_everything(omar, travel="2", line="سبعة", place=omar.choose)
    omar.change("How do you come here?")
    omar.choose("How do you come here?", "other")
    omar.element("How do you come here?").locator("input[type=text]").fill("بالقارب")
    expect(omar.element("Which line do you take?")).to_have_count(1)
    omar.go_on()
    omar.send()


def sheets():
    """Kind → codes, of the Spanish and of the Arabic sheet."""
    assert Response.objects.counted().count() == 2
    found = [
        {
            Kind(answer.question_version.kind): answer.codes
            for answer in response.answers.select_related("question_version")
        }
        for response in Response.objects.all()
    ]
    return sorted(found, key=lambda sheet: sheet[Kind.SINGLE])


def what_nothing_leads_to_is_not_stored(spanish, arabic):
    shared = {
        Kind.MULTIPLE: "2",
        Kind.IMAGES: "1",
        Kind.YES_NO: "no",
        Kind.RATING: "4",
        Kind.SCALE: "8",
        Kind.MATRIX: "1:2 2:1",
        Kind.RANKING: "1 2",
        Kind.NUMBER: "3",
        Kind.DATE: "2026-01-31",
        Kind.LONG_TEXT: "*",
        Kind.PLACE: "harbour",
        Kind.CONSENT: "yes",
    }
    assert spanish == {Kind.SINGLE: "2", Kind.TEXT: "*", **shared}
    assert arabic == {Kind.SINGLE: "other", **shared}
    words = set(TextAnswer.objects.values_list("language", "text"))
    assert words == {("es", "Siete"), ("es", "Más sombra."), ("ar", "المزيد من الظل."), ("ar", "بالقارب")}
    assert PlaceAnswer.objects.count() == 1


def both_languages_count_together(survey):
    counted = {
        (tally.question_version.kind, tally.code): tally.count
        for tally in Tally.objects.filter(wave__survey=survey, count__gt=0).select_related("question_version")
    }
    assert counted["single_choice", ""] == 2
    assert (counted["single_choice", "2"], counted["single_choice", "other"]) == (1, 1)
    assert counted["short_text", ""] == 1
    for kind, code in (("multiple_choice", "2"), ("rating", "4"), ("scale", "8"), ("place", "harbour")):
        assert counted[kind, code] == counted[kind, ""] == 2
    assert Answer.objects.values("question_version").distinct().count() == len(set(Kind) - SILENT)
