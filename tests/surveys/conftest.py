from __future__ import annotations

import pytest

from tests.surveys.making import choices, open_survey, question, rating


@pytest.fixture
def survey(roads):
    return open_survey(
        roads, rating(), question("multiple_choice", "What would help?", choices=choices("Bins", "Trees"))
    )
