"""The addresses of the API. What stands in the annotations is checked, answered and documented."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import Http404, HttpRequest
from django.utils import timezone, translation
from ninja import Path, Query, Status
from ninja.decorators import decorate_view

from surveys.api import schemas
from surveys.api.answering import take_sheet
from surveys.api.document import ABOUT, Documented, answers
from surveys.api.door import StrictParser, from_programs
from surveys.api.problems import KINDS, kind_uri, register
from surveys.api.results import published_results
from surveys.api.surveys import in_detail, in_list
from surveys.models import Survey
from surveys.queries.offered import offered_survey, offered_surveys, pages_in_languages

MOST_PER_PAGE = 100
FARTHEST_PAGE = 100_000

api = Documented(
    title="Surveys of the city",
    version="1",
    description=ABOUT,
    docs_url=None,
    openapi_url=None,
    urls_namespace="api",
    parser=StrictParser(),
)
register(api)

Code = Annotated[str, Path(description="short code of the survey, in any case, such as 7K2MQ")]
InLanguage = Annotated[
    schemas.Language | None, Query(description="the survey’s own language where none is given")
]


def _survey_or_404(code: str) -> Survey:
    survey = offered_survey(code, timezone.now())
    if survey is None:
        raise Http404
    return survey


def _language(survey: Survey, wanted: schemas.Language | None) -> str:
    return wanted.value if wanted else survey.source_language


@api.get("surveys", response=answers({200: schemas.SurveyList}, 422), operation_id="list_surveys")
def list_surveys(
    request: HttpRequest,
    page: Annotated[int, Query(ge=1, le=FARTHEST_PAGE)] = 1,
    size: Annotated[int, Query(ge=1, le=MOST_PER_PAGE)] = 50,
) -> Any:
    """Surveys that everybody may read, open ones first."""
    now = timezone.now()
    found = offered_surveys(now)
    count = found.count()
    surveys = list(found[(page - 1) * size : page * size])
    pages = pages_in_languages(surveys)
    return schemas.SurveyList(
        count=count,
        page=page,
        next=page + 1 if page * size < count else None,
        surveys=[in_list(survey, pages.get(survey.key, {}), now) for survey in surveys],
    )


@api.get(
    "surveys/{code}", response=answers({200: schemas.SurveyDetail}, 404, 422), operation_id="read_survey"
)
def read_survey(request: HttpRequest, code: Code, language: InLanguage = None) -> Any:
    """Everything that a survey asks now, in every language, with what an app needs to show and check it.

    Where a translation is behind, its language still asks earlier wordings: read them with `language`.
    """
    survey = _survey_or_404(code)
    return in_detail(survey, _language(survey, language), timezone.now())


@api.post(
    "surveys/{code}/answers",
    response=answers({200: schemas.Receipt, 201: schemas.Receipt}, 400, 403, 404, 410, 413, 415, 422),
    operation_id="send_answers",
)
@decorate_view(from_programs)
def send_answers(request: HttpRequest, code: Code, sheet: schemas.Sheet) -> Any:
    """Send a whole answer sheet.

    201 when it was stored; 200 with the same receipt when its key was here before. Nothing is stored beside what
    people say: no address, no program, the day only.
    """
    status, receipt = take_sheet(_survey_or_404(code), sheet)
    return Status(status, receipt)


@api.get(
    "surveys/{code}/results", response=answers({200: schemas.Results}, 404, 422), operation_id="read_results"
)
def read_results(request: HttpRequest, code: Code, language: InLanguage = None) -> Any:
    """What is published: from thirty people on, in steps of ten, over all languages together."""
    survey = _survey_or_404(code)
    spoken = _language(survey, language)
    with translation.override(spoken):
        return published_results(survey, spoken)


@api.get("problems", response=answers({200: schemas.ProblemKinds}), operation_id="list_problems")
def list_problems(request: HttpRequest) -> Any:
    """Every kind of problem that this API answers with."""
    return schemas.ProblemKinds(
        problems=[
            schemas.ProblemKind(type=kind_uri(kind), title=title, status=status)
            for kind, (status, title) in KINDS.items()
        ]
    )


@api.get("openapi.json", response=answers({200: dict[str, Any]}), operation_id="read_document")
def read_document(request: HttpRequest) -> Any:
    """This document."""
    return api.document
