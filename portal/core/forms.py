"""Fields for numbers and days that people type with the digits of their own script."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminTimeInput

from portal.core.spelling import western_digits

# Thin signs that keyboards add between Arabic digits: the thousands separator and the marks of direction.
_UNSEEN = str.maketrans("", "", "\u066c\u200e\u200f\u061c")


class _AnyDigits(forms.Field):
    def to_python(self, value: Any) -> Any:
        return super().to_python(
            western_digits(value.translate(_UNSEEN)) if isinstance(value, str) else value
        )


class WholeNumberField(_AnyDigits, forms.IntegerField):
    # A browser's own number input swallows digits of other scripts without a word.
    widget = forms.TextInput(attrs={"inputmode": "numeric", "dir": "ltr", "autocomplete": "off"})


class DayField(_AnyDigits, forms.DateField):
    widget = AdminDateInput


class TimeField(_AnyDigits, forms.TimeField):
    widget = AdminTimeInput


class MomentField(_AnyDigits, forms.DateTimeField):
    widget = AdminDateTimeInput


def accept_any_digits() -> None:
    """From now on every form that Wagtail makes of a model takes numbers and days in any digits."""
    for model_field, form_field in (
        (models.IntegerField, WholeNumberField),
        (models.DateField, DayField),
        (models.TimeField, TimeField),
        (models.DateTimeField, MomentField),
    ):
        register_form_field_override(model_field, override={"form_class": form_field})
