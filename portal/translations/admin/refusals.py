"""What a service refused, in words for the person who asked."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.translations import errors


def reason_of(error: errors.TranslationRefused) -> str:
    words = _worded(error)
    if words is not None:
        return words
    sentences = {
        errors.NotTheSource: _("Only the page that was written first can be translated."),
        errors.NeverPublished: _("Publish this page first. Then it can be translated."),
        errors.PageLocked: _("Somebody has locked this page."),
        errors.AlreadyWaiting: _("This translation is already waiting for approval."),
        errors.MayNotTranslate: _("You may not translate this page into this language."),
        errors.MayNotPublish: _("You may not publish this page."),
        errors.NotPublished: _("There is no public translation yet."),
        errors.NoMachineTranslator: _("No machine translator is set up for these languages."),
        errors.MachineTranslatorFailed: _("The machine translator gave no usable answer. Try again later."),
    }
    return sentences.get(type(error), _("That is not possible."))


def _worded(error: errors.TranslationRefused) -> str | None:
    if isinstance(error, errors.Incomplete):
        return ngettext(
            "%(missing)s of %(total)s texts is not translated yet.",
            "%(missing)s of %(total)s texts are not translated yet.",
            error.missing,
        ) % {"missing": error.missing, "total": error.total}
    if isinstance(error, errors.NotReviewed):
        return ngettext(
            "%(count)s text was translated by machine and nobody has checked it.",
            "%(count)s texts were translated by machine and nobody has checked them.",
            error.count,
        ) % {"count": error.count}
    if isinstance(error, errors.BrokenPo):
        facts = {"line": error.line, "reason": error.reason}
        if error.line:
            return _("Nothing was read in. Line %(line)s: %(reason)s") % facts
        return _("Nothing was read in. %(reason)s") % facts
    return None
