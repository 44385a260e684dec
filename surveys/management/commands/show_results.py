from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from portal.core.exports import csv_lines
from surveys.queries import AmbiguousSlugError, StaffFigure, UnknownSurveyError, staff_results, survey_called


class Command(BaseCommand):
    help = "Print the results of a survey as its staff see them: every question, wave, base and choice."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "survey", metavar="SLUG", help="slug of the survey's page, or the survey's short code"
        )
        parser.add_argument("--format", choices=["csv", "table"], default="table")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            figures = staff_results(survey_called(options["survey"]))
        except UnknownSurveyError as error:
            raise CommandError(_("There is no survey “%(name)s”.") % {"name": error.name}) from None
        except AmbiguousSlugError as error:
            choices = ", ".join(error.codes)
            raise CommandError(
                _("Several surveys have this slug; name one by its code: %(codes)s.") % {"codes": choices}
            ) from None
        lines = csv_lines(StaffFigure._fields, (exact(figure) for figure in figures))
        if options["format"] == "table":
            lines = table_lines(StaffFigure._fields, [rounded(figure) for figure in figures])
        for line in lines:
            self.stdout.write(line, ending="")


def exact(figure: StaffFigure) -> list[str | int]:
    return [*figure[:6], *(f"{number:.10f}" for number in figure[6:])]


def rounded(figure: StaffFigure) -> list[str]:
    return [*(str(cell) for cell in figure[:6]), *(f"{number:.1%}" for number in figure[6:])]


def table_lines(header: tuple[str, ...], rows: list[list[str]]) -> Iterator[str]:
    widths = [max(len(cell) for cell in column) for column in zip(header, *rows, strict=True)]
    for row in (header, *rows):
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n"
