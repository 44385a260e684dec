from __future__ import annotations

import pytest

from tests.surveys.editing import how_to_travel
from tests.surveys.making import open_survey


@pytest.fixture
def travel(parks):
    """One question about travelling, open for answers."""
    return open_survey(parks, how_to_travel(), slug="travel", title="Travelling")
