from __future__ import annotations

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Comment, CommentReply, PageLogEntry

from portal.departments.models import PreviewLink, ReviewReminder


def make_work(own):
    """What people do around the pages: approvals, remarks, links, reminders, open editors."""
    editor, publisher, page = own.staff["editor"], own.staff["publisher"], own.draft
    own.workflow = own.moderated.get_workflow()
    own.workflow.name = own.word("workflow")
    own.workflow.save()
    own.task = own.workflow.tasks.first()
    own.task.name = own.word("task")
    own.task.save()
    own.workflow_state = own.workflow.start(own.moderated, editor)
    own.task_state = own.workflow_state.current_task_state
    own.remark = Comment.objects.create(
        page=page, user=publisher, text=own.word("remark"), contentpath="title", position=""
    )
    own.reply = CommentReply.objects.create(comment=own.remark, user=editor, text=own.word("reply"))
    own.redirect = Redirect.objects.create(old_path=f"/{own.mark}redirect", redirect_page=page)
    now = timezone.now()
    own.preview_link = PreviewLink.objects.create(
        page=page,
        digest=f"{own.mark}digest",
        note=own.word("note"),
        created_by=editor,
        created_at=now,
        expires_at=now + timedelta(days=3),
    )
    ReviewReminder.objects.create(page=page, review_on=now.date(), sent_at=now)
    own.session = EditingSession.objects.create(
        user=editor,
        content_type=ContentType.objects.get_for_model(page),
        object_id=page.pk,
        last_seen_at=now,
    )
    own.log_entry = PageLogEntry.objects.filter(page=page.pk).first()
    own.revision = page.latest_revision
