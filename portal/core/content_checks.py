"""What Wagtail's checker looks for in a preview, while an editor writes: that which an editor can mend."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import BaseItem, ContentCheckerItem

# File names, and words that say no more than that there is a picture.
EMPTY_WORDS = r"\.(avif|gif|jpe?g|png|svg|webp)$|_|^\s*(image|picture|photo|imagen|foto|صورة)\s*\d*\s*$"

UNDESCRIBED = {
    "id": "picture-undescribed",
    "impact": "critical",
    "selector": "figure[data-undescribed] img",
    "tags": ["best-practice"],
    "any": ["non-empty-alt"],
    "enabled": True,
}
# `preview_checks.js` marks the links, because a selector reads no text. A longer title would make up for it.
VAGUE_LINK = {
    "id": "link-vague",
    "impact": "serious",
    "selector": "a[data-vague]",
    "tags": ["best-practice"],
    "any": ["non-empty-title"],
    "enabled": True,
}


class CityContentChecker(ContentCheckerItem):
    """Colours and the frame around the page are not the editor's: tests of ours hold them."""

    axe_include: ClassVar = ["main"]
    axe_run_only: ClassVar = [
        "alt-text-quality",
        "empty-heading",
        "empty-meta-description",
        "empty-table-header",
        "heading-order",
        "link-name",
        "link-vague",
        "p-as-heading",
        "picture-undescribed",
    ]
    axe_custom_rules: ClassVar = [*ContentCheckerItem.axe_custom_rules, UNDESCRIBED, VAGUE_LINK]
    axe_custom_checks: ClassVar = [
        {"id": "check-image-alt-text", "options": {"pattern": EMPTY_WORDS}},
        {"id": "check-empty-meta-description"},
    ]
    axe_messages: ClassVar = {
        **ContentCheckerItem.axe_messages,
        "picture-undescribed": {
            "error_name": _("Picture without a description"),
            "help_text": _("Say what it shows, or that it only decorates"),
        },
        "link-vague": {
            "error_name": _("Link text says nothing"),
            "help_text": _("Say where the link leads instead of “click here”"),
        },
        "empty-meta-description": {
            "error_name": _("The summary is empty"),
            "help_text": _("Search engines and lists show it"),
        },
    }


def check_as_the_city_does(items: list[Any]) -> None:
    """Put our checker in the place of the stock one among the items of Wagtail's bar."""
    items[:] = [_ours(item) if isinstance(item, ContentCheckerItem) else item for item in items]


def _ours(item: ContentCheckerItem) -> BaseItem:
    return CityContentChecker(in_editor=item.in_editor)
