from __future__ import annotations

from random import Random

import pytest
from django.utils import timezone

from surveys.models import Answer
from surveys.queries.asking import asked_in
from surveys.services.past_forms import PastForm, UnfitFormError, record_past_form
from tests.surveys.making import open_survey, question

pytestmark = pytest.mark.django_db


@pytest.fixture
def survey(parks):
    visit = question("yes_no", "Have you been there?", name="visit", dont_know=False)
    only_then = {"question": visit["id"], "operator": "is", "value": "yes"}
    rule = {
        "match": "all",
        "conditions": [{"type": "item", "id": "0b7a5c1e-0000-4000-8000-000000000001", "value": only_then}],
    }
    minutes = question("number", "How long did you walk?", name="minutes", maximum=60, ask_if=rule)
    return open_survey(parks, question("page", "The park"), visit, minutes)


def record(survey, **posted):
    form = PastForm("a-form", timezone.now(), "en", {name: {"": [value]} for name, value in posted.items()})
    return record_past_form(wave=survey.waves.get(), asking=asked_in(survey, "en"), form=form, dice=Random(1))


def test_of_a_form_only_what_was_asked_is_stored(survey):
    assert record(survey, visit="no", minutes="10") == {"visit"}

    assert list(Answer.objects.values_list("codes", flat=True)) == ["no"]


def test_a_form_whose_answer_does_not_fit_is_named_and_not_stored(survey):
    with pytest.raises(UnfitFormError, match="minutes"):
        record(survey, visit="yes", minutes="100")

    assert not Answer.objects.exists()
