"""Which right of the matrix in `roles` each piece of work needs."""

from __future__ import annotations

from portal.departments.roles import Action
from tests.departments.matrix.works import media, offices, pages


def on_pages(*rights):
    return lambda role: set(rights) <= role.pages


def on_media(*rights):
    return lambda role: set(rights) <= role.media


def to(action):
    return lambda role: action in role.actions


def on_any_page(role):
    return bool(role.pages)


# Work → whether a role may do it.
NEEDS = {
    pages.opens_the_editor: on_pages("change_page"),
    pages.saves_a_draft: on_pages("change_page"),
    pages.previews_a_draft: on_pages("change_page"),
    pages.hands_a_draft_in: on_pages("change_page"),
    pages.shares_a_draft: on_pages("change_page"),
    pages.reads_the_past_of_a_page: on_pages("change_page"),
    pages.finds_own_pages: on_any_page,
    pages.searches_own_pages: on_any_page,
    pages.chooses_an_own_page: on_any_page,
    pages.publishes: on_pages("publish_page"),
    pages.unpublishes: on_pages("publish_page"),
    pages.approves: lambda role: role.approves,
    pages.writes_a_new_page: on_pages("add_page"),
    pages.copies: on_pages("add_page", "change_page"),
    pages.moves: on_pages("add_page", "change_page"),
    pages.deletes_a_draft: on_pages("add_page", "change_page"),
    pages.locks: on_pages("lock_page"),
    pages.unlocks: on_pages("unlock_page"),
    pages.publishes_several_at_once: on_pages("publish_page"),
    pages.deletes_several_at_once: on_pages("add_page", "change_page"),
    media.brings_in_a_picture: on_media("add_image"),
    media.brings_in_a_document: on_media("add_document"),
    media.renames_a_picture: on_media("change_image"),
    media.renames_a_document: on_media("change_document"),
    media.deletes_a_picture: on_media("change_image"),
    media.deletes_documents_at_once: on_media("change_document"),
    media.chooses_a_picture: on_media("choose_image"),
    media.chooses_a_document: on_media("choose_document"),
    offices.sees_figures: to(Action.SEE_FIGURES),
    offices.exports_answers: to(Action.EXPORT_ANSWERS),
    offices.runs_waves: to(Action.RUN_WAVES),
    offices.hands_out_roles: to(Action.HAND_OUT_ROLES),
    offices.translates: on_pages("change_page"),
    offices.finds_what_to_translate: on_pages("change_page"),
    offices.takes_texts_home: on_pages("change_page"),
}
