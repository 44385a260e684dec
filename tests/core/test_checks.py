from __future__ import annotations

import pytest
from django.core.checks import run_checks
from wagtail import blocks

from portal.core.blocks import BodyBlock, HeadingBlock
from portal.core.checks import block_faults, chosen_blocks, offered


class BareBlock(blocks.StructBlock):
    text = blocks.CharBlock()


class LostBlock(HeadingBlock):
    class Meta:
        template = "components/blocks/lost.html"


def test_every_page_and_every_block_of_the_portal_is_complete():
    assert [message for message in run_checks() if message.id.startswith("core.")] == []


def test_the_blocks_of_all_bodies_are_looked_at():
    names = {type(block).__name__ for block in chosen_blocks()}
    assert {type(block).__name__ for block in BodyBlock().child_blocks.values()} <= names
    assert {"MicroSurveyBlock", "ServiceBlock", "RatingBlock"} <= names


def test_a_block_without_anything_is_told_what_it_needs():
    assert [fault.msg for fault in block_faults(BareBlock())] == [
        f"BareBlock needs {part}."
        for part in ("a template", "an icon", "a label", "a description", "a preview")
    ]


def test_a_template_that_is_not_there_is_noticed():
    assert [fault.msg for fault in block_faults(LostBlock())] == ["LostBlock needs a template."]


def test_blocks_within_streams_within_streams_are_offered_too():
    stream = blocks.StreamBlock([("inner", blocks.StreamBlock([("heading", HeadingBlock())]))])
    assert [type(block) for block in offered(stream)] == [HeadingBlock]


@pytest.mark.parametrize("block", chosen_blocks(), ids=lambda block: type(block).__name__)
def test_each_block_shows_its_preview(block, rf, db):
    from django.template import Context
    from django.template.loader import get_template

    template = get_template(block.get_preview_template(None))
    context = block.get_preview_context(block.get_preview_value())
    request = rf.get("/admin/")
    html = template.template.render(
        Context({"val": block, "block_def": block, "request": request, **context})
    )
    assert html.strip()
