from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.departments.matrix.cases.tries import case, of_each, screens
from tests.departments.matrix.marks import SOUGHT

PO = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'


def cases(world):
    """The portal's own screens for roles, preview links, reviews and translations."""
    return [*_roles(world), *_previews(world), *_reviews(world), *_translations(world)]


def _roles(world):
    roads, parks = world.roads, world.parks
    screen = "department_roles"
    theirs = roads.department.groups.get(role="editor").pk
    mine = parks.department.groups.get(role="editor").pk
    someone, known = world.people["newcomer"], roads.staff["editor"]
    yield from screens(f"{screen}:index", f"{screen}:city")
    for department, post in (
        (roads.department, theirs),
        (roads.department, mine),
        (parks.department, theirs),
    ):
        for name in ("department", "give"):
            data = {"email": someone.email, "post": post}
            yield case(f"{screen}:{name}", department.pk, data=data, kind=f"post {post}")
        data = {"person": known.pk, "post": post}
        yield case(f"{screen}:take", department.pk, data=data, kind=f"post {post}")
    for name in ("give_in_city", "take_in_city"):
        yield from screens(
            f"{screen}:{name}", data={"person": known.pk, "email": someone.email, "post": theirs}
        )
    yield case(f"{screen}:hand_over", roads.staff["editor"].pk, data={"successor": world.people["editor"].pk})


def _previews(world):
    roads, mine = world.roads, world.parks.draft
    form = {"note": "For the mayor", "days": "3"}
    yield from of_each(["preview_links:list"], roads.draft, roads.pending, data=form)
    for page in (roads.draft, mine):
        yield case("preview_links:revoke", page.pk, roads.preview_link.pk)


def _reviews(world):
    department = world.roads.department.pk
    for name in ("list", "list_results"):
        yield from screens(f"page_reviews:{name}")
        yield from screens(f"page_reviews:{name}", query=f"department={department}&state=overdue")
    yield from of_each(["page_reviews:mark"], world.roads.draft, world.roads.live)


def _translations(world):
    roads = world.roads
    theirs = roads.translation.pk
    for name in ("list", "report"):
        for screen in (f"translations:{name}", f"translations:{name}_results"):
            yield from screens(screen)
            department = roads.department.pk
            yield from screens(screen, query=f"q={SOUGHT}&department={department}&locale=es&language=es")
    for kind in ("csv", "xlsx"):
        yield from screens("translations:report", query=f"export={kind}")
        yield from screens("translations:list", query=f"export={kind}")
    for page in (roads.live, roads.draft, roads.pending, roads.translated):
        yield case("translations:begin", page.pk, data={"locales": [roads.alias.locale_id]})
        yield case("translations:confirm", page.pk)
    for name in ("download_po", "suggest", "preview"):
        yield case(f"translations:{name}", theirs)
    file = SimpleUploadedFile("es.po", PO)
    yield case("translations:upload_po", theirs, data={"file": file, "po_file": file})
