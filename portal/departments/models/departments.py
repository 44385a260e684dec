from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import Group
from django.core.validators import validate_slug
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.languages import language_choices
from portal.departments.roles import CITY_ROLES, ROLES


class Department(models.Model):
    """A part of the administration that owns pages, media, surveys and answers.

    It has one row; its pages, one in each language, share `page_key` as their translation key.
    """

    code = models.CharField(_("code"), max_length=40, unique=True, validators=[validate_slug])
    name = models.CharField(_("name"), max_length=120, unique=True)
    page_key = models.UUIDField(unique=True, null=True, editable=False)
    has_approval = models.BooleanField(
        _("pages are approved before they are published"),
        default=True,
        help_text=_(
            "Editors submit, publishers approve. Without it, publishers publish and editors only draft."
        ),
    )
    collection = models.OneToOneField(
        "wagtailcore.Collection",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="department",
    )

    class Meta:
        verbose_name = _("department")
        verbose_name_plural = _("departments")
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class DepartmentGroup(models.Model):
    """The group that holds one role of one department; a translator's, one for each language."""

    department = models.ForeignKey(Department, on_delete=models.CASCADE, related_name="groups")
    role = models.CharField(max_length=20, choices=[(code, role.label) for code, role in ROLES.items()])
    language = models.CharField(max_length=10, blank=True, choices=language_choices)
    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="department_role")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["department", "role", "language"], name="departments_one_group_for_each_role"
            ),
        ]

    def __str__(self) -> str:
        return self.group.name


class CityGroup(models.Model):
    """The group that holds one role for the whole city."""

    role = models.CharField(
        max_length=20, unique=True, choices=[(code, role.label) for code, role in CITY_ROLES.items()]
    )
    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="city_role")

    def __str__(self) -> str:
        return self.group.name
