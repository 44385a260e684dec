"""Which files are taken in: the kinds that the settings name, and none that a browser would run."""

from __future__ import annotations

import codecs
import re
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm

HEAD = 1024
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# How a file of this kind begins. Kinds that are text begin as they like, but not as markup does.
BEGINNINGS = {
    "pdf": (b"%PDF-",),
    **dict.fromkeys(["docx", "xlsx", "pptx", "odt", "ods", "zip"], ZIP),
}
WIDE = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
MARKUP = re.compile(r"\s*<[a-z!?/%]", re.IGNORECASE)


def is_what_it_says(name: str, head: bytes) -> bool:
    """Whether a file that begins with `head` may be of the kind that its name says, and cannot be run."""
    beginnings = BEGINNINGS.get(PurePath(name).suffix.lower().removeprefix("."))
    if beginnings is not None:
        return head.startswith(beginnings)
    return not looks_like_markup(head)


def looks_like_markup(head: bytes) -> bool:
    """HTML, SVG, XML and their like, in any of the encodings that browsers recognise by themselves."""
    for mark, encoding in WIDE:
        if head.startswith(mark):
            return MARKUP.match(head.removeprefix(mark).decode(encoding, errors="replace")) is not None
    text = head.removeprefix(codecs.BOM_UTF8).replace(b"\0", b"")
    return MARKUP.match(text.decode("latin-1")) is not None


class DocumentForm(BaseDocumentForm):
    """Refuses a document whose content is not what its name says."""

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            file.seek(0)
            head = file.read(HEAD)
            file.seek(0)
            if not is_what_it_says(file.name or "", head):
                raise ValidationError(_("This file is not what its name says."), code="lies")
        return file
