"""Pictures, served by the portal itself. Documents are not: Wagtail checks who may read those."""

from __future__ import annotations

from pathlib import PurePosixPath

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

FOLDERS = ("images", "original_images")
TYPES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}
MONTH = 30 * 24 * 60 * 60


@require_safe
def picture(request: HttpRequest, folder: str, path: str) -> HttpResponseBase:
    """One picture below `folder`; 404 for anything that is no picture by its name."""
    content_type = TYPES.get(PurePosixPath(path).suffix.lower())
    if content_type is None or folder not in FOLDERS:
        raise Http404
    response = serve(request, f"{folder}/{path}", document_root=settings.MEDIA_ROOT)
    response["Content-Type"] = content_type
    response["Cache-Control"] = f"public, max-age={MONTH}"
    return response
