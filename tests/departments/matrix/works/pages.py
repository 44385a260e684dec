from __future__ import annotations

from wagtail.models import Page

from news.models import ArticlePage
from tests.departments.matrix.cases.pages import A_STORY, EMPTY_LISTS
from tests.departments.matrix.forms import editor_form
from tests.factories import make_article, make_standard_page


def opens_the_editor(desk):
    return b"page-edit-form" in desk.get("wagtailadmin_pages:edit", desk.draft.pk).content


def saves_a_draft(desk):
    page = desk.sends(desk.draft, title="Rewritten")
    return page.get_latest_revision_as_object().title == "Rewritten"


def previews_a_draft(desk):
    form = editor_form(desk.world, desk.draft)
    sent = desk.post("wagtailadmin_pages:preview_on_edit", desk.draft.pk, data=form)
    return sent.status_code == 200 and sent.json()["is_valid"]


def hands_a_draft_in(desk):
    return desk.sends(desk.draft, **{"action-submit": "1"}).workflow_in_progress


def publishes(desk):
    return desk.sends(desk.draft, **{"action-publish": "1"}).live


def unpublishes(desk):
    page = make_article(desk.own.department, "Soon gone")
    desk.post("wagtailadmin_pages:unpublish", page.pk)
    return not Page.objects.get(pk=page.pk).live


def approves(desk):
    address = (desk.own.moderated.pk, "approve", desk.own.task_state.pk)
    desk.post("wagtailadmin_pages:workflow_action", *address, data={"comment": "Well done"})
    return Page.objects.get(pk=desk.own.moderated.pk).live


def writes_a_new_page(desk):
    address = ("news", "articlepage", desk.own.page.pk)
    if not desk.opens("wagtailadmin_pages:add", *address):
        return False
    desk.post("wagtailadmin_pages:add", *address, data={**A_STORY, **EMPTY_LISTS})
    return ArticlePage.objects.filter(slug=A_STORY["slug"], department=desk.own.department).exists()


def locks(desk):
    desk.post("wagtailadmin_pages:lock", desk.own.draft.pk)
    return Page.objects.get(pk=desk.own.draft.pk).locked


def unlocks(desk):
    desk.post("wagtailadmin_pages:unlock", desk.own.locked.pk)
    return not Page.objects.get(pk=desk.own.locked.pk).locked


def moves(desk):
    page = make_standard_page(desk.own.page, "Wanders", live=False)
    desk.post("wagtailadmin_pages:move_confirm", page.pk, desk.own.standard.pk)
    return Page.objects.get(pk=page.pk).get_parent().pk == desk.own.standard.pk


def copies(desk):
    page = desk.own.draft
    data = {"new_title": "Twin", "new_slug": "twin", "new_parent_page": desk.own.page.pk}
    desk.post("wagtailadmin_pages:copy", page.pk, data=data)
    return ArticlePage.objects.filter(slug="twin", department=desk.own.department).exists()


def deletes_a_draft(desk):
    page = make_article(desk.own.department, "Dropped", live=False)
    desk.post("wagtailadmin_pages:delete", page.pk)
    return not Page.objects.filter(pk=page.pk).exists()


def publishes_several_at_once(desk):
    pages = [make_article(desk.own.department, live=False) for _number in range(2)]
    numbers = "&".join(f"id={page.pk}" for page in pages)
    desk.post("wagtail_bulk_action", "wagtailcore", "page", "publish", query=f"{numbers}&next=/admin/")
    return Page.objects.filter(pk__in=[page.pk for page in pages]).live().count() == 2


def deletes_several_at_once(desk):
    pages = [make_article(desk.own.department, live=False) for _number in range(2)]
    numbers = "&".join(f"id={page.pk}" for page in pages)
    desk.post("wagtail_bulk_action", "wagtailcore", "page", "delete", query=f"{numbers}&next=/admin/")
    return not Page.objects.filter(pk__in=[page.pk for page in pages]).exists()


def reads_the_past_of_a_page(desk):
    page = desk.draft
    revision = page.get_latest_revision().pk
    return (
        desk.opens("wagtailadmin_pages:history", page.pk)
        and desk.opens("wagtailadmin_pages:revisions_view", page.pk, revision)
        and desk.opens("wagtailadmin_pages:revisions_compare", page.pk, "earliest", "latest")
        and desk.opens("wagtailadmin_pages:revisions_revert", page.pk, revision)
    )


def finds_own_pages(desk):
    found = desk.get("wagtailadmin_explore", desk.draft.get_parent().pk)
    return found.status_code == 200 and desk.draft.title in found.content.decode()


def searches_own_pages(desk):
    found = desk.get("wagtailadmin_pages:search", query=f"q={desk.draft.title.split()[-1]}")
    return found.status_code == 200 and desk.draft.title in found.content.decode()


def chooses_an_own_page(desk):
    found = desk.get("wagtailadmin_choose_page_child", desk.draft.get_parent().pk)
    return found.status_code == 200 and desk.draft.title in found.content.decode()


def shares_a_draft(desk):
    address = ("preview_links:list", desk.draft.pk)
    desk.post(*address, data={"note": "For the mayor", "days": "3"})
    return desk.draft.preview_links.filter(note="For the mayor").exists()
