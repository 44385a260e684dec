from __future__ import annotations

from tests.departments.matrix.cases.tries import case, screens
from tests.departments.matrix.forms import editor_form
from tests.departments.matrix.marks import SOUGHT

REPORTS = (
    "locked_pages",
    "workflow",
    "workflow_tasks",
    "site_history",
    "aging_pages",
    "page_types_usage",
)


def cases(world):
    """The desk, the explorer, choosers of pages, reports, bulk actions, the interface for the editor."""
    return [
        *_desk(world),
        *_choosers(world),
        *_reports(world),
        *_bulk(world),
        *_interface(world),
        *_actions(world),
        *_sessions(world),
    ]


def _desk(world):
    parks, roads = world.parks, world.roads
    root = world.city.get_parent()
    yield from screens("wagtailadmin_home", "wagtailadmin_explore_root", "wagtailadmin_error_test")
    for page in (root, world.city, parks.page.get_parent(), parks.page, parks.pending):
        yield case("wagtailadmin_explore", page.pk)
    for query in (f"q={SOUGHT}&search_all=1", f"q={SOUGHT}", "ordering=ord", "locale=es", "ordering=title"):
        for page in (root, parks.page):
            yield case("wagtailadmin_explore_results", page.pk, query=query)
    for page in (parks.draft, parks.pending, parks.translated, parks.moderated, parks.survey_page):
        yield case("wagtailadmin_pages:edit", page.pk, data=editor_form(world, page))
    for name in ("set_privacy", "history", "workflow_history", "usage", "move", "delete"):
        yield case(f"wagtailadmin_pages:{name}", parks.pending.pk)
    theirs = roads.staff["editor"].pk
    yield case("wagtailadmin_explore", parks.page.pk, query=f"owner={theirs}&edited_by={theirs}")


def _choosers(world):
    roads, parks = world.roads, world.parks
    yield from screens("wagtailadmin_choose_page")
    yield from screens("wagtailadmin_choose_page", query="page_type=surveys.SurveyPage&allow_external_link=1")
    for page in (roads.page, roads.standard, world.city, roads.drafted_translation.get_parent(), parks.page):
        yield case("wagtailadmin_choose_page_child", page.pk)
    yield case(
        "wagtailadmin_choose_page_child",
        roads.page.pk,
        query="target_pages=&match_subclass=&user_perms=move_to",
    )
    for query in (f"q={SOUGHT}", f"q={SOUGHT}&page_type=surveys.SurveyPage", f"q={SOUGHT}&locale=es"):
        yield from screens("wagtailadmin_choose_page_search", query=query)
    for page in (roads.draft, roads.pending, roads.private, roads.drafted_translation):
        yield from screens("wagtailadmin_choose_page_chosen_multiple", query=f"id={page.pk}&multiple=1")
    for kind in ("external", "email", "phone", "anchor"):
        yield from screens(
            f"wagtailadmin_choose_page_{kind}_link",
            query=f"link_text=x&link_url=/en/&parent_page_id={roads.draft.pk}",
            data={
                f"{kind}-link-chooser-link_text": "x",
                f"{kind}-link-chooser-url": f"http://testserver/en/departments/roads/{roads.private.slug}/",
            },
        )


def _reports(world):
    theirs = world.roads.staff["editor"].pk
    filters = {
        "locked_pages": f"locked_by={theirs}",
        "workflow": f"workflow={world.roads.workflow.pk}&requested_by={theirs}&reviewable=false",
        "workflow_tasks": f"task={world.roads.task.pk}&workflow={world.roads.workflow.pk}",
        "site_history": f"user={theirs}&label={SOUGHT}",
        "aging_pages": f"last_published_by={theirs}",
        "page_types_usage": "page_locale=es",
    }
    for report in REPORTS:
        for name in (f"wagtailadmin_reports:{report}", f"wagtailadmin_reports:{report}_results"):
            yield from screens(name)
            yield from screens(name, query=filters[report])
        for kind in ("csv", "xlsx"):
            yield from screens(f"wagtailadmin_reports:{report}", query=f"export={kind}")


def _bulk(world):
    """By number, and by "all below their department's page"."""
    parks, roads = world.parks, world.roads
    actions = {
        ("wagtailcore", "page"): ("delete", "move", "publish", "unpublish"),
        ("core", "cityimage"): ("add_tags", "add_to_collection", "delete"),
        ("core", "citydocument"): ("add_tags", "add_to_collection", "delete"),
        ("accounts", "user"): ("assign_role", "delete", "set_active_state"),
    }
    things = {
        "page": (roads.draft, roads.pending),
        "cityimage": (roads.image,),
        "citydocument": (roads.document,),
        "user": (roads.staff["editor"],),
    }
    data = {
        "move": {"chooser": parks.page.pk},
        "add_tags": {"tags": "stolen"},
        "add_to_collection": {"collection": parks.department.collection_id},
        "assign_role": {"role": parks.department.groups.first().group_id},
        "set_active_state": {"mark_as_active": "False"},
        "unpublish": {"include_descendants": "on"},
        "publish": {"include_descendants": "on"},
    }
    for (app, model), names in actions.items():
        numbers = "&".join(f"id={thing.pk}" for thing in things[model])
        for action in names:
            address = ("wagtail_bulk_action", app, model, action)
            yield case(*address, query=f"{numbers}&next=/admin/", data=data.get(action))
            if model == "page":
                everything = f"id=all&childOf={roads.page.pk}&next=/admin/"
                yield case(*address, query=everything, data=data.get(action))
                mixed = f"id={parks.draft.pk}&{numbers}&next=/admin/"
                yield case(*address, query=mixed, data=data.get(action))
    mine = f"id={parks.draft.pk}&next=/admin/"
    yield case(
        "wagtail_bulk_action", "wagtailcore", "page", "move", query=mine, data={"chooser": roads.page.pk}
    )


def _interface(world):
    roads = world.roads
    one = {
        "pages": (roads.draft, roads.pending, roads.drafted_translation, roads.private),
        "documents": (roads.document, roads.private_document),
        "images": (roads.image, roads.private_image),
    }
    for kind, things in one.items():
        listing, detail, find = (f"wagtailadmin_api:{kind}:{name}" for name in ("listing", "detail", "find"))
        yield from screens(listing)
        yield from screens(listing, query="fields=*&limit=50")
        yield from screens(listing, query=f"search={SOUGHT}&fields=*")
        for thing in things:
            yield case(detail, thing.pk, query="fields=*")
            yield from screens(find, query=f"id={thing.pk}")
    for query in (
        f"child_of={roads.page.pk}",
        f"descendant_of={roads.page.pk}",
        f"for_explorer=1&child_of={roads.page.pk}",
        f"translation_of={roads.draft.pk}",
        "locale=es&fields=*",
    ):
        yield from screens("wagtailadmin_api:pages:listing", query=query)


ACTIONS = "convert_alias copy copy_for_translation create_alias delete move publish unpublish revert_to_page_revision"


def _actions(world):
    data = {
        "destination_page_id": world.parks.page.pk,
        "locale": "ar",
        "slug": "stolen",
        "title": "Stolen",
        "revision_id": world.roads.live.get_latest_revision().pk,
        "recursive": "on",
    }
    for action in ACTIONS.split():
        yield case("wagtailadmin_api:pages:action", world.roads.live.pk, action, data=data)


def _sessions(world):
    session, page = world.roads.session, world.roads.draft
    yield case("wagtailadmin_editing_sessions:ping", "news", "articlepage", page.pk, session.pk)
    yield case("wagtailadmin_editing_sessions:ping", "wagtailcore", "page", page.pk, session.pk)
    yield case("wagtailadmin_editing_sessions:release", session.pk)
