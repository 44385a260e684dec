"""Pages, groups, collection, rights and workflow of a department, and the city's own groups, from `roles`.

Everything here is idempotent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Collection, Locale, Page

from portal.departments.granting import ACCESS, Rights, grant_exactly
from portal.departments.models import CityGroup, Department, DepartmentGroup
from portal.departments.registry import make_department_page
from portal.departments.roles import CITY_ROLES, ROLES, CityRole, Role
from portal.departments.workflow import ensure_workflow


@transaction.atomic
def provision_department(*, code: str, name: str, has_approval: bool = True) -> Department:
    """Create or complete a department: its row, its page in every language, groups, rights and workflow."""
    department, _created = Department.objects.get_or_create(
        code=code, defaults={"name": name, "has_approval": has_approval}
    )
    _ensure_pages(department)
    provision_access(department=department)
    provision_city_roles()
    return department


@transaction.atomic
def provision_access(*, department: Department) -> None:
    """Grant exactly what `roles.ROLES` declares on the department's pages and collection, and revoke the rest."""
    _ensure_collection(department)
    pages = _pages_of(department)
    approvers = []
    for role, language in _places():
        group = _ensure_group(department, role, language)
        grant_exactly(group, rights_in_department(department, role, language, pages))
        if role.approves:
            approvers.append(group)
    ensure_workflow(department, approvers, pages)


@transaction.atomic
def provision_city_roles() -> None:
    """Grant exactly what `roles.CITY_ROLES` declares for the whole city, and revoke the rest."""
    for role in CITY_ROLES.values():
        link = CityGroup.objects.filter(role=role.code).select_related("group").first()
        if link is None:
            group, _created = Group.objects.get_or_create(name=name_of_city_group(role))
            link = CityGroup.objects.create(role=role.code, group=group)
        grant_exactly(link.group, rights_in_city(role))


def wanted_rights() -> Iterator[tuple[str, Group | None, Rights]]:
    """Every role in every place: its name, its group if there is one, and what the matrix grants it."""
    links = {link.role: link.group for link in CityGroup.objects.select_related("group")}
    for code, role in CITY_ROLES.items():
        yield name_of_city_group(role), links.get(code), rights_in_city(role)
    for department in Department.objects.prefetch_related("groups__group"):
        groups = {(link.role, link.language): link.group for link in department.groups.all()}
        pages = _pages_of(department)
        for role, language in _places():
            rights = rights_in_department(department, role, language, pages)
            yield name_of_group(department, role, language), groups.get((role.code, language)), rights


def name_of_group(department: Department, role: Role, language: str) -> str:
    suffix = f" ({language})" if language else ""
    return f"{department.code}: {role.code}{suffix}"


def name_of_city_group(role: CityRole) -> str:
    return f"city: {role.code}"


def rights_in_department(department: Department, role: Role, language: str, pages: Iterable[Page]) -> Rights:
    """What `role` grants on `pages` of `department` and on its media; a translator's, in one language."""
    places = [page.pk for page in pages if language in ("", page.locale.language_code)]
    return Rights(
        models=frozenset({ACCESS}),
        pages=frozenset((page, codename) for page in places for codename in role.pages),
        collections=frozenset((department.collection_id, codename) for codename in role.media),
    )


def rights_in_city(role: CityRole) -> Rights:
    """What `role` grants at the root of all pages and of all media, and on the city's own rows."""
    pages, media = Page.get_first_root_node(), Collection.get_first_root_node()
    return Rights(
        models=role.models | {ACCESS},
        pages=frozenset((pages.pk, codename) for codename in role.pages),
        collections=frozenset((media.pk, codename) for codename in role.media),
    )


def _places() -> Iterator[tuple[Role, str]]:
    for role in ROLES.values():
        for language in [code for code, _name in settings.LANGUAGES] if role.per_language else [""]:
            yield role, language


def _pages_of(department: Department) -> list[Page]:
    return list(Page.objects.filter(translation_key=department.page_key).select_related("locale"))


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
    # Making its pages in every language may have granted, and made the collection, meanwhile.
    department.refresh_from_db(fields=["collection"])
    if department.collection_id is None:
        root = Collection.get_first_root_node()
        department.collection = root.add_child(name=department.name)
        department.save(update_fields=["collection"])


def _ensure_group(department: Department, role: Role, language: str) -> Group:
    link = DepartmentGroup.objects.filter(department=department, role=role.code, language=language).first()
    if link is None:
        group, _created = Group.objects.get_or_create(name=name_of_group(department, role, language))
        link = DepartmentGroup.objects.create(
            department=department, role=role.code, language=language, group=group
        )
    return link.group
