"""One request of somebody who should get nothing from it."""

from __future__ import annotations

from django.test import Client

from tests.departments.matrix.marks import marks_in
from tests.departments.matrix.rows import written_tables


def signed_in(user):
    client = Client()
    if user is not None:
        client.force_login(user)
    return client


def gets_nothing(world, user, url, data=None, *, method="post"):
    """Whether `user` is refused at `url`, sees no mark of roads and changes none of its rows."""
    client = signed_in(user)
    with written_tables() as tables:
        response = client.get(url) if data is None else getattr(client, method)(url, data)
    changes = world.belongings.changes(tables)
    return response.status_code in {302, 403, 404} and not marks_in(response) and not changes
