from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone, translation

from portal.core.fields import Translated
from surveys.domain.disclosure import Bound
from surveys.models import Tally
from surveys.queries import Share
from surveys.services.waves import close_wave_early, open_wave, pause_wave
from surveys.templatetags.shares import last_day, percent_text, wave_name
from tests.factories import at
from tests.surveys.making import choices, open_survey, publish_survey, question, rating

pytestmark = pytest.mark.django_db

PROJECT = Path(__file__).resolve().parents[2]
# These words promise a random sample (AAPOR's opt-in statement); nobody is picked at random here.
FORBIDDEN = re.compile(
    r"margin of error|±|\brepresentative\b|\bscientific|statistically|residents think", re.IGNORECASE
)


@pytest.fixture
def survey(parks):
    return open_survey(parks)


def page_of(survey, language="en"):
    return survey.page_in(language).specific


def html_of(client, address):
    return client.get(address).content.decode()


def publish_figures(wave, counts):
    version = wave.survey.question_versions.get()
    everyone = sum(counts.values())
    for code, count in {"": everyone, **counts}.items():
        Tally.objects.update_or_create(
            wave=wave, question_version=version, code=code, defaults={"count": count, "published": count}
        )


def earlier_wave(survey, **fields):
    now = timezone.now()
    return survey.waves.create(
        opens_at=now - timedelta(days=60), closes_at=now - timedelta(days=30), **fields
    )


def test_each_answer_of_a_one_tap_question_is_a_button(client, survey):
    html = html_of(client, page_of(survey).url)
    assert re.findall(r'<button class="opt" name="answer" value="(\d)">', html) == ["1", "2", "3", "4", "5"]
    assert '<button class="quiet" name="answer" value="dk">' in html
    assert f'action="/en/q/{survey.code}/" data-ask' in html


def test_several_answers_are_boxes_and_a_button_to_send_them(client, parks):
    asked = question("multiple_choice", "What would help?", choices=choices("Bins", "Trees"))
    html = html_of(client, page_of(open_survey(parks, asked)).url)
    assert re.findall(r'type="checkbox"[^>]* name="answer" value="(\d)"', html) == ["1", "2"]
    assert '<button class="btn">' in html


def test_a_text_has_a_field_that_is_named_by_its_question(client, parks):
    html = html_of(client, page_of(open_survey(parks, question("short_text", "What else?"))).url)
    label = re.search(r'<textarea [^>]*name="answer"[^>]*aria-labelledby="([^"]+)"', html)[1]
    assert f'<h2 id="{label}"' in html


def test_a_paused_question_says_why_and_takes_no_answer(client, survey):
    pause_wave(wave=survey.waves.get(), reason=Translated(en="The wording was wrong."), now=timezone.now())
    html = html_of(client, page_of(survey).url)
    assert "The wording was wrong." in html
    assert "data-ask" not in html


def test_a_question_closed_early_says_why(client, survey):
    now = timezone.now() + timedelta(hours=1)
    close_wave_early(wave=survey.waves.get(), reason=Translated(en="The council decided."), now=now)
    survey.waves.update(opens_at=now - timedelta(days=2), closes_at=now - timedelta(days=1))
    html = html_of(client, page_of(survey).url)
    assert "The council decided." in html
    assert "data-ask" not in html


def test_a_question_that_is_still_to_come_says_when(client, parks):
    survey = publish_survey(parks)
    open_wave(survey=survey, opens_at=timezone.now() + timedelta(days=7))
    html = html_of(client, page_of(survey).url)
    assert "You can answer from" in html
    assert "data-ask" not in html


def test_nothing_is_shown_below_thirty_people(client, survey):
    publish_figures(survey.waves.get(), {"1": 9, "4": 20})
    html = html_of(client, page_of(survey).url + "results/")
    assert "We show results from 30 people. So far: at least 20." in html
    assert '<table class="bars' not in html


def test_figures_of_fewer_than_a_hundred_people_are_striped_and_named_an_early_signal(client, survey):
    publish_figures(survey.waves.get(), {"1": 10, "4": 40})
    html = html_of(client, page_of(survey).url + "results/")
    assert "Early signal" in html
    assert re.search(r'<line x2="80%" y1="11" y2="11"/>', html)


def test_two_waves_stand_side_by_side_with_their_ranges(client, survey):
    publish_figures(earlier_wave(survey, label="2026-09"), {"1": 100, "4": 100})
    publish_figures(survey.waves.get(label=""), {"1": 50, "4": 150})
    html = html_of(client, page_of(survey).url + "results/")
    assert '<table class="bars pair"' in html
    assert "September 2026" in html
    assert 'class="was" y="0" width="50%"' in html
    assert 'y="24" width="75%"' in html
    assert html.count('class="rng-text"') == 2 * len(["1", "2", "3", "4", "5", "dk"])


def test_every_figure_of_the_drawing_stands_in_a_table_too(client, survey):
    publish_figures(survey.waves.get(), {"1": 100, "4": 100})
    html = html_of(client, page_of(survey).url + "results/")
    assert re.search(r'<th scope="row">Very dirty</th>\s*<td>50%</td>\s*<td>43% to 57%\s*</td>', html)


def test_the_results_say_that_people_chose_to_take_part(client, survey):
    html = html_of(client, page_of(survey).url + "results/")
    assert "chose to take part; they were not picked at random" in html


def test_the_list_shows_open_coming_and_closed_surveys(client, parks):
    open_survey(parks, slug="open", title="Open one")
    coming = publish_survey(parks, rating(), slug="coming", title="Coming one")
    open_wave(survey=coming, opens_at=timezone.now() + timedelta(days=7))
    earlier_wave(publish_survey(parks, rating(), slug="past", title="Past one"))
    html = html_of(client, "/en/your-say/")
    places = [html.index(text) for text in ("Open now", "Open one", "Opening soon", "Coming one")]
    assert places == sorted(places)
    assert html.index("Closed, with results") < html.index("Past one")


def test_no_screen_promises_a_random_sample():
    found = [
        path.name
        for app in ("portal", "home", "news", "surveys")
        for path in (PROJECT / app).rglob("*.html")
        if FORBIDDEN.search(path.read_text("utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("bound", "percent", "text"),
    [(Bound.UNDER, 1, "under 1%"), (Bound.ABOUT, 42, "42%"), (Bound.OVER, 99, "over 99%")],
)
def test_shares_are_whole_percents(bound, percent, text):
    share = Share(code="1", label="", opinion=True, percent=percent, bound=bound, low=0, high=100)
    assert percent_text(share) == text


def test_a_wave_that_closes_at_midnight_ends_the_day_before():
    assert last_day(at(2026, 12, 1)).isoformat() == "2026-11-30"
    assert last_day(at(2026, 12, 1, 18)).isoformat() == "2026-12-01"


@pytest.mark.parametrize(
    ("label", "language", "name"),
    [
        ("2026-10", "en", "October 2026"),
        ("2026-10", "es", "octubre de 2026"),
        ("2019", "en", "2019"),
        ("Spring", "en", "Spring"),
    ],
)
def test_a_wave_named_after_its_month_is_read_as_one(label, language, name):
    with translation.override(language):
        assert wave_name(label) == name
