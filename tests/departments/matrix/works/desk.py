"""The desk of one person of parks: her client, her things, and the forms she fills in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.test import Client
from django.urls import reverse

from portal.departments.roles import Role
from tests.departments.matrix.forms import editor_form


@dataclass
class Desk:
    world: Any
    role: Role
    client: Client

    @property
    def own(self):
        return self.world.parks

    @property
    def draft(self):
        """A draft in a language that the role works in."""
        return self.own.drafted_translation if self.role.per_language else self.own.draft

    def get(self, name, *args, query=""):
        return self.client.get(reverse(name, args=args) + (f"?{query}" if query else ""))

    def post(self, name, *args, data=None, query="", **options):
        return self.client.post(
            reverse(name, args=args) + (f"?{query}" if query else ""), data or {}, **options
        )

    def opens(self, name, *args, query=""):
        return self.get(name, *args, query=query).status_code == 200

    def sends(self, page, **data):
        """The form of `page`, filled in again; the page as it is afterwards."""
        self.post("wagtailadmin_pages:edit", page.pk, data={**editor_form(self.world, page), **data})
        return type(page).objects.get(pk=page.pk)
