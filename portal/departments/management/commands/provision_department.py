from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_slug

from portal.departments.provisioning import provision_department


class Command(BaseCommand):
    help = (
        "Make or complete a department: its pages in every language, groups, rights, collection and workflow."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "code", help="short and for good, for example parks; it becomes part of addresses"
        )
        parser.add_argument("name", help="in the default language, for example 'Parks and Nature'")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            validate_slug(options["code"])
        except ValidationError as error:
            raise CommandError(f"{options['code']}: {error.messages[0]}") from error
        department = provision_department(code=options["code"], name=options["name"])
        for link in department.groups.select_related("group").order_by("group__name"):
            self.stdout.write(str(link.group))
