from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from surveys.queries import UnknownDepartmentError, department_called
from surveys.services.imports import NoDepartmentPageError
from surveys.services.xlsforms import ImportedForm, import_form
from surveys.xlsforms.reports import FormRefusedError
from surveys.xlsforms.wording import entry_line, fault_line


class Command(BaseCommand):
    help = "Make the draft of a survey from an XLSForm, and list what of the form was not taken over."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("form", type=Path, metavar="FORM.xlsx")
        parser.add_argument("--department", required=True, metavar="NAME", help="name or code")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["form"]
        try:
            department = department_called(options["department"])
            imported = import_form(file=path.read_bytes(), name=path.name, department=department, by=None)
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}") from None
        except FormRefusedError as refused:
            raise CommandError(refusal(refused)) from None
        except UnknownDepartmentError as error:
            known = ", ".join(error.known)
            raise CommandError(
                _("There is no department “%(name)s”. There are: %(known)s.")
                % {"name": error.name, "known": known or _("none")}
            ) from None
        except NoDepartmentPageError:
            raise CommandError(_("The department has no page in this language.")) from None
        for line in summary(imported):
            self.stdout.write(line)


def refusal(refused: FormRefusedError) -> str:
    return "\n".join(
        [
            *(fault_line(fault) for fault in refused.faults),
            *(entry_line(entry) for entry in refused.not_taken),
        ]
    )


def summary(imported: ImportedForm) -> list[str]:
    said = _("Imported %(questions)s questions and pages as the draft “%(slug)s”.") % {
        "questions": len(imported.page.questions),
        "slug": imported.page.slug,
    }
    if not imported.not_taken:
        return [said, _("Everything in the form was taken over.")]
    return [said, _("What was not taken over:"), *(entry_line(entry) for entry in imported.not_taken)]
