"""What a change to an answered question means for its results."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from surveys.domain.correcting import Change, change_between
from surveys.domain.kinds import Kind, Look
from surveys.domain.logic import Condition, Operator, Rule
from surveys.domain.questions import Choice, Question, Settings

ASKED = Question(
    "q",
    "q1",
    Kind.SINGLE,
    "How do you travel?",
    "en",
    hint="On most days",
    choices=(Choice("1", "On foot", id="a"), Choice("2", "By car", id="b")),
    settings=Settings(bands=(Decimal(18),)),
)
SECRET = replace(ASKED, settings=Settings(confidential=True))
RULE = Rule(conditions=(Condition("other", Operator.IS, "1"),))
AGE = replace(ASKED, kind=Kind.NUMBER, choices=())


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        pytest.param(ASKED, ASKED, Change.NONE, id="nothing"),
        pytest.param(ASKED, replace(ASKED, name="travel"), Change.NONE, id="the name in exports"),
        pytest.param(ASKED, replace(ASKED, settings=Settings(rule=RULE)), Change.SETTINGS, id="a condition"),
        pytest.param(ASKED, replace(ASKED, settings=Settings(required=True)), Change.SETTINGS, id="required"),
        pytest.param(ASKED, SECRET, Change.SETTINGS, id="kept from the public"),
        pytest.param(SECRET, ASKED, Change.OTHER_KIND, id="no longer kept from the public"),
        pytest.param(ASKED, replace(ASKED, hint="Usually"), Change.ASIDE, id="the hint"),
        pytest.param(ASKED, replace(ASKED, choices=ASKED.choices[::-1]), Change.ASIDE, id="the order"),
        pytest.param(ASKED, replace(ASKED, settings=Settings(look=Look.STARS)), Change.ASIDE, id="the look"),
        pytest.param(ASKED, replace(ASKED, text="How do you get about?"), Change.WORDING, id="the words"),
        pytest.param(ASKED, replace(ASKED, other_wording="How?"), Change.WORDING, id="a second wording"),
        pytest.param(ASKED, replace(ASKED, choices=ASKED.choices[:1]), Change.WORDING, id="a choice less"),
        pytest.param(ASKED, replace(ASKED, kind=Kind.MULTIPLE), Change.OTHER_KIND, id="another kind"),
        pytest.param(
            replace(ASKED, kind=Kind.IMAGES),
            replace(ASKED, kind=Kind.IMAGES, settings=Settings(several=True)),
            Change.OTHER_KIND,
            id="several where one was chosen",
        ),
        pytest.param(
            AGE,
            replace(AGE, settings=Settings(bands=(Decimal(18), Decimal(65)))),
            Change.OTHER_KIND,
            id="other groups of numbers",
        ),
    ],
)
def test_a_change_is_told_by_what_it_does_to_the_answers(before, after, change):
    assert change_between(before, after) is change
