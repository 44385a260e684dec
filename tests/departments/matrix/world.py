"""Two departments. Everything of roads that is not public carries a mark; parks has some of each for itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from django.utils import timezone

from portal.core.models import AlertBanner
from portal.departments.models import Department
from tests import people as cast
from tests.departments.matrix.belongings import fill
from tests.departments.matrix.rows import Belongings, everything
from tests.departments.matrix.staff import make_outsiders, make_staff
from tests.factories import make_city, make_department


@dataclass
class World:
    """`parks` and `roads` hold what `belongings.fill` makes. `people`: role → user of parks, and the outsiders."""

    city: Any
    parks: SimpleNamespace
    roads: SimpleNamespace
    people: dict[str, Any]
    administrator: Any
    belongings: Belongings
    banner: AlertBanner
    forms: dict[int, dict[str, str]] = field(default_factory=dict)


def build_world():
    city = make_city()
    administrator = cast.gus()
    parks = make_department("parks", "Parks and Nature")
    people = make_staff(parks)
    ours = fill(parks, people, "open")
    outsiders = make_outsiders(city)
    before = everything()
    roads = make_department("roads", "Roads and Bridges")
    theirs = fill(roads, make_staff(roads, secretly=True), "quiet")
    _hide_names(roads)
    after = everything()
    # The city's own, though it leads to a page of roads.
    banner = AlertBanner.objects.create(
        level="minor",
        text={"en": "Works"},
        link_page=theirs.live,
        starts_at=timezone.now() + timedelta(days=3),
    )
    return World(
        city=city,
        parks=ours,
        roads=theirs,
        people={**people, **outsiders},
        administrator=administrator,
        belongings=Belongings(before, after, everything()),
        banner=banner,
    )


def _hide_names(department: Department):
    """The names of its groups, its collection, its workflow and its task: nobody else need know them."""
    for number, link in enumerate(department.groups.select_related("group")):
        link.group.name = f"quietgroup {number}"
        link.group.save()
    department.collection.name = "quietcollection"
    department.collection.save()
