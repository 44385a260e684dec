"""A department with pages in every state, for tests of what lists of them show and cost."""

from __future__ import annotations

from django.utils import timezone
from wagtail.models import Locale

from home.models import StandardPage
from news.models import ArticlePage
from surveys.models import SurveyPage
from tests.factories import department_page

KINDS = 5


def add_round(department, number, *, editor, language="en", stands_in="ar"):
    """One more page of each of five kinds, written by `editor`; one of them has a stand-in."""
    parent = department_page(department, language)

    def add(below, model, title, **fields):
        page = model(title=f"{title} {number}", slug=f"{title.lower().replace(' ', '-')}-{number}", **fields)
        return below.add_child(instance=page)

    story = {"date": timezone.localdate()}
    edited = add(parent, ArticlePage, "Edited", has_unpublished_changes=True, **story)
    edited.copy_for_translation(Locale.objects.get(language_code=stands_in), alias=True)
    waiting = add(parent, ArticlePage, "Waiting", live=False, **story)
    waiting.save_revision()
    waiting.get_workflow().start(waiting, editor)
    add(parent, ArticlePage, "Locked", locked=True, locked_by=editor, locked_at=timezone.now(), **story)
    section = add(parent, StandardPage, "Section", live=False)
    add(section, StandardPage, "Live below")
    add(parent, SurveyPage, "Survey", live=False, owner=editor)
    return parent
