from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from wagtail.models import Page, get_page_models
from wagtail.permissions import page_permission_policy

from portal.accounts.models import User
from portal.departments.models import Department, OwnedPage, ReviewReminder

# How long before its date a page is on the list.
SOON = timedelta(days=14)


def pages_with_review_date() -> QuerySet[Page]:
    """Public pages with a day for their review, the earliest first, as `review_on` and `owned_by` (a department's id).

    Of a page in several languages only the first: whether it is still true is one question.
    """
    kinds = [model._meta.model_name for model in get_page_models() if issubclass(model, OwnedPage)]
    earlier = Page.objects.filter(
        translation_key=OuterRef("translation_key"), alias_of=None, pk__lt=OuterRef("pk")
    )
    return (
        Page.objects.live()
        .annotate(
            review_on=Coalesce(*(F(f"{kind}__review_on") for kind in kinds)),
            owned_by=Coalesce(*(F(f"{kind}__department") for kind in kinds)),
        )
        .filter(~Exists(earlier), alias_of=None, review_on__isnull=False)
        .order_by("review_on", "pk")
    )


def reviewed_by(user: User) -> QuerySet[Page]:
    """Those of them that `user` may edit."""
    editable = page_permission_policy.instances_user_has_permission_for(user, "change")
    return pages_with_review_date().filter(pk__in=editable.order_by().values("pk"))


def stale_pages(user: User, today: date) -> QuerySet[Page]:
    """Those whose day has passed or comes within two weeks."""
    return reviewed_by(user).filter(review_on__lte=today + SOON)


def reminders_due(today: date) -> QuerySet[Page]:
    """The pages whose day has come, and of which nobody has been told."""
    told = ReviewReminder.objects.filter(page=OuterRef("pk"), review_on=OuterRef("review_on"))
    return pages_with_review_date().filter(~Exists(told), review_on__lte=today).select_related("owner")


def departments_of(user: User) -> QuerySet[Department]:
    """The departments that have a page on the person's list."""
    return Department.objects.filter(pk__in=reviewed_by(user).order_by().values("owned_by"))


def by_state(pages: QuerySet[Page], state: str, today: date) -> QuerySet[Page]:
    """`pages` that are "overdue", due "soon" or "later"."""
    states = {
        "overdue": Q(review_on__lte=today),
        "soon": Q(review_on__gt=today, review_on__lte=today + SOON),
        "later": Q(review_on__gt=today + SOON),
    }
    return pages.filter(states[state])
