"""Editors and publishers at work: drafts, corrections, days for reviews and days on which pages end."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from wagtail_localize.synctree import create_aliases_for_new_page

from home.demo.content import shape
from home.demo.content.blocks import ContentError
from home.demo.content.desk import Desk
from home.demo.loading.office import Office
from home.demo.loading.pages import article_writer
from news.models import ArticlePage
from portal.accounts.models import User
from portal.core.models import BasePage
from portal.departments.services import create_preview_link


def set_days(desk: Desk, office: Office) -> None:
    """The days of reviews, and the last days of pages."""
    for each in desk.reviews:
        page = office.page(each.page)
        page.review_on = office.shelf.today + timedelta(days=each.days)
        _publish(page, office.staff[each.by])
    for each in desk.expiries:
        page = office.page(each.page)
        page.expire_at = _midnight(office, each.days)
        _publish(page, office.staff[each.by])


def correct(desk: Desk, office: Office) -> None:
    """Publish the English anew. ContentError where the sentence does not stand in a paragraph of the page."""
    for each in desk.corrections:
        page = office.page(each.page)
        body = page.body.get_prep_value()
        block = next((b for b in body if b["type"] == "paragraph" and each.old in b["value"]), None)
        if block is None:
            raise ContentError(f"{each.page}: no paragraph says “{each.old}”")
        block["value"] = block["value"].replace(each.old, each.new)
        page.body = body
        _publish(page, office.staff[each.by])


def load_drafts(desk: Desk, office: Office) -> list[str]:
    """Hand in the articles that are not public, or set them for their day; the addresses of shared ones."""
    addresses = []
    for draft in desk.drafts:
        user = office.staff[draft.by]
        page = _drafted(draft.article, office)
        if draft.article.published > 0:
            page.go_live_at = _midnight(office, draft.article.published) + timedelta(hours=9)
            _publish(page, user)
        else:
            page.save_revision(user=user)
            page.get_workflow().start(page, user)
        if draft.shared_with:
            addresses.append(_share(page, user, draft.shared_with))
    return addresses


def _drafted(article: shape.Article, office: Office) -> ArticlePage:
    page = ArticlePage(slug=article.key, live=False)
    article_writer(office.shelf, article)(page, "en")
    office.page(f"department:{article.department}").add_child(instance=page)
    # As after every page that an editor adds.
    create_aliases_for_new_page(page)
    return page


def _share(page: ArticlePage, user: User, note: str) -> str:
    _link, token = create_preview_link(page=page, user=user, days=14, note=note)
    return urljoin(settings.WAGTAILADMIN_BASE_URL, reverse("shared_draft", args=[token]))


def _publish(page: BasePage, user: User) -> None:
    page.full_clean()
    page.save_revision(user=user).publish(user=user)


def _midnight(office: Office, days: int) -> datetime:
    return timezone.make_aware(datetime.combine(office.shelf.today + timedelta(days=days), time.min))
