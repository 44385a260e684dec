from __future__ import annotations

from wagtail.models import Locale, Site

from portal.core.models import CitySettings, District, Topic
from tests.departments.matrix.cases.tries import case, of_each, screens


def cases(world):
    """What belongs to the whole city, with the departments, people, groups and workflows of roads."""
    return [
        *_kept_lists(world),
        *_people(world),
        *_workflows(world),
        *_settings(world),
        *_redirects(world),
        *_around(),
    ]


def _kept_lists(world):
    """The lists that viewsets make: index, add, edit, delete, history, usage and so on."""
    topic = Topic.objects.get_or_create(code="quay", defaults={"name": {"en": "Quay"}})[0]
    district = District.objects.get_or_create(code="quay", defaults={"name": {"en": "Quay"}})[0]
    stolen = {"name": "Stolen", "code": "stolen", "name_en": "Stolen"}
    link = {"level": "major", "text_en": "x", "link_page": world.roads.draft.pk, "starts_at": "2026-01-01"}
    kept = {
        "departments": (world.roads.department, stolen, ("inspect",)),
        "topics": (topic, stolen, ()),
        "districts": (district, stolen, ()),
        "alert-banners": (world.banner, link, ("copy",)),
        "wagtaillocales": (Locale.objects.get(language_code="es"), {"language_code": "de"}, ("copy",)),
        "wagtailsites": (Site.objects.get(), {"hostname": "x", "root_page": world.roads.page.pk}, ("copy",)),
    }
    for space, (thing, data, more) in kept.items():
        yield from screens(f"{space}:index", f"{space}:index_results")
        yield from screens(f"{space}:add", data=data)
        for name in ("edit", "delete", "history", "history_results", "usage", *more):
            yield case(f"{space}:{name}", thing.pk, data=data)
    yield from screens("districts:outlines")


def _people(world):
    staff, group = world.roads.staff, world.roads.department.groups.first().group
    mine = world.parks.department.groups.first().group_id
    person = {"email": "stolen@northmere.example", "name": "Stolen", "groups": mine, "is_active": "on"}
    for name in ("edit", "delete", "history", "history_results", "usage"):
        yield from of_each([f"wagtailusers_users:{name}"], staff["editor"], data=person)
    for name in ("edit", "delete", "history", "history_results", "usage", "inspect"):
        yield from of_each([f"wagtailusers_groups:{name}"], group, data={"name": "Stolen"})
    for space in ("wagtailusers_users", "wagtailusers_groups"):
        yield from screens(f"{space}:index", f"{space}:index_results", f"{space}:add", data=person)
        yield from screens(f"{space}:index_results", query=f"q=of+roads&group={group.pk}")


def _workflows(world):
    workflow, task, page = world.roads.workflow, world.roads.task, world.roads.page
    mine = world.parks.workflow
    data = {"name": "Stolen", "active": "on", "pages-TOTAL_FORMS": "0", "pages-INITIAL_FORMS": "0"}
    for name in ("edit", "enable", "disable", "usage", "usage_results"):
        yield from of_each([f"wagtailadmin_workflows:{name}"], workflow, data=data)
    for name in ("edit_task", "enable_task", "disable_task", "task_chosen"):
        yield from of_each([f"wagtailadmin_workflows:{name}"], task, data={"name": "Stolen", "groups": "1"})
    yield case("wagtailadmin_workflows:remove", page.pk)
    yield case("wagtailadmin_workflows:remove", page.pk, workflow.pk)
    yield case("wagtailadmin_workflows:remove", page.pk, mine.pk)
    for name in ("index", "index_results", "add", "select_task_type", "task_index", "task_index_results"):
        yield from screens(f"wagtailadmin_workflows:{name}", data=data)
        yield from screens(f"wagtailadmin_workflows:{name}", query="show_disabled=true")
    for name in ("task_chooser", "task_chooser_results", "task_chooser_create"):
        yield from screens(f"wagtailadmin_workflows:{name}")
        yield from screens(f"wagtailadmin_workflows:{name}", query="q=quiet")
    yield case("wagtailadmin_workflows:add_task", "wagtailcore", "groupapprovaltask", data={"name": "x"})


def _settings(world):
    city = CitySettings.objects.get()
    data = {"name_en": "Stolen", "menu_items-0-page": world.roads.draft.pk}
    yield case("wagtailsettings:edit", "core", "citysettings")
    yield case("wagtailsettings:edit", "core", "citysettings", city.pk, data=data)
    yield case("wagtailsettings:preview_on_edit", "core", "citysettings", city.pk, data=data)


def _redirects(world):
    redirect = world.roads.redirect
    data = {"old_path": "/stolen", "redirect_page": world.roads.draft.pk, "is_permanent": "on"}
    yield from of_each(["wagtailredirects:edit", "wagtailredirects:delete"], redirect, data=data)
    yield from screens("wagtailredirects:add", data=data)
    yield from screens("wagtailredirects:index", "wagtailredirects:index_results")
    yield from screens("wagtailredirects:index", query="export=csv")
    yield from screens("wagtailredirects:start_import", "wagtailredirects:process_import")


def _around():
    yield from screens(
        "wagtailadmin_account",
        "wagtailadmin_dismissibles",
        "wagtailadmin_block_preview",
        "wagtailadmin_sprite",
        "wagtailadmin_login",
        "wagtailadmin_javascript_catalog",
        "wagtailadmin_password_reset",
        "wagtailadmin_password_reset_done",
        "wagtailadmin_password_reset_complete",
        "wagtailsnippets:index",
        "wagtailembeds:chooser",
        "wagtailembeds:chooser_upload",
    )
    yield case("wagtailadmin_password_reset_confirm", "MQ", "abc-def")
    yield from screens("wagtailadmin_logout")
