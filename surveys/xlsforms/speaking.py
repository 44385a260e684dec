"""The words of a form as the portal's fields take them: short enough, and with its own marks for earlier answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from surveys.domain.piping import NOTHING, PIPE
from surveys.xlsforms.languages import Speech
from surveys.xlsforms.portable import Words
from surveys.xlsforms.reports import Place, Reason, Report
from surveys.xlsforms.sheets import Row

NO = frozenset({"no", "false", "0", "false()"})
_REFERENCE = re.compile(r"\$\{\s*([^}]*?)\s*\}")


@dataclass
class Speaker:
    """`names` are the portal's names of questions by those of the form: what words may repeat the answer of."""

    speech: Speech
    report: Report
    names: Mapping[str, str] = field(default_factory=dict)

    def text(self, row: Row | None, key: str, longest: int, *, pipes: bool = True) -> Words:
        """What `row` says in the column `key`, in one line. `pipes`: whether it may repeat earlier answers."""
        words = self.speech.words(row, key, self.report)
        if row is None or not words:
            return words
        return self.fitted(words, row.place(key), longest, pipes=pipes)

    def fitted(self, words: Words, place: Place, longest: int, *, pipes: bool = True) -> Words:
        said = words.changed(lambda text: self._marked(text, place, pipes=pipes))
        cut = said.changed(lambda text: text if len(text) <= longest else text[: longest - 1] + NOTHING)
        if cut != said:
            self.report.add(place, said.spoken(), Reason.CUT, limit=longest)
        return cut

    def _marked(self, text: str, place: Place, *, pipes: bool) -> str:
        parts: list[str] = []
        end = 0
        for match in _REFERENCE.finditer(text):
            parts += [self._literal(text[end : match.start()], place), self._pipe(match, place, pipes=pipes)]
            end = match.end()
        return "".join([*parts, self._literal(text[end:], place)])

    def _pipe(self, match: re.Match[str], place: Place, *, pipes: bool) -> str:
        name = self.names.get(match[1])
        if name is None or not pipes:
            self.report.add(place, match[0], Reason.REPEATS_ANSWER)
            return NOTHING
        return f"{{{name}}}"

    def _literal(self, text: str, place: Place) -> str:
        """Braces that only look like the portal's mark for an earlier answer."""
        if PIPE.search(text):
            self.report.add(place, text.strip(), Reason.BRACES)
        return PIPE.sub(lambda match: f"({match[1]})", text)


def yes(cell: str) -> bool:
    return cell.strip().lower() in ("yes", "true", "1", "true()")
