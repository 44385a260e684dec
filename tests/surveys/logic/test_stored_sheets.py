"""Whatever way somebody takes through the portal's own pages, the sheet holds what their last answers lead to."""

from __future__ import annotations

from collections import Counter

import pytest
from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from portal.core.fields import Translated
from surveys.domain.filling import fill
from surveys.models import Answer, Response
from surveys.presentation.posted import parts_posted
from surveys.presentation.steps import CHECK
from surveys.queries.asking import asked_in
from surveys.services.waves import close_wave_early
from tests.surveys.every_kind import page
from tests.surveys.logic.inventing import QUIET, data_of, filled_in, unruled
from tests.surveys.logic.on_the_way import on_the_way
from tests.surveys.logic.test_walks import Walker, by_hand
from tests.surveys.making import choices, open_survey, question
from tests.surveys.visiting import visitor

pytestmark = pytest.mark.django_db
WALKS = 20
MOST_STEPS = 10


def comparing():
    three = choices("Trees", "Benches", "Lights")
    return [
        page("Comparing"),
        question("ranking", "What first?", choices=three, shuffle=True, name="first"),
        question(
            "matrix", "How good?", rows=choices("Light", "Road"), choices=choices("Bad", "Good"), name="good"
        ),
        question("date", "Since when?", name="since"),
    ]


@pytest.fixture
def survey(roads):
    return open_survey(roads, *on_the_way(), *comparing(), slug="on-the-way", title="On the way")


class Resident(Walker):
    """Takes the steps in the portal itself, with a browser that has no JavaScript."""

    def __init__(self, survey):
        super().__init__(asked_in(survey, "en").questions)
        self.address, self.client = f"/en/q/{survey.code}/pages/", visitor()

    def send(self, go):
        return self.client.post(self.address, dict(self.data(go).lists()))

    def press(self, go):
        response = self.send(go)
        if response.status_code == 303:
            self.sent = fill(self.questions, lambda one: self.values.get(one.id, {}))
            return
        assert response.status_code in (200, 400)
        shown = response.context["form"]
        self.place, self.checking = shown.place, shown.checking
        if shown.place >= 0:
            self.see(shown.place)


def mended(questions, pairs):
    """Somebody who says how they travel, and takes back what does not fit."""
    data = data_of(pairs)
    alone = [fill([unruled(one)], lambda one: parts_posted(data, one.id)) for one in questions]
    faulty = {name for filled in alone for name in filled.faults}
    kept = [(name, value) for name, value in pairs if name.partition(".")[0] not in faulty]
    return [*kept, *((one.id, "2") for one in questions if one.name == "travel" and one.id in faulty)]


def stored():
    rows = Answer.objects.values_list("question_version__question_id", "codes")
    return {str(question): tuple(codes.split()) for question, codes in rows}


def test_the_portal_stores_what_the_last_answers_lead_to(survey):
    ends = Counter()

    @settings(QUIET, max_examples=WALKS, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
    @given(st.data())
    def walk(data):
        # The portal takes so many sheets from one address in a minute.
        cache.clear()
        with transaction.atomic():
            resident = Resident(survey)
            ways = [
                *["next"] * 5,
                "back",
                "send",
                *(f"change:{place}" for place in range(len(resident.pages))),
            ]
            for step in range(MOST_STEPS):
                resident.write(mended(resident.questions, data.draw(filled_in(resident.questions))))
                onward = "next" if resident.place >= 0 else "send"
                resident.press(onward if step > 3 else data.draw(st.sampled_from(ways)))
                if resident.sent:
                    break
            reached, given_there = by_hand(resident.questions, resident.values)
            ends["sent" if resident.sent else "on the way"] += 1
            if resident.sent:
                assert Response.objects.count() == 1
                assert stored() == resident.sent.sheet == given_there
                assert set(stored()) <= set(reached)
            else:
                assert Response.objects.count() == 0
            transaction.set_rollback(True)

    walk()
    assert ends["sent"] > WALKS // 2


@pytest.fixture
def last_step(survey):
    """Somebody at the check of their answers, by tram, with a line."""
    resident = Resident(survey)
    way, line = resident.pages[0].questions
    resident.write([(way.id, "3")])
    resident.press("next")
    resident.write([(way.id, "3"), (line.id, "Seven")])
    for _page in resident.pages[1:]:
        resident.press("next")
    assert resident.place == CHECK
    return resident


def test_whoever_sends_without_javascript_gets_a_receipt(survey, last_step):
    sent = last_step.send("send")
    assert sent.status_code == 303
    page = last_step.client.get(sent.url).content.decode()
    assert "Your receipt:" in page
    # Sent once more from the browser's history: the same sheet.
    again = last_step.send("send")
    assert again.status_code == 303
    assert last_step.client.get(again.url).content.decode().count("Your receipt:") == 1
    assert Response.objects.count() == 1


def test_a_receipt_is_shown_to_nobody_else(survey, last_step):
    last_step.send("send")
    assert "Your receipt:" not in visitor().get(f"/en/q/{survey.code}/thanks/").content.decode()


def test_a_sheet_that_comes_too_late_is_shown_again_with_everything_in_it(survey, last_step):
    close_wave_early(wave=survey.waves.get(), reason=Translated(en="Enough."), now=timezone.now())
    refused = last_step.send("send")
    assert refused.status_code == 410
    assert refused.context["form"].refusal == "This question is closed."
    assert "Seven" in refused.content.decode()
    assert Response.objects.count() == 0


def test_an_empty_sheet_is_not_taken(survey):
    resident = Resident(survey)
    form = {"seen": [one.id for one in resident.questions if one.asks], "key": "k" * 32, "go": "send"}
    refused = resident.client.post(resident.address, form)
    # How one travels must be said.
    assert refused.status_code == 400
    assert Response.objects.count() == 0


def test_whoever_comes_back_to_the_check_is_at_the_check(survey, last_step):
    resumed = last_step.send("stay")
    assert resumed.context["form"].is_check
