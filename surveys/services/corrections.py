"""Whether a changed question goes on with the results that it has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from surveys.models import Correction, SurveyPage
from surveys.queries.corrections import changed_questions

if TYPE_CHECKING:
    from portal.accounts.models import User


class UnknownChangeError(ValueError):
    """The page changes no such answered question, or changes it into another kind, which always parts the results."""


@transaction.atomic
def decide_changes(*, page: SurveyPage, joined: Mapping[str, bool], by: User | None) -> None:
    """Keep for each question id in `joined` whether the change that `page`, as it is in memory, makes to it leaves
    the results together. It takes effect when the page is published. UnknownChangeError.
    """
    changes = {change.question_id: change for change in changed_questions(page)}
    for question_id, together in joined.items():
        change = changes.get(question_id)
        if change is None or (change.parts_by_itself and together):
            raise UnknownChangeError(question_id)
        Correction.objects.update_or_create(
            survey=change.version.survey,
            question_id=change.version.question_id,
            number=change.version.number,
            fingerprint=change.fingerprint,
            defaults={
                "joined": together,
                "decided_by": by,
                "decided_at": timezone.now(),
            },
        )
    if joined:
        decided = {change.before.name: joined[key] for key, change in changes.items() if key in joined}
        log(instance=page, action="surveys.decide_changes", user=by, data={"joined": decided})
