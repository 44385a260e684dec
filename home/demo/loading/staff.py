"""People who work for the demo city, with passwords of their own."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path

from portal.accounts.services import add_person
from portal.departments.models import Department, DepartmentGroup

DOMAIN = "northmere.example"


@dataclass(frozen=True)
class Login:
    name: str
    email: str
    password: str
    role: str


STAFF = (
    ("Gus", "", "", "administrator"),
    ("Ben", "parks", "editor", "editor of Parks and Nature"),
    ("Hana", "parks", "publisher", "publisher of Parks and Nature"),
    ("Cleo", "streets", "publisher", "publisher of Streets and Sanitation"),
    ("Fay", "streets", "analyst", "analyst of Streets and Sanitation"),
    ("Emil", "parks", "translator", "translator of Parks and Nature (Spanish)"),
)


def load_staff(departments: dict[str, Department]) -> list[Login]:
    """Make the cast, each with a new random password."""
    return [_login(name, departments.get(code), role, words) for name, code, role, words in STAFF]


def _login(name: str, department: Department | None, role: str, words: str) -> Login:
    login = Login(name, f"{name.lower()}@{DOMAIN}", secrets.token_urlsafe(9), words)
    user = add_person(
        email=login.email,
        password=login.password,
        name=name,
        is_verified=True,
        is_staff=True,
        is_superuser=department is None,
    )
    if department is not None:
        language = "es" if role == "translator" else ""
        link = DepartmentGroup.objects.get(department=department, role=role, language=language)
        user.groups.add(link.group)
    return login


def write_logins(logins: list[Login], path: Path) -> None:
    """A file that only its owner may read."""
    path.touch(mode=0o600)
    lines = [f"{login.email:<24} {login.password:<14} {login.role}" for login in logins]
    lines.append("A second factor is shown and not demanded here; on a server of your own staff need one.")
    path.write_text("\n".join(lines) + "\n")
