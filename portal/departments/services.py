"""What apps above may have done here."""

from __future__ import annotations

from portal.departments.previews.services import create_preview_link

__all__ = ["create_preview_link"]
