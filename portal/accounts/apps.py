from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    default = True
    name = "portal.accounts"
    label = "accounts"
    verbose_name = _("Accounts")

    def ready(self) -> None:
        from portal.accounts import receivers  # noqa: F401, PLC0415  (signals connect on import)


class PeopleConfig(WagtailUsersAppConfig):
    """Wagtail's administration of users, for people with one name and an e-mail address."""

    user_viewset = "portal.accounts.viewsets.PersonViewSet"
