"""Drafts of a live survey with every kind of question leave every id and code as it was."""

from __future__ import annotations

import pytest
from django.test import Client

from surveys.models import Correction
from tests.surveys.corrections.living import answered
from tests.surveys.editing import page_of, raw
from tests.surveys.every_kind import every_kind
from tests.surveys.making import choices, open_survey, question

pytestmark = pytest.mark.django_db
CODED = ("choices", "rows")


@pytest.fixture
def survey(parks):
    return open_survey(parks, *every_kind(), slug="every-kind", title="Every kind of question")


def ids(blocks):
    """Everything that answers are known by: questions, names, choices, rows, codes, and what conditions refer to."""
    return [
        (
            block["id"],
            block["value"].get("name"),
            [
                (kind, item["id"], item["value"]["code"])
                for kind in CODED
                for item in block["value"].get(kind) or []
            ],
            [
                (one["id"], one["value"]["question"], one["value"]["operator"], one["value"]["value"])
                for one in (block["value"].get("ask_if") or {}).get("conditions") or []
            ],
        )
        for block in blocks
    ]


def save(page, blocks):
    page = page.get_latest_revision_as_object()
    page.questions = blocks
    page.full_clean()
    page.save_revision()
    return list(type(page).objects.get(pk=page.pk).get_latest_revision_as_object().questions.raw_data)


def reworded(blocks, number):
    for block in blocks:
        block["value"]["question"] = f"Draft {number} of this"
        for item in (item for kind in CODED for item in block["value"].get(kind) or []):
            item["value"]["text"] = f"{item['value']['text']} ({number})"
    return blocks


def test_ten_drafts_leave_all_ids_as_they_were(survey):
    page, before = page_of(survey), ids(raw(page_of(survey)))
    frozen = list(survey.question_versions.order_by("pk").values())
    assert any(one[3] for one in before)
    assert {kind for one in before for kind, _id, _code in one[2]} == set(CODED)
    blocks = raw(page)
    for number in range(10):
        blocks = save(page, reworded(blocks, number))
        assert ids(blocks) == before
    assert list(survey.question_versions.order_by("pk").values()) == frozen
    assert "Draft 9 of this" not in Client().get(page.url).content.decode()
    assert not Correction.objects.exists()


def test_ten_drafts_from_an_editor_that_never_learns_the_codes_give_the_same_ones(survey):
    page, before = page_of(survey), ids(raw(page_of(survey)))
    for number in range(10):
        in_browser = reworded(raw(page), number)
        for block in in_browser:
            if block["value"].get("name"):
                block["value"]["name"] = ""
            for item in (item for kind in CODED for item in block["value"].get(kind) or []):
                item["value"]["code"] = ""
        assert ids(save(page, in_browser)) == before


def test_what_is_moved_and_taken_away_in_drafts_leaves_the_others_as_they_were(survey):
    page, before = page_of(survey), ids(raw(page_of(survey)))
    whole = raw(page)
    known = {one[0]: one for one in before}
    for number in range(len(whole)):
        stored = save(page, [*whole[number:], *whole[:number]][1:])
        assert [one for one in ids(stored) if known[one[0]] != one] == []
    assert ids(save(page, whole)) == before


def test_rows_and_ranked_things_keep_their_codes_when_others_are_added_and_taken_away(parks):
    matrix = question(
        "matrix",
        "How good are these?",
        rows=choices("Lighting", "Pavement"),
        choices=choices("Bad", "Good"),
    )
    ranking = question("ranking", "What comes first?", choices=choices("Trees", "Benches", "Lights"))
    survey = open_survey(parks, matrix, ranking)
    blocks = raw(page_of(survey))
    blocks[0]["value"]["rows"][:1] = choices("Shade")
    blocks[1]["value"]["choices"][1:2] = choices("Water")
    stored = save(page_of(survey), blocks)
    rows = {item["value"]["text"]: item["value"]["code"] for item in stored[0]["value"]["rows"]}
    ranked = {item["value"]["text"]: item["value"]["code"] for item in stored[1]["value"]["choices"]}
    assert rows == {"Shade": "3", "Pavement": "2"}
    assert ranked == {"Trees": "1", "Water": "4", "Lights": "3"}


def test_answers_after_ten_drafts_count_where_they_did_before(parks):
    survey = open_survey(parks, question("single_choice", "How?", choices=choices("So", "Not so")))
    first = answered(survey, "1")
    blocks = raw(page_of(survey))
    for number in range(10):
        blocks = save(page_of(survey), reworded(blocks, number))
    assert answered(survey, "1").question_version == first.question_version
