from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StrictFloat, StrictInt, StrictStr

from surveys.api.schemas.reading import Language
from surveys.domain.identity import MAXIMUM_KEY, MINIMUM_KEY

# More questions than any survey has; beyond it a sheet was made up.
MOST_ANSWERS = 500


class _Sent(BaseModel):
    model_config = ConfigDict(extra="forbid")


class OwnWords(_Sent):
    """The choice "other" with what it is."""

    choice: StrictStr
    other: StrictStr = ""


class SeveralWithOwnWords(_Sent):
    """Several choices, "other" among them."""

    choices: list[StrictStr]
    other: StrictStr = ""


class Position(_Sent):
    """In degrees (WGS 84); kept to about a hundred metres."""

    longitude: float = Field(ge=-180, le=180, allow_inf_nan=False)
    latitude: float = Field(ge=-90, le=90, allow_inf_nan=False)


class Place(_Sent):
    """A district of the city, a point, or both, as the question takes them."""

    district: StrictStr | None = None
    point: Position | None = None


Number = StrictInt | Annotated[StrictFloat, Field(allow_inf_nan=False)]
AnswerValue = (
    StrictStr
    | Number
    | list[StrictStr]
    | OwnWords
    | SeveralWithOwnWords
    | Place
    | dict[StrictStr, StrictStr]
    | None
)


class Shown(_Sent):
    """How a question was shown to this person."""

    arm: StrictStr = Field("", description="“a” or “b”, which of two wordings was read")
    order: list[StrictStr] = Field(
        default_factory=list, description="the codes of all choices in the order on the screen"
    )


class Sheet(_Sent):
    """A whole answer sheet."""

    key: StrictStr = Field(
        min_length=MINIMUM_KEY,
        max_length=MAXIMUM_KEY,
        pattern="^[A-Za-z0-9_-]+$",
        description="made at random on the device, once for each sheet: sent again, it stores nothing twice",
        examples=["b2f3c9d04e5a4b6f8c1d2e3f4a5b6c7d"],
    )
    language: Language = Field(description="in which the questions were read")
    answers: dict[StrictStr, AnswerValue] = Field(
        max_length=MOST_ANSWERS,
        description=(
            "Name or id of a question → the answer. By kind: a code (single_choice, image_choice, rating, scale, "
            "yes_no, consent), a list of codes (multiple_choice; ranking, the first place first), a number, a day "
            "as YYYY-MM-DD, words (short_text, long_text), {row: column} (matrix), {choice, other} or "
            "{choices, other} with own words, {district, point} or the district’s code (place). "
            "null, an empty text and an empty list are no answer."
        ),
    )
    drawn: dict[StrictStr, Shown] = Field(
        default_factory=dict,
        max_length=MOST_ANSWERS,
        description="name or id of a question → how it was shown, where wording or order were drawn by lot",
    )


class Receipt(BaseModel):
    """`reference` is the same for the same key, to be shown to the person."""

    reference: str = Field(examples=["7K2M-Q4ZD"])
    stored: list[str] = Field(description="names of the questions whose answers are on the sheet")
    dropped: list[str] = Field(
        description="names of the questions whose answers were not taken: with these answers they are not asked"
    )
