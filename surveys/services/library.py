"""Asking a question of one survey in another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from wagtail.images import get_image_model
from wagtail.log_actions import log

from portal.core.policies import policy_for
from surveys.coding import assign_codes, given_before
from surveys.copies import block_from
from surveys.domain.piping import names_in
from surveys.domain.questions import Question
from surveys.models import SurveyPage
from surveys.queries.library import LibraryEntry, pages_to_insert_into, readable_language

if TYPE_CHECKING:
    from portal.accounts.models import User

LONGEST_NAME = 40


class NotEditableError(Exception):
    """The person may not edit this page, or it does not decide about the questions of its survey."""


class PageLockedError(Exception):
    """The page is locked for the person, by somebody or by its approval."""


@dataclass(frozen=True)
class Inserted:
    """What came of it: the new block's id, the `language` of the words, and what was left behind: conditions, and
    `pictures` that the person may not use. `repeats` are names of questions whose answers the words repeat."""

    block: str
    language: str
    conditions: bool
    pictures: int
    repeats: tuple[str, ...]


@transaction.atomic
def insert_question(*, entry: LibraryEntry, page: SurveyPage, by: User) -> Inserted:
    """Append the question of `entry` to the latest draft of `page`, as a new revision. Nothing is published.

    NotEditableError, PageLockedError.
    """
    page = _editable(page, by)
    draft = page.get_latest_revision_as_object()
    language = readable_language(entry.version, entry.languages, draft.locale.language_code)
    question = entry.version.frozen_in(language)
    wanted = {choice.picture for choice in question.choices if choice.picture is not None}
    pictures = _choosable(wanted, by)
    raw = list(draft.questions.raw_data)
    name = _free_name(question.name, (block["value"].get("name") or "" for block in raw))
    block = block_from(question, name=name, origin=entry.origin, pictures=pictures)
    draft.questions = [*raw, block]
    assign_codes(draft.questions, given_before(draft))
    revision = draft.save_revision(user=by, clean=False)
    data = {"question": name, "origin": entry.origin}
    log(instance=draft, action="surveys.insert_question", user=by, revision=revision, data=data)
    return Inserted(
        block["id"], language, bool(question.rule), len(wanted - pictures), _repeated_in(question)
    )


def _editable(page: SurveyPage, by: User) -> SurveyPage:
    """The page, for this person alone until the end of the transaction."""
    found = pages_to_insert_into(by).filter(pk=page.pk).exists()
    if not found:
        raise NotEditableError(page.pk)
    locked = SurveyPage.objects.select_for_update(of=("self",)).get(pk=page.pk)
    if locked.permissions_for_user(by).page_locked():
        raise PageLockedError(page.pk)
    return locked


def _choosable(pictures: set[int], by: User) -> set[int]:
    images = get_image_model()
    rows = images.objects.filter(pk__in=pictures)
    policy = policy_for(images)
    return set((policy.choosable(rows, by) if policy else rows).values_list("pk", flat=True))


def _free_name(name: str, taken: Iterable[str]) -> str:
    """`name`, with a number behind it where another question of the page has it."""
    taken = set(taken)
    names = [name, *(f"{name[: LONGEST_NAME - 4]}_{number}" for number in range(2, len(taken) + 3))]
    return next(one for one in names if one not in taken)


def _repeated_in(question: Question) -> tuple[str, ...]:
    return names_in(" ".join([question.text, question.other_wording, question.hint]))
