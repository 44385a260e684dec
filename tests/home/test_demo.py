from __future__ import annotations

import re
import stat
from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Sum
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, Page, WorkflowState
from wagtail_localize.models import String, Template, Translation

from home.demo.loading.load import load_city_of_northmere
from home.demo.unloading import NotTheDemoError, unload_city_of_northmere
from home.models import HomePage
from news.models import ArticlePage, EventPage
from portal.accounts.models import User
from portal.core.models import CityImage, CitySettings, MenuItem, OutgoingMail, StandIn
from portal.departments.models import Department, PreviewLink
from portal.departments.reviews.queries import by_state, stale_pages
from portal.translations.admin.changes import changes_of
from portal.translations.queries import State, work_counts, work_list
from surveys.domain.logic import reached
from surveys.models import (
    Answer,
    Correction,
    PlaceAnswer,
    QuestionVersion,
    Response,
    Survey,
    SurveyPage,
    Tally,
    Wave,
)
from surveys.models.waves import WaveState
from surveys.queries.asking import asked_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def idle_worker(settings):
    """What the worker does after the load, pictures in all sizes above all, is tested elsewhere."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


def load(tmp_path, now=None):
    return load_city_of_northmere(
        now=now or timezone.now(),
        hostname="testserver",
        port=80,
        logins=tmp_path / "logins.txt",
        say=lambda _line: None,
    )


def test_the_demo_city_is_loaded_true_to_its_figures_and_taken_away_again(city, tmp_path):
    counts = load(tmp_path)

    assert (counts.articles, counts.events, counts.surveys) == (18, 7, 11)
    assert ArticlePage.objects.live().filter(alias_of=None, locale__language_code="ar").count() < 18
    assert EventPage.objects.live().filter(locale__language_code="es").count() == 7
    assert 19_000 <= Response.objects.count() == counts.sheets <= 21_000
    states = {wave.state_at(timezone.now()) for wave in Wave.objects.all()}
    assert states == set(WaveState)
    everyone = Tally.objects.filter(code=Tally.EVERYONE).aggregate(total=Sum("count"))["total"]
    assert everyone == Answer.objects.count()
    the_great_survey_holds_only_what_was_asked()
    corrections_are_joined_and_parted_and_spanish_follows_in_both_ways()
    assert stat.S_IMODE((tmp_path / "logins.txt").stat().st_mode) == 0o600

    client = Client()
    for page in [*HomePage.objects.all(), *SurveyPage.objects.filter(locale__language_code="ar")[:2]]:
        reply = client.get(page.url)
        assert reply.status_code == 200
        assert "{day:" not in reply.content.decode()

    unload_city_of_northmere(logins=tmp_path / "logins.txt")
    left = (Department, Survey, Response, CityImage, User, SurveyPage, ArticlePage)
    left += (Translation, String, Template, StandIn, PreviewLink, WorkflowState, OutgoingMail)
    assert {model.__name__: model.objects.count() for model in left} == {model.__name__: 0 for model in left}
    assert not (tmp_path / "logins.txt").exists()
    assert Page.find_problems() == ([], [], [], [], [])


def survey_at(slug):
    return Survey.objects.get(key=SurveyPage.objects.filter(slug=slug)[0].translation_key)


def the_great_survey_holds_only_what_was_asked():
    survey = survey_at("railway-park-survey")
    questions = asked_in(survey, "en").questions
    sheets = {}
    for answer in Answer.objects.filter(question_version__survey=survey).select_related("question_version"):
        sheet = sheets.setdefault(answer.response_id, {})
        sheet[str(answer.question_version.question_id)] = tuple(answer.codes.split())
    assert len(sheets) == Response.objects.filter(wave__survey=survey).count() > 300
    for sheet in sheets.values():
        assert sheet.keys() <= set(reached(questions, sheet))
    assert Answer.objects.filter(question_version__survey=survey, arm="b").count() > 50
    assert PlaceAnswer.objects.filter(question_version__survey=survey).count() > 100
    assert {len(version.texts) for version in survey.question_versions.current()} == {3}
    secret = Tally.objects.filter(wave__survey=survey, question_version__settings__confidential=True)
    assert (sum(tally.count for tally in secret) > 300, sum(tally.published for tally in secret)) == (True, 0)


def corrections_are_joined_and_parted_and_spanish_follows_in_both_ways():
    clean, light = survey_at("street-cleanliness-survey"), survey_at("street-lighting-survey")
    assert sorted(Correction.objects.filter(survey=clean).values_list("joined", flat=True)) == [False, True]
    assert sorted(
        (version.name, version.series_id is None) for version in clean.question_versions.current()
    ) == [
        ("clean", False),
        ("help", True),
    ]
    assert all(
        Tally.objects.get(question_version=version.counted_as, wave__label=wave.label, code="").count >= 30
        for version in clean.question_versions.all()
        for wave in clean.waves.open_at(timezone.now())
    )
    for language, older, waits in (("en", False, False), ("ar", False, False), ("es", True, True)):
        assert bool(asked_in(clean, language).older) is older
        assert asked_in(light, language).waits is waits
    lent = survey_at("trams-and-buses-survey").question_versions.current().get(name="travel")
    taken = QuestionVersion.objects.filter(settings__origin=f"{lent.survey.key}/{lent.question_id}")
    assert {version.survey.page_in("en").slug for version in taken} == {
        "quay-road-cycling-survey",
        "railway-park-survey",
    }


def test_people_of_the_demo_find_work_in_every_state_and_residents_only_what_was_approved(city, tmp_path):
    load(tmp_path)
    parks, streets = (Department.objects.get(code=code) for code in ("parks", "streets"))
    counts = work_counts(departments=[parks, streets], locales=Locale.objects.all())
    emils = counts[parks.pk, Locale.objects.get(language_code="es").pk]
    janas = counts[streets.pk, Locale.objects.get(language_code="ar").pk]
    for found in (emils, janas):
        assert {state: found[state] for state in State if state != State.DONE} == {
            State.NEW: 1,
            State.STALE: 1,
            State.IN_PROGRESS: 1,
            State.WAITING: 1,
        }

    for item in work_list(departments=[parks, streets], locales=Locale.objects.all(), states={State.DONE}):
        assert item.done == item.total > 0, f"{item.source}: its words stand beside those of its source"
    waiting = {
        (state.requested_by.name, state.content_object.slug) for state in WorkflowState.objects.active()
    }
    assert waiting == {("Emil", "star-watch"), ("Jana", "riverside-walk"), ("Ben", "walnut-kitchen")}
    hana = User.objects.get(name="Hana")
    today = timezone.localdate()
    assert [page.slug for page in by_state(stale_pages(hana, today), "overdue", today)] == ["garden-plots"]
    assert [page.slug for page in by_state(stale_pages(hana, today), "soon", today)] == ["parks"]
    lamps = ArticlePage.objects.get(slug="amber-airport", locale__language_code="en")
    assert (lamps.live, lamps.approved_schedule) == (False, True)
    assert lamps.go_live_at > timezone.now()
    assert EventPage.objects.get(slug="repair-cafe", locale__language_code="ar").expire_at is not None
    residents_read_what_was_approved(tmp_path / "logins.txt")
    a_translator_sees_what_changed()


def residents_read_what_was_approved(logins):
    client = Client()

    pond = client.get("/es/departments/parks/swan-pond/").content.decode()
    assert "avena a 50 céntimos" in pond
    assert "60 cents" not in pond
    for path in ("/es/departments/parks/star-watch/", "/es/departments/parks/tree-planting-day/"):
        page = client.get(path).content.decode()
        assert "prado" not in page.split("<main", 1)[1].split("</main", 1)[0].lower(), path
        assert 'lang="en"' in page
    for slug in ("walnut-kitchen", "amber-airport"):
        assert client.get(f"/en/departments/parks/{slug}/").status_code == 404
    address = re.search(r"http\S+(/preview/\S+)", logins.read_text())[1]
    assert "The walnut tree gets a kitchen" in client.get(address).content.decode()


def a_translator_sees_what_changed():
    pond = Translation.objects.get(
        source__object_id=ArticlePage.objects.get(
            slug="swan-pond", locale__language_code="en"
        ).translation_key,
        target_locale__language_code="es",
    )
    (change,) = changes_of(pond)
    assert ("50 cents" in change.before, "60 cents" in change.now) == (True, True)
    assert "avena" in change.translated


def test_the_demo_is_not_removed_over_the_head_of_an_editor(city, tmp_path):
    load(tmp_path, datetime(2026, 2, 28, 12, tzinfo=UTC))
    editor = User.objects.get(name="Ben")
    pond = ArticlePage.objects.get(slug="swan-pond", locale__language_code="en")

    pond.owner = editor
    pond.save()
    with pytest.raises(NotTheDemoError):
        unload_city_of_northmere(logins=tmp_path / "logins.txt")

    pond.owner = None
    pond.save()
    revision = pond.save_revision(user=editor)
    with pytest.raises(NotTheDemoError):
        unload_city_of_northmere(logins=tmp_path / "logins.txt")

    revision.delete()
    settings = CitySettings.objects.get()
    kept = MenuItem.objects.create(city=settings, url="https://elsewhere.example", label={"en": "Ours"})
    unload_city_of_northmere(logins=tmp_path / "logins.txt")
    assert MenuItem.objects.filter(pk=kept.pk).exists()


def test_a_city_with_departments_is_not_mixed_with_the_demo(parks):
    with pytest.raises(CommandError):
        call_command("load_demo")
    call_command("load_demo", if_empty=True)

    assert Department.objects.count() == 1
