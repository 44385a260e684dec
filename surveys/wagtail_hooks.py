from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

LOG_ACTIONS = {
    "surveys.open_wave": (_("Open a wave"), _("Wave opened")),
    "surveys.pause_wave": (_("Pause a wave"), _("Wave paused")),
    "surveys.resume_wave": (_("Resume a wave"), _("Wave resumed")),
    "surveys.close_wave": (_("Close a wave early"), _("Wave closed early")),
    "surveys.cancel_wave": (_("Cancel a wave"), _("Scheduled wave cancelled")),
    "surveys.import": (_("Import past answers"), _("Past answers imported")),
    "surveys.undo_import": (_("Undo an import"), _("Import undone")),
    "surveys.export_answers": (_("Export answers"), _("Answers exported")),
}


@hooks.register("register_log_actions")
def register_survey_actions(actions: LogActionRegistry) -> None:
    for action, (label, message) in LOG_ACTIONS.items():
        actions.register_action(action, label, message)
