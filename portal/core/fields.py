"""One short text in every language of the city, in one column."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.core.languages import direction


class Translated(dict[str, str]):
    """Texts by language code. `str()` gives the text of the active language.

    Without it: the text of the default language, else of any other, else the empty string.
    """

    def __str__(self) -> str:
        return self.text_in(get_language() or settings.LANGUAGE_CODE)

    def text_in(self, language: str) -> str:
        for code in (language, settings.LANGUAGE_CODE, *self):
            if self.get(code):
                return self[code]
        return ""

    def __bool__(self) -> bool:
        return any(self.values())


class TranslatedWidget(forms.MultiWidget):
    template_name = "components/translated_widget.html"

    def __init__(self, attrs: dict[str, Any] | None = None, *, long: bool = False) -> None:
        self.languages = list(settings.LANGUAGES)
        widget = forms.Textarea if long else forms.TextInput
        size = {"rows": 2} if long else {}
        super().__init__(
            {code: widget(attrs={"dir": direction(code), **size}) for code, _name in self.languages}, attrs
        )

    def decompress(self, value: dict[str, str] | None) -> list[str]:
        return [(value or {}).get(code, "") for code, _name in self.languages]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        for (code, language), sub in zip(self.languages, context["widget"]["subwidgets"], strict=True):
            sub["language"] = language
            sub["attrs"]["lang"] = code
        return context


class TranslatedFormField(forms.MultiValueField):
    """One input for each language; the default language's is needed when the field is required."""

    def __init__(self, *, max_length: int | None = None, long: bool = False, **kwargs: Any) -> None:
        for unwanted in ("encoder", "decoder"):
            kwargs.pop(unwanted, None)
        self.max_length = max_length
        kwargs["widget"] = TranslatedWidget(long=long)
        fields = [forms.CharField(required=False, max_length=max_length) for _code in settings.LANGUAGES]
        super().__init__(fields, require_all_fields=False, **kwargs)

    def compress(self, data_list: list[str]) -> Translated:
        codes = [code for code, _name in settings.LANGUAGES]
        return Translated({code: text for code, text in zip(codes, data_list or [], strict=False) if text})

    def clean(self, value: Any) -> Translated:
        texts = super().clean(value) or Translated()
        if self.required and not texts.get(settings.LANGUAGE_CODE):
            raise ValidationError(
                _("Write the text in %(language)s; it stands in where another is missing.")
                % {"language": dict(settings.LANGUAGES)[settings.LANGUAGE_CODE]}
            )
        return texts


class TranslatedField(models.JSONField):
    """`{language code: text}`, read as a `Translated`. For short texts of things that have no page."""

    def __init__(self, *args: Any, max_length: int | None = None, long: bool = False, **kwargs: Any) -> None:
        self.long = long
        kwargs.setdefault("default", Translated)
        kwargs.setdefault("encoder", DjangoJSONEncoder)
        super().__init__(*args, **kwargs)
        self.max_length = max_length

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("encoder", None)
        if self.max_length:
            kwargs["max_length"] = self.max_length
        return name, path, args, kwargs

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Translated:
        return Translated(super().from_db_value(value, expression, connection) or {})

    def to_python(self, value: Any) -> Translated:
        return Translated(super().to_python(value) or {})

    def formfield(self, **kwargs: Any) -> forms.Field:
        kwargs.pop("widget", None)
        return models.Field.formfield(
            self, form_class=TranslatedFormField, max_length=self.max_length, long=self.long, **kwargs
        )
