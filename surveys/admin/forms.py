"""What a person fills in to run waves."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.fields import TranslatedFormField
from portal.core.forms import MomentField
from surveys.models import Wave


class OpenWaveForm(forms.Form):
    label = forms.CharField(
        label=_("Name"),
        required=False,
        max_length=Wave._meta.get_field("label").max_length,
        help_text=_("Shown beside the results, such as “Spring 2026”. Year and month when left empty."),
    )
    closes_at = MomentField(
        label=_("Closes"),
        required=False,
        help_text=_("Answers are taken until just before this time. Without an end when left empty."),
    )

    def clean_closes_at(self) -> datetime | None:
        return _in_future(self.cleaned_data["closes_at"])


class ScheduleWaveForm(OpenWaveForm):
    opens_at = MomentField(label=_("Opens"), help_text=_("It opens by itself at this time."))
    field_order = ("label", "opens_at", "closes_at")

    def clean_opens_at(self) -> datetime | None:
        return _in_future(self.cleaned_data["opens_at"])


class ReasonForm(forms.Form):
    """Why a wave takes no answers. Residents see it."""

    reason = TranslatedFormField(
        label=_("Reason"),
        max_length=Wave._meta.get_field("pause_reason").max_length,
        long=True,
        help_text=_("Residents see it in place of the question."),
    )


def _in_future(moment: datetime | None) -> datetime | None:
    if moment is not None and moment <= timezone.now():
        raise ValidationError(_("This time has passed."))
    return moment
