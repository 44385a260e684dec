from __future__ import annotations

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path",
    [
        "/.git/HEAD",
        "/.env",
        "/db.sqlite3",
        "/media/",
        "/media/documents/secret.pdf",
        "/static/../manage.py",
        "/documents/1/",
        "/debug/",
        "/metrics",
        "/server-status",
    ],
)
def test_what_is_not_there_is_not_found(city, client, path):
    reply = client.get(path, follow=True)

    assert reply.status_code == 404
    assert b"Traceback" not in reply.content


@pytest.mark.parametrize(
    "path", ["/media/", "/media/documents/secret.pdf", "/documents/1/", "/static/nothing.css"]
)
def test_files_have_no_language_to_be_sent_to(city, client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("method", ["put", "patch", "delete", "trace"])
@pytest.mark.parametrize("path", ["/en/q/preview/", "/en/q/9KQ2X/", "/en/q/9KQ2X/thanks/"])
def test_only_get_and_post_are_understood(city, client, method, path):
    assert getattr(client, method)(path, headers={"sec-fetch-site": "same-origin"}).status_code in (
        403,
        404,
        405,
    )
