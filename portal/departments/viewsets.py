"""Where administrators make departments. Their rights come from the matrix in `roles`, not from forms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.forms import ModelForm
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CreateView, EditView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import log
from wagtail.permissions import ModelPermissionPolicy

from portal.accounts.models import User
from portal.departments.models import Department
from portal.departments.provisioning import provision_access, provision_department


class KeptForGoodPolicy(ModelPermissionPolicy):
    """Pages, answers and cases refer to a department for good: no screen deletes one."""

    def user_has_permission(self, user: User, action: str) -> bool:
        return action != "delete" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: User, actions: Iterable[str]) -> bool:
        return super().user_has_any_permission(user, [action for action in actions if action != "delete"])


class NewDepartmentView(CreateView):
    def save_instance(self) -> Department:
        form = self.form.cleaned_data
        department = provision_department(
            code=form["code"], name=form["name"], has_approval=form["has_approval"]
        )
        log(department, "wagtail.create", user=self.request.user, content_changed=True)
        return department


class EditDepartmentView(EditView):
    def get_form(self, form_class: type[ModelForm] | None = None) -> ModelForm:
        form = super().get_form(form_class)
        # It is in addresses, in files and in the names of groups.
        form.fields["code"].disabled = True
        return form

    def save_instance(self) -> Department:
        department = super().save_instance()
        # With or without approval: its pages have to know.
        provision_access(department=department)
        return department


class DepartmentInspectView(InspectView):
    """The groups of a department, and who is in them."""

    template_name = "departments/inspect.html"

    @cached_property
    def groups(self) -> list[Any]:
        links = self.object.groups.select_related("group").prefetch_related("group__user_set")
        return list(links.order_by("role", "language"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "groups": self.groups}


class DepartmentViewSet(ModelViewSet):
    model = Department
    permission_policy = KeptForGoodPolicy(Department)
    name = "departments"
    icon = "group"
    menu_label = _("Departments")
    menu_order = 310
    add_to_admin_menu = True
    add_view_class = NewDepartmentView
    edit_view_class = EditDepartmentView
    inspect_view_class = DepartmentInspectView
    inspect_view_enabled = True
    inspect_view_fields = ("code", "name", "has_approval", "collection")
    copy_view_enabled = False
    form_fields = ("code", "name", "has_approval")
    list_display = ("__str__", Column("code", label=_("Code"), sort_key="code"))
    search_fields = ("code", "name")
