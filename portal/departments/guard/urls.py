"""Addresses of Wagtail that show less here than Wagtail shows. They stand before Wagtail's own."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.images import get_image_model
from wagtail.utils.urlpatterns import decorate_urlpatterns

from portal.departments.guard.views import library, linking, reports
from portal.departments.guard.views.explorer import own_pages

app_name = "guard"

_choosing = library.OwnImageChooserViewSet("wagtailimages_chooser", model=get_image_model())

urlpatterns = [
    path("pages/", own_pages.index_view, name="explore_root"),
    path("choose-page/", linking.BrowseOwnView.as_view(), name="choose_page"),
    path("choose-page/search/", linking.SearchOwnView.as_view(), name="choose_page_search"),
    path("choose-external-link/", linking.AddressView.as_view(), name="choose_address"),
    path("tag-autocomplete/", library.suggest_tags, name="suggest_tags"),
    path("images/", library.OwnImagesView.as_view(), name="images"),
    path("images/results/", library.OwnImagesView.as_view(results_only=True), name="images_results"),
    path("images/chooser/", _choosing.choose_view, name="choose_image"),
    path("documents/", library.OwnDocumentsView.as_view(), name="documents"),
    path("documents/results/", library.OwnDocumentsView.as_view(results_only=True), name="documents_results"),
    path("reports/locked/", reports.OwnLockedPagesView.as_view(), name="locked_pages"),
    path(
        "reports/locked/results/",
        reports.OwnLockedPagesView.as_view(results_only=True),
        name="locked_results",
    ),
    path("reports/workflow/", reports.OwnWorkflowView.as_view(), name="workflow"),
    path(
        "reports/workflow/results/",
        reports.OwnWorkflowView.as_view(results_only=True),
        name="workflow_results",
    ),
    path("reports/workflow_tasks/", reports.OwnTasksView.as_view(), name="tasks"),
    path(
        "reports/workflow_tasks/results/",
        reports.OwnTasksView.as_view(results_only=True),
        name="tasks_results",
    ),
    path("reports/site-history/", reports.OwnHistoryView.as_view(), name="history"),
    path(
        "reports/site-history/results/",
        reports.OwnHistoryView.as_view(results_only=True),
        name="history_results",
    ),
]
decorate_urlpatterns(urlpatterns, require_admin_access)
decorate_urlpatterns(urlpatterns, never_cache)
