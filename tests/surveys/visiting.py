"""Visitors who answer, as a browser would send it."""

from __future__ import annotations

from django.test import Client

from surveys.models import Tally

KEY = "a-key-made-on-the-device"


def visitor(**headers):
    return Client(headers={"sec-fetch-site": "same-origin", **headers})


def first_question(survey):
    return str(survey.question_versions.current().first().question_id)


def send(client, survey, *, language="en", fragment=True, **data):
    data.setdefault("question", first_question(survey))
    headers = {"x-fragment": "1"} if fragment else {}
    return client.post(f"/{language}/q/{survey.code}/", data, headers=headers)


def counts(survey):
    return dict(Tally.objects.filter(wave__survey=survey, count__gt=0).values_list("code", "count"))
