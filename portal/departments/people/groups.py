"""Groups. Those that hold a role say what the matrix says, and no screen changes them."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import InspectView
from wagtail.users.views.groups import DeleteView, EditView, GroupViewSet, IndexView

from portal.departments.models import CityGroup, DepartmentGroup
from portal.departments.people.queries import Link
from portal.departments.people.words import in_words, name_of, place_of
from portal.departments.roles import CITY_ROLES, ROLES


def link_of(group: Group) -> Link | None:
    """The role that `group` holds; None for a group that somebody made by hand."""
    return (
        DepartmentGroup.objects.filter(group=group).select_related("department").first()
        or CityGroup.objects.filter(group=group).first()
    )


class RoleGroupsView(IndexView):
    def get_base_queryset(self) -> QuerySet[Group]:
        groups = Group.objects.select_related("department_role__department", "city_role")
        return groups.annotate(people=Count("user"))

    @cached_property
    def columns(self) -> list[Column]:
        title = self._get_title_column_class(TitleColumn)
        return [
            title("name", label=_("Name"), sort_key="name", get_url=self.address),
            Column("role", label=_("Role"), accessor=self.role),
            Column("people", label=_("People"), sort_key="people"),
        ]

    def address(self, group: Group) -> str:
        return self.get_edit_url(group) or self.get_inspect_url(group)

    def role(self, group: Group) -> str:
        link = self._link(group)
        return f"{place_of(link)}: {name_of(link)}" if link else ""

    def get_edit_url(self, instance: Group) -> str | None:
        return None if self._link(instance) else super().get_edit_url(instance)

    def get_delete_url(self, instance: Group) -> str | None:
        return None if self._link(instance) else super().get_delete_url(instance)

    def _link(self, group: Group) -> Link | None:
        return getattr(group, "department_role", None) or getattr(group, "city_role", None)


class EditGroupView(EditView):
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if link_of(self.get_object()) is None:
            return super().dispatch(request, *args, **kwargs)
        if request.method != "GET":
            raise PermissionDenied
        messages.warning(request, _("This group holds a role. What it may do is declared, not edited."))
        return redirect(self.inspect_address)

    @property
    def inspect_address(self) -> str:
        return reverse("wagtailusers_groups:inspect", args=[self.get_object().pk])


class DeleteGroupView(DeleteView):
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if link_of(self.get_object()) is not None:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class InspectGroupView(InspectView):
    template_name = "departments/people/group.html"

    def get_edit_url(self) -> str | None:
        return None if self.link else super().get_edit_url()

    def get_delete_url(self) -> str | None:
        return None if self.link else super().get_delete_url()

    @cached_property
    def link(self) -> Link | None:
        return link_of(self.object)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        link = self.link
        people = self.object.user_set.order_by("name", "email")
        context = {**super().get_context_data(**kwargs), "people": people, "link": link}
        if link is not None:
            role = (ROLES if isinstance(link, DepartmentGroup) else CITY_ROLES)[link.role]
            context |= {"place": place_of(link), "role": name_of(link), "matrix": [in_words(role)]}
            context["is_city"] = isinstance(link, CityGroup)
        return context


class RoleGroupViewSet(GroupViewSet):
    index_view_class = RoleGroupsView
    edit_view_class = EditGroupView
    delete_view_class = DeleteGroupView
    inspect_view_class = InspectGroupView
    inspect_view_enabled = True
    inspect_view_fields = ("name",)
