"""Every address of the portal."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.urls import serve_pattern

from home import urls as home_urls
from home import views as home_views
from news import urls as news_urls
from portal.accounts import views as account_views
from portal.accounts.identity import views as identity_views
from portal.core.media import picture
from portal.core.serving import serve_page
from portal.departments.previews.public import shared_draft

handler400 = "portal.core.views.bad_request"
handler403 = "portal.core.views.permission_denied"
handler404 = "portal.core.views.page_not_found"
handler500 = "portal.core.views.server_error"

urlpatterns = [
    path("", home_views.front_door),
    path("robots.txt", home_views.robots),
    path("sitemap.xml", home_views.sitemap),
    path("healthz", home_views.health),
    path("readyz", home_views.ready),
    path("account/identity/callback/", identity_views.callback, name="identity_callback"),
    path("admin/login/", account_views.staff_login),
    path("admin/", include("portal.departments.guard.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("api/v1/", include("surveys.api.urls")),
    path("preview/<str:token>/", shared_draft, name="shared_draft"),
    path("media/<str:folder>/<path:path>", picture),
]

urlpatterns += i18n_patterns(
    path("account/", include("portal.accounts.urls")),
    # Wagtail's own login for private pages: there is one door.
    path("_util/login/", account_views.staff_login),
    path("", include("surveys.urls")),
    path("", include(home_urls)),
    path("", include(news_urls)),
    re_path(serve_pattern, serve_page),
    path("", include(wagtail_urls)),
)
