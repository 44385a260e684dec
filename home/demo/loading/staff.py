"""People who work for the demo city, with passwords of their own."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path

from allauth.account.models import EmailAddress

from portal.accounts.models import User
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
    user = User.objects.create_user(
        login.email, login.password, name=name, is_staff=True, is_superuser=department is None
    )
    EmailAddress.objects.create(user=user, email=login.email, verified=True, primary=True)
    if department is not None:
        language = "es" if role == "translator" else ""
        link = DepartmentGroup.objects.get(department=department, role=role, language=language)
        user.groups.add(link.group)
    return login


def write_logins(logins: list[Login], path: Path) -> None:
    """A file that only its owner may read."""
    path.touch(mode=0o600)
    lines = [f"{login.email:<24} {login.password:<14} {login.role}" for login in logins]
    path.write_text("\n".join(lines) + "\n")
