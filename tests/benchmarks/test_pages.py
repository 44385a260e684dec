"""What a request costs the server: answering, the results page and an article, on the demo city.

Times are of one process and this machine: compare them within one run.
"""

from __future__ import annotations

import uuid

import pytest
from django.test import Client
from django.utils import timezone

from home.demo.loading.load import load_city_of_northmere
from surveys.models import Survey

pytestmark = pytest.mark.django_db
STREETS = "/en/departments/streets"


@pytest.fixture(scope="session")
def northmere(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo city, loaded once for all measurements."""
    with django_db_blocker.unblock():
        load_city_of_northmere(
            now=timezone.now(),
            hostname="testserver",
            port=80,
            logins=tmp_path_factory.mktemp("demo") / "logins.txt",
            say=lambda _line: None,
        )


@pytest.fixture
def visitor():
    """Somebody new at every request: the client's cookies are thrown away between them."""
    return Client(headers={"sec-fetch-site": "same-origin", "x-fragment": "1"})


def read(visitor, address):
    assert visitor.get(address).status_code == 200


def test_reading_an_article_with_a_micro_survey(northmere, visitor, benchmark):
    # The first reader waits for the picture's renditions; nobody else does.
    read(visitor, f"{STREETS}/evening-cleaning/")
    benchmark(read, visitor, f"{STREETS}/evening-cleaning/")


def test_reading_results(northmere, visitor, benchmark):
    benchmark(read, visitor, f"{STREETS}/street-cleanliness-survey/results/")


def test_answering_by_one_tap(northmere, visitor, benchmark):
    survey = Survey.objects.get(question_versions__name="clean")
    question = str(survey.question_versions.current().get(name="clean").question_id)

    def answer():
        visitor.cookies.clear()
        data = {"question": question, "answer": "4", "key": uuid.uuid4().hex}
        assert visitor.post(f"/en/q/{survey.code}/", data).status_code == 201

    benchmark(answer)
