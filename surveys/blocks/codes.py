"""What machines read and no translation changes."""

from __future__ import annotations

from typing import Any

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

CODE = RegexValidator(
    r"\A[A-Za-z0-9_-]{1,40}\Z",
    _("Only letters without accents, digits, hyphens and underscores; at most 40."),
)


class UntranslatedBlock(blocks.CharBlock):
    class Meta:
        search_index = False

    def get_translatable_segments(self, value: str) -> list[Any]:
        return []

    def restore_translated_segments(self, value: str, segments: list[Any]) -> str:
        return value


class CodeBlock(UntranslatedBlock):
    """A code for machines."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=40, validators=[CODE], **kwargs)
