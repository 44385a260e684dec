from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class DepartmentsConfig(AppConfig):
    default = True
    name = "portal.departments"
    label = "departments"
    verbose_name = _("Departments")

    def ready(self) -> None:
        from portal.departments import choices, signals  # noqa: F401, PLC0415  (registers policies, connects the receivers)
        from portal.departments.guard import addresses  # noqa: F401, PLC0415  (says who may open them)
        from portal.departments.guard.mails import send_to_own_only  # noqa: PLC0415
        from portal.departments.people import addresses as screens  # noqa: F401, PLC0415  (the same)
        from portal.departments.previews import addresses as preview_screens  # noqa: F401, PLC0415  (the same)
        from portal.departments.reviews import addresses as review_screens  # noqa: F401, PLC0415  (the same)

        send_to_own_only()


class PeopleConfig(WagtailUsersAppConfig):
    """Wagtail's administration of users and groups, for people with one name, an address and roles."""

    user_viewset = "portal.departments.people.accounts.PersonViewSet"
    group_viewset = "portal.departments.people.groups.RoleGroupViewSet"
