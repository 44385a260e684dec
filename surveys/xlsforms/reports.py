"""What is said about a form: what was not taken over, and why it is refused. Words for it are chosen elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True)
class Place:
    """Where in the workbook. `row` counts as a spreadsheet does (the header is row 1); `column` is the header as it
    is written, `letter` that of the spreadsheet. What is not known is empty."""

    sheet: str = ""
    row: int | None = None
    column: str = ""
    letter: str = ""

    @property
    def cell(self) -> str:
        return f"{self.letter}{self.row}" if self.letter and self.row else ""


class Reason(StrEnum):
    """Why something of a sound form was not taken over."""

    SHEET = "sheet"
    BELOW_GAP = "below_gap"
    UNKNOWN_COLUMN = "unknown_column"
    COLUMN = "column"
    SETTING = "setting"
    LANGUAGE = "language"
    LANGUAGE_TAKEN_FOR = "language_taken_for"
    OTHER_LANGUAGE = "other_language"
    NO_SOURCE = "no_source"
    KIND = "kind"
    DEVICE = "device"
    CALCULATION = "calculation"
    OUTSIDE = "outside"
    NO_WORDS = "no_words"
    NOTHING_SAID = "nothing_said"
    LABELS_ONLY = "labels_only"
    TOO_FEW_ANSWERS = "too_few_answers"
    TOO_MANY_ANSWERS = "too_many_answers"
    UNUSED_LIST = "unused_list"
    NO_LIST = "no_list"
    ANSWER_TWICE = "answer_twice"
    OWN_WORDS = "own_words"
    REPEATED = "repeated"
    LOOP = "loop"
    DISABLED = "disabled"
    GROUP_WORDS = "group_words"
    ROW_SETTING = "row_setting"
    READ_ONLY = "read_only"
    REQUIRED_WHEN = "required_when"
    FILTER = "filter"
    PICTURE = "picture"
    LIMITS = "limits"
    STEPS = "steps"
    PARAMETER = "parameter"
    CONDITION = "condition"
    CONDITION_LEVELS = "condition_levels"
    CONDITION_LONG = "condition_long"
    CONDITION_ABOUT = "condition_about"
    CONDITION_LATER = "condition_later"
    CONDITION_ANSWER = "condition_answer"
    CONDITION_COMPARISON = "condition_comparison"
    CONDITION_WORDS = "condition_words"
    CONDITION_NEVER = "condition_never"
    NAME = "name"
    CODE = "code"
    CUT = "cut"
    BRACES = "braces"
    REPEATS_ANSWER = "repeats_answer"
    LINK = "link"
    OWN_COLUMN = "own_column"


@dataclass(frozen=True)
class NotTaken:
    """`what` is as it stands in the form; `details` are what the wording of the reason needs."""

    place: Place
    what: str
    why: Reason
    details: tuple[tuple[str, str], ...] = ()

    @property
    def sheet(self) -> str:
        return self.place.sheet

    @property
    def row(self) -> int | None:
        return self.place.row

    @property
    def column(self) -> str:
        return self.place.column


@dataclass
class Report:
    """Collects what is not taken over while a form is read."""

    entries: list[NotTaken] = field(default_factory=list)

    def add(self, place: Place, what: str, why: Reason, **details: object) -> None:
        entry = NotTaken(place, what, why, tuple((name, str(value)) for name, value in details.items()))
        if entry not in self.entries:
            self.entries.append(entry)

    def in_order(self, sheets: Sequence[str]) -> tuple[NotTaken, ...]:
        """By sheet as they stand in the workbook, then by row; what is about the whole form first."""
        places = {name: number for number, name in enumerate(sheets)}
        return tuple(sorted(self.entries, key=lambda entry: (places.get(entry.sheet, -1), entry.row or 0)))


class Wrong(StrEnum):
    """What is wrong with a form that is refused."""

    TOO_LARGE = "too_large"
    NO_WORKBOOK = "no_workbook"
    BROKEN = "broken"
    UNPACKS_TOO_LARGE = "unpacks_too_large"
    NO_SURVEY_SHEET = "no_survey_sheet"
    EMPTY_SURVEY = "empty_survey"
    TOO_MANY_SHEETS = "too_many_sheets"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_QUESTIONS = "too_many_questions"
    TOO_MANY_CHOICES = "too_many_choices"
    HEADER_TWICE = "header_twice"
    SAME_COLUMN = "same_column"
    NO_COLUMN = "no_column"
    NO_TYPE = "no_type"
    UNKNOWN_TYPE = "unknown_type"
    INCLUDE = "include"
    NO_NAME = "no_name"
    BAD_NAME = "bad_name"
    NAME_TWICE = "name_twice"
    NO_WORDS = "no_words"
    NO_LIST = "no_list"
    UNKNOWN_LIST = "unknown_list"
    CHOICE_WITHOUT_NAME = "choice_without_name"
    CHOICE_TWICE = "choice_twice"
    CHOICE_WITH_SPACE = "choice_with_space"
    NOT_BEGUN = "not_begun"
    NOT_ENDED = "not_ended"
    TOO_DEEP = "too_deep"
    BROKEN_REFERENCE = "broken_reference"
    UNKNOWN_REFERENCE = "unknown_reference"
    UNCLEAR_REFERENCE = "unclear_reference"
    JUDGED = "judged"
    NOTHING_TO_ANSWER = "nothing_to_answer"


@dataclass(frozen=True)
class Fault:
    """`details` fill the named gaps of the wording."""

    place: Place
    wrong: Wrong
    details: tuple[tuple[str, str], ...] = ()


def fault(place: Place, wrong: Wrong, **details: object) -> Fault:
    return Fault(place, wrong, tuple((name, str(value)) for name, value in details.items()))


class FormRefusedError(Exception):
    """The form cannot be imported. `faults` are what must be put right; where nothing of a sound form could be
    taken over, `not_taken` says why of each part."""

    def __init__(self, faults: Sequence[Fault], not_taken: Sequence[NotTaken] = ()) -> None:
        super().__init__(*faults)
        self.faults, self.not_taken = tuple(faults), tuple(not_taken)

    def __iter__(self) -> Iterator[Fault]:
        return iter(self.faults)
