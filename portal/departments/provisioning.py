"""Pages, groups, collection, rights and workflow of a department, from the matrix in `roles`. Idempotent."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from portal.departments.models import Department, DepartmentGroup
from portal.departments.registry import make_department_page
from portal.departments.roles import ROLES, Role


@transaction.atomic
def provision_department(*, code: str, name: str) -> Department:
    """Create or complete a department: its row, its page in every language, groups, rights and workflow."""
    department, _created = Department.objects.get_or_create(code=code, defaults={"name": name})
    _ensure_pages(department)
    provision_access(department=department)
    return department


@transaction.atomic
def provision_access(*, department: Department) -> None:
    """Grant exactly what `roles.ROLES` declares on the department's pages and collection, and revoke the rest."""
    _ensure_collection(department)
    pages = list(Page.objects.filter(translation_key=department.page_key).select_related("locale"))
    approvers = []
    for role in ROLES.values():
        for language in [code for code, _name in settings.LANGUAGES] if role.per_language else [""]:
            group = _ensure_group(department, role, language)
            _grant_pages(group, role, [page for page in pages if language in ("", page.locale.language_code)])
            _grant_media(group, role, department)
            if role.approves:
                approvers.append(group)
    _ensure_workflow(department, approvers, pages)


def _ensure_pages(department: Department) -> None:
    source = (
        Page.objects.filter(
            translation_key=department.page_key, locale=Locale.get_default(), alias_of=None
        ).first()
        if department.page_key
        else None
    )
    if source is None:
        source = make_department_page(department)
        department.page_key = source.translation_key
        department.save(update_fields=["page_key"])
        # Saving finds the owner, which had no page until now.
        source.save()
    for locale in Locale.objects.exclude(pk=source.locale_id):
        if not source.has_translation(locale):
            source.specific.copy_for_translation(locale, copy_parents=True, alias=True)


def _ensure_collection(department: Department) -> None:
    if department.collection_id is None:
        root = Collection.get_first_root_node()
        department.collection = root.add_child(name=department.name)
        department.save(update_fields=["collection"])


def _ensure_group(department: Department, role: Role, language: str) -> Group:
    link = DepartmentGroup.objects.filter(department=department, role=role.code, language=language).first()
    if link is None:
        suffix = f" ({language})" if language else ""
        group, _created = Group.objects.get_or_create(name=f"{department.code}: {role.code}{suffix}")
        link = DepartmentGroup.objects.create(
            department=department, role=role.code, language=language, group=group
        )
    access = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    link.group.permissions.set([access])
    return link.group


def _grant_pages(group: Group, role: Role, pages: list[Page]) -> None:
    permissions = Permission.objects.filter(
        content_type__app_label="wagtailcore", content_type__model="page", codename__in=role.pages
    )
    wanted = {(page.pk, permission.pk) for page in pages for permission in permissions}
    present = set(GroupPagePermission.objects.filter(group=group).values_list("page_id", "permission_id"))
    for page_id, permission_id in present - wanted:
        GroupPagePermission.objects.filter(group=group, page_id=page_id, permission_id=permission_id).delete()
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page_id=page_id, permission_id=permission_id)
        for page_id, permission_id in sorted(wanted - present)
    )


def _grant_media(group: Group, role: Role, department: Department) -> None:
    permissions = Permission.objects.filter(
        content_type__app_label__in=["wagtailimages", "wagtaildocs"],
        content_type__model__in=["image", "document"],
        codename__in=role.media,
    )
    GroupCollectionPermission.objects.filter(group=group).exclude(
        collection=department.collection, permission__in=permissions
    ).delete()
    for permission in permissions:
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=department.collection, permission=permission
        )


def _ensure_workflow(department: Department, approvers: list[Group], pages: list[Page]) -> None:
    workflow, _created = Workflow.objects.get_or_create(name=f"{department.name}: approval")
    task, _created = GroupApprovalTask.objects.get_or_create(name=f"{department.name}: publisher approves")
    task.groups.set(approvers)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task.task_ptr)
    for page in pages:
        WorkflowPage.objects.update_or_create(page=page, defaults={"workflow": workflow})
    # Wagtail's own workflow on the root would catch what no department has taken.
    WorkflowPage.objects.filter(page__depth=1).delete()
