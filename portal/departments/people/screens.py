"""Who has which role, in one department or in the whole city, and handing roles out."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from portal.accounts.models import User
from portal.departments.models import Department
from portal.departments.people.forms import GiveRoleForm, TakeRoleForm
from portal.departments.people.queries import Link, Post, latest_changes, posts
from portal.departments.people.services import NobodyHere, NotTheirsToHandOut, OwnRole, give_role, take_role
from portal.departments.people.words import city_roles, department_roles
from portal.departments.permissions import departments_handed_out_by, is_administrator

NOBODY_HERE = gettext_lazy("Nobody who works for the city has this address. Administrators add people.")
OWN_ROLE = gettext_lazy("Somebody else must change your own roles.")


class RolesIndexView(WagtailAdminTemplateMixin, TemplateView):
    """The departments whose roles one hands out; with one only, that one at once."""

    template_name = "departments/people/index.html"
    page_title = gettext_lazy("Roles")
    header_icon = "group"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        departments = list(departments_handed_out_by(request.user))
        in_the_city = is_administrator(request.user)
        if len(departments) == 1 and not in_the_city:
            return redirect("department_roles:department", departments[0].pk)
        return self.render_to_response(
            self.get_context_data(departments=departments, in_the_city=in_the_city)
        )


class RolesView(WagtailAdminTemplateMixin, TemplateView):
    """One department's roles, or with no `pk` in the address those of the whole city. 404 where one hands out none."""

    template_name = "departments/people/roles.html"
    page_title = gettext_lazy("Roles")
    header_icon = "group"

    @cached_property
    def department(self) -> Department | None:
        if "pk" not in self.kwargs:
            if not is_administrator(self.request.user):
                raise Http404
            return None
        department = departments_handed_out_by(self.request.user).filter(pk=self.kwargs["pk"]).first()
        if department is None:
            raise Http404
        return department

    @cached_property
    def posts(self) -> list[Post]:
        return posts(self.department, self.request.user)

    @cached_property
    def address(self) -> str:
        if self.department is None:
            return reverse("department_roles:city")
        return reverse("department_roles:department", args=[self.department.pk])

    def get_page_subtitle(self) -> str:
        return str(self.department or _("The whole city"))

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = {"url": reverse("department_roles:index"), "label": _("Roles")}
        return [*self.breadcrumbs_items, above, {"url": "", "label": self.get_page_subtitle()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.pop("form", None) or GiveRoleForm(posts=self.posts)
        return super().get_context_data(
            form=form,
            posts=self.posts,
            address=self.address,
            matrix=department_roles() if self.department else city_roles(),
            is_city=self.department is None,
            changes=latest_changes(self.department),
            **kwargs,
        )


class GiveRoleView(RolesView):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = GiveRoleForm(request.POST, posts=self.posts)
        if not form.is_valid() or not self._give(form):
            return self.render_to_response(self.get_context_data(form=form))
        return redirect(self.address)

    def _give(self, form: GiveRoleForm) -> bool:
        try:
            person = give_role(link=form.link, email=form.cleaned_data["email"], by=self.request.user)
        except NobodyHere:
            form.add_error("email", NOBODY_HERE)
        except OwnRole:
            form.add_error("email", OWN_ROLE)
        else:
            messages.success(self.request, _("%(person)s has the role now.") % {"person": person})
        return not form.errors


class TakeRoleView(RolesView):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = TakeRoleForm(request.POST)
        posts = {post.link.pk: post for post in self.posts}
        if not form.is_valid() or form.cleaned_data["post"] not in posts:
            raise Http404
        post = posts[form.cleaned_data["post"]]
        # Of others, who they are is not told.
        for holder in post.holders:
            if holder.person.pk == form.cleaned_data["person"]:
                self._take(holder.person, post.link)
        return redirect(self.address)

    def _take(self, person: User, link: Link) -> None:
        try:
            take_role(link=link, person=person, by=self.request.user)
        except NotTheirsToHandOut as error:
            raise Http404 from error
        except OwnRole:
            messages.error(self.request, OWN_ROLE)
        else:
            messages.success(self.request, _("%(person)s no longer has the role.") % {"person": person})
