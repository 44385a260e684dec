"""From a sound workbook to a survey, with the list of what was not taken over."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from surveys.blocks.questions import LONGEST_HINT, LONGEST_QUESTION
from surveys.domain.kinds import SILENT, Kind
from surveys.xlsforms.asked import Asked, Built, no_rule, report_rest
from surveys.xlsforms.checking import asked_rows, check, is_disabled
from surveys.xlsforms.choices import lists_in
from surveys.xlsforms.files import cells_of
from surveys.xlsforms.kinds import Sort, Type, type_of
from surveys.xlsforms.languages import Speech, in_one_line, speech_of
from surveys.xlsforms.leftovers import report_sheets
from surveys.xlsforms.matrices import matrix
from surveys.xlsforms.naming import Names
from surveys.xlsforms.outline import Item, Matrix, PageStart, Part, parts_of
from surveys.xlsforms.plain import BUILDERS
from surveys.xlsforms.portable import PortableSurvey, Words
from surveys.xlsforms.reports import FormRefusedError, NotTaken, Reason, Report, Wrong, fault
from surveys.xlsforms.ruling import set_rules
from surveys.xlsforms.sheets import OWN, Row, Workbook, workbook_of
from surveys.xlsforms.speaking import Speaker

LONGEST_TITLE, LONGEST_SUMMARY, LONGEST_THANKS = 255, 300, 200


@dataclass(frozen=True)
class City:
    """What a form is read for: the codes of the languages spoken, the one for words without a language, and how
    the numbers of pictures are found by the names of their files."""

    languages: tuple[str, ...]
    default: str
    pictures: Callable[[Collection[str]], Mapping[str, int]]


@dataclass(frozen=True)
class Taken:
    survey: PortableSurvey
    not_taken: tuple[NotTaken, ...]


def take(content: bytes, city: City, title: str) -> Taken:
    """The survey that the XLSForm in `content` asks; `title` is for a form that has none. FormRefusedError."""
    workbook = workbook_of(cells_of(content))
    check(workbook)
    report = Report()
    speech = speech_of(workbook, city.languages, city.default, report)
    rows = asked_rows(workbook)
    for row in workbook.survey.rows:
        if is_disabled(row):
            report.add(row.place("disabled"), row.get("name"), Reason.DISABLED)
    parts = parts_of(rows, report)
    given = _names(parts, report)
    speaker = Speaker(speech, report, _pipes(parts, given))
    taken = _build(parts, given, speaker, workbook, city)
    set_rules(taken, speech.main, report)
    report_sheets(workbook, report)
    order = [sheet.name for sheet in workbook.sheets]
    if not any(one.block["type"] not in SILENT for one in taken):
        raise FormRefusedError(
            [fault(rows[0].place("type"), Wrong.NOTHING_TO_ANSWER)], report.in_order(order)
        )
    survey = _survey(workbook, speaker, title)
    survey.blocks = [one.block for one in taken]
    return Taken(survey, report.in_order(order))


def _names(parts: Sequence[Part], report: Report) -> list[str]:
    """The name of each part. Those that the portal takes as they are come first: nothing else gets theirs."""
    names = Names()
    found = []
    for number, part in enumerate(parts, start=1):
        row = part.row
        wanted = (row.get(f"{OWN}::name") or row.get("name")) if row is not None else ""
        name = names.give(wanted, f"{'page' if isinstance(part, PageStart) else 'q'}_{number}")
        if wanted and name != wanted and row is not None:
            report.add(row.place("name"), wanted, Reason.NAME, name=name)
        found.append(name)
    return found


def _pipes(parts: Sequence[Part], names: Sequence[str]) -> dict[str, str]:
    return {
        part.row.get("name"): name
        for part, name in zip(parts, names, strict=True)
        if isinstance(part, Item) and part.type.sort not in (Sort.NOTE, Sort.FOREIGN)
    }


def _build(
    parts: Sequence[Part], names: Sequence[str], speaker: Speaker, workbook: Workbook, city: City
) -> list[Built]:
    lists = lists_in(workbook.choices.rows)
    files = {
        file for row in workbook.choices.rows for column, file in row.cells.items() if column.key == "image"
    }
    pictures = city.pictures(files) if files else {}
    found: list[Built] = []
    for part, name in zip(parts, names, strict=True):
        row = part.row
        item = part if isinstance(part, Item) else Item(row or _no_row(workbook), Type(Sort.BEGIN))
        asked = Asked(item, name, speaker, lists, pictures)
        if isinstance(part, PageStart):
            found.append(_page(asked, part))
        elif isinstance(part, Matrix):
            found += [one for one in [matrix(asked, part)] if one]
        else:
            found += [one for one in [_question(asked)] if one]
    return _without_empty_pages(found, speaker)


def _question(asked: Asked) -> Built | None:
    why = type_of(asked.row.get("type")).why
    if why is not None:
        asked.report("type", why, asked.row.get("name"), type=asked.row.get("type"))
        return None
    return BUILDERS[asked.type.sort](asked)


def _no_row(workbook: Workbook) -> Row:
    return Row(workbook.survey.name, 0, {})


def _page(asked: Asked, part: PageStart) -> Built:
    speaker = asked.speaker
    value: dict[str, Any] = {
        "name": asked.name,
        "question": speaker.text(part.row, "label", LONGEST_QUESTION),
        "hint": speaker.text(part.row, "hint", LONGEST_HINT),
        "ask_if": no_rule(),
        "origin": "",
    }
    if part.row is not None:
        report_rest(asked, ("repeat_count",))
    block = {"type": Kind.PAGE.value, "id": str(uuid4()), "value": value}
    return Built(block, part.row, {}, part.groups)


def _without_empty_pages(taken: Sequence[Built], speaker: Speaker) -> list[Built]:
    """A group whose questions all stand in groups of their own, or were not taken, begins no page."""
    found = []
    for place, one in enumerate(taken):
        after = taken[place + 1].block["type"] if place + 1 < len(taken) else Kind.PAGE
        if one.block["type"] != Kind.PAGE or after != Kind.PAGE:
            found.append(one)
        elif one.row is not None and one.block["value"]["question"]:
            speaker.report.add(
                one.row.place("label"), one.block["value"]["question"].spoken(), Reason.GROUP_WORDS
            )
    return found


def _survey(workbook: Workbook, speaker: Speaker, title: str) -> PortableSurvey:
    settings = workbook.settings.rows[0] if workbook.settings.rows else None
    speech: Speech = speaker.speech

    def words(key: str, longest: int) -> Words:
        return speaker.text(settings, f"{OWN}::{key}", longest, pipes=False)

    return PortableSurvey(
        main=speech.main,
        languages=speech.languages,
        title=_title(settings, speech, title),
        summary=words("summary", LONGEST_SUMMARY),
        thanks=words("thanks", LONGEST_THANKS),
        when_stale=settings.get(f"{OWN}::when_stale") if settings else "",
    )


def _title(settings: Row | None, speech: Speech, title: str) -> Words:
    """XLSForm has a title in one language; those of the others stand in columns of the portal's own."""
    if settings is None:
        return Words(speech.main, {speech.main: title[:LONGEST_TITLE]})
    own = settings.words(f"{OWN}::title")
    texts = {code: own.get(column, "") for code, column in speech.others.items()}
    texts[speech.main] = settings.get("form_title") or settings.get("form_id") or title
    return Words(speech.main, {code: in_one_line(text)[:LONGEST_TITLE] for code, text in texts.items()})
