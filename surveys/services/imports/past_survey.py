"""Reading in a past survey, and taking it back.

Everything is checked before anything is stored. Then the sheets are staged in short transactions,
in waves that no reader shows, and one short transaction shows them together with the page. So
residents answer meanwhile, and an import that was interrupted leaves nothing to be seen: the next
one clears its rows away first.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from portal.departments.models import Department
from surveys.domain.sheets import Fault, SheetFault
from surveys.models import ImportBatch, Survey, SurveyPage, Wave
from surveys.services.imports.clearing import clear, clear_leftovers
from surveys.services.imports.files import (
    PastSurvey,
    Progress,
    Report,
    SurveyFiles,
    answer_sheets,
    check_files,
    content_hash,
)
from surveys.services.imports.pages import department_page, drafted_page, publish_page, retract_page
from surveys.services.imports.staging import Stage, lock, stage_sheets, stage_waves, store_tallies
from surveys.services.publication import publish_questions

if TYPE_CHECKING:
    from portal.accounts.models import User


class NoImportError(Exception):
    """Nothing of this survey came from an import, or it has been taken back."""


@dataclass(frozen=True)
class ImportReceipt:
    """What the files hold. `created` is false when they were only checked, or were in already;
    `page` is None when they were only checked, or when somebody has deleted it since."""

    questions: int
    waves: int
    sheets: int
    answers: int
    created: bool
    page: SurveyPage | None


@dataclass(frozen=True)
class UndoReceipt:
    """`page_kept` is true when people had worked on the survey since: then its page is still there."""

    waves: int
    page_kept: bool


def no_report(progress: Progress) -> None:
    pass


def import_past_survey(
    *,
    department: Department,
    title: str,
    files: SurveyFiles,
    language: str,
    now: datetime,
    source_class: str = Wave.SourceClass.OPEN,
    report: Report = no_report,
    by: User | None = None,
) -> ImportReceipt:
    """Make a published survey page with a closed wave for each value of `wave`, and its answers.

    The same files, department and title again add nothing. Raises SheetFault for the first thing
    wrong in the files, NoDepartmentPageError, ImportSupersededError; nothing is stored then.
    """
    department_page(department, language)
    known_by = content_hash(files, department.code, title)
    past = check_files(files, today=timezone.localdate(now), report=report)
    done = ImportBatch.objects.filter(content_hash=known_by, state=ImportBatch.State.DONE).first()
    if done is not None:
        return receipt(past, created=False, page=page_of(done.survey))
    clear_leftovers()
    page = drafted_page(title=title, questions=past.questions, department=department, language=language)
    stage = begin(page, past, known_by, source_class, now)
    try:
        with answer_sheets(files, past.questions, today=timezone.localdate(now)) as (sheets, done_so_far):
            for _ in stage_sheets(stage, sheets.rows()):
                report(done_so_far(storing=True))
        if content_hash(files, department.code, title) != known_by:
            raise SheetFault(Fault.FILE_CHANGED, file=str(files.responses))
        show(stage, page, past, by)
    except BaseException:
        clear(stage.batch)
        raise
    return receipt(past, created=True, page=page_of(stage.batch.survey))


def check_past_survey(*, files: SurveyFiles, now: datetime, report: Report = no_report) -> ImportReceipt:
    """Read the files as an import does, and store nothing. SheetFault."""
    return receipt(check_files(files, today=timezone.localdate(now), report=report), created=False, page=None)


def undo_import(*, survey: Survey, by: User | None = None) -> UndoReceipt:
    """Remove what an import added. It is hidden at once, in one short transaction, and cleared after.

    What came after it stays: a page that people edited or translated is only unpublished, and keeps
    its questions; a survey that has had waves of its own keeps its page as it is. NoImportError when
    nothing of the survey was imported.
    """
    with transaction.atomic():
        batch = (
            ImportBatch.objects.select_for_update()
            .filter(survey=survey, state=ImportBatch.State.DONE)
            .first()
        )
        if batch is None:
            raise NoImportError
        page, waves = page_of(survey), batch.waves.count()
        if page is not None:
            log(instance=page, action="surveys.undo_import", user=by, data={"waves": waves})
        lives_on = survey.waves.filter(import_batch=None).exists()
        kept = lives_on or (page is not None and not retract_page(page))
        batch.state = ImportBatch.State.STAGING
        batch.survey = None if kept else survey
        batch.save(update_fields=["state", "survey"])
    clear(batch)
    return UndoReceipt(waves=waves, page_kept=kept)


@transaction.atomic
def begin(page: SurveyPage, past: PastSurvey, known_by: str, source_class: str, now: datetime) -> Stage:
    survey = publish_questions(page=page)
    if survey is None:
        raise AssertionError("a drafted page stands in for no other")
    batch = ImportBatch.objects.create(survey=survey, content_hash=known_by, started_at=now)
    ids = dict(survey.question_versions.current().values_list("name", "pk"))
    return Stage(
        batch=batch,
        versions=[ids[question.name] for question in past.questions],
        segments=past.segments,
        language=page.locale.language_code,
        waves=stage_waves(survey=survey, batch=batch, spans=past.waves, source_class=source_class, now=now),
    )


@transaction.atomic
def show(stage: Stage, page: SurveyPage, past: PastSurvey, by: User | None) -> None:
    batch = lock(stage.batch)
    store_tallies(
        stage, {id_: question.codes for id_, question in zip(stage.versions, past.questions, strict=True)}
    )
    batch.state, batch.created_page = ImportBatch.State.DONE, True
    batch.save(update_fields=["state", "created_page"])
    published = publish_page(page)
    counts = {"waves": len(past.waves), "sheets": past.sheets, "answers": past.answers}
    log(instance=published, action="surveys.import", user=by, data=counts)


def page_of(survey: Survey | None) -> SurveyPage | None:
    """The survey's page in its source language, published or not."""
    if survey is None:
        return None
    pages = SurveyPage.objects.filter(translation_key=survey.key, alias_of=None)
    return pages.filter(locale__language_code=survey.source_language).first()


def receipt(past: PastSurvey, *, created: bool, page: SurveyPage | None) -> ImportReceipt:
    return ImportReceipt(
        questions=len(past.questions),
        waves=len(past.waves),
        sheets=past.sheets,
        answers=past.answers,
        created=created,
        page=page,
    )
