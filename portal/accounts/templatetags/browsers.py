from __future__ import annotations

from django import template
from django.utils.translation import gettext as _

from portal.accounts.browsers import name_of_browser

register = template.Library()


@register.filter
def browser_name(user_agent: str) -> str:
    return name_of_browser(user_agent) or _("Another browser")
