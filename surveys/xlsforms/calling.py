"""What the blocks of a survey are called in a file, where each name is an element of XML and comes once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from surveys.domain.kinds import SILENT, Kind
from surveys.xlsforms.naming import Names, xml_name
from surveys.xlsforms.portable import Block
from surveys.xlsforms.rules import Named, Target

# Names that every form has by itself.
TAKEN = frozenset({"meta", "instanceID", "instanceName"})


@dataclass(frozen=True)
class Called:
    """`named` by block id; `piped` are the names in the file by the portal's, of questions that words may repeat;
    `targets` are what an expression finds by those names."""

    named: Mapping[str, Named]
    piped: Mapping[str, str]
    targets: Mapping[str, Target]


def called(blocks: Sequence[Block]) -> Called:
    """What names itself as XML wants keeps its name; the rest takes what is left."""
    names = Names(TAKEN)
    wanted = [block["value"].get("name") or f"q_{place}" for place, block in enumerate(blocks, start=1)]
    for name, block in zip(wanted, blocks, strict=True):
        if block["value"].get("other"):
            # A question of that name comes with "or_other".
            names.give(f"{name}_other", "other")
    given = {block["id"]: names.give(xml_name(name), "q") for name, block in zip(wanted, blocks, strict=True)}
    named: dict[str, Named] = {}
    targets: dict[str, Target] = {}
    for block in blocks:
        kind, own = Kind(block["type"]), given[block["id"]]
        rows = _rows(block, own, names) if kind is Kind.MATRIX else {}
        named[block["id"]] = Named(own, kind, rows)
        decimals = bool(block["value"].get("decimals"))
        targets[own] = Target(block["id"], kind, decimals=decimals)
        targets |= {name: Target(block["id"], kind, row=code) for code, name in rows.items()}
    piped = {
        name: given[block["id"]]
        for name, block in zip(wanted, blocks, strict=True)
        if Kind(block["type"]) not in SILENT
    }
    return Called(named, piped, targets)


def _rows(block: Block, own: str, names: Names) -> dict[str, str]:
    """By their codes. A code that names itself alone stays the name."""
    found = {}
    for row in block["value"].get("rows") or ():
        code = row["value"]["code"]
        plain = code == xml_name(code)
        found[code] = names.give(code if plain else f"{own}_{code}", f"{own}_row")
    return found
