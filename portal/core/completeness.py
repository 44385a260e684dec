"""What a page must have before it is published. A draft may lack any of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.blocks import Block, StreamBlockValidationError, StreamValue, StructBlockValidationError
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.fields import StreamField

if TYPE_CHECKING:
    from wagtail.models import Page


@dataclass(frozen=True)
class Gap:
    """`place` leads there from the page, such as "Body › 2. Picture › Alt text"."""

    place: str
    problem: str

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}" if self.place else self.problem


class IncompletePageError(Exception):
    """`page` lacks what publishing needs; `gaps` says what, and where."""

    def __init__(self, page: Page, gaps: list[Gap]) -> None:
        super().__init__(page, gaps)
        self.page = page
        self.gaps = gaps

    def __str__(self) -> str:
        gaps = " · ".join(str(gap) for gap in self.gaps)
        return _("“%(title)s” is not complete yet. %(gaps)s") % {"title": self.page.title, "gaps": gaps}


def require_complete(page: Page) -> None:
    """IncompletePageError when `page`, as it is in memory, may not be published or handed in."""
    gaps = list(gaps_in(page))
    if gaps:
        raise IncompletePageError(page, gaps)


def gaps_in(page: Page) -> Iterator[Gap]:
    try:
        page.full_clean()
    except ValidationError as error:
        yield from _field_gaps(page, error.message_dict)
    yield from _field_gaps(page, {field: [problem] for field, problem in page.missing_texts().items()})
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            yield from _stream_gaps(field, getattr(page, field.name))


def undescribed_picture(page: Page) -> dict[str, str]:
    """For `missing_texts` of a page with a lead picture: it is described, or said to decorate only."""
    if page.picture_id is None or page.picture_decorates or page.picture_text:
        return {}
    return {"picture_text": _("Say what the picture shows, or that it only decorates.")}


def _field_gaps(page: Page, problems: Mapping[str, list[str]]) -> Iterator[Gap]:
    names = {field.name: getattr(field, "verbose_name", field.name) for field in page._meta.get_fields()}
    for name, messages in problems.items():
        for message in messages:
            yield Gap(capfirst(str(names.get(name, ""))), message)


def _stream_gaps(field: StreamField, value: StreamValue) -> Iterator[Gap]:
    try:
        field.stream_block.clean(value)
    except ValidationError as error:
        yield from _block_gaps(field.stream_block, value, error, (capfirst(str(field.verbose_name)),))


def _block_gaps(block: Block, value: Any, error: ValidationError, way: tuple[str, ...]) -> Iterator[Gap]:
    """One gap for each problem below `block`, whose place `way` leads to."""
    inner = list(_inner_errors(block, value, error))
    for child, child_value, child_error, name in inner:
        yield from _block_gaps(child, child_value, child_error, (*way, name))
    # Of the block itself, not of something in it.
    own = getattr(error, "non_block_errors", None) if hasattr(error, "block_errors") else error
    for message in own.messages if own else ():
        yield Gap(" › ".join(way), message)


def _inner_errors(block: Block, value: Any, error: ValidationError) -> Iterator[tuple[Block, Any, Any, str]]:
    if isinstance(error, StreamBlockValidationError):
        for place, inner in error.block_errors.items():
            child = value[place]
            yield child.block, child.value, inner, f"{place + 1}. {child.block.label}"
    elif isinstance(error, ListBlockValidationError):
        for place, inner in error.block_errors.items():
            yield block.child_block, value[place], inner, f"{place + 1}."
    elif isinstance(error, StructBlockValidationError):
        for name, inner in error.block_errors.items():
            part = value.get(name) if isinstance(value, Mapping) else None
            yield block.child_blocks[name], part, inner, str(block.child_blocks[name].label)
