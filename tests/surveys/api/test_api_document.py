from __future__ import annotations

import pytest
from django.urls import get_resolver

from surveys.api.problems import KINDS
from tests.surveys.api.fuzzing import document, fuzz
from tests.surveys.api.sending import ROOT, program
from tests.surveys.every_kind import open_every_kind

pytestmark = pytest.mark.django_db


def described():
    return program().get(f"{ROOT}/openapi.json").json()


def test_the_document_is_valid_openapi(city):
    document().validate()


def test_the_document_names_every_address_and_no_other(city):
    resolver = next(
        found for found in get_resolver().url_patterns if str(found.pattern) == f"{ROOT.lstrip('/')}/"
    )
    routes = {
        f"{ROOT}/{pattern.pattern}".replace("<str:", "{").replace("<", "{").replace(">", "}")
        for pattern in resolver.url_patterns
    }

    assert set(described()["paths"]) == routes


def test_every_status_that_a_problem_has_is_documented_somewhere(city):
    documented = {
        int(status)
        for path in described()["paths"].values()
        for operation in path.values()
        for status in operation["responses"]
    }

    # A wrong method is no operation: the document says so in its words.
    assert {status for status, _title in KINDS.values()} - documented == {405}


def test_problems_can_be_looked_up(city):
    listed = program().get(f"{ROOT}/problems").json()["problems"]

    assert {"type": f"{ROOT}/problems#closed", "title": "The survey is closed", "status": 410} in listed


@pytest.mark.slow
def test_nothing_undocumented_is_ever_answered(roads):
    survey = open_every_kind(roads)

    outcome = fuzz([survey.code], calls=300)

    assert outcome.failures == []
    assert outcome.calls >= 200
    assert {200, 201, 404, 422} <= outcome.by_status().keys()


def test_an_undocumented_answer_is_found(roads, monkeypatch):
    survey = open_every_kind(roads)
    monkeypatch.setitem(KINDS, "invalid", (409, "Undocumented"))

    outcome = fuzz([survey.code], calls=40)

    assert any("409" in said for _operation, said in outcome.failures)
