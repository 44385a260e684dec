"""Refusing to take down a page while residents may answer on it, with a message that says what to do."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from portal.translations.queries import in_all_languages
from surveys.models.waves import WaveState
from surveys.queries import pages_that_waves_need

# A paused wave has told residents why; its page may rest as well.
NEED_THE_PAGE_LIVE = frozenset({WaveState.OPEN, WaveState.SCHEDULED})
NEED_THE_PAGE = NEED_THE_PAGE_LIVE | {WaveState.PAUSED}


def refuse_unpublishing(request: HttpRequest, pages: Sequence[Page], back: str) -> HttpResponse | None:
    """A redirect to `back` with the reason, or None where nothing stands in the way."""
    below = bool(request.POST.get("include_descendants"))
    needed = pages_that_waves_need(
        in_all_languages(pages), NEED_THE_PAGE_LIVE, below=below, now=timezone.now()
    )
    for page in needed:
        messages.error(
            request,
            _("“%(title)s” stays public: it has a wave. Pause, close or cancel the wave first.")
            % {"title": page.title},
        )
    return redirect(back) if needed else None


def refuse_deleting(request: HttpRequest, pages: Sequence[Page], back: str) -> HttpResponse | None:
    """A redirect to `back` with the reason, or None where nothing stands in the way."""
    needed = pages_that_waves_need(in_all_languages(pages), NEED_THE_PAGE, below=True, now=timezone.now())
    for page in needed:
        messages.error(
            request,
            _("“%(title)s” is not deleted: it has a wave. Close or cancel the wave first.")
            % {"title": page.title},
        )
    return redirect(back) if needed else None
