from __future__ import annotations

from django.urls import include, path
from django.views.decorators.cache import never_cache
from wagtail.utils.urlpatterns import decorate_urlpatterns

from portal.accounts import views
from portal.accounts.identity import views as identity_views

# allauth's pages show addresses, codes and tokens, and say nothing about keeping copies. Of its pages about other
# ways in only what is named here exists.
urlpatterns = decorate_urlpatterns(
    [
        path("", views.home, name="account_home"),
        path("identity/", identity_views.login, name="identity_login"),
        path("", include("allauth.account.urls")),
        path("2fa/", include("allauth.mfa.urls")),
        path("sessions/", include("allauth.usersessions.urls")),
    ],
    never_cache,
)
