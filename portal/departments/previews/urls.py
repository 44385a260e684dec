"""The screens of preview links, below the address of Wagtail's admin."""

from __future__ import annotations

from django.urls import path

from portal.departments.previews.screens import PreviewLinksView, RevokePreviewLinkView

app_name = "preview_links"

urlpatterns = [
    path("<int:page_id>/", PreviewLinksView.as_view(), name="list"),
    path("<int:page_id>/<int:pk>/revoke/", RevokePreviewLinkView.as_view(), name="revoke"),
]
