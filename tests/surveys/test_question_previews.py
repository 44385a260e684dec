from __future__ import annotations

import pytest
from django.urls import reverse

from surveys.blocks import QuestionsBlock

BLOCKS = QuestionsBlock().child_blocks


@pytest.mark.parametrize("name", BLOCKS)
def test_an_editor_sees_each_kind_of_question_before_choosing_it(client, city, gus, name):
    client.force_login(gus)
    block = BLOCKS[name]
    html = client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix}).content.decode()
    assert block.get_preview_value()["question"] in html.replace("&#x27;", "'")
    assert 'class="ask"' in html
