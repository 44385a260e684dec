"""Wagtail's lists of images and documents, with the tags of the person's own media."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, JsonResponse
from wagtail.admin.filters import BaseMediaFilterSet
from wagtail.documents.views.documents import DocumentsFilterSet
from wagtail.documents.views.documents import IndexView as DocumentsView
from wagtail.images.views.chooser import ImageChooserViewSet, ImageChooseView
from wagtail.images.views.images import ImagesFilterSet
from wagtail.images.views.images import IndexView as ImagesView

from portal.departments.guard.tags import POPULAR, popular_tags, tags_beginning_with


class OwnTagsMixin:
    def __init__(self: BaseMediaFilterSet, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, request=request, **kwargs)
        tags = popular_tags(request.user, self._meta.model)
        if tags and "tag" in self.filters:
            self.filters["tag"].extra["choices"] = [(tag.name, tag.name) for tag in tags]
        else:
            self.filters.pop("tag", None)


class OwnImagesFilterSet(OwnTagsMixin, ImagesFilterSet):
    class Meta(ImagesFilterSet.Meta):
        pass


class OwnDocumentsFilterSet(OwnTagsMixin, DocumentsFilterSet):
    class Meta(DocumentsFilterSet.Meta):
        pass


class OwnImagesView(ImagesView):
    filterset_class = OwnImagesFilterSet


class OwnDocumentsView(DocumentsView):
    filterset_class = OwnDocumentsFilterSet


class ChooseOwnImageView(ImageChooseView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {**context, "popular_tags": popular_tags(self.request.user, self.model)}


class OwnImageChooserViewSet(ImageChooserViewSet):
    choose_view_class = ChooseOwnImageView


def suggest_tags(request: HttpRequest) -> JsonResponse:
    term = request.GET.get("term", "")
    tags = tags_beginning_with(request.user, term)[:POPULAR] if term else []
    return JsonResponse([tag.name for tag in tags], safe=False)
