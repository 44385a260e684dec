"""A department's own tags: those on the images and documents of its collections."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Model, QuerySet
from taggit.models import Tag, TaggedItem
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from portal.accounts.models import User
from portal.departments.guard.media import documents_of, images_of

POPULAR = 10


def popular_tags(user: User, model: type[Model]) -> QuerySet[Tag]:
    """The tags used most on the images, or documents, that `user` may choose or change."""
    own = _links(user, model)
    tags = Tag.objects.filter(taggit_taggeditem_items__in=own)
    return tags.annotate(used=Count("taggit_taggeditem_items")).order_by("-used", "name")[:POPULAR]


def tags_beginning_with(user: User, term: str) -> QuerySet[Tag]:
    """The tags on media of `user` that begin with `term`, by name."""
    links = _links(user, get_image_model()) | _links(user, get_document_model())
    return Tag.objects.filter(name__istartswith=term, pk__in=links.values("tag_id")).order_by("name")


def _links(user: User, model: type[Model]) -> QuerySet[TaggedItem]:
    own = images_of(user) if model is get_image_model() else documents_of(user)
    content_type = ContentType.objects.get_for_model(model)
    return TaggedItem.objects.filter(content_type=content_type, object_id__in=own.order_by().values("pk"))
