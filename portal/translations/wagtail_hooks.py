from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail_localize import wagtail_hooks as localize

from portal.accounts.models import User
from portal.translations.admin.editor import translation_screen
from portal.translations.admin.home import TranslationsPanel
from portal.translations.admin.scope import own_scope, targets_for, user_can_see_report, whole_city
from portal.translations.permissions import user_can_submit_for_translation

# Ours stand in their place: they know departments, locks and approval.
REPLACED = [
    ("before_edit_page", localize.before_edit_page),
    ("register_page_header_buttons", localize.page_listing_more_buttons),
    ("register_page_action_menu_item", localize.register_restart_translation_page_action_menu_item),
    ("register_page_action_menu_item", localize.register_convert_back_to_alias_page_action_menu_item),
    ("register_snippet_listing_buttons", localize.register_snippet_listing_buttons),
    ("register_reports_menu_item", localize.register_wagtail_localize2_report_menu_item),
    ("register_permissions", localize.register_submit_translation_permission),
]
# Leaving the context of a temporary hook is the way to take a hook out.
hooks.register_temporarily(REPLACED).__exit__(None, None, None)


@hooks.register("register_admin_urls")
def register_translation_screens() -> list[URLPattern | URLResolver]:
    return [path("translations/", include("portal.translations.admin.urls"))]


@hooks.register("before_edit_page")
def edit_translation_beside_its_source(request: HttpRequest, page: Page) -> HttpResponse | None:
    return translation_screen(request, page)


class OwnTranslationsItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(own_scope(request.user))


class ReportItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return user_can_see_report(request.user)


@hooks.register("register_admin_menu_item")
def register_translations_menu_item() -> MenuItem:
    url = reverse("translations:list")
    return OwnTranslationsItem(
        _("Translations"), url, name="translations", icon_name="wagtail-localize-language", order=140
    )


@hooks.register("register_reports_menu_item")
def register_report_menu_item() -> MenuItem:
    url = reverse("translations:report")
    return ReportItem(
        _("Translations"), url, name="translations-report", icon_name="wagtail-localize-language", order=900
    )


@hooks.register("construct_homepage_panels")
def show_translations_to_do(request: HttpRequest, panels: list[Component]) -> None:
    scope, leads_to = own_scope(request.user), "translations:list"
    if not scope and user_can_see_report(request.user):
        scope, leads_to = whole_city(), "translations:report"
    counts = scope.counts() if scope else {}
    if counts:
        panels.append(TranslationsPanel(counts, reverse(leads_to)))


@hooks.register("register_page_header_buttons")
def lead_from_page_to_its_translation(
    page: Page, user: User, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    if user_can_submit_for_translation(user, page) and targets_for(user, page):
        url = reverse("translations:begin", args=[page.pk])
        yield Button(_("Translate"), url, icon_name="wagtail-localize-language", priority=60)
