"""allauth's forms for the second factor's code, typed with the digits of any script."""

from __future__ import annotations

from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms

from portal.core.spelling import western_digits


class _AnyDigits(forms.Form):
    def clean_code(self) -> str:
        self.cleaned_data["code"] = western_digits(self.cleaned_data["code"])
        return super().clean_code()


class SecondFactorForm(_AnyDigits, AuthenticateForm):
    pass


class SecondFactorAgainForm(_AnyDigits, ReauthenticateForm):
    pass


class FirstCodeForm(_AnyDigits, ActivateTOTPForm):
    pass
