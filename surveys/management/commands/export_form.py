from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from surveys.queries import AmbiguousSlugError, UnknownSurveyError, page_called
from surveys.services.xlsforms import export_form
from surveys.xlsforms.writing import NotExportableError
from surveys.xlsforms.written_rules import LostQuestionError


class Command(BaseCommand):
    help = "Write the latest draft of a survey, in all its languages, as an XLSForm."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "survey", metavar="SLUG", help="slug or key of the survey's page, or the survey's short code"
        )
        parser.add_argument("form", type=Path, metavar="FORM.xlsx")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            exported = export_form(page=page_called(options["survey"]), by=None)
        except UnknownSurveyError as error:
            raise CommandError(_("There is no survey “%(name)s”.") % {"name": error.name}) from None
        except AmbiguousSlugError as error:
            raise CommandError(
                _("Several surveys have this slug; name one by its code: %(codes)s.")
                % {"codes": ", ".join(error.codes)}
            ) from None
        except (NotExportableError, LostQuestionError):
            raise CommandError(
                _(
                    "No form can be made of this draft yet: something is missing, or a condition leads nowhere."
                )
            ) from None
        options["form"].write_bytes(exported.content)
