"""What happens to a survey when one of its pages is published."""

from __future__ import annotations

from django.db import transaction
from wagtail.blocks import StructValue

from portal.core.models import is_translated
from portal.departments.queries import department_of
from surveys.content import choices_of, texts_of
from surveys.models import QuestionVersion, Survey, SurveyPage, Tally


@transaction.atomic
def publish_questions(*, page: SurveyPage) -> Survey | None:
    """Freeze what `page` now asks. None for a page that stands in for its source: it says nothing new.

    The page in the survey's source language decides kinds, codes and order; the others only add their texts.
    """
    if page.alias_of_id is not None:
        return None
    language = page.locale.language_code
    survey, _created = Survey.objects.get_or_create(
        key=page.translation_key,
        defaults={"department": page.department, "source_language": _first_language(page)},
    )
    if language == survey.source_language:
        first = not survey.question_versions.exists()
        _freeze(survey, page, language)
        if first:
            _follow_translations(survey)
        follow_owner(page=page)
    else:
        _add_texts(survey, page, language)
    return survey


def follow_owner(*, page: SurveyPage) -> None:
    """The figures of a survey are those of the department that keeps its page in the source language."""
    surveys = Survey.objects.filter(key=page.translation_key, source_language=page.locale.language_code)
    surveys.update(department=department_of(page))


def _first_language(page: SurveyPage) -> str:
    """The language in which the survey was begun, even where a translation is published before its source."""
    pages = SurveyPage.objects.filter(is_translated(), translation_key=page.translation_key).order_by("pk")
    return pages.values_list("locale__language_code", flat=True).first() or page.locale.language_code


def _freeze(survey: Survey, page: SurveyPage, language: str) -> None:
    current = {str(version.question_id): version for version in survey.question_versions.current()}
    asked = [block.id for block in page.questions]
    survey.question_versions.filter(is_current=True).exclude(question_id__in=asked).update(is_current=False)
    # Names may have been swapped between questions; park them before they are given anew.
    for version in current.values():
        if str(version.question_id) in asked:
            survey.question_versions.filter(pk=version.pk).update(name=f"_{version.pk}")
    for position, block in enumerate(page.questions):
        _freeze_question(
            survey, current.get(block.id), block.id, block.block_type, block.value, position, language
        )


def _freeze_question(
    survey: Survey,
    version: QuestionVersion | None,
    question_id: str,
    kind: str,
    value: StructValue,
    position: int,
    language: str,
) -> None:
    choices = [{"code": c.code, "id": c.id, "opinion": c.opinion} for c in choices_of(value)]
    texts = texts_of(value)
    if version is None:
        last = survey.question_versions.filter(question_id=question_id).order_by("-number").first()
        version = QuestionVersion(
            survey=survey, question_id=question_id, number=last.number + 1 if last else 1
        )
    elif _means_another(version, kind, choices, texts, language):
        QuestionVersion.objects.filter(pk=version.pk).update(is_current=False, name=value["name"])
        version = QuestionVersion(survey=survey, question_id=question_id, number=version.number + 1)
    if not _same(version, kind, choices, texts, language):
        # A translation of other words would ask something else: until it follows, the source stands in.
        version.texts = {language: texts}
    version.kind, version.choices, version.position = kind, choices, position
    version.name = value["name"]
    version.save()


def _same(version: QuestionVersion, kind: str, choices: list[dict], texts: dict, language: str) -> bool:
    return version.kind == kind and version.choices == choices and version.texts.get(language) == texts


def _means_another(
    version: QuestionVersion, kind: str, choices: list[dict], texts: dict, language: str
) -> bool:
    """Whether an answered question now asks something else: another kind, other choices or other words."""
    answered = Tally.objects.filter(question_version=version, count__gt=0)
    return not _same(version, kind, choices, texts, language) and answered.exists()


def _follow_translations(survey: Survey) -> None:
    """Take the words of translations that were published before their source."""
    pages = SurveyPage.objects.filter(is_translated(), translation_key=survey.key, live=True)
    for page in pages.exclude(locale__language_code=survey.source_language).select_related("locale"):
        _add_texts(survey, page, page.locale.language_code)


def _add_texts(survey: Survey, page: SurveyPage, language: str) -> None:
    """Keep the words of a translation for the questions that still have the choices it translates."""
    values = {block.id: block.value for block in page.questions}
    for version in survey.question_versions.current():
        value = values.get(str(version.question_id))
        if value is None:
            continue
        codes = [choice.code for choice in choices_of(value)]
        if codes == [choice["code"] for choice in version.choices]:
            version.texts = {**version.texts, language: texts_of(value)}
            version.save(update_fields=["texts"])
