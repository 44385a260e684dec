"""Names of questions and codes of answers that the portal takes, from those that a form has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from wagtail.coreutils import string_to_ascii

from surveys.blocks.codes import CODE

LONGEST = 40
_FOREIGN = re.compile(r"[^A-Za-z0-9_-]+")


class Names:
    """Gives each name once."""

    def __init__(self, reserved: frozenset[str] = frozenset()) -> None:
        self._taken = set(reserved)

    def give(self, wanted: str, fallback: str) -> str:
        """`wanted` itself where it is a code and free, else the nearest that is."""
        name = next(one for one in _nearest(wanted, fallback) if one not in self._taken)
        self._taken.add(name)
        return name


def _nearest(wanted: str, fallback: str) -> Iterator[str]:
    if CODE.regex.match(wanted):
        yield wanted
    plain = _FOREIGN.sub("_", string_to_ascii(wanted)).strip("_")[:LONGEST] or fallback
    yield plain
    for number in count(2):
        end = f"_{number}"
        yield plain[: LONGEST - len(end)] + end


def xml_name(name: str) -> str:
    """The nearest name that XML takes for an element: it begins with a letter or an underscore."""
    return name if re.match(r"[A-Za-z_]", name) else f"_{name}"
