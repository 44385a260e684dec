"""The people in the tests. Each is a function of what they need to exist; the fixtures carry their names."""

from __future__ import annotations

from tests.factories import city_group, group_of, make_user


def ada():
    """A resident with an account."""
    return make_user("ada@example.org", "Ada Resident")


def ben(parks):
    """Editor of parks."""
    return make_user("ben@northmere.example", "Ben Park", groups=[group_of(parks, "editor")], is_staff=True)


def cleo(roads):
    """Editor of roads."""
    return make_user("cleo@northmere.example", "Cleo Road", groups=[group_of(roads, "editor")], is_staff=True)


def dora(city):
    """Communications: works for the city, and owns nothing of a department."""
    return make_user(
        "dora@northmere.example", "Dora Word", groups=[city_group("communications")], is_staff=True
    )


def emil(parks):
    """Translator of parks into Spanish."""
    return make_user(
        "emil@northmere.example", "Emil Verso", groups=[group_of(parks, "translator", "es")], is_staff=True
    )


def fay(parks):
    """Analyst of parks."""
    return make_user("fay@northmere.example", "Fay Count", groups=[group_of(parks, "analyst")], is_staff=True)


def greta(city):
    """Administrator: keeps the city, and sees nobody's answers."""
    return make_user(
        "greta@northmere.example", "Greta City", groups=[city_group("administrator")], is_staff=True
    )


def gus():
    """Superuser: runs the portal, and may everything."""
    return make_user("gus@northmere.example", "Gus Keys", is_staff=True, is_superuser=True)


def hana(parks):
    """Publisher of parks."""
    return make_user(
        "hana@northmere.example", "Hana Print", groups=[group_of(parks, "publisher")], is_staff=True
    )


def ivo(parks):
    """Head of parks."""
    return make_user("ivo@northmere.example", "Ivo Lead", groups=[group_of(parks, "head")], is_staff=True)
