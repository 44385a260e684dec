"""What stands around the texts on the translator's screen, for the person who looks at it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState, WorkflowState
from wagtail_localize.models import SegmentOverride, StringTranslation, Translation

from portal.accounts.models import User
from portal.translations.admin.changes import Change, changes_of
from portal.translations.admin.scope import texts_are_open_to
from portal.translations.queries import State, stale_among, states_of

NO_RIGHTS = {
    "canPublish": False,
    "canUnpublish": False,
    "canLock": False,
    "canUnlock": False,
    "canDelete": False,
}


@dataclass
class Frame:
    """`stock` are the properties of the editor of texts as its package makes them, in JSON."""

    translation: Translation
    page: Page
    user: User
    stock: str

    @cached_property
    def is_open(self) -> bool:
        """Whether the person may change texts now."""
        return texts_are_open_to(self.user, self.page)

    @cached_property
    def props(self) -> str:
        """The properties without what our own bar does, and with our own addresses."""
        props = json.loads(self.stock)
        pk = self.translation.pk
        props["perms"] = NO_RIGHTS
        props["object"]["isLocked"] = not self.is_open
        props["links"] |= {
            "downloadPofile": reverse("translations:download_po", args=[pk]),
            "uploadPofile": reverse("translations:upload_po", args=[pk]),
            "stopTranslationUrl": "",
            "convertToAliasUrl": None,
        }
        props["previewModes"] = []
        if props["machineTranslator"]:
            props["machineTranslator"]["url"] = reverse("translations:suggest", args=[pk])
        for segment in props["segments"]:
            if segment["type"] == "related_object" and segment["source"]:
                segment["source"]["createTranslationRequestUrl"] = None
        self._mark_unchecked(props["initialStringTranslations"])
        return json.dumps(props)

    def _mark_unchecked(self, texts: list[dict[str, Any]]) -> None:
        for text in texts:
            if text["segment_id"] in self.unchecked and not text["error"]:
                text["error"] = _("Translated by machine. Check this: edit it and save.")

    @cached_property
    def unchecked(self) -> set[int]:
        """Ids of the segments whose words no person has looked at."""
        segments = self.translation.source.stringsegment_set.all()
        machine = segments.get_translations(self.translation.target_locale).filter(
            translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE
        )
        places = set(machine.values_list("translation_of_id", "context_id"))
        if not places:
            return set()
        known = segments.values_list("pk", "string_id", "context_id")
        return {pk for pk, string, context in known if (string, context) in places}

    @cached_property
    def _progress(self) -> tuple[int, int]:
        return self.translation.get_progress()

    @property
    def total(self) -> int:
        return self._progress[0]

    @property
    def done(self) -> int:
        return self._progress[1] - len(self.unchecked)

    @cached_property
    def state(self) -> State | None:
        return states_of([self.page]).get(self.page.pk)

    @cached_property
    def is_stale(self) -> bool:
        """Whether residents read a translation of texts that the source no longer has."""
        return bool(stale_among([self.page]))

    @cached_property
    def changes(self) -> list[Change]:
        """Texts that have changed since they were translated."""
        return [change for change in changes_of(self.translation) if change.before]

    @cached_property
    def workflow(self) -> WorkflowState | None:
        return self.page.current_workflow_state

    @cached_property
    def task(self) -> TaskState | None:
        """The step of the approval that is to be done now."""
        return self.page.current_workflow_task_state

    @cached_property
    def approvals(self) -> list[tuple[str, str, bool]]:
        """What the person may decide, consent first: name, label, whether a comment is asked for."""
        task = self.page.current_workflow_task
        actions = task.get_actions(self.page, self.user) if task else []
        return sorted(actions, key=lambda action: (action[0] != "approve", action[2]))

    @cached_property
    def rejection(self) -> str:
        """What the approver asked to be changed, if she did."""
        if self.workflow is None or self.workflow.status != WorkflowState.STATUS_NEEDS_CHANGES:
            return ""
        task = self.workflow.current_task_state
        return (task.comment if task is not None else "") or _(
            "Look at the preview together with the approver."
        )

    @property
    def is_incomplete(self) -> bool:
        """Whether a text is missing, or nobody has read it since a machine wrote it."""
        return self.done < self.total

    @cached_property
    def has_news(self) -> bool:
        """Whether something is to be submitted: what residents read is not what stands here."""
        if self.state != State.DONE:
            return True
        published, language = self.page.last_published_at, self.translation.target_locale
        places = {"locale": language, "context__object_id": self.translation.source.object_id}
        # What no person wrote was taken over from the page as it is.
        by_somebody = {"last_translated_by__isnull": False, "updated_at__gt": published}
        return published is not None and any(
            kind.objects.filter(**places, **by_somebody).exists()
            for kind in (StringTranslation, SegmentOverride)
        )

    @cached_property
    def may_publish(self) -> bool:
        """Where the person may approve, that is the way."""
        return self.is_open and not self.approvals and self.page.permissions_for_user(self.user).can_publish()

    @cached_property
    def waits(self) -> bool:
        """Whether somebody has to decide about the translation now."""
        return self.workflow is not None and self.workflow.status == WorkflowState.STATUS_IN_PROGRESS

    @cached_property
    def may_submit(self) -> bool:
        return self.is_open and not self.waits and self.page.get_workflow() is not None

    @cached_property
    def may_withdraw(self) -> bool:
        return self.waits and self.workflow.user_can_cancel(self.user)

    @cached_property
    def lock_message(self) -> str:
        """Why the texts cannot be changed now."""
        if self.is_open:
            return ""
        if self.waits and not self.page.locked:
            return _(
                "This translation waits for approval. Its texts cannot be changed until that is decided."
            )
        lock = self.page.get_lock()
        return str(
            (lock.get_message(self.user) if lock else "") or _("You may look at this translation only.")
        )
