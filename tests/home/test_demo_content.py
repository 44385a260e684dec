from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date

import pytest

from home.demo.content import day_of, fill, load_content, shape
from home.demo.loading.staff import STAFF
from home.demo.pictures import SCENES

CONTENT = load_content()
STORIES = (*CONTENT.articles, *CONTENT.events)
DRAFTS = [draft.article for draft in CONTENT.desk.drafts]
QUESTIONS = [(survey, question) for survey in CONTENT.surveys for question in survey.questions]
ARABIC = re.compile(r"[\u0621-\u064a]")


def texts(value, where="", languages=shape.LANGUAGES):
    """Every text with the languages it has to exist in: (where, text, languages)."""
    if is_dataclass(value):
        own = getattr(value, "languages", languages)
        name = getattr(value, "key", getattr(value, "code", getattr(value, "name", "")))
        where = f"{where} {name}" if isinstance(name, str) else where
        for field in fields(value):
            yield from texts(getattr(value, field.name), f"{where}.{field.name}", own)
    elif isinstance(value, Mapping):
        if set(value) & set(shape.LANGUAGES) and all(isinstance(words, str) for words in value.values()):
            yield where, value, languages
        else:
            for key, inner in value.items():
                yield from texts(inner, f"{where}[{key}]", languages)
    elif isinstance(value, tuple):
        for place, inner in enumerate(value):
            yield from texts(inner, f"{where}[{place}]", languages)


TEXTS = list(texts(CONTENT))


def said(language):
    yield from ((where, words[language]) for where, words, _ in TEXTS if language in words)
    for survey in CONTENT.surveys:
        yield from ((survey.key, text.text) for text in survey.open_texts if text.language == language)


def test_every_text_stands_in_all_its_languages():
    assert len(TEXTS) > 600
    for where, words, languages in TEXTS:
        assert set(words) == set(languages), where
        assert all(part.strip() for part in words.values()), where


def test_some_stories_are_left_untranslated_on_purpose():
    assert len([story for story in STORIES if "ar" not in story.languages]) == 3
    assert len([story for story in STORIES if "es" not in story.languages]) == 1
    assert all("en" in story.languages for story in STORIES)


@pytest.mark.parametrize("language", shape.LANGUAGES)
def test_no_text_is_filler_or_bound_to_a_date(language):
    months = {fill(f"{{month:{days}}}", language, date(2026, 1, 15)) for days in range(0, 365, 28)}
    stale = re.compile(r"lorem|ipsum|\b20[2-9]\d\b" + "".join(f"|\\d (de )?{month}" for month in months))
    for where, words in said(language):
        assert not stale.search(words), f"{where}: {words}"


def test_arabic_is_written_with_arabic_letters_and_marks_and_western_digits():
    for where, words in said("ar"):
        assert ARABIC.search(words) or not re.search(r"[a-z]{3} [a-z]", words), f"{where}: {words}"
        assert not re.search(r"[\u0621-\u064a]\s*[,;?]|[\u0660-\u0669\u06f0-\u06f9]", words), (
            f"{where}: {words}"
        )


def test_spanish_says_usted():
    for where, words in said("es"):
        assert not re.search(r"\b(tú|tu|tus|te|ti|contigo|haz|puedes|tienes|quieres)\b", words, re.I), (
            f"{where}: {words}"
        )


def test_texts_hold_no_markup_but_the_simple_kind():
    for language in shape.LANGUAGES:
        for where, words in said(language):
            tags = set(re.findall(r"</?(\w+)", words))
            assert tags <= {"p", "ul", "li", "b"}, where
            assert all(words.count(f"<{tag}>") == words.count(f"</{tag}>") for tag in tags), where


def test_every_placeholder_for_a_day_is_understood():
    for language in shape.LANGUAGES:
        for where, words in said(language):
            names = {question.key for survey in CONTENT.surveys for question in survey.questions}
            left = set(re.findall(r"{([^}]*)}?", fill(words, language, date(2026, 3, 2))))
            assert left <= names, where


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("{day:+1}", "en", "Tuesday 3 March"),
        ("{day:+9 sat}", "es", "sábado 14 de marzo"),
        ("{day:+0 mon}", "ar", "الاثنين 2 مارس"),
        ("{month:-30}", "en", "January"),
    ],
)
def test_a_day_reads_as_people_say_it(text, language, words):
    assert fill(text, language, date(2026, 3, 2)) == words


def test_an_event_falls_on_its_weekday():
    for event in CONTENT.events:
        day = day_of(date(2026, 7, 19), event.day, event.weekday)
        assert 0 <= (day - date(2026, 7, 19)).days - event.day < 7
        assert event.weekday is None or day.strftime("%a").lower() == event.weekday


def unique(names):
    return len(set(names)) == len(names)


def test_codes_are_unique():
    assert unique([story.key for story in (*STORIES, *DRAFTS)])
    for group in (CONTENT.departments, CONTENT.topics, CONTENT.districts):
        assert unique([item.code for item in group])
    assert unique([survey.slug for survey in CONTENT.surveys])
    for survey, question in QUESTIONS:
        assert unique([other.key for other in survey.questions])
        assert unique([choice.code for choice in question.choices])


def test_everything_that_is_named_exists():
    departments = {department.code for department in CONTENT.departments}
    surveys = {survey.key for survey in CONTENT.surveys}
    pictures = {picture.name for picture in CONTENT.pictures}
    topics = {topic.code for topic in CONTENT.topics}
    assert {story.department for story in STORIES} == departments
    assert {survey.department for survey in CONTENT.surveys} == departments
    assert {topic for story in STORIES for topic in story.topics} == topics
    used = {owner.picture for owner in (*STORIES, *CONTENT.departments, CONTENT.city)}
    used |= {name for survey in CONTENT.surveys for name in survey.pictures}
    assert used == pictures == set(SCENES)
    assert {department.survey for department in CONTENT.departments} | {CONTENT.city.home_survey} <= surveys
    assert {event.district for event in CONTENT.events} <= {district.code for district in CONTENT.districts}


def test_the_desk_names_pages_languages_and_people_that_exist():
    desk, staff = CONTENT.desk, {worker.name: worker for worker in STAFF}
    owners = {f"article:{story.key}": story for story in CONTENT.articles}
    owners |= {f"event:{story.key}": story for story in CONTENT.events}
    begun = {(each.page, each.language) for each in desk.translations}
    assert len(begun) == len(desk.translations)
    for each in (*desk.translations, *desk.corrections, *desk.reviews, *desk.expiries):
        owner = owners[each.page].department if each.page in owners else each.page.removeprefix("department:")
        assert staff[each.by].department == owner, each.page
    for each in desk.translations:
        assert each.language in owners[each.page].languages
        assert (staff[each.by].role, staff[each.by].language) == ("translator", each.language)
    for each in desk.corrections:
        assert each.old != each.new
    for draft in desk.drafts:
        assert staff[draft.by].department == draft.article.department
        assert set(draft.article.topics) <= {topic.code for topic in CONTENT.topics}
        assert draft.article.picture in {picture.name for picture in CONTENT.pictures}


def test_every_link_leads_somewhere():
    pages = {f"page:{page.key}" for page in CONTENT.pages} | {"page:home", "page:search"}
    pages |= {f"page:{key}" for key in CONTENT.city.page_titles}
    targets = pages | {f"department:{department.code}" for department in CONTENT.departments}
    targets |= {f"article:{article.key}" for article in CONTENT.articles}
    city = CONTENT.city
    links = [*city.main_menu, *city.tasks, *city.footer, *(b.link for b in CONTENT.banners if b.link)]
    assert {link.target for link in links} <= targets


def test_the_city_has_what_was_promised():
    surveys = [block.survey for story in STORIES for block in story.body if block.kind == "survey"]
    assert (len(CONTENT.articles), len(CONTENT.events), len(CONTENT.surveys)) == (18, 7, 11)
    assert len(CONTENT.districts) == 8
    assert len(surveys) >= 7
    assert set(surveys) <= {survey.key for survey in CONTENT.surveys}
    assert 205_000 < sum(district.population for district in CONTENT.districts) < 215_000
    assert [banner.active for banner in CONTENT.banners].count(True) == 1
    assert all(story.published <= 0 for story in STORIES)
