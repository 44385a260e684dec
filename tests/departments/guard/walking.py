from __future__ import annotations

from django.urls import URLResolver, get_resolver


def addresses_of_the_admin():
    """(name, route) of every address below /admin/, as the guard knows them."""
    return [
        (":".join((*namespaces, pattern.name)) if pattern.name else f"/{route}", route)
        for pattern, route, namespaces in walk(get_resolver())
        if route.startswith("admin/")
    ]


def walk(resolver, route="", namespaces=()):
    for pattern in resolver.url_patterns:
        # As Django joins them, without the mark of a beginning in the middle.
        here = route + str(pattern.pattern).removeprefix("^")
        if isinstance(pattern, URLResolver):
            below = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from walk(pattern, here, below)
        else:
            yield pattern, here, namespaces
