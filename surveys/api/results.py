"""Published results as programs read them: the figures of the public page."""

from __future__ import annotations

from surveys.api import schemas
from surveys.domain.disclosure import MINIMUM_PEOPLE
from surveys.models import Survey
from surveys.queries import Figure, QuestionResult, Share, results_of


def published_results(survey: Survey, language: str) -> schemas.Results:
    return schemas.Results(
        code=survey.code,
        language=language,
        minimum_people=MINIMUM_PEOPLE,
        questions=[_question(result) for result in results_of(survey, language)],
    )


def _question(result: QuestionResult) -> schemas.QuestionFigures:
    question = result.question
    return schemas.QuestionFigures(
        id=question.id,
        name=question.name,
        kind=question.kind,
        question=question.text,
        language=question.language,
        ended=result.ended,
        earlier_wordings=list(result.earlier),
        parts=[
            schemas.PartOut(
                code=one.part.code,
                label=one.part.label,
                several=one.part.several,
                figures=[_figure(figure) for figure in one.figures],
            )
            for one in result.parts
        ],
    )


def _figure(figure: Figure) -> schemas.FigureOut:
    return schemas.FigureOut(
        wave=figure.wave,
        opens_at=figure.opens_at,
        closes_at=figure.closes_at,
        people=schemas.People(at_least=figure.people.number, standing=figure.people.standing),
        shares=[_share(share) for share in figure.shares],
        of_those_with_an_opinion=_figure(figure.opinion) if figure.opinion else None,
    )


def _share(share: Share) -> schemas.ShareOut:
    return schemas.ShareOut(
        code=share.code,
        label=share.label,
        opinion=share.opinion,
        bound=share.bound,
        percent=share.percent,
        low=share.low,
        high=share.high,
    )
