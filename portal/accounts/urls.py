from __future__ import annotations

from django.urls import include, path
from django.views.decorators.cache import never_cache
from wagtail.utils.urlpatterns import decorate_urlpatterns

from portal.accounts import views

# allauth's pages show addresses, codes and tokens, and say nothing about keeping copies.
urlpatterns = decorate_urlpatterns(
    [path("", views.home, name="account_home"), path("", include("allauth.urls"))], never_cache
)
