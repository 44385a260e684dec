"""The people in the tests. Each is a function of what they need to exist; the fixtures carry their names."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission

from tests.factories import group_of, make_user


def ada():
    """A resident with an account."""
    return make_user("ada@example.org", "Ada Resident")


def ben(parks):
    """Editor of parks."""
    return make_user("ben@northmere.example", "Ben Park", groups=[group_of(parks, "editor")], is_staff=True)


def cleo(roads):
    """Editor of roads."""
    return make_user("cleo@northmere.example", "Cleo Road", groups=[group_of(roads, "editor")], is_staff=True)


def dora():
    """Communications: works for the city, and owns nothing of a department."""
    group, _created = Group.objects.get_or_create(name="Communications")
    group.permissions.set(
        Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")
    )
    return make_user("dora@northmere.example", "Dora Word", groups=[group], is_staff=True)


def emil(parks):
    """Translator of parks into Spanish."""
    return make_user(
        "emil@northmere.example", "Emil Verso", groups=[group_of(parks, "translator", "es")], is_staff=True
    )


def fay(parks):
    """Analyst of parks."""
    return make_user("fay@northmere.example", "Fay Count", groups=[group_of(parks, "analyst")], is_staff=True)


def gus():
    """Administrator of the portal."""
    return make_user("gus@northmere.example", "Gus Keys", is_staff=True, is_superuser=True)


def hana(parks):
    """Publisher of parks."""
    return make_user(
        "hana@northmere.example", "Hana Print", groups=[group_of(parks, "publisher")], is_staff=True
    )


def ivo(parks):
    """Head of parks."""
    return make_user("ivo@northmere.example", "Ivo Lead", groups=[group_of(parks, "head")], is_staff=True)
