from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from wagtail.models import PageViewRestriction

from news.models import ArticlePage
from tests.factories import (
    department_page,
    group_of,
    make_article,
    make_event,
    make_standard_page,
    translate,
)


def make_pages(own):
    """Live, draft, pending, waiting for approval, locked, scheduled, private, translated, standing in."""
    department, editor = own.department, own.staff["editor"]
    code = department.code
    own.page = department_page(department)
    own.live = make_article(
        department,
        f"{code} opens",
        slug=f"{code}-opens",
        owner=editor,
        picture=own.shown,
        picture_text="A road",
    )
    own.draft = _draft(own, "draft")
    own.event = make_event(
        department,
        own.word("event"),
        slug=f"{own.mark}event",
        live=False,
        place=own.word("place"),
        owner=editor,
    )
    own.standard = make_standard_page(
        own.page, own.word("standard"), slug=f"{own.mark}standard", live=False, owner=editor
    )
    own.pending = make_article(department, f"{code} works", slug=f"{code}-works", owner=editor)
    _rewrite(own, own.pending, "pending")
    own.moderated = _draft(own, "moderated")
    _hold_back(own)
    _in_other_languages(own)


def _hold_back(own):
    """Locked, scheduled, and public for a group only."""
    editor, publisher = own.staff["editor"], own.staff["publisher"]
    own.locked = _draft(own, "locked")
    own.locked.locked, own.locked.locked_by, own.locked.locked_at = True, publisher, timezone.now()
    own.locked.save()
    own.scheduled = _draft(own, "scheduled")
    own.scheduled.go_live_at = timezone.now() + timedelta(days=9)
    own.scheduled.save_revision(user=publisher, log_action=True).publish(user=publisher)
    title, slug = own.word("private"), f"{own.department.code}-behind"
    own.private = make_article(own.department, title, slug=slug, owner=editor)
    own.private_lock = PageViewRestriction.objects.create(
        page=own.private, restriction_type=PageViewRestriction.GROUPS
    )
    own.private_lock.groups.add(group_of(own.department, "editor"))


def _in_other_languages(own):
    own.alias = translate(own.live, "ar", alias=True)
    own.translated = translate(own.live, "es", title=f"{own.department.code} abre")
    _rewrite(own, own.translated, "titulo")
    own.drafted_translation = translate(own.draft, "es", title=own.word("borrador"))
    own.drafted_translation.unpublish()


def _draft(own, what):
    page = make_article(
        own.department,
        own.word(what),
        slug=f"{own.mark}{what}",
        live=False,
        summary=own.word("summary"),
        review_on=timezone.localdate(),
        owner=own.staff["editor"],
    )
    page.body = [("paragraph", f"<p>{own.word('body')}</p>")]
    page.picture, page.picture_text = own.image, own.word("alt")
    page.save_revision(user=own.staff["editor"], log_action=True)
    return ArticlePage.objects.get(pk=page.pk)


def _rewrite(own, page, what):
    """A draft over the public page."""
    page.title = own.word(what)
    page.body = [("paragraph", f"<p>{own.word('body')}</p>")]
    page.save_revision(user=own.staff["editor"], log_action=True)
    page.refresh_from_db()
