"""People who work for the demo city, with passwords of their own."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path

from django.contrib.auth.models import Group

from portal.accounts.models import User
from portal.accounts.services import add_person
from portal.departments.models import CityGroup, Department

DOMAIN = "northmere.example"


@dataclass(frozen=True)
class Login:
    name: str
    email: str
    password: str
    role: str


@dataclass(frozen=True)
class Worker:
    """Somebody with one role: of a department, or with no department of the whole city."""

    name: str
    department: str
    role: str
    words: str
    language: str = ""


# Nobody is a superuser: the demo shows that a city is kept without seeing anybody's answers.
STAFF = (
    Worker("Gus", "", "administrator", "administrator of the whole city"),
    Worker("Dora", "", "communications", "communications of the whole city"),
    Worker("Ivo", "parks", "head", "head of Parks and Nature"),
    Worker("Ben", "parks", "editor", "editor of Parks and Nature"),
    Worker("Hana", "parks", "publisher", "publisher of Parks and Nature"),
    Worker("Emil", "parks", "translator", "translator of Parks and Nature (Spanish)", "es"),
    Worker("Cleo", "streets", "publisher", "publisher of Streets and Sanitation"),
    Worker("Fay", "streets", "analyst", "analyst of Streets and Sanitation"),
    Worker("Jana", "streets", "translator", "translator of Streets and Sanitation (Arabic)", "ar"),
)


def load_staff(departments: dict[str, Department]) -> list[Login]:
    """Make the cast, each with a new random password."""
    return [_login(worker, departments.get(worker.department)) for worker in STAFF]


def staff_by_name() -> dict[str, User]:
    people = User.objects.filter(email__in=[_email(worker) for worker in STAFF])
    return {person.name: person for person in people}


def _email(worker: Worker) -> str:
    return f"{worker.name.lower()}@{DOMAIN}"


def _login(worker: Worker, department: Department | None) -> Login:
    login = Login(worker.name, _email(worker), secrets.token_urlsafe(9), worker.words)
    user = add_person(
        email=login.email, password=login.password, name=worker.name, is_verified=True, is_staff=True
    )
    user.groups.add(_group(worker, department))
    return login


def _group(worker: Worker, department: Department | None) -> Group:
    if department is None:
        return CityGroup.objects.get(role=worker.role).group
    return department.groups.get(role=worker.role, language=worker.language).group


def write_logins(logins: list[Login], previews: list[str], path: Path) -> None:
    """A file that only its owner may read. The addresses of `previews` are stored nowhere else."""
    path.touch(mode=0o600)
    lines = [f"{login.email:<24} {login.password:<14} {login.role}" for login in logins]
    lines += [f"A draft, shared by a preview link: {address}" for address in previews]
    lines.append("A second factor is shown and not demanded here; on a server of your own staff need one.")
    path.write_text("\n".join(lines) + "\n")
