"""The screens of reviews, below the address of Wagtail's admin."""

from __future__ import annotations

from django.urls import path

from portal.departments.reviews.screens import MarkReviewedView, ReviewsView

app_name = "page_reviews"

urlpatterns = [
    path("", ReviewsView.as_view(), name="list"),
    path("results/", ReviewsView.as_view(results_only=True), name="list_results"),
    path("<int:page_id>/", MarkReviewedView.as_view(), name="mark"),
]
