"""The words of a mail about an account: plain text, the city's name, no text that a requester wrote."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.template import Context
from django.template.loader import get_template
from django.urls import reverse
from wagtail.models import Site

from portal.core.models import CitySettings

# All that a mail takes from its occasion: whatever else is known there, somebody else may have written. The
# identity provider has the name that the operator gave it.
FACTS = ("code", "provider")
LINKS = {"login": "account_login", "signup": "account_signup", "account": "account_home"}


def compose(name: str, context: Mapping[str, Any]) -> tuple[str, str]:
    """Subject (one line) and text of the mail `name`, in the active language."""
    facts = {key: context[key] for key in FACTS if key in context}
    facts |= {"city_name": city_name(), "portal_url": settings.WAGTAILADMIN_BASE_URL}
    facts |= {f"{key}_url": _address(view) for key, view in LINKS.items()}
    subject = " ".join(_render(f"{name}_subject.txt", facts).split())
    return subject, _render(f"{name}_message.txt", facts).strip() + "\n"


def city_name() -> str:
    """The city's name in the active language."""
    site = Site.objects.filter(is_default_site=True).first()
    return str(CitySettings.for_site(site).name) if site else settings.WAGTAIL_SITE_NAME


def _address(view: str) -> str:
    # From the settings, never from the request: whoever asks for the mail must not choose where it leads.
    return urljoin(settings.WAGTAILADMIN_BASE_URL, reverse(view))


def _render(template: str, facts: dict[str, Any]) -> str:
    # A mail is not HTML: an apostrophe in a name stays one.
    return get_template(template).template.render(Context(facts, autoescape=False))
