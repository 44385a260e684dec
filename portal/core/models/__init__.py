from __future__ import annotations

from portal.core.models.city import AlertBanner, CitySettings, MenuItem
from portal.core.models.mail import OutgoingMail
from portal.core.models.media import CityDocument, CityImage, CityRendition
from portal.core.models.pages import (
    SOURCE_PARTS,
    BasePage,
    LanguageLink,
    is_private,
    is_translated,
    shown_source,
)
from portal.core.models.places import District
from portal.core.models.stand_ins import StandIn
from portal.core.models.topics import Topic

__all__ = [
    "SOURCE_PARTS",
    "AlertBanner",
    "BasePage",
    "CityDocument",
    "CityImage",
    "CityRendition",
    "CitySettings",
    "District",
    "LanguageLink",
    "MenuItem",
    "OutgoingMail",
    "StandIn",
    "Topic",
    "is_private",
    "is_translated",
    "shown_source",
]
