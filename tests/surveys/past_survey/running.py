"""The import as it is started at the command line."""

from __future__ import annotations

from io import StringIO

from django.apps import apps
from django.core.management import call_command
from wagtail.models import Page

from tests.surveys.past_survey import TITLE


def run(files, *, department="parks", title=TITLE, **options):
    out = StringIO()
    call_command("import_survey", *map(str, files), department=department, title=title, stdout=out, **options)
    return out.getvalue()


def rows():
    """How many rows each table of this app holds, and how many pages there are."""
    return {
        model.__name__: model.objects.count()
        for model in [*apps.get_app_config("surveys").get_models(), Page]
    }
