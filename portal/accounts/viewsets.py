"""Wagtail's administration of users, told that a person has an address and one name."""

from __future__ import annotations

from functools import cached_property

from django.db.models import QuerySet
from django.forms import ModelForm
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, BulkActionsCheckboxColumn, Column, DateColumn
from wagtail.users.views.users import CreateView, EditView, IndexView, UserColumn, UserViewSet

from portal.accounts import services
from portal.accounts.forms import PersonCreationForm, PersonEditForm
from portal.accounts.models import User
from portal.accounts.queries import people


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
        return _("Administrator") if person.is_superuser else ""

    def get_base_queryset(self) -> QuerySet[User]:
        return people().select_related("wagtail_userprofile")

    def order_queryset(self, queryset: QuerySet[User]) -> QuerySet[User]:
        # Past Wagtail's own rule for "name", which sorts by two names.
        return queryset.order_by(*([self.ordering, "email"] if self.ordering else ["email"]))


class AddPersonView(CreateView):
    def save_instance(self) -> User:
        person = super().save_instance()
        services.begin_account(person=person)
        return person


class EditPersonView(EditView):
    def save_instance(self) -> User:
        person = super().save_instance()
        services.follow_address(person=person)
        return person


class PersonViewSet(UserViewSet):
    ordering = "name"
    index_view_class = PeopleView
    add_view_class = AddPersonView
    edit_view_class = EditPersonView
    create_template_name = "accounts/people/create.html"
    edit_template_name = "accounts/people/edit.html"

    def get_form_class(self, for_update: bool = False) -> type[ModelForm]:
        return PersonEditForm if for_update else PersonCreationForm
