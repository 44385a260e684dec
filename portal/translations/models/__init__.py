from __future__ import annotations

from portal.translations.models.states import DraftedTranslation, PublishedTranslation, SourceText

__all__ = ["DraftedTranslation", "PublishedTranslation", "SourceText"]
