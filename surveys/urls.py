from __future__ import annotations

from django.urls import path

from surveys import views

app_name = "surveys"

urlpatterns = [
    path("q/preview/", views.preview, name="preview"),
    path("q/<str:code>/", views.answer, name="answer"),
    path("q/<str:code>/pages/", views.pages, name="pages"),
    path("q/<str:code>/thanks/", views.thanks, name="thanks"),
]
