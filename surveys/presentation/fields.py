"""One question as a form shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from wagtail.images import get_image_model

from portal.core.languages import direction
from surveys.domain.answers import POINT, Posted
from surveys.domain.drawing import Drawn, as_shown
from surveys.domain.kinds import Kind
from surveys.domain.piping import piped
from surveys.domain.questions import DONT_KNOW, OTHER, Choice, Question
from surveys.presentation.advice import advice_for
from surveys.presentation.places import PlanOfPlaces, plan_of_places
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

WRITTEN = frozenset({Kind.NUMBER, Kind.DATE, Kind.TEXT, Kind.LONG_TEXT})


@dataclass(frozen=True)
class Option:
    """One choice in a form. `checked` when it was chosen before; `picture` is an image or None. An `alone` choice
    excludes all others; one that `takes_words` has an input for them beside it."""

    code: str
    label: str
    checked: bool = False
    picture: Any = None
    alone: bool = False
    takes_words: bool = False

    @property
    def is_dont_know(self) -> bool:
        return self.code == DONT_KNOW


@dataclass(frozen=True)
class Wrong:
    """What is said about an answer that does not fit. `part` is where in the question the fault lies, empty for
    all of it."""

    said: str
    part: str = ""


@dataclass(frozen=True)
class Line:
    """A row of a matrix, or a choice to be ranked; `name` is that of its input, `value` what was chosen in it.
    `input_id` is the id of its (first) input."""

    name: str
    label: str
    options: tuple[Option, ...]
    value: str = ""
    input_id: str = ""
    faulty: bool = False


@dataclass(frozen=True)
class Field:
    """A question with what was filled in so far. `name` begins the names of its inputs; `tap` says that the tap on
    an answer sends it. `hidden` questions wait on the page for an answer beside them."""

    question: Question
    name: str
    text: str
    hint: str
    advice: str = ""
    template: str = ""
    tap: bool = False
    options: tuple[Option, ...] = ()
    lines: tuple[Line, ...] = ()
    value: str = ""
    other: str = ""
    point: str = ""
    error: str = ""
    part: str = ""
    drawn: str = ""
    hidden: bool = False
    plan: PlanOfPlaces | None = None

    @property
    def id(self) -> str:
        return self.question.id

    @property
    def target(self) -> str:
        """The id of the input that an error leads to: the first, or the one in which the fault lies."""
        return f"o-{self.id}" if self.part == OTHER else f"i-{self.id}"

    @property
    def written(self) -> bool:
        """Whether it is answered in one input with a keyboard."""
        return self.question.kind in WRITTEN

    @property
    def described_by(self) -> str:
        """The ids of what belongs to the question besides its words, for aria-describedby."""
        said = (("hint", self.hint), ("advice", self.advice), ("e", self.error))
        return " ".join(f"{name}-{self.id}" for name, text in said if text)

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
    wrong: Wrong | None = None,
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
        advice=advice_for(shown),
        template=f"surveys/components/answers/{TEMPLATES[shown.kind]}.html" if shown.asks else "",
        tap=tap and shown.one_tap,
        options=_options(shown.choices, chosen),
        value=next(iter(given.get("", ())), ""),
        other=next(iter(given.get(OTHER, ())), ""),
        point=next(iter(given.get(POINT, ())), ""),
        error=wrong.said if wrong else "",
        part=wrong.part if wrong else "",
        drawn=drawn_text(drawn),
        hidden=hidden,
    )
    if shown.kind is Kind.MATRIX:
        return replace(field, lines=_matrix_lines(field, given))
    if shown.kind is Kind.RANKING:
        return replace(field, lines=_ranking_lines(field, given))
    if shown.kind is Kind.PLACE:
        return replace(field, plan=plan_of_places(shown, field.value, field.point))
    return field


def _options(choices: tuple[Choice, ...], chosen: set[str]) -> tuple[Option, ...]:
    wanted = [choice.picture for choice in choices if choice.picture]
    pictures = get_image_model().objects.in_bulk(wanted) if wanted else {}
    return tuple(
        Option(
            choice.code,
            choice.label,
            choice.code in chosen,
            pictures.get(choice.picture),
            alone=choice.exclusive,
            takes_words=choice.built_in and choice.code == OTHER,
        )
        for choice in choices
    )


def _line(field: Field, of: Choice, options: tuple[Option, ...], value: str = "", *, first: bool) -> Line:
    """The error's link leads to the line in which the fault lies, else to the first one."""
    faulty = bool(field.error) and field.part == of.code
    leads = faulty or (first and not field.part)
    return Line(
        name=f"{field.name}.{of.code}",
        label=of.label,
        options=options,
        value=value,
        input_id=field.target if leads else f"{field.target}-{of.code}",
        faulty=faulty,
    )


def _matrix_lines(field: Field, given: Posted) -> tuple[Line, ...]:
    question = field.question
    return tuple(
        _line(field, row, _options(question.choices, set(given.get(row.code, ()))), first=not place)
        for place, row in enumerate(question.rows)
    )


def _ranking_lines(field: Field, given: Posted) -> tuple[Line, ...]:
    """A program, or the check of answers, may have given the codes in order instead of places."""
    question = field.question
    ordered = list(given.get("", ()))
    most = question.settings.most or len(question.choices)
    lines = []
    for index, choice in enumerate(question.choices):
        place = next(iter(given.get(choice.code, ())), "")
        if choice.code in ordered:
            place = str(ordered.index(choice.code) + 1)
        places = tuple(Option(str(step), str(step), str(step) == place) for step in range(1, most + 1))
        lines.append(_line(field, choice, places, place, first=not index))
    return tuple(lines)
