from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm

from portal.accounts.models import User


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
    is_staff = forms.BooleanField(
        label=_("Works for the city"),
        help_text=_("Can be given roles. Whoever has a role works for the city."),
        required=False,
    )
    is_superuser = forms.BooleanField(
        label=_("Superuser"),
        help_text=_("May do everything, and sees the answers of residents. For whoever runs the portal."),
        required=False,
    )
    error_messages = {"duplicate_username": _("Somebody with this e-mail address is already here.")}

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if by.is_superuser:
            return
        # Only a superuser makes a superuser, and nobody gives themselves a role.
        self.fields.pop("is_superuser", None)
        self.fields["groups"].disabled = self.instance == by

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        is_superuser = cleaned.get("is_superuser", self.instance.is_superuser)
        if cleaned.get("groups") or is_superuser:
            cleaned["is_staff"] = True
        return cleaned


class PersonCreationForm(_PersonFields, UserCreationForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Residents make their accounts themselves.
        self.initial["is_staff"] = True

    class Meta(UserCreationForm.Meta):
        fields = ("email", "name", "is_staff", "is_superuser", "groups")


class PersonEditForm(_PersonFields, UserEditForm):
    class Meta(UserEditForm.Meta):
        fields = ("email", "name", "is_active", "is_staff", "is_superuser", "groups")
