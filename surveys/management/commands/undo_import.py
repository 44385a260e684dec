from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from surveys.queries import AmbiguousSlugError, UnknownSurveyError, survey_called
from surveys.services.imports import NoImportError, undo_import


class Command(BaseCommand):
    help = "Take back an imported survey: its waves with their answers, and its page unless people edited it since."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "survey", metavar="SLUG", help="slug of the survey's page, or the survey's short code"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            receipt = undo_import(survey=survey_called(options["survey"]))
        except UnknownSurveyError as error:
            raise CommandError(_("There is no survey “%(name)s”.") % {"name": error.name}) from None
        except AmbiguousSlugError as error:
            choices = ", ".join(error.codes)
            raise CommandError(
                _("Several surveys have this slug; name one by its code: %(codes)s.") % {"codes": choices}
            ) from None
        except NoImportError:
            raise CommandError(_("This survey was not imported.")) from None
        said = _("Took back %(waves)s waves. The page stays, as people have worked on the survey since.")
        if not receipt.page_kept:
            said = _("Took back %(waves)s waves and the page.")
        self.stdout.write(said % {"waves": receipt.waves})
