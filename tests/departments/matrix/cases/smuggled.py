from __future__ import annotations

import json
import uuid

from tests.departments.matrix.cases.tries import case
from tests.departments.matrix.forms import editor_form


def cases(world):
    """Own pages of parks, saved with the numbers of things of roads inside."""
    parks, roads = world.parks, world.roads
    for page, action in ((parks.draft, "action-save"), (parks.pending, "action-publish")):
        form = {**editor_form(world, page), action: "1"}
        for kind, smuggled in _fields(roads).items():
            yield case("wagtailadmin_pages:edit", page.pk, data={**form, **smuggled}, kind=kind)
    form = editor_form(world, parks.draft)
    for kind, smuggled in _fields(roads).items():
        yield case("wagtailadmin_pages:preview_on_edit", parks.draft.pk, data={**form, **smuggled}, kind=kind)
    front = {**editor_form(world, parks.page), "question": roads.survey_draft.pk, "action-publish": "1"}
    yield case("wagtailadmin_pages:edit", parks.page.pk, data=front, kind="a survey that is asked")


def _fields(roads):
    return {
        "lead picture": {"picture": roads.image.pk},
        "private lead picture": {"picture": roads.private_image.pk},
        "picture in the body": _body("picture", **{"image-image": roads.image.pk, "image-decorative": "on"}),
        "document in the body": _body("download", document=roads.document.pk, label="x"),
        "survey in the body": _body("micro_survey", survey=roads.survey_draft.pk),
        "links in the text": _body("paragraph", _text(roads)),
    }


def _body(kind, text=None, **values):
    """The body of a story with one block, as the editor posts it."""
    data = {f"body-0-value-{name}": value for name, value in values.items()}
    if text is not None:
        data = {"body-0-value": text}
    return {
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": kind,
        "body-0-id": str(uuid.uuid4()),
        **data,
    }


def _text(roads):
    """What the text editor sends: a link to a draft and one to a document."""
    entities = {
        "0": {"type": "LINK", "mutability": "MUTABLE", "data": {"id": roads.draft.pk, "url": "/x/"}},
        "1": {"type": "DOCUMENT", "mutability": "IMMUTABLE", "data": {"id": roads.document.pk}},
    }
    ranges = [{"key": 0, "offset": 0, "length": 4}, {"key": 1, "offset": 5, "length": 4}]
    block = {
        "key": "abcde",
        "text": "here then",
        "type": "unstyled",
        "depth": 0,
        "inlineStyleRanges": [],
        "entityRanges": ranges,
    }
    return json.dumps({"blocks": [block], "entityMap": entities})
