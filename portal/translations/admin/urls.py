"""The staff's screens for translations, below the address of Wagtail's admin."""

from __future__ import annotations

from django.urls import path

from portal.translations.admin import begin, confirm, files, listing, report

app_name = "translations"

urlpatterns = [
    path("", listing.WorkListing.as_view(), name="list"),
    path("results/", listing.WorkListing.as_view(results_only=True), name="list_results"),
    path("report/", report.Report.as_view(), name="report"),
    path("report/results/", report.Report.as_view(results_only=True), name="report_results"),
    path("page/<int:pk>/begin/", begin.BeginView.as_view(), name="begin"),
    path("page/<int:pk>/confirm/", confirm.ConfirmView.as_view(), name="confirm"),
    path("<int:pk>/po/", files.download_po, name="download_po"),
    path("<int:pk>/po/upload/", files.upload_po, name="upload_po"),
    path("<int:pk>/suggest/", files.suggest, name="suggest"),
    path("<int:pk>/preview/", files.preview, name="preview"),
]
