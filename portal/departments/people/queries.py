from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.models import ModelLogEntry

from portal.accounts.models import User
from portal.core.languages import language_choices
from portal.departments.models import CityGroup, Department, DepartmentGroup
from portal.departments.people.words import name_of
from portal.departments.permissions import roles_handed_out_by
from portal.departments.roles import CITY_ROLES, ROLES

Link = DepartmentGroup | CityGroup
# Each is in the log under this name, on the department or on the city's group.
GIVE_ROLE = "departments.give_role"
TAKE_ROLE = "departments.take_role"
HAND_OVER = "departments.hand_over"


@dataclass(frozen=True)
class Holder:
    """Somebody who has a role. `removable`: by whoever looks."""

    person: User
    removable: bool


@dataclass(frozen=True)
class Post:
    """One role in one place, and who has it. `changeable`: whoever looks hands it out."""

    link: Link
    name: str
    holders: list[Holder]
    changeable: bool


def links_of(department: Department | None) -> list[Link]:
    """The groups of a department, or of the whole city, in the order of the matrix."""
    links: Iterable[Link] = department.groups.all() if department else CityGroup.objects.all()
    roles = list(ROLES if department else CITY_ROLES)
    languages = ["", *dict(language_choices())]
    return sorted(
        links, key=lambda link: (roles.index(link.role), languages.index(getattr(link, "language", "")))
    )


def posts(department: Department | None, by: User) -> list[Post]:
    """Who has which role in `department`, or in the whole city, as `by` sees it. A constant number of queries."""
    links = links_of(department)
    handed_out = roles_handed_out_by(by, department)
    people: dict[int, list[User]] = {link.group_id: [] for link in links}
    holders = User.groups.through.objects.filter(group_id__in=people).select_related("user")
    for holder in holders.order_by("user__name", "user__email"):
        people[holder.group_id].append(holder.user)
    return [
        Post(
            link,
            name_of(link),
            [
                Holder(person, link.role in handed_out and (person != by or by.is_superuser))
                for person in people[link.group_id]
            ],
            changeable=link.role in handed_out,
        )
        for link in links
    ]


def latest_changes(department: Department | None, limit: int = 10) -> QuerySet[ModelLogEntry]:
    """What was last given and taken, newest first."""
    model = Department if department else CityGroup
    entries = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(model), action__in=[GIVE_ROLE, TAKE_ROLE]
    )
    if department:
        entries = entries.filter(object_id=str(department.pk))
    return entries.select_related("user").order_by("-timestamp", "-pk")[:limit]


def roles_of(person: User) -> list[Link]:
    """Every role that `person` has, by place."""
    in_departments = DepartmentGroup.objects.filter(group__user=person).select_related("department")
    in_the_city = CityGroup.objects.filter(group__user=person)
    return [*in_the_city, *in_departments.order_by("department__name", "role", "language")]
