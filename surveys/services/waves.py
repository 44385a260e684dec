"""Opening, pausing and closing waves."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from portal.core.fields import Translated
from surveys.domain.counting import all_codes
from surveys.models import Survey, SurveyPage, Tally, Wave
from surveys.models.waves import WaveState
from surveys.services.audit import note
from surveys.services.figures import publish_final_figures
from surveys.signals import wave_closed

if TYPE_CHECKING:
    from portal.accounts.models import User


class WaveError(ValueError):
    """The wave cannot be changed in this way; the message says why, for the person who tried."""


class WaveOverlapError(WaveError):
    pass


class NothingToAskError(WaveError):
    pass


class ReasonMissingError(WaveError):
    pass


class WrongStateError(WaveError):
    pass


@transaction.atomic
def open_wave(
    *,
    survey: Survey,
    opens_at: datetime,
    closes_at: datetime | None = None,
    label: str = "",
    by: User | None = None,
) -> Wave:
    """Let `survey` take answers from `opens_at` (past, now or later) until before `closes_at`.

    Raises NothingToAskError while the survey has no public page or no question, WaveOverlapError when another of its
    waves runs at the same time.
    """
    Survey.objects.select_for_update().get(pk=survey.pk)
    _need_page(survey)
    versions = [version for version in survey.question_versions.current() if version.asks]
    if not versions:
        raise NothingToAskError(_("Publish the survey with at least one question first."))
    if closes_at is not None and closes_at <= opens_at:
        raise WaveError(_("It must close after it opens."))
    if survey.waves.filter(import_batch=None).overlapping(opens_at, closes_at).exists():
        raise WaveOverlapError(_("Another wave of this survey runs at that time."))
    wave = Wave.objects.create(survey=survey, opens_at=opens_at, closes_at=closes_at, label=label)
    Tally.objects.bulk_create(
        Tally(wave=wave, question_version_id=version.counted_as, code=code)
        for version in versions
        for code in all_codes(version.in_language(survey.source_language))
    )
    _note_wave(wave, "surveys.open_wave", by)
    return wave


@transaction.atomic
def pause_wave(*, wave: Wave, reason: Translated, now: datetime, by: User | None = None) -> Wave:
    """Take no answers for now; the public sees `reason`. ReasonMissingError, WrongStateError."""
    _need_reason(reason)
    wave = _locked(wave, now, WaveState.OPEN)
    wave.paused_at, wave.pause_reason = now, reason
    wave.save(update_fields=["paused_at", "pause_reason"])
    _note_wave(wave, "surveys.pause_wave", by)
    return wave


@transaction.atomic
def resume_wave(*, wave: Wave, now: datetime, by: User | None = None) -> Wave:
    """Take answers again. WrongStateError unless it is paused, NothingToAskError without a public page."""
    wave = _locked(wave, now, WaveState.PAUSED)
    _need_page(wave.survey)
    wave.paused_at, wave.pause_reason = None, Translated()
    wave.save(update_fields=["paused_at", "pause_reason"])
    _note_wave(wave, "surveys.resume_wave", by)
    return wave


@transaction.atomic
def pause_without_page(*, survey: Survey, now: datetime) -> None:
    """The survey's page has gone by a way that asks nobody, such as its own date of expiry: pause, and say so."""
    for wave in survey.waves.open_at(now):
        reason = _in_every_language(gettext_noop("The page of this question has been taken down."))
        pause_wave(wave=wave, reason=reason, now=now)


@transaction.atomic
def close_wave_early(*, wave: Wave, reason: Translated, now: datetime, by: User | None = None) -> Wave:
    """End the wave now; the public sees `reason`. ReasonMissingError, WrongStateError."""
    _need_reason(reason)
    wave = _locked(wave, now, WaveState.OPEN, WaveState.PAUSED)
    wave.closes_at, wave.closed_early_at, wave.close_reason = now, now, reason
    wave.save(update_fields=["closes_at", "closed_early_at", "close_reason"])
    _note_wave(wave, "surveys.close_wave", by)
    _settle(wave, now)
    return wave


@transaction.atomic
def cancel_wave(*, wave: Wave, now: datetime, by: User | None = None) -> None:
    """Remove a wave that has not opened yet. WrongStateError once it has."""
    wave = _locked(wave, now, WaveState.SCHEDULED)
    _note_wave(wave, "surveys.cancel_wave", by)
    wave.delete()


def settle_closed_waves(*, now: datetime) -> int:
    """Publish the final figures of the waves whose time has passed, once each; how many they were."""
    waves = Wave.objects.closed_at(now).filter(figures_final_at=None)
    return sum(_settle_once(wave, now) for wave in waves)


@transaction.atomic
def _settle_once(wave: Wave, now: datetime) -> bool:
    wave = Wave.objects.select_for_update().get(pk=wave.pk)
    if wave.figures_final_at is not None:
        return False
    _settle(wave, now)
    return True


def _settle(wave: Wave, now: datetime) -> None:
    publish_final_figures(wave=wave)
    wave.figures_final_at = now
    wave.save(update_fields=["figures_final_at"])
    transaction.on_commit(lambda: wave_closed.send(sender=Wave, wave=wave))


def _locked(wave: Wave, now: datetime, *states: WaveState) -> Wave:
    wave = Wave.objects.select_for_update().get(pk=wave.pk)
    if wave.state_at(now) not in states:
        raise WrongStateError(_("This wave is %(state)s.") % {"state": wave.state_at(now).label.lower()})
    return wave


def _need_reason(reason: Translated) -> None:
    if not reason:
        raise ReasonMissingError(_("Say why: residents see the reason."))


def _need_page(survey: Survey) -> None:
    pages = SurveyPage.objects.filter(translation_key=survey.key, live=True)
    if not pages.filter(locale__language_code=survey.source_language).exists():
        raise NothingToAskError(_("Publish the survey’s page first: residents cannot reach it."))


def _note_wave(wave: Wave, action: str, by: User | None) -> None:
    note(survey=wave.survey, action=action, by=by, wave=str(wave), wave_id=wave.pk)


def _in_every_language(message: str) -> Translated:
    texts = Translated()
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            texts[code] = _(message)
    return texts
