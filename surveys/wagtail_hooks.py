from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from portal.accounts.models import User
from surveys.admin.deciding import ask_after_saving, changes_url, keep_as_draft_first, undecided_in
from surveys.admin.guards import refuse_deleting, refuse_unpublishing
from surveys.admin.home import OpenSurveysPanel
from surveys.models import SurveyPage
from surveys.permissions import surveys_seen_by, user_can_see_any_figures, user_can_see_page_figures
from surveys.queries import open_standings, sheets_today
from surveys.queries.library import pages_to_insert_into

LOG_ACTIONS = {
    "surveys.open_wave": (_("Open a wave"), _("Wave opened")),
    "surveys.pause_wave": (_("Pause a wave"), _("Wave paused")),
    "surveys.resume_wave": (_("Resume a wave"), _("Wave resumed")),
    "surveys.close_wave": (_("Close a wave early"), _("Wave closed early")),
    "surveys.cancel_wave": (_("Cancel a wave"), _("Scheduled wave cancelled")),
    "surveys.import": (_("Import past answers"), _("Past answers imported")),
    "surveys.undo_import": (_("Undo an import"), _("Import undone")),
    "surveys.decide_changes": (_("Decide on changed questions"), _("Changed questions decided on")),
    "surveys.begin_anew": (
        _("Begin the results of a changed question anew"),
        _("Results of a question begun anew: it was answered after its change had been approved"),
    ),
    "surveys.import_form": (_("Import an XLSForm"), _("XLSForm imported")),
    "surveys.export_form": (_("Download as XLSForm"), _("Downloaded as XLSForm")),
    "surveys.insert_question": (
        _("Insert a question from the library"),
        _("Question inserted from the library"),
    ),
    "surveys.export_answers": (_("Export answers"), _("Answers exported")),
}


@hooks.register("register_log_actions")
def register_survey_actions(actions: LogActionRegistry) -> None:
    for action, (label, message) in LOG_ACTIONS.items():
        actions.register_action(action, label, message)


@hooks.register("register_admin_urls")
def register_survey_screens() -> list[URLPattern | URLResolver]:
    return [path("surveys/", include("surveys.admin.urls"))]


class SurveysMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return user_can_see_any_figures(request.user)


@hooks.register("register_admin_menu_item")
def register_surveys_menu_item() -> MenuItem:
    return SurveysMenuItem(
        _("Surveys"), reverse("survey_admin:list"), name="surveys", icon_name="clipboard-list", order=150
    )


@hooks.register("construct_homepage_panels")
def show_open_surveys(request: HttpRequest, panels: list[Component]) -> None:
    lines = open_standings(surveys_seen_by(request.user), get_language() or "", timezone.now())
    if lines:
        today = sheets_today([line.wave for line in lines if line.wave], timezone.localdate())
        panels.append(OpenSurveysPanel(lines, today))


@hooks.register("register_page_header_buttons")
def lead_from_page_to_figures(
    page: Page, user: User, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    yield from _figures_button(page, user)
    yield from _form_button(page, user)
    yield from _changes_button(page, user)
    yield from _library_button(page, user)


@hooks.register("register_page_listing_more_buttons")
def lead_from_listing_to_figures(page: Page, user: User, next_url: str | None = None) -> Iterator[Button]:
    yield from _figures_button(page, user)


def _figures_button(page: Page, user: User) -> Iterator[Button]:
    if isinstance(page, SurveyPage) and user_can_see_page_figures(user, page):
        url = reverse("survey_admin:of_page", args=[page.translation_key])
        yield Button(_("Waves and figures"), url, icon_name="clipboard-list", priority=5)


def _form_button(page: Page, user: User) -> Iterator[Button]:
    if isinstance(page, SurveyPage) and page.permissions_for_user(user).can_edit():
        url = reverse("survey_admin:export_form", args=[page.translation_key])
        yield Button(_("Download as XLSForm"), url, icon_name="download", priority=60)


def _changes_button(page: Page, user: User) -> Iterator[Button]:
    if isinstance(page, SurveyPage) and page.permissions_for_user(user).can_edit() and undecided_in(page):
        yield Button(_("Decide on changed questions"), changes_url(page), icon_name="warning", priority=1)


def _library_button(page: Page, user: User) -> Iterator[Button]:
    if isinstance(page, SurveyPage) and pages_to_insert_into(user).filter(pk=page.pk).exists():
        url = f"{reverse('survey_admin:library')}?into={page.pk}"
        yield Button(_("Question from the library"), url, icon_name="search", priority=50)


@hooks.register("before_edit_page", order=100)
def ask_before_publishing(request: HttpRequest, page: Page) -> None:
    keep_as_draft_first(request, page)


@hooks.register("after_edit_page")
def ask_what_becomes_of_results(request: HttpRequest, page: Page) -> HttpResponse | None:
    return ask_after_saving(request, page)


@hooks.register("before_unpublish_page")
def keep_page_public_during_wave(request: HttpRequest, page: Page) -> HttpResponse | None:
    return refuse_unpublishing(request, [page], reverse("wagtailadmin_pages:edit", args=[page.pk]))


@hooks.register("before_delete_page")
def keep_page_during_wave(request: HttpRequest, page: Page) -> HttpResponse | None:
    return refuse_deleting(request, [page], reverse("wagtailadmin_pages:edit", args=[page.pk]))


@hooks.register("before_bulk_action")
def keep_pages_during_waves(
    request: HttpRequest, action_type: str, objects: Sequence[Any], action: Any
) -> HttpResponse | None:
    refuse = {"unpublish": refuse_unpublishing, "delete": refuse_deleting}.get(action_type)
    pages = [page for page in objects if isinstance(page, Page)]
    return refuse(request, pages, action.next_url) if refuse and pages else None


@hooks.register("insert_global_admin_css")
def style_survey_screens() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))
