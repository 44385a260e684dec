"""What every page type and every block of ours must have, checked whenever the portal starts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, register
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from wagtail.blocks import Block, StreamBlock
from wagtail.fields import StreamField
from wagtail.models import Page, get_page_models

from portal.core.models import BasePage

# Packages of the portal itself; what others bring is their matter.
OURS = ("portal.", "home.", "news.", "surveys.", "feedback.", "campaigns.")


@register()
def pages_extend_the_base_page(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    return [
        Error(
            f"{model.__name__} does not extend BasePage.",
            hint="BasePage gives a page its languages, its summary and its place in the tree.",
            obj=model,
            id="core.E001",
        )
        for model in get_page_models()
        if model is not Page and is_ours(model) and not issubclass(model, BasePage)
    ]


@register()
def blocks_are_complete(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """An editor chooses a block by its icon, name, description and preview."""
    return [message for block in chosen_blocks() for message in block_faults(block)]


def chosen_blocks() -> list[Block]:
    """Each kind of block of ours that an editor can put into some body, once."""
    found: dict[type[Block], Block] = {}
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, StreamField):
                for block in offered(field.stream_block):
                    if is_ours(type(block)):
                        found.setdefault(type(block), block)
    return list(found.values())


def offered(stream: StreamBlock) -> Iterator[Block]:
    """The blocks in the menu of a stream and of the streams within it."""
    for block in stream.child_blocks.values():
        if isinstance(block, StreamBlock):
            yield from offered(block)
        else:
            yield block


def block_faults(block: Block) -> Iterator[CheckMessage]:
    present = {
        "a template": has_own_template(block),
        "an icon": block.meta.icon not in ("", "placeholder"),
        "a label": bool(block.meta.label),
        "a description": bool(block.get_description()),
        "a preview": block.is_previewable,
    }
    for part, there in present.items():
        if not there:
            yield Error(f"{type(block).__name__} needs {part}.", obj=block, id="core.E002")


def has_own_template(block: Block) -> bool:
    name = block.get_template()
    try:
        return bool(name and get_template(name))
    except TemplateDoesNotExist:
        return False


def is_ours(kind: type) -> bool:
    return kind.__module__.startswith(OURS)
