from __future__ import annotations

from datetime import date, datetime
from enum import Enum, StrEnum

from django.conf import settings
from pydantic import BaseModel, Field

from surveys.domain.kinds import Kind, Look
from surveys.domain.logic import Match, Operator
from surveys.models.waves import WaveState

# The languages of the city: those with a catalogue of messages.
Language = Enum("Language", {code: code for code, _name in settings.LANGUAGES}, type=str)
State = StrEnum("State", {state.name: state.value for state in WaveState})


class LanguageState(StrEnum):
    """How the questions stand in a language. `older`: some are asked as they were last translated, so read the
    survey with `language`. `waiting`: no answers are taken in it until its translation follows."""

    CURRENT = "current"
    OLDER = "older"
    WAITING = "waiting"


class Department(BaseModel):
    code: str
    name: str


class InLanguage(BaseModel):
    """The survey's page in one language."""

    title: str
    summary: str
    url: str
    results_url: str


class SurveyInList(BaseModel):
    """A survey as its newest wave stands."""

    code: str
    state: State
    opens_at: datetime
    closes_at: datetime | None
    department: Department | None
    source_language: str
    languages: dict[str, InLanguage]


class SurveyList(BaseModel):
    """One page of the list; open surveys come first. `next` is the number of the next page."""

    count: int
    page: int
    next: int | None
    surveys: list[SurveyInList]


class Texts(BaseModel):
    """`{name}` within a text stands for the answer to the question of that name. `body` is HTML."""

    question: str
    other_wording: str
    hint: str
    body: str
    unit: str


class ChoiceOut(BaseModel):
    code: str
    labels: dict[str, str]
    opinion: bool = Field(description="false for “don’t know” and its like")
    exclusive: bool = Field(description="cannot be chosen together with others")
    own_words: bool = Field(description="takes the person’s own words beside it")
    built_in: bool = Field(description="worded by the portal; stays last when choices are shuffled")
    picture: str | None = Field(description="address of the picture")


class Limits(BaseModel):
    """null where there is none. `fewest` and `most` choices, `longest` text in characters."""

    fewest: int | None
    most: int | None
    minimum: float | None
    maximum: float | None
    decimals: bool
    earliest: date | None
    latest: date | None
    longest: int | None


class Condition(BaseModel):
    """About an earlier question. With an empty value `is` means "not answered" and `is_not` "answered"."""

    question: str = Field(description="id of the question")
    operator: Operator
    value: str


class RuleOut(BaseModel):
    """When it is asked. What hangs on a question that is not asked counts as not answered."""

    match: Match
    conditions: list[Condition]


class QuestionOut(BaseModel):
    """Of the kinds, `information` and `page` take no answer: they say something, or begin a page."""

    id: str
    name: str
    kind: Kind
    takes_answer: bool
    required: bool
    confidential: bool = Field(description="its answers are never published")
    several: bool = Field(description="more than one choice may be made")
    texts: dict[str, Texts]
    choices: list[ChoiceOut]
    rows: list[ChoiceOut]
    limits: Limits
    shuffle: bool = Field(
        description="show the choices in an order drawn for each person, and send it as `drawn`"
    )
    reverse: bool = Field(description="show the scale from either end, drawn by lot, and send it as `drawn`")
    look: Look
    point: bool = Field(description="takes a point on the map beside the district")
    rule: RuleOut | None


class InLanguageAsked(InLanguage):
    questions: LanguageState = Field(description="how the questions stand in this language")


class SurveyDetail(SurveyInList):
    languages: dict[str, InLanguageAsked]  # type: ignore[assignment]
    asked_in: str = Field(description="the language whose questions these are")
    paged: bool = Field(description="sent as a whole at the end, not question by question")
    questions: list[QuestionOut]
