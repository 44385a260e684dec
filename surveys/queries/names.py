"""What somebody at the command line means by a name."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from portal.core.models import is_translated
from portal.departments.models import Department
from surveys.models import Survey, SurveyPage


class UnknownDepartmentError(Exception):
    """`known` are the names and codes that there are."""

    def __init__(self, name: str, known: list[str]) -> None:
        super().__init__(name)
        self.name, self.known = name, known


class UnknownSurveyError(Exception):
    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class AmbiguousSlugError(Exception):
    """Surveys of several departments have this slug; `codes` are theirs."""

    def __init__(self, codes: list[str]) -> None:
        super().__init__(codes)
        self.codes = codes


def department_called(name: str) -> Department:
    """The department with this code or name; capitals do not matter. UnknownDepartmentError."""
    wanted = name.strip().casefold()
    departments = list(Department.objects.order_by("name"))
    for department in departments:
        if wanted in (department.code.casefold(), department.name.casefold()):
            return department
    raise UnknownDepartmentError(
        name, [f"{department.name} ({department.code})" for department in departments]
    )


def survey_called(name: str) -> Survey:
    """The survey whose page has this slug, or which has this code. UnknownSurveyError, AmbiguousSlugError."""
    keys = SurveyPage.objects.filter(is_translated(), slug=name).values("translation_key")
    surveys = list(Survey.objects.filter(key__in=keys).order_by("code"))
    if not surveys:
        surveys = list(Survey.objects.filter(code__iexact=name))
    if not surveys:
        raise UnknownSurveyError(name)
    if len(surveys) > 1:
        raise AmbiguousSlugError([survey.code for survey in surveys])
    return surveys[0]


def page_called(name: str) -> SurveyPage:
    """The page in the language it was written in of the survey, published or not, with this slug, key or code.

    UnknownSurveyError, AmbiguousSlugError with the keys.
    """
    keys = {str(key) for key in _pages().filter(slug=name).values_list("translation_key", flat=True)}
    if len(keys) > 1:
        raise AmbiguousSlugError(sorted(keys))
    for survey in Survey.objects.filter(code__iexact=name):
        keys = keys or {str(survey.key)}
    try:
        key = UUID(next(iter(keys), name))
    except ValueError:
        raise UnknownSurveyError(name) from None
    page = _pages().filter(translation_key=key).order_by("pk").first()
    if page is None:
        raise UnknownSurveyError(name)
    return page


def _pages() -> QuerySet[SurveyPage]:
    return SurveyPage.objects.filter(is_translated())
