"""Facts about the city and its departments as search engines read them (schema.org)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from portal.core.models import CitySettings
from portal.core.pictures import shared_address

if TYPE_CHECKING:
    from django.http import HttpRequest

    from home.models import DepartmentPage, HomePage


def city_facts(page: HomePage, request: HttpRequest) -> dict[str, Any]:
    city = CitySettings.for_request(request)
    facts = {
        **_organisation(str(city), page.source.full_url),
        "description": str(city.tagline),
        "email": city.contact_email,
        "telephone": city.contact_phone,
        "address": str(city.address),
    }
    return {"@context": "https://schema.org", **_known(facts)}


def department_facts(page: DepartmentPage, request: HttpRequest) -> dict[str, Any]:
    facts = {
        **_organisation(page.title, page.source.full_url),
        "description": page.summary,
        "email": page.email,
        "telephone": page.phone,
        "address": page.address,
        "image": shared_address(page, request),
        "parentOrganization": _organisation(str(CitySettings.for_request(request)), ""),
    }
    return {"@context": "https://schema.org", **_known(facts)}


def _organisation(name: str, url: str | None) -> dict[str, Any]:
    return _known({"@type": "GovernmentOrganization", "name": name, "url": url})


def _known(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if value}
