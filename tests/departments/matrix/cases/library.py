from __future__ import annotations

from tests.departments.matrix.cases.tries import case, screens

SCREEN, INSERT = "survey_admin:library", "survey_admin:library_insert"


def cases(world):
    """The question library: public questions of roads, and pages of roads that take none from others."""
    roads, parks = world.roads, world.parks
    theirs = (roads.survey_page, roads.survey_draft)
    yield from screens(SCREEN)
    yield from screens(SCREEN, query=f"q=week&kind=rating&department={roads.department.pk}")
    for page in theirs:
        yield from screens(SCREEN, query=f"into={page.pk}")
    for survey in (roads.survey, parks.survey):
        version = survey.question_versions.current().first()
        for page in theirs:
            yield case(INSERT, version.pk, query=f"into={page.pk}", data={"page": page.pk})
            yield case(INSERT, version.pk, data={"page": page.pk}, kind=f"page {page.pk}")
