from __future__ import annotations

from portal.translations.errors import (
    AlreadyWaiting,
    BrokenPo,
    Incomplete,
    MachineTranslatorFailed,
    MayNotPublish,
    MayNotTranslate,
    MoveRefused,
    NeverPublished,
    NoMachineTranslator,
    NotPublished,
    NotReviewed,
    NotTheSource,
    PageLocked,
    TranslationRefused,
)
from portal.translations.services.adoption import adopt
from portal.translations.services.beginning import begin_prepared, begin_translation, prepare_translation
from portal.translations.services.confirmation import confirm_up_to_date
from portal.translations.services.drafts import save_draft
from portal.translations.services.exchange import PoReport, export_po, import_po
from portal.translations.services.following import refresh_source
from portal.translations.services.moving import move_with_translations
from portal.translations.services.publication import publish_translation, submit_translation
from portal.translations.services.suggestions import accept_suggestions, suggest_translations

__all__ = [
    "AlreadyWaiting",
    "BrokenPo",
    "Incomplete",
    "MachineTranslatorFailed",
    "MayNotPublish",
    "MayNotTranslate",
    "MoveRefused",
    "NeverPublished",
    "NoMachineTranslator",
    "NotPublished",
    "NotReviewed",
    "NotTheSource",
    "PageLocked",
    "PoReport",
    "TranslationRefused",
    "accept_suggestions",
    "adopt",
    "begin_prepared",
    "begin_translation",
    "confirm_up_to_date",
    "export_po",
    "import_po",
    "move_with_translations",
    "prepare_translation",
    "publish_translation",
    "refresh_source",
    "save_draft",
    "submit_translation",
    "suggest_translations",
]
