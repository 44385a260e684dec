"""Steps of a resident through the survey "On the way"."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from surveys.models import Answer, Response
from tests.surveys.logic.on_the_way import on_the_way
from tests.surveys.making import open_survey

ADDRESS = "/en/departments/roads/on-the-way/"


def open_on_the_way(department):
    return open_survey(department, *on_the_way(), slug="on-the-way", title="On the way")


def on_the_sheet():
    """Name of the question → codes, of the one sheet there is."""
    assert Response.objects.count() == 1
    return dict(Answer.objects.values_list("question_version__name", "codes"))


def press(visitor, name):
    visitor.get_by_role("button", name=name, exact=True).click()


def see(visitor, heading):
    expect(visitor.locator(".form h2", has_text=heading)).to_be_visible()


def drafts(visitor):
    return visitor.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('draft.'))")


def by_bicycle_with_two_others(visitor):
    """The first three pages, on the way to the last words."""
    visitor.get_by_label("By bicycle").check()
    press(visitor, "Continue")
    see(visitor, "At home")
    visitor.get_by_label("How many live with you?").fill("2")
    visitor.get_by_label("Lanes").check()
    press(visitor, "Continue")
    see(visitor, "Together")
    visitor.get_by_label("Yes").check()
    press(visitor, "Continue")
    see(visitor, "Last words")


def change_to_tram(visitor):
    """From the check back to the first page, where another answer takes two later questions away."""
    visitor.get_by_role("button", name=re.compile("Change.*How do you travel")).click()
    see(visitor, "Your way")
    visitor.get_by_label("By tram").check()
