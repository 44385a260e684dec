from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from wagtail.models import Page, WorkflowState
from wagtail_localize.models import Translation

from portal.core.completeness import require_complete
from portal.translations.engine.drafting import check_complete, draft
from portal.translations.engine.words import string_segments
from portal.translations.errors import AlreadyWaiting, MayNotPublish
from portal.translations.pages import check_may_write
from portal.translations.permissions import user_can_publish_translation

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def submit_translation(*, translation: Translation, user: User) -> WorkflowState | None:
    """Hand the complete translation to the department's workflow; where there is none, publish it.

    The texts of the draft are those that the approval publishes, whatever happens to the source meanwhile.
    MayNotTranslate, PageLocked, AlreadyWaiting, Incomplete, NotReviewed, MayNotPublish; IncompletePageError when the
    page lacks what publishing needs, or a text does not fit its field.
    """
    target = translation.get_target_instance().specific
    state = target.current_workflow_state
    if state is not None and state.status == WorkflowState.STATUS_IN_PROGRESS:
        raise AlreadyWaiting
    check_may_write(target, user)
    workflow = target.get_workflow()
    if workflow is None:
        _publish(translation, target, user)
        return None
    page = _drafted(translation, target, user)
    if state is not None:
        # The approver asked for changes: here they are.
        state.resume(user)
        return state
    return workflow.start(page, user)


@transaction.atomic
def publish_translation(*, translation: Translation, user: User | None) -> None:
    """Show residents the complete translation now.

    MayNotTranslate, PageLocked, MayNotPublish, Incomplete, NotReviewed, IncompletePageError.
    """
    target = translation.get_target_instance().specific
    check_may_write(target, user)
    _publish(translation, target, user)


def _publish(translation: Translation, target: Page, user: User | None) -> None:
    if user is not None and not user_can_publish_translation(user, target):
        raise MayNotPublish
    page = _drafted(translation, target, user)
    page.latest_revision.publish(user=user)


def _drafted(translation: Translation, target: Page, user: User | None) -> Page:
    segments = string_segments(translation)
    check_complete(segments)
    draft(translation, target, segments, user)
    require_complete(target)
    return target
