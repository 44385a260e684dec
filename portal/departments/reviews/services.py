"""Reminding people of a page's review, and noting that it took place."""

from __future__ import annotations

from datetime import date
from urllib.parse import urljoin

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.template import Context
from django.template.loader import get_template
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.log_actions import log
from wagtail.models import Page, Revision
from wagtail.users.models import UserProfile

from portal.accounts.models import User
from portal.core.mail import queue
from portal.departments.models import DepartmentGroup, ReviewReminder
from portal.departments.reviews.dates import in_months
from portal.departments.reviews.queries import reminders_due
from portal.departments.roles import ROLES

NEXT_IN_MONTHS = (6, 12)


class MayNotReviewError(Exception):
    """The person may not edit the page."""


def remind_of_reviews(*, today: date) -> int:
    """Tell the people who keep them of the pages whose day has come: once for each page and day. How many pages."""
    return sum(_remind(page) for page in reminders_due(today))


@transaction.atomic
def mark_reviewed(*, page: Page, user: User, months: int, today: date) -> date:
    """Note that `page` is still true, and the day of the next review. Drafts stay drafts, whatever they say.

    ValueError for another number of months than 6 or 12.
    """
    if months not in NEXT_IN_MONTHS:
        raise ValueError(f"The next review is in {NEXT_IN_MONTHS} months.")
    if not page.permissions_for_user(user).can_edit():
        raise MayNotReviewError
    page = page.specific
    day = in_months(today, months)
    type(page).objects.filter(pk=page.pk).update(review_on=day)
    # What is published later would bring the old day back.
    for revision in _publishable_later(page):
        revision.content["review_on"] = day.isoformat()
        revision.save(update_fields=["content"])
    log(page, "departments.review_page", user=user, data={"next": day.isoformat()})
    return day


def _remind(page: Page) -> bool:
    people = _keepers(page)
    if not people:
        return False
    try:
        with transaction.atomic():
            # First, so that of two clocks one gives up. The mails are written down with it, or not at all.
            ReviewReminder.objects.create(page=page, review_on=page.review_on, sent_at=timezone.now())
            for person in people:
                queue(_reminder(page, person))
    except IntegrityError:
        return False
    return True


def _keepers(page: Page) -> list[User]:
    """The page's owner while she may edit it, else the publishers of its department."""
    owner = page.owner
    if owner is not None and owner.is_active and page.permissions_for_user(owner).can_edit():
        return [owner]
    roles = [code for code, role in ROLES.items() if role.approves]
    groups = DepartmentGroup.objects.filter(department=page.owned_by, role__in=roles)
    return list(User.objects.filter(groups__in=groups.values("group"), is_active=True).distinct())


def _reminder(page: Page, person: User) -> EmailMessage:
    facts = {
        "title": page.title,
        "day": page.review_on,
        "edit_url": _address("wagtailadmin_pages:edit", page.pk),
        "list_url": _address("page_reviews:list"),
    }
    with translation.override(UserProfile.get_for_user(person).get_preferred_language()):
        subject, text = (
            # A mail is not HTML: an apostrophe in a title stays one.
            get_template(f"departments/reviews/reminder_{part}.txt").template.render(
                Context(facts, autoescape=False)
            )
            for part in ("subject", "message")
        )
    headers = {"Auto-Submitted": "auto-generated"}
    return EmailMessage(" ".join(subject.split()), text.strip() + "\n", to=[person.email], headers=headers)


def _address(view: str, *args: int) -> str:
    return urljoin(settings.WAGTAILADMIN_BASE_URL, reverse(view, args=args))


def _publishable_later(page: Page) -> list[Revision]:
    drafts = page.revisions.filter(pk__in=[page.latest_revision_id, page.live_revision_id])
    return list(drafts | page.revisions.filter(approved_go_live_at__isnull=False))
