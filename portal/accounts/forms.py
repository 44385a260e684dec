from __future__ import annotations

from typing import Any

from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm

from portal.accounts.models import User


class NameForm(forms.ModelForm):
    """One's own name, on the admin's account page. The address is changed on the portal's own account pages."""

    class Meta:
        model = User
        fields = ("name",)


class _PersonFields(forms.Form):
    # Wagtail's two names give way to one.
    first_name = None
    last_name = None
    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_(
            "A code sent to this address lets the person in. They choose a password or a passkey themselves."
        ),
    )
    error_messages = {"duplicate_username": _("Somebody with this e-mail address is already here.")}

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()


class PersonCreationForm(_PersonFields, UserCreationForm):
    class Meta(UserCreationForm.Meta):
        fields = ("email", "name", "is_superuser", "groups")


class PersonEditForm(_PersonFields, UserEditForm):
    class Meta(UserEditForm.Meta):
        fields = ("email", "name", "is_active", "is_superuser", "groups")


class AddPasskeyForm(AddWebAuthnForm):
    """allauth's form, with the choice that most people want already made."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = self.fields["passwordless"]
        choice.initial = True
        choice.label = _("Let it open the account without a password")
        choice.help_text = _("Your device will ask for your fingerprint, your face or its PIN.")
