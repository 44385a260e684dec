"""What the services of translations refuse, and why."""

from __future__ import annotations


class TranslationRefused(Exception):
    """The base of every refusal here."""


class NotTheSource(TranslationRefused):
    """The page is a translation itself, or stands in for one."""


class NeverPublished(TranslationRefused):
    """The source has never been approved: there are no texts to translate."""


class PageLocked(TranslationRefused):
    """Somebody else holds the page."""


class AlreadyWaiting(TranslationRefused):
    """The translation waits for its approval."""


class MayNotTranslate(TranslationRefused):
    """The user has no right to edit the page in this language."""


class MayNotPublish(TranslationRefused):
    """The user has no right to publish the page in this language."""


class NotPublished(TranslationRefused):
    """Residents do not see a translation of this page yet."""


class Incomplete(TranslationRefused):
    """`missing` of `total` texts are not translated."""

    def __init__(self, missing: int, total: int) -> None:
        super().__init__(missing, total)
        self.missing, self.total = missing, total


class NotReviewed(TranslationRefused):
    """`count` texts were suggested by a machine and no person has looked at them."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


class NoMachineTranslator(TranslationRefused):
    """No machine translator is set up for these two languages."""


class MachineTranslatorFailed(TranslationRefused):
    """The machine translator gave no answer, or one that cannot be used."""


class BrokenPo(TranslationRefused):
    """Nothing of the file was stored. `line` counts from 1; `reason` is a sentence for people."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(line, reason)
        self.line, self.reason = line, reason


class MoveRefused(TranslationRefused):
    """The page stays where it is. `reason` is a sentence for people."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
