"""What the cell `type` of a row says, with all the names that pyxform knows for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pyxform import aliases, constants
from pyxform.question_type_dictionary import QUESTION_TYPE_DICT
from pyxform.validators.pyxform.pyxform_reference import has_pyxform_reference
from pyxform.xls2json import RE_BEGIN_CONTROL, RE_END_CONTROL, RE_OSM, RE_SELECT, dealias_types

from surveys.xlsforms.reports import Reason


class Sort(StrEnum):
    SELECT_ONE = "select_one"
    SELECT_MULTIPLE = "select_multiple"
    RANK = "rank"
    INTEGER = "integer"
    DECIMAL = "decimal"
    RANGE = "range"
    TEXT = "text"
    DATE = "date"
    POINT = "geopoint"
    NOTE = "note"
    CONSENT = "acknowledge"
    BEGIN = "begin"
    END = "end"
    FOREIGN = "foreign"
    UNKNOWN = "unknown"


SELECTS = frozenset({Sort.SELECT_ONE, Sort.SELECT_MULTIPLE, Sort.RANK})
# Those that stand on the screen, and say something there.
SHOWN = frozenset(Sort) - {Sort.BEGIN, Sort.END, Sort.FOREIGN, Sort.UNKNOWN}


@dataclass(frozen=True)
class Type:
    """`control` is group, repeat or loop at a beginning or end. `why` says why a FOREIGN one has no counterpart,
    `constraint` is what pyxform adds to a type by itself."""

    sort: Sort
    list_name: str = ""
    or_other: bool = False
    control: str = ""
    why: Reason | None = None
    constraint: str = ""


_SELECTS = {
    constants.SELECT_ONE: Sort.SELECT_ONE,
    constants.SELECT_ALL_THAT_APPLY: Sort.SELECT_MULTIPLE,
    constants.RANK: Sort.RANK,
}
_INPUTS = {
    "string": Sort.TEXT,
    "int": Sort.INTEGER,
    "decimal": Sort.DECIMAL,
    "date": Sort.DATE,
    "geopoint": Sort.POINT,
}
_OUTSIDE = frozenset({"xml-external", "csv-external"})
_BARE_SELECTS = {
    "select_one": Sort.SELECT_ONE,
    "select1": Sort.SELECT_ONE,
    "select_multiple": Sort.SELECT_MULTIPLE,
    "rank": Sort.RANK,
}


def type_of(cell: str) -> Type:
    """UNKNOWN for what pyxform has never heard of."""
    text = " ".join(cell.split())
    for pattern, sort in ((RE_BEGIN_CONTROL, Sort.BEGIN), (RE_END_CONTROL, Sort.END)):
        control = pattern.search(text)
        if control:
            looped_over = control.groupdict().get("list_name") or ""
            return Type(sort, looped_over, control=aliases.control[control["type"]])
    select = RE_SELECT.search(text)
    if select:
        return _select(select["select_command"], select["list_name"], bool(select["specify_other"]))
    if text in _BARE_SELECTS or text in aliases.select:
        return Type(_BARE_SELECTS.get(text, Sort.SELECT_ONE))
    if RE_OSM.search(text) or text in aliases.osm or text in _OUTSIDE:
        return Type(Sort.FOREIGN, why=Reason.OUTSIDE)
    if text in aliases.settings_header:
        return Type(Sort.FOREIGN, why=Reason.SETTING)
    text = dealias_types([{"type": text}])[0]["type"]
    known = QUESTION_TYPE_DICT.get(text)
    return Type(Sort.UNKNOWN) if known is None else _plain(text, known)


def _select(command: str, list_name: str, or_other: bool) -> Type:
    sort = _SELECTS.get(aliases.select[command])
    from_file = command in aliases.select_from_file or "." in list_name
    if sort is None or from_file or has_pyxform_reference(list_name):
        return Type(Sort.FOREIGN, why=Reason.OUTSIDE)
    return Type(sort, list_name, or_other)


def _plain(text: str, known: Mapping[str, Any]) -> Type:
    control, bind = known.get("control", {}).get("tag"), known.get("bind", {})
    if control is None or text.startswith(_IN_BACKGROUND):
        return Type(Sort.FOREIGN, why=Reason.CALCULATION if text in _COMPUTED else Reason.DEVICE)
    sort = _CONTROLS.get(control)
    if text == "range":
        sort = Sort.RANGE
    elif control == "input":
        sort = Sort.NOTE if bind.get("readonly") else _INPUTS.get(bind.get("type"))
    if sort is None:
        return Type(Sort.FOREIGN, why=Reason.KIND)
    return Type(sort, constraint=bind.get("constraint", ""))


_CONTROLS = {"trigger": Sort.CONSENT, "select1": Sort.SELECT_ONE, "select": Sort.SELECT_MULTIPLE}
_IN_BACKGROUND = ("background-", "start-")
_COMPUTED = frozenset({"calculate", "q calculate", "add calculate prompt", "hidden"})
