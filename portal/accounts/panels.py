from __future__ import annotations

from wagtail.admin.ui.components import Component


class SecondFactorPanel(Component):
    """A notice on the admin's home for whoever could be locked out, or broken into, by one password."""

    name = "second_factor"
    order = 10
    template_name = "accounts/second_factor_panel.html"
