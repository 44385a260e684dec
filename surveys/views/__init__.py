from __future__ import annotations

from surveys.views.answering import answer, preview, thanks
from surveys.views.pages import pages

__all__ = ["answer", "pages", "preview", "thanks"]
