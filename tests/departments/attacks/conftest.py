from __future__ import annotations

import pytest

from tests.departments.guard.conftest import bridge, crane, desk, duck, pond, pothole  # noqa: F401
from tests.departments.workflow.conftest import decide, edit  # noqa: F401
from tests.factories import make_article


@pytest.fixture
def remark():
    """One new comment, or one answer to `comment`, as the editor posts it."""

    def form(text, comment=None):
        fields = {
            "TOTAL_FORMS": 1,
            "INITIAL_FORMS": 1 if comment else 0,
            "0-id": comment.pk if comment else "",
            "0-text": comment.text if comment else text,
            "0-contentpath": "title",
            "0-position": "",
            "0-resolved": "",
            "0-DELETE": "",
            "0-replies-TOTAL_FORMS": 1 if comment else 0,
            "0-replies-INITIAL_FORMS": 0,
            "0-replies-0-id": "",
            "0-replies-0-text": text,
        }
        return {f"comments-{name}": value for name, value in fields.items()}

    return form


@pytest.fixture
def wanderer(parks, ben):
    """A draft of parks that an administrator will move."""
    return make_article(parks, "Wandering words", live=False, owner=ben)
