from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.departments.people.queries import Link, Post
from portal.departments.people.words import name_of, place_of


class GiveRoleForm(forms.Form):
    """A role for somebody who works for the city. Only what is handed out here can be chosen."""

    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("Of somebody who works for the city and has an account."),
        widget=forms.EmailInput(attrs={"autocomplete": "off", "dir": "ltr"}),
    )
    post = forms.ChoiceField(label=_("Role"))

    def __init__(self, *args: Any, posts: Sequence[Post], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.links = {str(post.link.pk): post.link for post in posts if post.changeable}
        self.fields["post"].choices = [(pk, name_of(link)) for pk, link in self.links.items()]

    @property
    def link(self) -> Link:
        return self.links[self.cleaned_data["post"]]


class TakeRoleForm(forms.Form):
    """Which role of whom; both are on the button."""

    post = forms.IntegerField(widget=forms.HiddenInput)
    person = forms.IntegerField(widget=forms.HiddenInput)


class HandOverForm(forms.Form):
    """Who takes over, and which of the leaver's roles go along."""

    successor = forms.ModelChoiceField(
        queryset=User.objects.none(),
        label=_("Who takes over"),
        help_text=_("Somebody who works for the city and has an account."),
    )
    roles = forms.ModelMultipleChoiceField(
        queryset=Group.objects.none(),
        label=_("Roles that go along"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    deactivate = forms.BooleanField(
        label=_("Close the account"),
        help_text=_(
            "Nobody gets in with it any more, wherever they are signed in now, and it keeps no roles."
        ),
        initial=True,
        required=False,
    )

    def __init__(self, *args: Any, leaver: User, roles: Sequence[Link], **kwargs: Any) -> None:
        chosen = [link.group_id for link in roles]
        super().__init__(*args, **kwargs)
        self.fields["roles"].initial = chosen
        successor = self.fields["successor"]
        successor.queryset = (
            User.objects.filter(is_staff=True, is_active=True).exclude(pk=leaver.pk).order_by("name", "email")
        )
        successor.label_from_instance = lambda person: f"{person} ({person.email})"
        self.fields["roles"].queryset = Group.objects.filter(pk__in=chosen)
        names = {link.group_id: f"{place_of(link)}: {name_of(link)}" for link in roles}
        self.fields["roles"].label_from_instance = lambda group: names[group.pk]
        if not roles:
            del self.fields["roles"]
