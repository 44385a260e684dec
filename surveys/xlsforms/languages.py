"""Which language each column of a form speaks, and which of them the survey is written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language_info

from surveys.xlsforms.portable import Words
from surveys.xlsforms.reports import Place, Reason, Report
from surveys.xlsforms.sheets import Column, Row, Sheet, Workbook

_CODE = re.compile(r"\(\s*([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*)\s*\)\s*\Z")


@dataclass(frozen=True)
class Speech:
    """`main` is the language of the survey; `columns` are the names of its columns in the order in which they are
    looked into, "" being those without a language. `others` are the names by code of the translations."""

    main: str
    columns: tuple[str, ...]
    others: Mapping[str, str]

    @property
    def languages(self) -> tuple[str, ...]:
        return (self.main, *self.others)

    def words(self, row: Row | None, key: str, report: Report | None = None, *, lines: bool = False) -> Words:
        """What `row` says in `key`, with its line breaks if `lines`. Where it is silent in the survey's language,
        another one stands in, and is reported if a `report` is given."""
        found = row.words(key) if row is not None else {}
        texts = {code: found.get(name, "") for code, name in self.others.items()}
        texts[self.main] = next((found[name] for name in self.columns if found.get(name)), "")
        if row is not None and not texts[self.main] and any(found.values()):
            texts = self._without_source(row, key, found, texts, report or Report())
        return Words(self.main, {code: text if lines else in_one_line(text) for code, text in texts.items()})

    def _without_source(
        self, row: Row, key: str, found: Mapping[str, str], texts: dict[str, str], report: Report
    ) -> dict[str, str]:
        """Labels are needed, so that another language speaks; other words cannot be translated from nothing."""
        if key != "label":
            for code in (code for code, text in texts.items() if text):
                report.add(row.place(key, self.others[code]), texts[code], Reason.NO_SOURCE)
            return {}
        language = next(name for name, text in found.items() if text)
        report.add(row.place(key, language), found[language], Reason.OTHER_LANGUAGE, language=language)
        return texts | {self.main: found[language]}


def in_one_line(text: str) -> str:
    return re.sub(r"\s*[\r\n\t]+\s*", " ", text).strip()


def column_name(code: str) -> str:
    """As the header of a column names the language: "Spanish (es)"."""
    try:
        return f"{get_language_info(code)['name']} ({code})"
    except KeyError:
        return f"{code} ({code})"


def code_of(name: str, spoken: Sequence[str]) -> str | None:
    """The code among those `spoken` by the city that the name of a column means, such as "Español (es)"."""
    match = _CODE.search(name)
    wanted = (match[1] if match else name.strip()).lower().replace("_", "-")
    for code in spoken:
        if wanted in (code, *_names(code)):
            return code
    short = wanted.partition("-")[0]
    return next((code for code in spoken if match and code.partition("-")[0] == short), None)


def _names(code: str) -> tuple[str, ...]:
    try:
        info = get_language_info(code)
    except KeyError:
        return ()
    return info["name"].lower(), info["name_local"].lower()


def speech_of(workbook: Workbook, spoken: Sequence[str], default: str, report: Report) -> Speech:
    """`spoken` are the languages of the city, `default` the one for words without a language."""
    labels = _labels(workbook.survey) or _labels(workbook.choices)
    names = list(dict.fromkeys(column.language for _sheet, column in labels))
    labels += _labels(workbook.choices)
    every = dict.fromkeys(column.language for _sheet, column in labels if column.language)
    settings = workbook.settings.rows[0] if workbook.settings.rows else None
    wanted = settings.get("default_language") if settings else ""
    codes = {name: code_of(name, spoken) for name in every}
    known = [code for name in names if (code := codes.get(name))]
    main = _main(names, known, wanted, spoken, default)
    own = [name for name in every if codes[name] == main]
    if wanted in own:
        own = [wanted]
    elif not own and names and "" not in names:
        # The form speaks none of the city's languages: its first one stands for the city's.
        own = names[:1]
        report.add(_place(labels, own[0]), own[0], Reason.LANGUAGE_TAKEN_FOR, language=main)
    others: dict[str, str] = {}
    for name, code in codes.items():
        if name in own:
            continue
        if code is None or code == main or code in others:
            report.add(_place(labels, name), name, Reason.LANGUAGE)
        else:
            others[code] = name
    return Speech(main, (*own[:1], ""), others)


def _main(
    names: Sequence[str], known: Sequence[str], wanted: str, spoken: Sequence[str], default: str
) -> str:
    named = code_of(wanted, spoken) if wanted and wanted != "default" else None
    if named is not None and (named in known or "" in names):
        return named
    if "" in names or default in known or not known:
        return default
    return known[0]


def _labels(sheet: Sheet) -> list[tuple[str, Column]]:
    return [(sheet.name, column) for column in sheet.columns if column.key == "label"]


def _place(labels: Iterable[tuple[str, Column]], name: str) -> Place:
    sheet, found = next(one for one in labels if one[1].language == name)
    return Place(sheet, 1, found.header, found.letter)
