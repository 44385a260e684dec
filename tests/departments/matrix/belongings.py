"""One department's pages, media, survey and translations, each in every state that matters."""

from __future__ import annotations

from types import SimpleNamespace

from tests.departments.matrix.made_media import make_media
from tests.departments.matrix.made_pages import make_pages
from tests.departments.matrix.made_surveys import make_survey
from tests.departments.matrix.made_translations import make_translations
from tests.departments.matrix.made_work import make_work


def fill(department, staff, mark):
    """Everything by name. Texts that are not public hold a word that begins with `mark`."""
    own = SimpleNamespace(department=department, staff=staff, mark=mark)
    own.word = lambda what: f"Viaduct {mark}{what}" if mark == "quiet" else f"Meadow {mark}{what}"
    make_media(own)
    make_pages(own)
    make_survey(own)
    make_translations(own)
    make_work(own)
    return own
