"""The blocks of a survey as rows of the sheets `survey` and `choices`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from surveys.domain.kinds import Kind
from surveys.domain.piping import PIPE
from surveys.domain.questions import DONT_KNOW, NONE_OF_THESE
from surveys.xlsforms.calling import Called, called
from surveys.xlsforms.choices import portal_words
from surveys.xlsforms.limits import choice_constraint, day_constraint, number_constraint
from surveys.xlsforms.outline import TOGETHER
from surveys.xlsforms.portable import Block, PortableSurvey, Words
from surveys.xlsforms.richtext import cleaned, html_of, text_of
from surveys.xlsforms.sheets import OWN
from surveys.xlsforms.written_rules import rule_cells

# One row of a sheet by column; `Words` stand for a column in each language.
Cells = dict[str, Any]
RATING, SCALE = ("1", "2", "3", "4", "5"), ("0", "10")


class RowWriter:
    """Fills `survey` and `choices`. LostQuestionError where a condition leads nowhere."""

    def __init__(self, survey: PortableSurvey, pictures: Mapping[int, str]) -> None:
        self._of, self._pictures = survey, pictures
        self._called: Called = called(survey.blocks)
        self._lists: set[str] = set()
        self.survey: list[Cells] = []
        self.choices: list[Cells] = []
        page: Cells | None = None
        for block in survey.blocks:
            if Kind(block["type"]) is Kind.PAGE:
                self._end(page)
                page = self._begin_page(block)
            else:
                _WRITERS[Kind(block["type"])](self, block)
        self._end(page)

    def _end(self, group: Cells | None) -> None:
        if group is not None:
            self.survey.append({"type": "end group", "name": group["name"]})

    def _begin_page(self, block: Block) -> Cells:
        value = block["value"]
        row = self._add(block, "begin group", appearance=TOGETHER, hint=self._piped(value.get("hint")))
        row[f"{OWN}::kind"] = Kind.PAGE.value
        return row

    def _add(self, block: Block, type_: str, **more: Any) -> Cells:
        """The row of a block, with what every one has."""
        value, name = block["value"], self._called.named[block["id"]].name
        row: Cells = {"type": type_, "name": name, "label": self._piped(value.get("question")), **more}
        if value.get("name") and value["name"] != name:
            row[f"{OWN}::name"] = value["name"]
        row |= rule_cells(value.get("ask_if"), self._called)
        self.survey.append(row)
        return row

    def _ask(self, block: Block, type_: str, **more: Any) -> Cells:
        value = block["value"]
        row = self._add(block, type_, hint=self._piped(value.get("hint")), **more)
        row["required"] = "yes" if value.get("required") else ""
        row[f"{OWN}::other_wording"] = self._piped(value.get("other_wording"))
        for name in ("confidential", "reverse"):
            row[f"{OWN}::{name}"] = "yes" if value.get(name) else ""
        return row

    def _piped(self, words: Words | None) -> Words | None:
        """With references in place of the portal's marks for earlier answers."""

        def marked(text: str) -> str:
            plain = unmarked(text)
            return PIPE.sub(lambda match: self._reference(match), plain)

        return words.changed(marked) if words else None

    def _reference(self, match: re.Match[str]) -> str:
        name = self._called.piped.get(match[1])
        return f"${{{name}}}" if name else match[0]

    def choose(self, block: Block) -> None:
        value, kind = block["value"], Kind(block["type"])
        several = kind is Kind.MULTIPLE or bool(value.get("several"))
        exclusive = [code for name, code in _OFFERED if value.get(name)]
        other = " or_other" if value.get("other") else ""
        list_name = self._list(block, [*_items(value), *self._built_in(exclusive)])
        constraint = choice_constraint(value.get("fewest"), value.get("most"), exclusive) if several else ""
        type_ = "select_multiple" if several else "select_one"
        self._ask(block, f"{type_} {list_name}{other}", constraint=constraint, parameters=_randomize(value))

    def rank(self, block: Block) -> None:
        value = block["value"]
        constraint = choice_constraint(value.get("fewest"), value.get("most"), ())
        list_name = self._list(block, _items(value))
        self._ask(block, f"rank {list_name}", constraint=constraint, parameters=_randomize(value))

    def yes_or_no(self, block: Block) -> None:
        codes = ["yes", "no", *([DONT_KNOW] if block["value"].get("dont_know") else [])]
        self._ask(block, f"select_one {self._list(block, self._built_in(codes))}")

    def rate(self, block: Block) -> None:
        value = block["value"]
        steps = [{"name": step, "label": value.get(f"label_{step}")} for step in RATING]
        known = self._built_in([DONT_KNOW] if value.get("dont_know") else [])
        row = self._ask(block, f"select_one {self._list(block, [*steps, *known])}", appearance="likert")
        row |= {f"{OWN}::kind": Kind.RATING.value, f"{OWN}::look": value.get("look")}

    def scale(self, block: Block) -> None:
        value = block["value"]
        ends = [{"name": end, "label": value.get(f"label_{end}")} for end in SCALE]
        parameters = f"start=0 end=10 step=1 tick_labelset={self._list(block, ends)}"
        row = self._ask(block, "range", parameters=parameters)
        row[f"{OWN}::dont_know"] = "yes" if value.get("dont_know") else ""

    def matrix(self, block: Block) -> None:
        value, named = block["value"], self._called.named[block["id"]]
        known = self._built_in([DONT_KNOW] if value.get("dont_know") else [])
        list_name = self._list(block, [*_items(value), *known])
        group = self._ask(block, "begin group", appearance="table-list")
        group |= {f"{OWN}::kind": Kind.MATRIX.value, "required": ""}
        for item in value.get("rows") or ():
            code, name = item["value"]["code"], named.rows[item["value"]["code"]]
            line: Cells = {"type": f"select_one {list_name}", "name": name}
            line["label"] = _plain(item["value"]["text"])
            line["required"] = "yes" if value.get("required") else ""
            line[f"{OWN}::name"] = code if code != name else ""
            self.survey.append(line)
        self._end(group)

    def number(self, block: Block) -> None:
        value = block["value"]
        low, high = (
            None if value.get(end) is None else Decimal(str(value[end])) for end in ("minimum", "maximum")
        )
        row = self._ask(
            block,
            "decimal" if value.get("decimals") else "integer",
            constraint=number_constraint(low, high),
        )
        row |= {f"{OWN}::unit": _plain(value.get("unit")), f"{OWN}::bands": value.get("bands")}

    def day(self, block: Block) -> None:
        first, last = (
            date.fromisoformat(str(day)) if (day := block["value"].get(end)) else None
            for end in ("earliest", "latest")
        )
        self._ask(block, "date", constraint=day_constraint(first, last))

    def short_text(self, block: Block) -> None:
        self._ask(block, "text")

    def long_text(self, block: Block) -> None:
        self._ask(block, "text", appearance="multiline")

    def place(self, block: Block) -> None:
        value = block["value"]
        row = self._ask(block, "geopoint")
        row[f"{OWN}::point"] = "" if value.get("point") else "no"
        row[f"{OWN}::dont_know"] = "yes" if value.get("dont_know") else ""

    def consent(self, block: Block) -> None:
        self._ask(block, "acknowledge")

    def information(self, block: Block) -> None:
        """The text is the label, or the hint below a heading."""
        value = block["value"]
        body: Words = value.get("body") or Words(self._of.main, {})
        clean = body.changed(lambda html: cleaned(html)[0])
        said = clean.changed(lambda html: unmarked(text_of(html)))
        row = self._add(block, "note")
        row["hint" if row["label"] else "label"] = said
        if clean.changed(lambda html: html_of(text_of(html))) != clean:
            row[f"{OWN}::body"] = clean

    def _built_in(self, codes: Iterable[str]) -> list[Cells]:
        """The portal's own answers, worded as it words them in each language."""
        languages = self._of.languages
        return [
            {"name": code, "label": Words(self._of.main, {one: portal_words(code, one) for one in languages})}
            for code in codes
        ]

    def _list(self, block: Block, items: Iterable[Cells]) -> str:
        """Its name in small letters: in parameters nothing else is found."""
        wanted = self._called.named[block["id"]].name.lower()
        name = next(one for one in _numbered(wanted) if one not in self._lists)
        self._lists.add(name)
        for item in items:
            picture = item.pop("picture", None)
            self.choices.append(
                {
                    "list_name": name,
                    **item,
                    "label": _plain(item["label"]),
                    "media::image": self._pictures.get(picture),
                }
            )
        return name


_OFFERED = (("none", NONE_OF_THESE), ("dont_know", DONT_KNOW))
_WRITERS: Mapping[Kind, Callable[[RowWriter, Block], None]] = {
    Kind.SINGLE: RowWriter.choose,
    Kind.MULTIPLE: RowWriter.choose,
    Kind.IMAGES: RowWriter.choose,
    Kind.YES_NO: RowWriter.yes_or_no,
    Kind.RATING: RowWriter.rate,
    Kind.SCALE: RowWriter.scale,
    Kind.MATRIX: RowWriter.matrix,
    Kind.RANKING: RowWriter.rank,
    Kind.NUMBER: RowWriter.number,
    Kind.DATE: RowWriter.day,
    Kind.TEXT: RowWriter.short_text,
    Kind.LONG_TEXT: RowWriter.long_text,
    Kind.PLACE: RowWriter.place,
    Kind.CONSENT: RowWriter.consent,
    Kind.INFORMATION: RowWriter.information,
}


def _items(value: Mapping[str, Any]) -> list[Cells]:
    return [
        {
            "name": item["value"]["code"],
            "label": item["value"]["text"],
            "picture": item["value"].get("picture"),
            "portal_opinion": "" if item["value"].get("opinion", True) else "no",
        }
        for item in value.get("choices") or ()
    ]


def _randomize(value: Mapping[str, Any]) -> str:
    return "randomize=true" if value.get("shuffle") else ""


def _plain(words: Words | None) -> Words | None:
    return words.changed(unmarked) if words else None


def unmarked(text: str) -> str:
    """Without what a form would take for a reference."""
    return text.replace("${", "$ {")


def _numbered(name: str) -> Iterable[str]:
    yield name
    yield from (f"{name}_{number}" for number in range(2, 1_000))
