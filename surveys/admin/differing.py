"""What a drafted correction changes, for people who decide about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from portal.translations.queries import Piece, differences
from surveys.domain.kinds import Kind
from surveys.domain.questions import Choice, Question
from surveys.models import SurveyPage
from surveys.models.wording import worded
from surveys.queries.corrections import ChangedQuestion


@dataclass(frozen=True)
class Line:
    """One text as it was and as it is drafted. `kind` is "same", "changed", "added" or "removed"; `notes` say what
    else is different about it."""

    label: str
    kind: str
    before: tuple[Piece, ...] = ()
    after: tuple[Piece, ...] = ()
    notes: tuple[str, ...] = ()


def lines_of(change: ChangedQuestion) -> list[Line]:
    """The question, and of all that stands in it what is different. Never empty."""
    before, after = worded(change.before), worded(change.after)
    return [*_texts(before, after), *_kind(before, after), *_choices(before, after)]


def _texts(before: Question, after: Question) -> Iterator[Line]:
    yield _line(_("Question"), before.text, after.text)
    parts = (
        (_("Other wording"), before.other_wording, after.other_wording),
        (_("Hint"), before.hint, after.hint),
        (_("Unit"), before.unit, after.unit),
        (_("Text"), strip_tags(before.body), strip_tags(after.body)),
    )
    yield from (_line(label, old, new) for label, old, new in parts if old != new)


def _kind(before: Question, after: Question) -> Iterator[Line]:
    if before.kind is not after.kind:
        yield _line(_("Kind"), kind_label(before.kind), kind_label(after.kind))
    elif before.several != after.several:
        several, one = _("Several answers in each row"), _("One answer in each row")
        yield _line(_("Kind"), several if before.several else one, several if after.several else one)
    elif before.kind is Kind.NUMBER and before.settings != after.settings:
        yield _line(_("Groups of numbers"), _bands(before), _bands(after))


def _bands(question: Question) -> str:
    settings = question.settings
    limits = [settings.minimum, *settings.bands, settings.maximum]
    return " · ".join(f"{limit:f}" for limit in limits if limit is not None)


def kind_label(kind: Kind) -> str:
    """As the editor's list of blocks calls it."""
    blocks: Mapping[str, object] = SurveyPage._meta.get_field("questions").stream_block.child_blocks
    return capfirst(str(getattr(blocks.get(kind), "label", kind)))


def _choices(before: Question, after: Question) -> Iterator[Line]:
    if before.kind is not after.kind or before.kind is Kind.PLACE:
        return
    yield from _compared(_("Row"), before.rows, after.rows)
    yield from _compared(_("Answer"), before.choices, after.choices)
    if before.codes != after.codes and set(before.codes) == set(after.codes):
        yield Line(_("Answers"), "same", notes=(_("They stand in another order."),))


def _compared(label: str, before: tuple[Choice, ...], after: tuple[Choice, ...]) -> Iterator[Line]:
    old = {choice.code: choice for choice in before}
    new = {choice.code: choice for choice in after}
    for code, choice in old.items():
        if code not in new:
            yield Line(label, "removed", before=(Piece("gone", choice.label),))
        elif _says(choice) != _says(new[code]):
            yield _line(label, choice.label, new[code].label, _notes(choice, new[code]))
    for code, choice in new.items():
        if code not in old:
            yield Line(label, "added", after=(Piece("new", choice.label),))


def _says(choice: Choice) -> tuple[object, ...]:
    return choice.label, choice.opinion, choice.picture


def _notes(before: Choice, after: Choice) -> tuple[str, ...]:
    notes = []
    if before.opinion != after.opinion:
        notes.append(_("It counts as an opinion now.") if after.opinion else _("It is no opinion any more."))
    if before.picture != after.picture:
        notes.append(_("It has another picture."))
    return tuple(notes)


def _line(label: str, before: str, after: str, notes: tuple[str, ...] = ()) -> Line:
    pieces = differences(before, after)
    return Line(
        label,
        "same" if before == after else "changed",
        tuple(piece for piece in pieces if piece.kind != "new"),
        tuple(piece for piece in pieces if piece.kind != "gone"),
        notes,
    )
