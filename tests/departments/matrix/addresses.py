"""Every address below /admin/ that has a name, as the resolver knows them."""

from __future__ import annotations

from django.urls import Resolver404, URLResolver, get_resolver, resolve

from portal.departments.guard.registry import classified


def admin_names():
    """The names, with their namespaces, of all views below /admin/."""
    return {
        name
        for resolver in get_resolver().url_patterns
        if isinstance(resolver, URLResolver) and str(resolver.pattern) == "admin/"
        for name in _names(resolver, f"{resolver.namespace}:" if resolver.namespace else "")
    }


def unclassified():
    """The names for which nobody has said who may come in."""
    return admin_names() - classified()


def names_of(url):
    """The name of the view that answers at `url`: another one may stand before the one that was meant."""
    try:
        return {resolve(url.partition("?")[0]).view_name}
    except Resolver404:
        return set()


def _names(resolver, namespace):
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from _names(entry, inner)
        elif entry.name:
            yield namespace + entry.name
