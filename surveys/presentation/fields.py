"""One question as a form shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from wagtail.images import get_image_model

from portal.core.districts.queries import CityPlan, city_plan
from portal.core.languages import direction
from surveys.domain.answers import POINT, Posted
from surveys.domain.drawing import Drawn, as_shown
from surveys.domain.kinds import Kind
from surveys.domain.piping import piped
from surveys.domain.questions import DONT_KNOW, OTHER, Choice, Question
from surveys.presentation.posted import drawn_text

# Which template draws the answers: surveys/components/answers/<name>.html.
TEMPLATES = {
    Kind.SINGLE: "choices",
    Kind.MULTIPLE: "choices",
    Kind.IMAGES: "images",
    Kind.RATING: "rating",
    Kind.SCALE: "scale",
    Kind.YES_NO: "choices",
    Kind.MATRIX: "matrix",
    Kind.RANKING: "ranking",
    Kind.NUMBER: "number",
    Kind.DATE: "date",
    Kind.TEXT: "text",
    Kind.LONG_TEXT: "text",
    Kind.PLACE: "place",
    Kind.CONSENT: "consent",
}


@dataclass(frozen=True)
class Option:
    """One choice in a form. `checked` when it was chosen before; `picture` is an image or None."""

    code: str
    label: str
    checked: bool = False
    picture: Any = None

    @property
    def is_dont_know(self) -> bool:
        return self.code == DONT_KNOW


@dataclass(frozen=True)
class Line:
    """A row of a matrix, or a choice to be ranked; `name` is that of its input, `value` what was chosen in it."""

    name: str
    label: str
    options: tuple[Option, ...]
    value: str = ""


@dataclass(frozen=True)
class Field:
    """A question with what was filled in so far. `name` begins the names of its inputs; `tap` says that the tap on
    an answer sends it. `hidden` questions wait on the page for an answer beside them."""

    question: Question
    name: str
    text: str
    hint: str
    template: str = ""
    tap: bool = False
    options: tuple[Option, ...] = ()
    lines: tuple[Line, ...] = ()
    value: str = ""
    other: str = ""
    point: str = ""
    error: str = ""
    drawn: str = ""
    hidden: bool = False
    plan: CityPlan | None = None

    @property
    def id(self) -> str:
        return self.question.id

    @property
    def direction(self) -> str:
        return direction(self.question.language) if self.question.language else "ltr"

    @property
    def kind(self) -> str:
        return self.question.kind.value

    @property
    def input_type(self) -> str:
        return "checkbox" if self.question.several else "radio"

    @property
    def answers(self) -> tuple[Option, ...]:
        """The options without "don't know", which stands apart where a tap sends."""
        return tuple(option for option in self.options if not option.is_dont_know)

    @property
    def takes_other(self) -> bool:
        return self.question.takes_other

    @property
    def many(self) -> bool:
        return len(self.options) > 7


def field_of(
    question: Question,
    *,
    name: str,
    tap: bool = False,
    posted: Posted | None = None,
    drawn: Drawn | None = None,
    error: str = "",
    answers: Mapping[str, str] | None = None,
    hidden: bool = False,
) -> Field:
    """`answers` are those that its words may repeat. Pictures and the plan of the city cost a query each."""
    drawn = drawn or Drawn()
    shown = as_shown(question, drawn)
    given = posted or {}
    chosen = set(given.get("", ()))
    field = Field(
        question=shown,
        name=name,
        text=piped(shown.text, answers or {}),
        hint=piped(shown.hint, answers or {}),
        template=f"surveys/components/answers/{TEMPLATES[shown.kind]}.html" if shown.asks else "",
        tap=tap and shown.one_tap,
        options=_options(shown.choices, chosen),
        value=next(iter(given.get("", ())), ""),
        other=next(iter(given.get(OTHER, ())), ""),
        point=next(iter(given.get(POINT, ())), ""),
        error=error,
        drawn=drawn_text(drawn),
        hidden=hidden,
    )
    if shown.kind is Kind.MATRIX:
        return replace(field, lines=_matrix_lines(shown, name, given))
    if shown.kind is Kind.RANKING:
        return replace(field, lines=_ranking_lines(shown, name, given))
    if shown.kind is Kind.PLACE:
        return replace(field, plan=city_plan())
    return field


def _options(choices: tuple[Choice, ...], chosen: set[str]) -> tuple[Option, ...]:
    wanted = [choice.picture for choice in choices if choice.picture]
    pictures = get_image_model().objects.in_bulk(wanted) if wanted else {}
    return tuple(
        Option(choice.code, choice.label, choice.code in chosen, pictures.get(choice.picture))
        for choice in choices
    )


def _matrix_lines(question: Question, name: str, given: Posted) -> tuple[Line, ...]:
    return tuple(
        Line(f"{name}.{row.code}", row.label, _options(question.choices, set(given.get(row.code, ()))))
        for row in question.rows
    )


def _ranking_lines(question: Question, name: str, given: Posted) -> tuple[Line, ...]:
    """A program, or the check of answers, may have given the codes in order instead of places."""
    ordered = list(given.get("", ()))
    most = question.settings.most or len(question.choices)
    lines = []
    for choice in question.choices:
        place = next(iter(given.get(choice.code, ())), "")
        if choice.code in ordered:
            place = str(ordered.index(choice.code) + 1)
        places = tuple(Option(str(step), str(step), str(step) == place) for step in range(1, most + 1))
        lines.append(Line(f"{name}.{choice.code}", choice.label, places, place))
    return tuple(lines)
