"""Downloads for the staff of a survey's department."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, StreamingHttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from surveys.admin.scope import survey_or_404
from surveys.permissions import user_can_export_answers
from surveys.services.exports import (
    ExportFile,
    export_answers,
    export_figures,
    export_points,
    export_texts,
)


@require_GET
def answers(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    return _download(request, pk, export_answers, exact=True)


@require_GET
def texts(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    return _download(request, pk, export_texts, exact=True)


@require_GET
def points(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    return _download(request, pk, export_points, exact=True)


@require_GET
def figures(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    return _download(request, pk, export_figures, exact=False)


def _download(
    request: HttpRequest, pk: int, export: Callable[..., ExportFile], *, exact: bool
) -> StreamingHttpResponse:
    """`exact`: the file holds what single people answered."""
    survey = survey_or_404(request, pk=pk)
    if exact and not user_can_export_answers(request.user, survey):
        raise PermissionDenied
    file = export(survey=survey, by=request.user, today=timezone.localdate())
    return StreamingHttpResponse(
        file.lines,
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": content_disposition_header(True, file.name),
            "Cache-Control": "private, no-store",
        },
    )
