from __future__ import annotations

from typing import Any

from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User


class NameForm(forms.ModelForm):
    """One's own name, on the admin's account page. The address is changed on the portal's own account pages."""

    class Meta:
        model = User
        fields = ("name",)


class AddPasskeyForm(AddWebAuthnForm):
    """allauth's form, with the choice that most people want already made."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = self.fields["passwordless"]
        choice.initial = True
        choice.label = _("Let it open the account without a password")
        choice.help_text = _("Your device will ask for your fingerprint, your face or its PIN.")
