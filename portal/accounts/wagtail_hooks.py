from __future__ import annotations

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.admin.views.account import NameEmailSettingsPanel

from portal.accounts.forms import NameForm
from portal.accounts.panels import SecondFactorPanel
from portal.accounts.permissions import lacks_second_factor

# Wagtail names this panel in its code and offers no other way to change the form in it.
NameEmailSettingsPanel.form_class = NameForm


@hooks.register("construct_homepage_panels")
def advise_second_factor(request: HttpRequest, panels: list[Component]) -> None:
    if lacks_second_factor(request):
        panels.insert(0, SecondFactorPanel())
