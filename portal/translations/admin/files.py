"""Texts that leave the screen and come back: PO files, machine translation, the preview."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin import messages
from wagtail.models import Page
from wagtail.utils.decorators import xframe_options_sameorigin_override
from wagtail_localize.models import Translation

from portal.translations.admin.refusals import reason_of
from portal.translations.admin.scope import target_or_404, texts_are_open_to
from portal.translations.errors import TranslationRefused
from portal.translations.services import PoReport, export_po, import_po, suggest_translations

LARGEST_FILE = 2 * 1024 * 1024
LINES_NAMED = 10


def _translation(request: HttpRequest, pk: int) -> tuple[Translation, Page]:
    translation = get_object_or_404(Translation.objects.select_related("source", "target_locale"), pk=pk)
    return translation, target_or_404(request, translation)


def _open_translation(request: HttpRequest, pk: int) -> tuple[Translation, Page]:
    translation, target = _translation(request, pk)
    if not texts_are_open_to(request.user, target):
        raise PermissionDenied
    return translation, target


@require_GET
def download_po(request: HttpRequest, pk: int) -> HttpResponse:
    translation, _target = _translation(request, pk)
    name = f"{slugify(translation.source.object_repr)}-{translation.target_locale.language_code}.po"
    return HttpResponse(
        export_po(translation=translation),
        content_type="text/x-gettext-translation; charset=utf-8",
        headers={
            "Content-Disposition": content_disposition_header(True, name),
            "Cache-Control": "private, no-store",
        },
    )


@require_POST
def upload_po(request: HttpRequest, pk: int) -> HttpResponse:
    translation, target = _open_translation(request, pk)
    file = request.FILES.get("file")
    if file is None or file.size > LARGEST_FILE:
        messages.error(request, _("Choose a PO file of at most 2 MB."))
        return redirect("wagtailadmin_pages:edit", target.pk)
    try:
        report = import_po(translation=translation, content=file.read(), user=request.user)
    except TranslationRefused as error:
        messages.error(request, reason_of(error))
    else:
        tell_import(request, report)
    return redirect("wagtailadmin_pages:edit", target.pk)


def tell_import(request: HttpRequest, report: PoReport) -> None:
    stored = ngettext("%(number)s text was read in.", "%(number)s texts were read in.", report.stored)
    messages.success(request, stored % {"number": report.stored})
    if report.empty:
        empty = ngettext(
            "%(number)s text of the file is empty or marked as unsure and was passed over.",
            "%(number)s texts of the file are empty or marked as unsure and were passed over.",
            report.empty,
        )
        messages.info(request, empty % {"number": report.empty})
    if report.unknown:
        lines = ", ".join(str(line) for line in report.unknown[:LINES_NAMED])
        message = _("The page no longer has the texts at these lines of the file: %(lines)s")
        messages.warning(request, message % {"lines": lines})


@require_POST
def suggest(request: HttpRequest, pk: int) -> HttpResponse:
    if not getattr(settings, "WAGTAILLOCALIZE_MACHINE_TRANSLATOR", None):
        raise Http404
    translation, target = _open_translation(request, pk)
    try:
        number = suggest_translations(translation=translation, user=request.user)
    except TranslationRefused as error:
        messages.error(request, reason_of(error))
        return redirect("wagtailadmin_pages:edit", target.pk)
    if number:
        messages.success(
            request,
            ngettext(
                "%(number)s text was translated by machine. Check it before you submit.",
                "%(number)s texts were translated by machine. Check each before you submit.",
                number,
            )
            % {"number": number},
        )
    else:
        messages.info(request, _("There is nothing left to translate."))
    return redirect("wagtailadmin_pages:edit", target.pk)


@require_GET
@xframe_options_sameorigin_override
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The page as it will be with the texts of now; where one is missing, with the source's."""
    translation, target = _translation(request, pk)
    mode = request.GET.get("mode") or target.default_preview_mode
    if mode not in dict(target.preview_modes):
        raise Http404
    page = translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
    # It is no stand-in here: what the translator wrote is to be seen.
    page.source = page
    return page.make_preview_request(request, mode)
