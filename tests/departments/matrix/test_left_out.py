"""What is not installed has no doors to close."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.urls import NoReverseMatch, URLResolver, get_resolver, reverse
from wagtail.snippets.models import get_snippet_models

from tests.departments.matrix.attacking import signed_in


# DE-05
@pytest.mark.parametrize(
    "app",
    [
        "wagtail.contrib.forms",
        "wagtail.contrib.simple_translation",
        "wagtail.contrib.styleguide",
        "wagtail.contrib.search_promotions",
        "wagtail.api.v2",
        "wagtail_headless_preview",
    ],
)
def test_an_app_that_the_portal_does_not_need_is_not_installed(app):
    assert not apps.is_installed(app)


# DE-05
@pytest.mark.parametrize(
    "name", ["wagtailforms:list_submissions", "wagtailforms:delete_submissions", "wagtailstyleguide"]
)
def test_its_addresses_do_not_exist(name):
    for args in ([], [1]):
        with pytest.raises(NoReverseMatch):
            reverse(name, args=args)


# DE-05
@pytest.mark.parametrize("path", ["forms/", "forms/submissions/1/delete/", "styleguide/", "searchpicks/"])
def test_even_an_administrator_finds_nothing_there(world, path):
    assert signed_in(world.administrator).get(f"/admin/{path}", follow=True).status_code == 404


def test_no_snippets_are_registered():
    assert get_snippet_models() == []


# DE-12
@pytest.mark.parametrize(
    "path", ["/api/v2/pages/", "/api/v2/images/", "/api/v2/documents/", "/api/main/pages/"]
)
@pytest.mark.parametrize("role", ["anonymous", "resident", "editor"])
def test_there_is_no_public_interface_to_ask(world, path, role):
    assert signed_in(world.people[role]).get(path, follow=True).status_code == 404


# DE-12
def test_only_the_editing_desk_has_an_interface_for_programs():
    outside = [entry for entry in get_resolver().url_patterns if str(entry.pattern) != "admin/"]
    assert [view for view in _views(outside) if "wagtail.api" in _origins(view)] == []


def _views(entries):
    for entry in entries:
        if isinstance(entry, URLResolver):
            yield from _views(entry.url_patterns)
        else:
            yield entry.callback


def _origins(view):
    kind = getattr(view, "cls", None) or getattr(view, "view_class", None)
    return " ".join(base.__module__ for base in kind.__mro__) if kind else view.__module__
