"""The rule about doing one thing with many rows: every row that is named must be one of the person's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from portal.accounts.models import User
from portal.departments.guard.media import documents_of, images_of
from portal.departments.guard.numbers import number, numbers
from portal.departments.guard.pages import explorable_pages, pages_of, posted_page
from portal.departments.permissions import is_administrator

OWN: dict[type[Model], Callable[[User], QuerySet[Model]]] = {
    Page: pages_of,
    get_image_model(): images_of,
    get_document_model(): documents_of,
}


def many(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
    """Pages, images and documents of one's own; of anything else, administrators alone."""
    names = kwargs["app_label"], kwargs["model_name"]
    action = bulk_action_registry.get_bulk_action_class(*names, kwargs["action"])
    if action is None:
        return False
    model = apps.get_model(*names)
    if model not in OWN:
        return is_administrator(request.user)
    if not _may_open_place(request, model) or not posted_page("chooser")(request, kwargs):
        return False
    wanted = request.GET.getlist("id")
    if "all" in wanted:
        wanted = action(request, model).get_all_objects_in_listing_query(request.GET.get("childOf"))
    return _all_own(OWN[model](request.user), wanted)


def _may_open_place(request: HttpRequest, model: type[Model]) -> bool:
    place = request.GET.get("childOf")
    if place is None or model is not Page:
        return True
    pk = number(place)
    return pk is not None and explorable_pages(request.user).filter(pk=pk).exists()


def _all_own(own: QuerySet[Model], wanted: Any) -> bool:
    ids = numbers(str(pk) for pk in wanted)
    return ids is not None and own.filter(pk__in=ids).count() == len(ids)
