"""The page of an imported survey: made, published, and taken back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django.utils.text import slugify
from wagtail.models import Locale, Page

from portal.departments.models import Department
from surveys.domain.kinds import Kind
from surveys.domain.questions import DONT_KNOW, Choice
from surveys.domain.sheets import AskedQuestion
from surveys.domain.sheets.questions import USUAL_SCALES
from surveys.models import SurveyPage

RATING_CODES = ("1", "2", "3", "4", "5")
MAX_RATING_LABEL = 40
MAX_SLUG = 80


class NoDepartmentPageError(Exception):
    """The department has no page in the language, below which the survey could stand."""


def department_page(department: Department, language: str) -> Page:
    page = Page.objects.filter(
        translation_key=department.page_key, locale__language_code=language
    ).first()  # fmt: skip
    if page is None or department.page_key is None:
        raise NoDepartmentPageError(department, language)
    return page


def drafted_page(
    *, title: str, questions: Sequence[AskedQuestion], department: Department, language: str
) -> SurveyPage:
    """An unsaved page that asks `questions`, with ids that it keeps when it is saved."""
    return SurveyPage(
        title=title,
        live=False,
        locale=Locale.objects.get(language_code=language),
        translation_key=uuid4(),
        department=department,
        questions=json.dumps([question_block(question) for question in questions]),
    )


def publish_page(page: SurveyPage) -> SurveyPage:
    """Put the page below its department's, publish it, and let it stand in for the other languages."""
    parent = department_page(page.department, page.locale.language_code)
    page.slug = free_slug(page.title, page.department)
    parent.specific.add_child(instance=page)
    page.save_revision().publish()
    published = SurveyPage.objects.get(pk=page.pk)
    for locale in Locale.objects.exclude(pk=page.locale_id):
        if not published.has_translation(locale):
            published.copy_for_translation(locale, copy_parents=True, alias=True)
    return published


def retract_page(page: SurveyPage) -> bool:
    """Delete the page with its stand-ins; True. What people have worked on since is only unpublished; False."""
    pages = SurveyPage.objects.filter(translation_key=page.translation_key)
    if touched(page):
        for shown in pages.filter(live=True, alias_of=None):
            shown.unpublish(log_action=False)
        return False
    for stand_in in [*pages.exclude(alias_of=None), *pages.filter(alias_of=None)]:
        stand_in.delete()
    return True


def touched(page: SurveyPage) -> bool:
    """Whether somebody has edited the page since it was imported, or translated it."""
    translations = SurveyPage.objects.filter(translation_key=page.translation_key, alias_of=None)
    return page.revisions.count() > 1 or translations.count() > 1


def free_slug(title: str, department: Department) -> str:
    """An address that is free below the department's page in every language."""
    taken: set[str] = set()
    for parent in Page.objects.filter(translation_key=department.page_key):
        taken.update(parent.get_children().values_list("slug", flat=True))
    slug = slugify(title, allow_unicode=True)[:MAX_SLUG] or "survey"
    numbered = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
    return slug if slug not in taken else next(name for name in numbered if name not in taken)


def question_block(question: AskedQuestion) -> dict[str, Any]:
    """A rating or a yes/no whose codes or words are not the usual ones becomes a single choice:
    its figures are the same."""
    value: dict[str, Any] = {"question": question.text, "hint": "", "name": question.name}
    kind = question.kind
    choices = [choice for choice in question.choices if choice.code != DONT_KNOW]
    if kind is not Kind.TEXT:
        value["dont_know"] = len(choices) < len(question.choices)
    if kind is Kind.RATING and fits_rating(choices):
        value |= {f"label_{choice.code}": choice.label for choice in choices}
    elif kind is not Kind.TEXT and not (kind is Kind.YES_NO and question.choices == USUAL_SCALES[kind]):
        kind = kind if kind is Kind.MULTIPLE else Kind.SINGLE
        value["choices"] = [choice_item(choice) for choice in choices]
    return {"type": kind.value, "id": str(uuid4()), "value": value}


def fits_rating(choices: Sequence[Choice]) -> bool:
    codes = tuple(choice.code for choice in choices)
    return codes == RATING_CODES and all(len(choice.label) <= MAX_RATING_LABEL for choice in choices)


def choice_item(choice: Choice) -> dict[str, Any]:
    value = {"text": choice.label, "code": choice.code, "opinion": choice.opinion}
    return {"type": "item", "id": str(uuid4()), "value": value}
