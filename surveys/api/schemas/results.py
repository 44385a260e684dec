from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel, Field

from surveys.domain.disclosure import Bound, Standing
from surveys.domain.kinds import Kind


class People(BaseModel):
    """How many people answered, rounded down: “at least”."""

    at_least: int
    standing: Standing = Field(description="how much may be said about so many")


class ShareOut(BaseModel):
    """In whole percents. `bound` tells “under 1” and “over 99” from “about”; the likely range is a 95 % interval."""

    code: str
    label: str
    opinion: bool
    bound: Bound
    percent: int
    low: int
    high: int


class FigureOut(BaseModel):
    """`shares` is empty until enough people answered. `of_those_with_an_opinion` where many had none."""

    wave: str
    opens_at: datetime
    closes_at: datetime | None
    people: People
    shares: list[ShareOut]
    of_those_with_an_opinion: FigureOut | None = None


class PartOut(BaseModel):
    """A question of one part has one with an empty code; a matrix one for each row, a ranking that of first places."""

    code: str
    label: str
    several: bool
    figures: list[FigureOut] = Field(description="the newest wave first")


class QuestionFigures(BaseModel):
    """`ended`: it is asked no more in this way. `earlier_wordings` were counted together with it."""

    id: str
    name: str
    kind: Kind
    question: str
    language: str
    ended: bool
    earlier_wordings: list[str]
    parts: list[PartOut]


class Results(BaseModel):
    """What everyone may see, over all languages together. Words, days and confidential answers are not published."""

    code: str
    language: str
    minimum_people: int = Field(description="nothing is shown below so many")
    questions: list[QuestionFigures]
