"""From what a form or a program sent to a checked answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from surveys.domain.invalid import InvalidAnswerError
from surveys.domain.kinds import Kind
from surveys.domain.questions import (
    DONT_KNOW,
    MAXIMUM_OTHER,
    OTHER,
    Question,
)
from surveys.domain.written import date_in, number_in, plain_number

# Part → what was sent for it. "" is the question itself; a matrix has a part for each row, a ranking for each choice
# (its place), a place has "point", and own words come as "other".
Posted = Mapping[str, Sequence[str]]
POINT = "point"
# Between the row and the column of a matrix on a sheet.
CELL = ":"
# What stands on the sheet where the words themselves are kept apart from it.
WORDS_GIVEN = "*"


@dataclass(frozen=True)
class Point:
    """In degrees; rounded to three places, about a hundred metres, so that it is no single house."""

    longitude: float
    latitude: float


@dataclass(frozen=True)
class GivenAnswer:
    """A checked answer. `codes` stand on the sheet: in the question's order, or as ranked; a matrix's are
    "row:column". `text` and `point` are kept apart from it; an answer without codes is one in words."""

    codes: tuple[str, ...] = ()
    text: str = ""
    point: Point | None = None

    @property
    def on_sheet(self) -> tuple[str, ...]:
        """As the sheet keeps it and conditions read it: words are only there."""
        return self.codes or (WORDS_GIVEN,)


def check_answer(question: Question, posted: Posted) -> GivenAnswer:
    """The answer that `posted` gives to `question`; InvalidAnswerError when it fits none or is empty."""
    # PostgreSQL takes no NUL, and nobody means one.
    clean = {part: [value.replace("\0", "") for value in values] for part, values in posted.items()}
    given = {part: [value for value in values if value.strip()] for part, values in clean.items()}
    return _CHECKS[question.kind](question, given)


def is_blank(posted: Posted) -> bool:
    """Whether nothing was filled in. Order and arm are no answer; own words alone are one."""
    return not any(value.strip() for values in posted.values() for value in values)


def _one(given: Posted) -> str:
    values = given.get("", [])
    if not values:
        raise InvalidAnswerError(InvalidAnswerError.EMPTY)
    if len(values) > 1:
        raise InvalidAnswerError(InvalidAnswerError.ONE_ONLY)
    return values[0]


def _known(question: Question, codes: Sequence[str]) -> None:
    if any(code not in question.codes for code in codes):
        raise InvalidAnswerError(InvalidAnswerError.UNKNOWN_CHOICE)


def _check_one_code(question: Question, given: Posted) -> GivenAnswer:
    code = _one(given)
    _known(question, [code])
    return GivenAnswer((code,), _own_words(question, given, [code]))


def _check_choices(question: Question, given: Posted) -> GivenAnswer:
    if not question.several:
        return _check_one_code(question, given)
    values = given.get("", [])
    if not values:
        raise InvalidAnswerError(InvalidAnswerError.EMPTY)
    _known(question, values)
    chosen = tuple(code for code in question.codes if code in values)
    alone = [choice.label for choice in question.choices if choice.exclusive and choice.code in chosen]
    if alone and len(chosen) > 1:
        raise InvalidAnswerError(InvalidAnswerError.NOT_WITH_OTHERS, choice=alone[0])
    if not alone:
        _check_number_of(question, len(chosen))
    return GivenAnswer(chosen, _own_words(question, given, chosen))


def _check_number_of(question: Question, number: int) -> None:
    fewest, most = question.settings.fewest, question.settings.most
    if fewest is not None and number < fewest:
        raise InvalidAnswerError(InvalidAnswerError.TOO_FEW, limit=fewest)
    if most is not None and number > most:
        raise InvalidAnswerError(InvalidAnswerError.TOO_MANY, limit=most)


def _own_words(question: Question, given: Posted, chosen: Sequence[str]) -> str:
    """What was written beside "other"; written words alone do not choose it."""
    if OTHER not in chosen or not question.takes_other:
        return ""
    words = " ".join(given.get(OTHER, [])).strip()
    if not words:
        raise InvalidAnswerError(InvalidAnswerError.OTHER_WITHOUT_WORDS, part=OTHER)
    if len(words) > MAXIMUM_OTHER:
        raise InvalidAnswerError(InvalidAnswerError.TOO_LONG, part=OTHER, limit=MAXIMUM_OTHER)
    return words


def _check_matrix(question: Question, given: Posted) -> GivenAnswer:
    codes = []
    for row in question.rows:
        values = given.get(row.code, [])
        if len(values) > 1:
            raise InvalidAnswerError(InvalidAnswerError.ONE_ONLY, part=row.code)
        _known(question, values)
        codes += [f"{row.code}{CELL}{column}" for column in values]
    if any(part not in {row.code for row in question.rows} for part, values in given.items() if values):
        raise InvalidAnswerError(InvalidAnswerError.UNKNOWN_CHOICE)
    if not codes:
        raise InvalidAnswerError(InvalidAnswerError.EMPTY)
    missing = [row for row in question.rows if not given.get(row.code)]
    if missing and question.settings.required:
        raise InvalidAnswerError(InvalidAnswerError.ROWS_LEFT, part=missing[0].code, row=missing[0].label)
    return GivenAnswer(tuple(codes))


def _check_ranking(question: Question, given: Posted) -> GivenAnswer:
    """Places from 1 on without a gap; what has no place was not ranked. A program may send the codes in order."""
    if given.get(""):
        ranked = list(given[""])
        _known(question, ranked)
        if len(set(ranked)) < len(ranked):
            raise InvalidAnswerError(InvalidAnswerError.SAME_PLACE)
    else:
        ranked = _by_place(question, given)
    if not ranked:
        raise InvalidAnswerError(InvalidAnswerError.EMPTY)
    _check_number_of(question, len(ranked))
    return GivenAnswer(tuple(ranked))


def _by_place(question: Question, given: Posted) -> list[str]:
    places: dict[int, str] = {}
    for code, values in given.items():
        if not values:
            continue
        _known(question, [code])
        place = _whole(values)
        if place in places:
            raise InvalidAnswerError(InvalidAnswerError.SAME_PLACE, part=code, place=place)
        places[place] = code
    if sorted(places) != list(range(1, len(places) + 1)):
        raise InvalidAnswerError(InvalidAnswerError.GAP_IN_PLACES)
    return [places[place] for place in sorted(places)]


def _whole(values: Sequence[str]) -> int:
    if len(values) > 1 or not values[0].isascii() or not values[0].isdigit() or len(values[0]) > 3:
        raise InvalidAnswerError(InvalidAnswerError.UNKNOWN_CHOICE)
    return int(values[0])


def _check_number(question: Question, given: Posted) -> GivenAnswer:
    number = number_in(_one(given))
    settings = question.settings
    if number != number.to_integral_value() and not settings.decimals:
        raise InvalidAnswerError(InvalidAnswerError.WHOLE_NUMBER)
    if settings.minimum is not None and number < settings.minimum:
        raise InvalidAnswerError(InvalidAnswerError.TOO_SMALL, limit=settings.minimum)
    if settings.maximum is not None and number > settings.maximum:
        raise InvalidAnswerError(InvalidAnswerError.TOO_LARGE, limit=settings.maximum)
    return GivenAnswer((plain_number(number),))


def _check_date(question: Question, given: Posted) -> GivenAnswer:
    day = date_in(_one(given))
    settings = question.settings
    if settings.earliest is not None and day < settings.earliest:
        raise InvalidAnswerError(InvalidAnswerError.TOO_EARLY, limit=settings.earliest)
    if settings.latest is not None and day > settings.latest:
        raise InvalidAnswerError(InvalidAnswerError.TOO_LATE, limit=settings.latest)
    return GivenAnswer((day.isoformat(),))


def _check_text(question: Question, given: Posted) -> GivenAnswer:
    # A browser sends two characters for the end of a line, and counts one.
    text = _one(given).replace("\r\n", "\n").strip()
    if len(text) > question.longest:
        raise InvalidAnswerError(InvalidAnswerError.TOO_LONG, limit=question.longest)
    return GivenAnswer(text=text)


def _check_place(question: Question, given: Posted) -> GivenAnswer:
    """A district, and the point in it where one was set. Without districts the point alone."""
    point = _point(given) if question.settings.point else None
    if not given.get("") and point is not None and not question.choices:
        return GivenAnswer((POINT,), point=point)
    code = _one(given)
    _known(question, [code])
    return GivenAnswer((code,), point=point if code != DONT_KNOW else None)


def _point(given: Posted) -> Point | None:
    values = given.get(POINT, [])
    if not values:
        return None
    try:
        longitude, latitude = (float(part) for part in ",".join(values).split(","))
    except ValueError:
        raise InvalidAnswerError(InvalidAnswerError.NO_POINT, part=POINT) from None
    if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):
        raise InvalidAnswerError(InvalidAnswerError.NO_POINT, part=POINT)
    return Point(round(longitude, 3), round(latitude, 3))


def _check_consent(question: Question, given: Posted) -> GivenAnswer:
    if not given.get("") and question.settings.required:
        raise InvalidAnswerError(InvalidAnswerError.CONSENT_NEEDED)
    return _check_one_code(question, given)


def _takes_nothing(question: Question, given: Posted) -> GivenAnswer:
    raise InvalidAnswerError(InvalidAnswerError.UNKNOWN_CHOICE)


_CHECKS: Mapping[Kind, Callable[[Question, Posted], GivenAnswer]] = {
    Kind.SINGLE: _check_choices,
    Kind.MULTIPLE: _check_choices,
    Kind.IMAGES: _check_choices,
    Kind.RATING: _check_one_code,
    Kind.SCALE: _check_one_code,
    Kind.YES_NO: _check_one_code,
    Kind.MATRIX: _check_matrix,
    Kind.RANKING: _check_ranking,
    Kind.NUMBER: _check_number,
    Kind.DATE: _check_date,
    Kind.TEXT: _check_text,
    Kind.LONG_TEXT: _check_text,
    Kind.PLACE: _check_place,
    Kind.CONSENT: _check_consent,
    Kind.INFORMATION: _takes_nothing,
    Kind.PAGE: _takes_nothing,
}
