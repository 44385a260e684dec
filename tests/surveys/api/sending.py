"""Programs that read surveys and send answers."""

from __future__ import annotations

import uuid

from django.test import Client

ROOT = "/api/v1"


def program(**headers):
    return Client(headers=headers, enforce_csrf_checks=True)


def read(survey, part="", client=None, **query):
    return (client or program()).get(f"{ROOT}/surveys/{survey.code}{part}", query)


def sheet(answers, *, key=None, language="en", **more):
    return {"key": key or uuid.uuid4().hex, "language": language, "answers": answers, **more}


def send(survey, body, client=None, **more):
    more.setdefault("content_type", "application/json")
    return (client or program()).post(f"{ROOT}/surveys/{survey.code}/answers", body, **more)


def faults(response):
    """Pointer and code of everything that is wrong."""
    assert response.status_code == 422, response.content
    assert response["Content-Type"] == "application/problem+json"
    return [(fault["pointer"], fault["code"]) for fault in response.json()["errors"]]


def kind_of(response):
    """The kind of problem, after what all problems must hold."""
    problem = response.json()
    assert response["Content-Type"] == "application/problem+json"
    assert response["Cache-Control"] == "no-store"
    assert problem["status"] == response.status_code
    assert problem["title"]
    return problem["type"].removeprefix("/api/v1/problems#")


def codes(question, *, own_words=False):
    """Those that may be chosen together."""
    return [
        choice["code"]
        for choice in question["choices"]
        if not choice["exclusive"] and choice["own_words"] == own_words and choice["code"] != "dk"
    ]


def right_answer(question):
    """One that fits, from nothing but what the API says about the question."""
    kind, limits = question["kind"], question["limits"]
    if kind == "matrix":
        return {row["code"]: codes(question)[0] for row in question["rows"]}
    if kind == "ranking":
        return codes(question)[: limits["most"] or None]
    if kind == "number":
        return limits["minimum"] or 0
    if kind == "date":
        return limits["earliest"] or "2026-11-25"
    if kind in ("short_text", "long_text"):
        return "Más árboles."
    if kind == "place":
        point = {"longitude": -3.70379, "latitude": 40.41678}
        return {"district": codes(question)[0], **({"point": point} if question["point"] else {})}
    if question["several"]:
        return codes(question)[: limits["most"] or None]
    return codes(question)[0]


def right_answers(detail):
    """To every question, by its name."""
    return {
        question["name"]: right_answer(question)
        for question in detail["questions"]
        if question["takes_answer"]
    }
