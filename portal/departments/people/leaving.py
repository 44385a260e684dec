"""The screen on which an administrator hands over what is a leaver's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from portal.accounts.models import User
from portal.accounts.permissions import user_can_change_account
from portal.departments.people.forms import HandOverForm
from portal.departments.people.handing_over import MayNotHandOver, NoSuccessor, belongings_of, hand_over
from portal.departments.people.queries import Link, roles_of
from portal.departments.people.screens import OWN_ROLE
from portal.departments.people.services import OwnRole
from portal.departments.people.words import name_of, place_of
from portal.departments.permissions import is_administrator

SHOWN = 20


@dataclass(frozen=True)
class Kind:
    """What moves of one kind: how many, and the first of them by name."""

    label: str
    count: int
    names: list[str]

    @property
    def more(self) -> int:
        return self.count - len(self.names)


def kinds_of(person: User) -> list[Kind]:
    theirs = belongings_of(person)
    requests = theirs.requests.prefetch_related("content_object")
    subscriptions = theirs.subscriptions.select_related("page")
    previews = theirs.previews.select_related("page")
    return [
        _kind(_("Pages owned"), theirs.pages.count(), (page.title for page in theirs.pages[:SHOWN])),
        _kind(_("Pages locked"), theirs.locks.count(), (page.title for page in theirs.locks[:SHOWN])),
        _kind(
            _("Pages submitted and not yet decided"),
            requests.count(),
            (str(state.content_object) for state in requests[:SHOWN]),
        ),
        _kind(
            _("Pages whose comments are followed"),
            subscriptions.count(),
            (each.page.title for each in subscriptions[:SHOWN]),
        ),
        _kind(_("Open preview links"), previews.count(), (each.page.title for each in previews[:SHOWN])),
    ]


def _kind(label: str, count: int, names: Iterable[str]) -> Kind:
    return Kind(label, count, list(names))


class HandOverView(WagtailAdminTemplateMixin, FormView):
    """First who takes over, then all of it once more and one button. 404 for who may not hand this account over."""

    form_class = HandOverForm
    template_name = "departments/people/hand_over.html"
    page_title = gettext_lazy("Hand over")
    header_icon = "user"

    @cached_property
    def leaver(self) -> User:
        leaver = get_object_or_404(User, pk=self.kwargs["pk"])
        by = self.request.user
        if leaver == by or not is_administrator(by) or not user_can_change_account(by, leaver):
            raise Http404
        return leaver

    @cached_property
    def roles(self) -> list[Link]:
        return roles_of(self.leaver)

    def get_page_subtitle(self) -> str:
        return str(self.leaver)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = {"url": self.get_success_url(), "label": str(self.leaver)}
        return [*self.breadcrumbs_items, above, {"url": "", "label": _("Hand over")}]

    def get_success_url(self) -> str:
        return reverse("wagtailusers_users:edit", args=[self.leaver.pk])

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "leaver": self.leaver, "roles": self.roles}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            leaver=self.leaver, kinds=kinds_of(self.leaver), back=self.get_success_url(), **kwargs
        )

    def form_valid(self, form: HandOverForm) -> HttpResponse:
        if "confirmed" not in self.request.POST:
            return self._ask(form)
        chosen = form.cleaned_data
        try:
            hand_over(
                leaver=self.leaver,
                successor=chosen["successor"],
                by=self.request.user,
                roles=chosen.get("roles", []),
                deactivate=chosen["deactivate"],
            )
        except OwnRole:
            form.add_error("successor", OWN_ROLE)
        except NoSuccessor:
            form.add_error("successor", _("This account is closed."))
        except MayNotHandOver as error:
            raise Http404 from error
        if form.errors:
            return self.form_invalid(form)
        names = {"leaver": self.leaver, "successor": chosen["successor"]}
        messages.success(self.request, _("%(successor)s took over from %(leaver)s.") % names)
        return redirect(self.get_success_url())

    def _ask(self, form: HandOverForm) -> HttpResponse:
        moving = {group.pk for group in form.cleaned_data.get("roles", [])}
        going = [f"{place_of(link)}: {name_of(link)}" for link in self.roles if link.group_id in moving]
        return self.render_to_response(self.get_context_data(form=form, asked=True, going=going))
