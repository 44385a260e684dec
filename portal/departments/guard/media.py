"""Rules about images and documents: those of the collections in which the person has a right."""

from __future__ import annotations

from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from wagtail.documents import get_document_model
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images import get_image_model
from wagtail.images.permissions import permission_policy as image_policy
from wagtail.models import UploadedFile
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from portal.accounts.models import User
from portal.departments.guard.numbers import numbers
from portal.departments.guard.registry import Rule

EVERY_RIGHT = ("change", "choose")


def images_of(user: User) -> QuerySet[Model]:
    """The images that `user` may choose or change."""
    return image_policy.instances_user_has_any_permission_for(user, EVERY_RIGHT)


def documents_of(user: User) -> QuerySet[Model]:
    """The documents that `user` may choose or change."""
    return document_policy.instances_user_has_any_permission_for(user, EVERY_RIGHT)


def image(part: str, *actions: str) -> Rule:
    """The person may do one of `actions` with the image in this part of the address."""
    return _medium(image_policy, get_image_model(), part, actions)


def document(part: str, *actions: str) -> Rule:
    """The person may do one of `actions` with the document in this part of the address."""
    return _medium(document_policy, get_document_model(), part, actions)


def with_images(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
    """Who may do anything with the images of any collection."""
    return image_policy.user_has_any_permission(request.user, ("add", "change", "choose"))


def with_documents(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
    """Who may do anything with the documents of any collection."""
    return document_policy.user_has_any_permission(request.user, ("add", "change", "choose"))


def with_numbers(field: str) -> Rule:
    """What was ticked is named by numbers; the view then finds those that are the person's."""

    def rule(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
        return numbers(request.GET.getlist(field)) is not None

    return rule


def own_upload(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
    """A file that the person has sent, and that waits for its title."""
    return UploadedFile.objects.filter(
        pk=kwargs["uploaded_file_id"], uploaded_by_user_id=request.user.pk
    ).exists()


def _medium(
    policy: CollectionOwnershipPermissionPolicy, model: type[Model], part: str, actions: tuple[str, ...]
) -> Rule:
    def rule(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
        if not str(kwargs[part]).isdecimal():
            return False
        row = get_object_or_404(model.objects.select_related("collection"), pk=kwargs[part])
        return policy.user_has_any_permission_for_instance(request.user, actions, row)

    return rule
