"""What survey templates show: plain values, in the language of the moment."""

from __future__ import annotations

from surveys.presentation.cards import (
    NAME,
    Again,
    Card,
    Progress,
    card_for_block,
    card_of,
    new_key,
    preview_card,
    sample_of,
)
from surveys.presentation.contexts import (
    preview_context,
    results_context,
    survey_index_context,
    survey_page_context,
)
from surveys.presentation.errors import what_is_wrong
from surveys.presentation.thanks import Thanks, preview_thanks, thanks_after, thanks_on

__all__ = [
    "NAME",
    "Again",
    "Card",
    "Progress",
    "Thanks",
    "card_for_block",
    "card_of",
    "new_key",
    "preview_card",
    "preview_context",
    "preview_thanks",
    "results_context",
    "sample_of",
    "survey_index_context",
    "survey_page_context",
    "thanks_after",
    "thanks_on",
    "what_is_wrong",
]
