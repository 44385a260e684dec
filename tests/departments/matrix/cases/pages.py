from __future__ import annotations

from tests.departments.matrix.cases.tries import case, of_each, screens
from tests.departments.matrix.forms import editor_form
from tests.departments.matrix.marks import SOUGHT

ON_A_PAGE = {
    "wagtailadmin_explore": {},
    "wagtailadmin_explore_results": {},
    "wagtailadmin_pages:usage": {},
    "wagtailadmin_pages:view_draft": {},
    "wagtailadmin_pages:delete": {"next": "/admin/"},
    "wagtailadmin_pages:unpublish": {"include_descendants": "on"},
    "wagtailadmin_pages:set_privacy": {"restriction_type": "none"},
    "wagtailadmin_pages:lock": {"next": "/admin/"},
    "wagtailadmin_pages:unlock": {"next": "/admin/"},
    "wagtailadmin_pages:add_subpage": {},
    "wagtailadmin_pages:history": {},
    "wagtailadmin_pages:history_results": {},
    "wagtailadmin_pages:workflow_history": {},
    "wagtailadmin_pages:revisions_index": {},
    "wagtailadmin_pages:confirm_workflow_cancellation": {},
    "wagtail_localize:convert_to_alias": {"next": "/admin/"},
    "wagtail_localize:submit_page_translation": {"locales": [], "include_subtree": "on"},
}
A_STORY = {"title": "Taken over", "slug": "taken-over", "date": "2026-01-01", "body-count": "0"}
EMPTY_LISTS = {
    f"{name}-{count}": "0"
    for name in ("topic_links", "comments")
    for count in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")
}


def cases(world):
    """Every address below /admin/pages/, with pages of roads in each state."""
    return [
        *_one_page(world),
        *_editing(world),
        *_revisions(world),
        *_workflow(world),
        *_from_here_to_there(world),
        *_lists_of_types(world),
    ]


def _one_page(world):
    roads = world.roads
    locales = [page.locale_id for page in (roads.alias, roads.translated)]
    for name, data in ON_A_PAGE.items():
        sent = {**data, "locales": locales} if "locales" in data else data
        yield from of_each([name], roads.pending, roads.drafted_translation, data=sent)
    yield from of_each(["wagtailadmin_explore", "wagtailadmin_explore_results"], roads.page, roads.draft)
    yield from of_each(["wagtailadmin_pages:convert_alias"], roads.alias)
    yield from of_each(["wagtailadmin_pages:unlock"], roads.locked)
    yield from of_each(["wagtailadmin_pages:delete", "wagtailadmin_pages:unpublish"], roads.page, roads.live)
    yield from of_each(["wagtailadmin_pages:set_privacy"], roads.private, data={"restriction_type": "none"})
    yield from of_each(["wagtail_localize:submit_page_translation"], roads.event, data={"locales": locales})
    position = {"position": "0"}
    yield case("wagtailadmin_pages:set_page_position", roads.draft.pk, query="position=0", data=position)


def _editing(world):
    roads = world.roads
    pages = [
        roads.draft,
        roads.pending,
        roads.moderated,
        roads.locked,
        roads.scheduled,
        roads.translated,
        roads.drafted_translation,
        roads.alias,
        roads.event,
        roads.standard,
        roads.survey_draft,
        roads.page,
    ]
    for page in pages:
        form = editor_form(world, page)
        yield case("wagtailadmin_pages:edit", page.pk, data={**form, "action-publish": "1"})
    for page in (roads.draft, roads.pending, roads.translated):
        form = editor_form(world, page)
        yield case("wagtailadmin_pages:preview_on_edit", page.pk, data=form)
        yield case("wagtailadmin_pages:edit", page.pk, data={**form, "action-submit": "1"}, kind="hand in")
    new = {**A_STORY, **EMPTY_LISTS}
    for name in ("wagtailadmin_pages:add", "wagtailadmin_pages:preview_on_add"):
        yield case(name, "news", "articlepage", roads.page.pk, data={**new, "action-publish": "1"})


def _revisions(world):
    roads, mine = world.roads, world.parks.pending
    for page in (roads.pending, roads.draft):
        revision = page.latest_revision_id or page.get_latest_revision().pk
        for name in ("revisions_view", "revisions_revert", "revisions_unschedule"):
            yield case(f"wagtailadmin_pages:{name}", page.pk, revision)
            yield case(f"wagtailadmin_pages:{name}", mine.pk, revision)
        for earlier, later in (("live", "latest"), ("earliest", revision)):
            yield case("wagtailadmin_pages:revisions_compare", page.pk, earlier, later)
        own = mine.get_latest_revision().pk
        yield case("wagtailadmin_pages:revisions_compare", mine.pk, own, revision)
        yield case("wagtailadmin_pages:revisions_compare", mine.pk, revision, own)
    scheduled = roads.scheduled
    revision = scheduled.scheduled_revision.pk
    yield case("wagtailadmin_pages:revisions_unschedule", scheduled.pk, revision)


def _workflow(world):
    roads, mine = world.roads, world.parks.moderated
    state, page = roads.task_state, roads.moderated
    for action in ("approve", "reject"):
        for name in ("workflow_action", "collect_workflow_action_data"):
            for there in (page, mine):
                yield case(
                    f"wagtailadmin_pages:{name}", there.pk, action, state.pk, data={"comment": "Let it go"}
                )
    yield case("wagtailadmin_pages:confirm_workflow_cancellation", page.pk)
    for there in (page, mine):
        yield case("wagtailadmin_pages:workflow_preview", there.pk, roads.task.pk)
        yield case("wagtailadmin_pages:workflow_history_detail", there.pk, roads.workflow_state.pk)


def _from_here_to_there(world):
    """Moving and copying, theirs to mine and mine to theirs."""
    parks, roads = world.parks, world.roads
    ways = [
        (roads.draft, parks.page),
        (roads.pending, parks.page),
        (roads.standard, parks.standard),
        (parks.draft, roads.page),
        (parks.pending, roads.page),
        (roads.standard, roads.page),
    ]
    for page, place in ways:
        there = {"new_parent_page": place.pk, "confirm": "1"}
        copy = {
            "new_title": "Copied",
            "new_slug": "copied",
            "new_parent_page": place.pk,
            "publish_copies": "on",
            "copy_subpages": "on",
        }
        yield case("wagtailadmin_pages:move", page.pk, data=there)
        yield case("wagtailadmin_pages:move_confirm", page.pk, place.pk)
        yield case("wagtailadmin_pages:copy", page.pk, data=copy)
        yield case("wagtailadmin_pages:copy", page.pk, data={**copy, "alias": "on"}, kind="as an alias")


def _lists_of_types(world):
    for app, model in (("news", "articlepage"), ("surveys", "surveypage"), ("home", "departmentpage")):
        yield case("wagtailadmin_pages:type_use", app, model)
        yield case("wagtailadmin_pages:type_use_results", app, model)
        yield case("wagtailadmin_pages:choose_parent", app, model, data={"parent_page": world.roads.page.pk})
    staff = world.roads.staff["editor"].pk
    yield case("wagtailadmin_pages:type_use", "news", "articlepage", query=f"owner={staff}&edited_by={staff}")
    for name in ("wagtailadmin_pages:search", "wagtailadmin_pages:search_results"):
        yield from screens(name, query=f"q={SOUGHT}")
        yield from screens(name, query=f"q={SOUGHT}&content_type=news.articlepage&ordering=title")
