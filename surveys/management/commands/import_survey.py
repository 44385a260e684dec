from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from shutil import get_terminal_size
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from tqdm import tqdm

from portal.departments.models import Department
from surveys.domain.sheets import SheetFault
from surveys.import_wording import fault_line
from surveys.models import Wave
from surveys.queries import UnknownDepartmentError, department_called
from surveys.services.imports import (
    ImportReceipt,
    ImportSupersededError,
    NoDepartmentPageError,
    Progress,
    SurveyFiles,
    check_past_survey,
    import_past_survey,
)


class Command(BaseCommand):
    help = "Read a past survey in from three CSV files: its page, a closed wave for each value of wave, its answers."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("questions", type=Path, metavar="QUESTIONS.csv")
        parser.add_argument("choices", type=Path, metavar="CHOICES.csv")
        parser.add_argument("responses", type=Path, metavar="RESPONSES.csv")
        parser.add_argument("--department", required=True, metavar="NAME", help="name or code")
        parser.add_argument("--title", required=True, metavar="TEXT", help="title of the survey's page")
        parser.add_argument(
            "--language", default=settings.LANGUAGE_CODE, choices=[code for code, _ in settings.LANGUAGES]
        )
        parser.add_argument("--source-class", default=Wave.SourceClass.OPEN, choices=Wave.SourceClass.values)
        parser.add_argument("--dry-run", action="store_true", help="check the files and store nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        started = monotonic()
        try:
            department = department_called(options["department"])
            with Bar() as bar:
                receipt = run(department, options, bar)
        except SheetFault as fault:
            raise CommandError(fault_line(fault)) from None
        except UnknownDepartmentError as error:
            raise CommandError(unknown_department(error)) from None
        except NoDepartmentPageError:
            raise CommandError(_("The department has no page in this language.")) from None
        except ImportSupersededError:
            raise CommandError(
                _("Another import was started meanwhile; this one has stored nothing.")
            ) from None
        self.stdout.write(summary(receipt, seconds=monotonic() - started, checked=options["dry_run"]))


class Bar:
    """A progress bar on the error output, when that is a terminal. It leaves nothing behind."""

    def __enter__(self) -> Bar:
        self.bar = tqdm(
            total=None,
            unit="B",
            unit_scale=True,
            leave=False,
            ncols=get_terminal_size().columns,
            file=sys.stderr,
            disable=not sys.stderr.isatty(),
        )
        return self

    def __exit__(self, *exception: object) -> None:
        self.bar.close()

    def __call__(self, progress: Progress) -> None:
        self.bar.total = progress.total
        self.bar.set_description(_("Storing") if progress.storing else _("Checking"), refresh=False)
        self.bar.update(progress.done - self.bar.n)


def run(department: Department, options: dict[str, Any], bar: Bar) -> ImportReceipt:
    files = SurveyFiles(options["questions"], options["choices"], options["responses"])
    if options["dry_run"]:
        return check_past_survey(files=files, now=timezone.now(), report=bar)
    return import_past_survey(
        department=department,
        title=options["title"].strip(),
        files=files,
        language=options["language"],
        source_class=options["source_class"],
        now=timezone.now(),
        report=bar,
    )


def unknown_department(error: UnknownDepartmentError) -> str:
    known = ", ".join(error.known) or _("none")
    return _("There is no department “%(name)s”. There are: %(known)s.") % {
        "name": error.name,
        "known": known,
    }


def summary(receipt: ImportReceipt, *, seconds: float, checked: bool) -> str:
    figures = {
        "questions": receipt.questions,
        "waves": receipt.waves,
        "sheets": receipt.sheets,
        "answers": receipt.answers,
        "seconds": round(seconds, 1),
        "page": receipt.page.url if receipt.page else "",
    }
    if receipt.created:
        said = _(
            "Imported %(questions)s questions, %(waves)s waves, %(sheets)s sheets, %(answers)s answers "
            "in %(seconds)s seconds: %(page)s"
        )
    elif checked:
        said = _(
            "The files are right: %(questions)s questions, %(waves)s waves, %(sheets)s sheets, "
            "%(answers)s answers. Nothing was stored."
        )
    else:
        said = _("These files were imported before; nothing was added: %(page)s")
    return said % figures
