"""Surveys from XLSForms, and XLSForms from surveys."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.db import transaction
from wagtail.images import get_image_model
from wagtail.images.permissions import permission_policy
from wagtail.log_actions import log
from wagtail.models import Locale

from portal.departments.models import Department
from portal.translations.queries import source_of
from portal.translations.services import prepare_translation
from surveys.models import SurveyPage
from surveys.models.surveys import WhenStale
from surveys.services.imports.pages import department_page, free_slug
from surveys.xlsforms.gathering import gathered
from surveys.xlsforms.noting import noted
from surveys.xlsforms.portable import PortableSurvey
from surveys.xlsforms.reports import NotTaken
from surveys.xlsforms.taking import City, take
from surveys.xlsforms.writing import write

if TYPE_CHECKING:
    from portal.accounts.models import User


class MayNotImportError(Exception):
    """The person may not add a survey below the department's page in the form's language."""


@dataclass(frozen=True)
class ImportedForm:
    page: SurveyPage
    not_taken: tuple[NotTaken, ...]


@dataclass(frozen=True)
class ExportedForm:
    name: str
    content: bytes


def import_form(*, file: bytes, name: str, department: Department, by: User | None) -> ImportedForm:
    """A draft below the department's page in the form's language, and drafts of its other languages.

    All or nothing: FormRefusedError, NoDepartmentPageError, MayNotImportError. `name` is that of the file.
    """
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    default = Locale.get_default().language_code
    city = City(tuple(locales), default, lambda names: _pictures(names, department, by))
    taken = take(file, city, PurePosixPath(name).stem)
    survey = taken.survey
    with transaction.atomic():
        page = _draft(survey, locales[survey.main], department, by)
        for language in survey.languages[1:]:
            _translate(page, locales[language], survey, by)
        for language in locales.keys() - set(survey.languages):
            page.copy_for_translation(locales[language], copy_parents=True, alias=True)
        data = {"file": PurePosixPath(name).name[:100], "not_taken": noted(taken.not_taken)}
        log(instance=page, action="surveys.import_form", user=by, data=data, content_changed=True)
    return ImportedForm(page, taken.not_taken)


def _draft(survey: PortableSurvey, locale: Locale, department: Department, by: User | None) -> SurveyPage:
    parent = department_page(department, locale.language_code)
    if by is not None and not parent.permissions_for_user(by).can_add_subpage():
        raise MayNotImportError(department)
    page = SurveyPage(
        slug=free_slug(survey.title.spoken(), department),
        locale=locale,
        translation_key=uuid4(),
        owner=by,
        live=False,
        when_stale=survey.when_stale if survey.when_stale in WhenStale.values else WhenStale.OLDER,
        **_words(survey, locale.language_code),
    )
    parent.specific.add_child(instance=page)
    page.full_clean()
    page.save_revision(user=by)
    return SurveyPage.objects.get(pk=page.pk)


def _words(survey: PortableSurvey, language: str) -> dict[str, Any]:
    return {
        "title": survey.title.spoken(language),
        "summary": survey.summary.spoken(language),
        "thanks": survey.thanks.spoken(language),
        "questions": json.dumps(survey.blocks_in(language)),
    }


def _translate(page: SurveyPage, locale: Locale, survey: PortableSurvey, by: User | None) -> None:
    target = prepare_translation(page=page, locale=locale, user=by)
    for name, value in _words(survey, locale.language_code).items():
        setattr(target, name, value)
    target.save_revision(user=by, clean=False)


def _pictures(names: Collection[str], department: Department, by: User | None) -> dict[str, int]:
    """The pictures that the person may choose, else the department's, by the names of their files."""
    images = get_image_model().objects.filter(collection=department.collection_id)
    if by is not None:
        images = permission_policy.instances_user_has_permission_for(by, "choose")
    found = ((PurePosixPath(file).name, pk) for pk, file in images.order_by("pk").values_list("pk", "file"))
    return {file: pk for file, pk in found if file in names}


def export_form(*, page: SurveyPage, by: User | None) -> ExportedForm:
    """The latest draft of the survey in all its languages, whichever of them `page` is.

    NotExportableError, LostQuestionError.
    """
    source = SurveyPage.objects.get(pk=source_of(page).pk)
    pages = [_latest(source), *(_latest(one) for one in _translations(source))]
    survey = gathered(pages)
    form_id = source.slug or str(source.translation_key)
    content = write(survey, form_id, _file_names(survey))
    log(instance=source, action="surveys.export_form", user=by)
    return ExportedForm(f"{form_id}.xlsx", content)


def _latest(page: SurveyPage) -> SurveyPage:
    return page.get_latest_revision_as_object()


def _translations(source: SurveyPage) -> Sequence[SurveyPage]:
    """Those that say something of their own, published or not."""
    others = SurveyPage.objects.filter(translation_key=source.translation_key, alias_of=None)
    own = others.exclude(pk=source.pk).exclude(stand_in__isnull=False, latest_revision=None)
    return list(own.select_related("locale").order_by("pk"))


def _file_names(survey: PortableSurvey) -> Mapping[int, str]:
    numbers = {
        item["value"]["picture"]
        for block in survey.blocks
        for item in block["value"].get("choices") or ()
        if item["value"].get("picture")
    }
    images = get_image_model().objects.filter(pk__in=numbers)
    return {pk: PurePosixPath(file).name for pk, file in images.values_list("pk", "file")}
