"""Wagtail's administration of users, told that a person has an address and one name, and what a role is."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter
from wagtail.admin.ui.tables import BooleanColumn, BulkActionsCheckboxColumn, Column, DateColumn
from wagtail.admin.widgets.boolean_radio_select import BooleanRadioSelect
from wagtail.admin.widgets.button import HeaderButton
from wagtail.users.views.bulk_actions import AssignRoleBulkAction, SetActiveStateBulkAction
from wagtail.users.views.users import (
    CreateView,
    EditView,
    IndexView,
    UserColumn,
    UserFilterSet,
    UserViewSet,
)

from portal.accounts import services
from portal.accounts.models import User
from portal.accounts.permissions import user_can_change_account
from portal.accounts.queries import people
from portal.departments.people.account_forms import PersonCreationForm, PersonEditForm
from portal.departments.people.services import log_changed_groups
from portal.departments.permissions import is_administrator


class PeopleView(IndexView):
    @cached_property
    def columns(self) -> list[Column]:
        name_column = self._get_title_column_class(UserColumn)
        return [
            BulkActionsCheckboxColumn("bulk_actions", obj_type="user"),
            name_column("name", label=_("Name"), accessor=str, sort_key="name", get_url=self.get_edit_url),
            Column("email", label=_("E-mail address"), sort_key="email", width="25%"),
            Column(
                "is_superuser", label=_("Access"), accessor=self.access, sort_key="is_superuser", width="12%"
            ),
            BooleanColumn("has_second_factor", label=_("Second factor"), width="10%"),
            BooleanColumn("is_active", label=_("Active"), sort_key="is_active", width="10%"),
            DateColumn("last_login", label=_("Last login"), sort_key="last_login", width="12%"),
        ]

    @cached_property
    def search_fields(self) -> list[str]:
        return ["name", "email"]

    def access(self, person: User) -> str:
        if person.is_superuser:
            return _("Superuser")
        return _("Staff") if person.is_staff else ""

    def get_edit_url(self, instance: User) -> str | None:
        return (
            super().get_edit_url(instance) if user_can_change_account(self.request.user, instance) else None
        )

    def get_base_queryset(self) -> QuerySet[User]:
        return people().select_related("wagtail_userprofile")

    def order_queryset(self, queryset: QuerySet[User]) -> QuerySet[User]:
        # Past Wagtail's own rule for "name", which sorts by two names.
        return queryset.order_by(*([self.ordering, "email"] if self.ordering else ["email"]))


class PersonFilters(UserFilterSet):
    is_superuser = BooleanFilter(label=_("Superuser"), widget=BooleanRadioSelect)
    is_staff = BooleanFilter(label=_("Works for the city"), widget=BooleanRadioSelect)


class AddPersonView(CreateView):
    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "by": self.request.user}

    def save_instance(self) -> User:
        person = super().save_instance()
        services.begin_account(person=person)
        log_changed_groups(person=person, before=(), after=person.groups.all(), by=self.request.user)
        return person


class EditPersonView(EditView):
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not user_can_change_account(request.user, self.object):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "by": self.request.user}

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        by = self.request.user
        if self.editing_self or not self.object.is_staff or not is_administrator(by):
            return []
        url = reverse("department_roles:hand_over", args=[self.object.pk])
        return [HeaderButton(_("Hand over"), url=url, icon_name="redirect")]

    def save_instance(self) -> User:
        before = list(self.object.groups.all())
        person = super().save_instance()
        services.follow_address(person=person)
        log_changed_groups(person=person, before=before, after=person.groups.all(), by=self.request.user)
        return person


class PersonViewSet(UserViewSet):
    ordering = "name"
    # A copy would be another person with the same address.
    copy_view_enabled = False
    filterset_class = PersonFilters
    index_view_class = PeopleView
    add_view_class = AddPersonView
    edit_view_class = EditPersonView
    create_template_name = "departments/people/new_account.html"
    edit_template_name = "departments/people/account.html"

    def get_form_class(self, for_update: bool = False) -> type[ModelForm]:
        return PersonEditForm if for_update else PersonCreationForm


class GiveRoleToMany(AssignRoleBulkAction):
    """Only to those who work for the city, and not to oneself."""

    def check_perm(self, obj: User) -> bool:
        by = self.request.user
        theirs = obj.is_staff and user_can_change_account(by, obj)
        return theirs and (obj != by or by.is_superuser) and super().check_perm(obj)

    def get_execution_context(self) -> dict[str, Any]:
        return {**super().get_execution_context(), "by": self.request.user}

    @classmethod
    def execute_action(cls, objects: list[User], role: Any = None, by: Any = None, **kwargs: Any) -> Any:
        before = {person.pk: list(person.groups.all()) for person in objects}
        done = super().execute_action(objects, role=role, **kwargs)
        for person in objects:
            log_changed_groups(person=person, before=before[person.pk], after=person.groups.all(), by=by)
        return done


class SetActiveStateOfMany(SetActiveStateBulkAction):
    def check_perm(self, obj: User) -> bool:
        return user_can_change_account(self.request.user, obj) and super().check_perm(obj)


# They stand in for Wagtail's, which have the same names.
BULK_ACTIONS = (GiveRoleToMany, SetActiveStateOfMany)
