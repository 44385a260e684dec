"""From the rows of a form to the order in which a survey asks: pages, questions, matrices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from surveys.blocks.parts import MOST_ROWS
from surveys.xlsforms.kinds import Sort, Type, type_of
from surveys.xlsforms.reports import Reason, Report
from surveys.xlsforms.sheets import OWN, Row

MATRIX, PAGE = "matrix", "page"
OWN_KIND = f"{OWN}::kind"
# Looks that put questions side by side, and those of the old way to draw a table by hand.
TABLE, TOGETHER, HEADER, LINE = "table-list", "field-list", "label", "list-nolabel"


@dataclass(frozen=True)
class Item:
    row: Row
    type: Type


@dataclass
class Group:
    """`has_header`: whether one of its questions only showed the words of the answers."""

    row: Row | None
    parts: list[Item | Group] = field(default_factory=list)
    has_header: bool = False


@dataclass(frozen=True)
class PageStart:
    """`row` is None where questions go on after the end of a group. All the `groups` must apply to see the page."""

    row: Row | None
    groups: tuple[Row, ...]


@dataclass(frozen=True)
class Matrix:
    row: Row
    lines: tuple[Item, ...]


Part: TypeAlias = PageStart | Item | Matrix


def parts_of(rows: Sequence[Row], report: Report) -> list[Part]:
    """`rows` are sound: each group is ended. What is repeated is asked once, what is looped over is left out."""
    return list(_Flattener().parts(_tree(rows, report)))


def _tree(rows: Sequence[Row], report: Report) -> Group:
    root = Group(None)
    open_groups = [root]
    loops = 0
    for row in rows:
        kind = type_of(row.get("type"))
        if kind.control == "loop":
            loops += 1 if kind.sort is Sort.BEGIN else -1
            if kind.sort is Sort.BEGIN:
                report.add(row.place("type"), row.get("type"), Reason.LOOP)
        elif loops:
            continue
        elif kind.sort is Sort.BEGIN:
            if kind.control == "repeat":
                report.add(row.place("type"), row.get("name"), Reason.REPEATED)
            group = Group(row)
            open_groups[-1].parts.append(group)
            open_groups.append(group)
        elif kind.sort is Sort.END:
            open_groups.pop()
        elif is_header(row, kind):
            open_groups[-1].has_header = True
            report.add(row.place("appearance"), row.get("name"), Reason.LABELS_ONLY)
        else:
            open_groups[-1].parts.append(Item(row, kind))
    return root


class _Flattener:
    def __init__(self) -> None:
        # The groups of the page that is being filled.
        self._page: tuple[Row, ...] = ()

    def parts(self, group: Group, above: tuple[Row, ...] = ()) -> Iterator[Part]:
        for part in group.parts:
            lines = self._matrix_lines(part) if isinstance(part, Group) else None
            if isinstance(part, Group) and lines is None:
                assert part.row is not None  # noqa: S101  (only the root has no row, and stands in no other)
                self._page = (*above, part.row)
                yield PageStart(part.row, self._page)
                yield from self.parts(part, self._page)
                continue
            if self._page != above:
                self._page = above
                yield PageStart(None, above)
            yield Matrix(part.row, lines) if isinstance(part, Group) else part

    def _matrix_lines(self, group: Group) -> tuple[Item, ...] | None:
        row = group.row
        if row is None or row.get(OWN_KIND) == PAGE or not row.words("label"):
            return None
        is_table = row.get(OWN_KIND) == MATRIX or TABLE in looks_of(row)
        lines = [part for part in group.parts if isinstance(part, Item)]
        # Two questions on one screen are a table; one is, where something says that a table was meant.
        fewest = 1 if is_table or group.has_header else 2
        if not is_table and TOGETHER not in looks_of(row):
            return None
        if len(lines) < len(group.parts) or not fewest <= len(lines) <= MOST_ROWS or not _alike(lines):
            return None
        return tuple(lines)


def looks_of(row: Row) -> set[str]:
    return set(row.get("appearance").split())


def is_header(row: Row, kind: Type) -> bool:
    """A select that shows the words of its answers and takes none."""
    return kind.sort in (Sort.SELECT_ONE, Sort.SELECT_MULTIPLE) and HEADER in looks_of(row)


def _alike(lines: Sequence[Item]) -> bool:
    """One answer in each, from one list, whatever was answered elsewhere."""
    first = lines[0].type
    plain = Type(Sort.SELECT_ONE, first.list_name)
    return all(
        line.type == plain
        and not any(line.row.get(key) for key in ("relevant", "constraint", "choice_filter", "read_only"))
        for line in lines
    )
