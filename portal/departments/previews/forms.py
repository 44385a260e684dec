from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.departments.previews.services import DEFAULT_DAYS, MAX_DAYS


class PreviewLinkForm(forms.Form):
    note = forms.CharField(label=_("For whom"), max_length=120, required=False)
    days = forms.IntegerField(
        label=_("Days"),
        initial=DEFAULT_DAYS,
        min_value=1,
        max_value=MAX_DAYS,
        help_text=_("After that the link leads nowhere. At most 30."),
    )
