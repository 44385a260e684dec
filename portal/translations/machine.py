"""The one way to a machine translator. None is set up by default; the setting is that of wagtail-localize."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.strings import StringValue

from portal.translations.errors import MachineTranslatorFailed, NoMachineTranslator

if TYPE_CHECKING:
    from wagtail.models import Locale


def can_translate(source: Locale, target: Locale) -> bool:
    translator = get_machine_translator()
    return translator is not None and translator.can_translate(source, target)


def translator_name() -> str:
    """What the machine translator is called; "" without one."""
    translator = get_machine_translator()
    return str(translator.display_name) if translator is not None else ""


def translate_strings(texts: Iterable[str], source: Locale, target: Locale) -> dict[str, str]:
    """Text → its suggestion, both with their inline tags. NoMachineTranslator, MachineTranslatorFailed."""
    translator = get_machine_translator()
    if translator is None or not translator.can_translate(source, target):
        raise NoMachineTranslator
    asked = {StringValue(text) for text in texts}
    try:
        answers = translator.translate(source, target, asked)
    except Exception as error:
        raise MachineTranslatorFailed from error
    return {text.data: answers[text].data for text in asked if text in answers}


def translate_text(text: str, source: Locale, target: Locale) -> str:
    """A plain text as a machine would say it. NoMachineTranslator, MachineTranslatorFailed."""
    value = StringValue.from_plaintext(text)
    answers = translate_strings([value.data], source, target)
    if value.data not in answers:
        raise MachineTranslatorFailed
    return StringValue(answers[value.data]).render_text()
