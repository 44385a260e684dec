"""All cases of the matrix. A new address below /admin/ gets its cases in one of these modules."""

from __future__ import annotations

from tests.departments.matrix.cases import (
    city,
    library,
    listings,
    media,
    ours,
    pages,
    smuggled,
    surveys,
    translating,
)

PARTS = (pages, listings, media, surveys, library, translating, ours, city, smuggled)


def every_case(world):
    # Leaving ends the visit, so it comes last.
    found = [case for part in PARTS for case in part.cases(world)]
    return sorted(found, key=lambda case: case.name == "wagtailadmin_logout")
