"""What staff did with a survey, in the audit log of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wagtail.log_actions import log

from surveys.models import Survey, SurveyPage

if TYPE_CHECKING:
    from portal.accounts.models import User


def note(*, survey: Survey, action: str, by: User | None, **data: Any) -> None:
    """Nothing is noted once the survey has lost its page."""
    page = SurveyPage.objects.filter(
        translation_key=survey.key, locale__language_code=survey.source_language
    ).first()
    if page is not None:
        log(instance=page, action=action, user=by, data=data)
