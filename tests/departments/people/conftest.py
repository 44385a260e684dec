from __future__ import annotations

import pytest

CAST = ["ada", "ben", "cleo", "dora", "emil", "fay", "greta", "gus", "hana", "ivo"]


@pytest.fixture
def people(request):
    """Everybody of the cast by name."""
    return {name: request.getfixturevalue(name) for name in CAST}


@pytest.fixture
def able(people):
    """The names of those for whom a question is answered with yes."""
    return lambda question: {name for name, person in people.items() if question(person)}


@pytest.fixture
def able_to_open(able, client):
    """The names of those to whom an address opens."""

    def opens(address):
        def asked(person):
            client.force_login(person)
            return client.get(address).status_code == 200

        return able(asked)

    return opens
