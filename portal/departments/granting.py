"""The rights of a group as plain values: what it holds, what it should hold, and how the one becomes the other."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from django.db.models import QuerySet
from wagtail.models import GroupCollectionPermission, GroupPagePermission

ACCESS = "wagtailadmin.access_admin"
# Rights that are held on a page or a collection; their codenames are different in all of these.
PLACED_ON = ("page", "collection", "image", "document")


@dataclass(frozen=True)
class Rights:
    """`models`: "app.codename"; `pages`: (page id, codename); `collections`: (collection id, codename)."""

    models: frozenset[str] = frozenset()
    pages: frozenset[tuple[int, str]] = frozenset()
    collections: frozenset[tuple[int, str]] = frozenset()

    def beyond(self, other: Rights) -> Rights:
        """What is here and not in `other`."""
        return Rights(
            self.models - other.models, self.pages - other.pages, self.collections - other.collections
        )

    def __bool__(self) -> bool:
        return bool(self.models or self.pages or self.collections)


def rights_of(group: Group) -> Rights:
    """What the database grants `group`. Three queries."""
    models = group.permissions.values_list("content_type__app_label", "codename")
    return Rights(
        models=frozenset(f"{app}.{codename}" for app, codename in models),
        pages=frozenset(group.page_permissions.values_list("page_id", "permission__codename")),
        collections=frozenset(
            group.collection_permissions.values_list("collection_id", "permission__codename")
        ),
    )


def grant_exactly(group: Group, wanted: Rights) -> None:
    """Grant what is missing and revoke the rest. LookupError for a right that does not exist."""
    present = rights_of(group)
    if present.models != wanted.models:
        group.permissions.set(_named(wanted.models))
    missing, surplus = wanted.beyond(present), present.beyond(wanted)
    for page, codename in surplus.pages:
        group.page_permissions.filter(page_id=page, permission__codename=codename).delete()
    for collection, codename in surplus.collections:
        group.collection_permissions.filter(collection_id=collection, permission__codename=codename).delete()
    placed = _placed({codename for _place, codename in missing.pages | missing.collections})
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page_id=page, permission=placed[codename])
        for page, codename in sorted(missing.pages)
    )
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection_id=collection, permission=placed[codename])
        for collection, codename in sorted(missing.collections)
    )


def _named(names: frozenset[str]) -> list[Permission]:
    codenames = {name.partition(".")[2] for name in names}
    found = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in _permissions().filter(codename__in=codenames)
    }
    return [found[name] for name in names]


def _placed(codenames: set[str]) -> dict[str, Permission]:
    permissions = _permissions().filter(
        content_type__app_label__in=["wagtailcore", "wagtailimages", "wagtaildocs"],
        content_type__model__in=PLACED_ON,
        codename__in=codenames,
    )
    return {permission.codename: permission for permission in permissions}


def _permissions() -> QuerySet[Permission]:
    return Permission.objects.select_related("content_type")
