from __future__ import annotations

from django.db import transaction

from surveys.models import Submission, Survey, Wave
from surveys.services.imports.clearing import remove_rows, remove_unused


@transaction.atomic
def remove_survey(*, survey: Survey) -> None:
    """Remove a survey with all its waves and answers for good. Its pages are the caller's to remove."""
    waves = list(Wave.objects.filter(survey=survey).values_list("pk", flat=True))
    cells: set[int | None] = set()
    Submission.objects.filter(response__wave__in=waves).delete()
    remove_rows(waves, cells)
    Wave.objects.filter(pk__in=waves).delete()
    remove_unused(cells - {None})
    # Those that are counted with an earlier one, before it.
    survey.question_versions.exclude(series=None).delete()
    survey.question_versions.all().delete()
    survey.import_batches.all().delete()
    survey.delete()
