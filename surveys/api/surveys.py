"""Surveys as programs read them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import translation
from wagtail.images import get_image_model
from wagtail.rich_text import expand_db_html

from surveys.api import schemas
from surveys.domain.questions import OTHER, Choice, Question
from surveys.models import QuestionVersion, Survey, SurveyPage
from surveys.queries import foremost
from surveys.queries.asking import asked_in
from surveys.queries.offered import behind_in_languages, pages_in_languages

PICTURE = "fill-480x320|format-jpeg"


def in_list(survey: Survey, pages: Mapping[str, SurveyPage], now: datetime) -> schemas.SurveyInList:
    wave = foremost(survey.shown_waves, now)
    department = survey.department
    return schemas.SurveyInList(
        code=survey.code,
        state=wave.state_at(now).value,
        opens_at=wave.opens_at,
        closes_at=wave.closes_at,
        department={"code": department.code, "name": department.name} if department else None,
        source_language=survey.source_language,
        languages={language: _page(page) for language, page in pages.items()},
    )


def _page(page: SurveyPage) -> schemas.InLanguage:
    url = page.full_url or ""
    return schemas.InLanguage(title=page.title, summary=page.summary, url=url, results_url=f"{url}results/")


def in_detail(survey: Survey, language: str, now: datetime) -> schemas.SurveyDetail:
    """With the questions that are asked in `language`. Pictures cost a query for all, and one for each that has not
    been cut to size."""
    asking = asked_in(survey, language)
    pages = pages_in_languages([survey]).get(survey.key, {})
    behind = behind_in_languages(survey)
    listed = in_list(survey, pages, now).model_dump()
    for code, page in listed["languages"].items():
        page["questions"] = _standing(behind.get(code))
    words = _words_of_versions(asking.versions)
    picture = _pictures(asking.versions)
    return schemas.SurveyDetail(
        **listed,
        asked_in=language,
        paged=asking.paged,
        questions=[
            _question(question, words[question.version], picture)
            for question in asking.questions
            if question.version is not None
        ],
    )


def _standing(behind: str | None) -> schemas.LanguageState:
    if behind is None:
        return schemas.LanguageState.CURRENT
    return schemas.LanguageState.WAITING if behind == "wait" else schemas.LanguageState.OLDER


InLanguages = Mapping[str, Question]


def _words_of_versions(versions: tuple[QuestionVersion, ...]) -> dict[int, InLanguages]:
    """Version id → language → the question in it, for the languages that it was translated into."""
    found: dict[int, dict[str, Question]] = {version.pk: {} for version in versions}
    for language, _name in settings.LANGUAGES:
        # What the portal words itself is worded in the language of the moment.
        with translation.override(language):
            for version in versions:
                if language in version.texts:
                    found[version.pk][language] = version.in_language(language)
    return found


def _pictures(versions: tuple[QuestionVersion, ...]) -> Callable[[int | None], str | None]:
    wanted = {item["picture"] for version in versions for item in version.choices if item.get("picture")}
    images = get_image_model().objects.in_bulk(wanted) if wanted else {}
    renditions = {number: image.get_rendition(PICTURE).full_url for number, image in images.items()}
    return lambda number: renditions.get(number) if number else None


def _question(
    question: Question, words: InLanguages, picture: Callable[[int | None], str | None]
) -> schemas.QuestionOut:
    asks = question.settings
    return schemas.QuestionOut(
        id=question.id,
        name=question.name,
        kind=question.kind,
        takes_answer=question.asks,
        required=asks.required,
        confidential=asks.confidential,
        several=question.several,
        texts={language: _texts(one) for language, one in words.items()},
        choices=[
            _choice(question, choice, _labels(words, choice.code), picture) for choice in question.choices
        ],
        rows=[_choice(question, row, _row_labels(words, row.code), picture) for row in question.rows],
        limits=_limits(question),
        shuffle=asks.shuffle,
        reverse=asks.reverse,
        look=asks.look,
        point=asks.point,
        rule=_rule(question),
    )


def _texts(question: Question) -> schemas.Texts:
    return schemas.Texts(
        question=question.text,
        other_wording=question.other_wording,
        hint=question.hint,
        body=expand_db_html(question.body) if question.body else "",
        unit=question.unit,
    )


def _labels(words: InLanguages, code: str) -> dict[str, str]:
    return {language: question.label_of(code) for language, question in words.items()}


def _row_labels(words: InLanguages, code: str) -> dict[str, str]:
    return {language: question.row_label_of(code) for language, question in words.items()}


def _choice(
    question: Question, choice: Choice, labels: dict[str, str], picture: Callable[[int | None], str | None]
) -> schemas.ChoiceOut:
    return schemas.ChoiceOut(
        code=choice.code,
        labels=labels,
        opinion=choice.opinion,
        exclusive=choice.exclusive and question.several,
        own_words=choice.built_in and choice.code == OTHER,
        built_in=choice.built_in,
        picture=picture(choice.picture),
    )


def _limits(question: Question) -> schemas.Limits:
    asks = question.settings
    return schemas.Limits(
        fewest=asks.fewest,
        most=asks.most,
        minimum=_number(asks.minimum),
        maximum=_number(asks.maximum),
        decimals=asks.decimals,
        earliest=asks.earliest,
        latest=asks.latest,
        longest=question.longest if question.takes_words else None,
    )


def _number(limit: Any) -> float | None:
    return None if limit is None else float(limit)


def _rule(question: Question) -> schemas.RuleOut | None:
    if not question.rule:
        return None
    return schemas.RuleOut(
        match=question.rule.match,
        conditions=[
            schemas.Condition(question=one.question, operator=one.operator, value=one.value)
            for one in question.rule.conditions
        ],
    )
