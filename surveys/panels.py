"""The editor's field for questions, and what its script knows of the kinds."""

from __future__ import annotations

from typing import Any

from django.forms import Media, Script
from django.utils.html import json_script
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel

from portal.core.models import District
from surveys.blocks import QuestionsBlock
from surveys.domain.kinds import ONE_CODE, ORDERED, SILENT, WORDS, Kind
from surveys.domain.logic import Operator
from surveys.domain.questions import DONT_KNOW, NONE_OF_THESE, OTHER
from surveys.models.wording import built_in_label, choice_label

EQUAL = [Operator.IS, Operator.IS_NOT]
SIZE = [Operator.MORE, Operator.LESS]
PART = [Operator.CONTAINS, Operator.CONTAINS_NOT]
# What is typed instead of chosen.
TYPED = {Kind.NUMBER: "number", Kind.DATE: "date"}


class QuestionsPanel(FieldPanel):
    class BoundPanel(FieldPanel.BoundPanel):
        @property
        def media(self) -> Media:
            return super().media + Media(
                js=[Script("js/admin/conditions.js", defer=True)], css={"all": ["css/survey_editor.css"]}
            )

        def render_html(self, parent_context: dict[str, Any] | None = None) -> SafeString:
            field: SafeString = super().render_html(parent_context)
            return field + json_script(condition_terms(), "condition-terms")


def condition_terms() -> dict[str, Any]:
    """`words` of the script; `own`: code → words of the answers that a switch of the same name adds; `kinds`: what can
    be said of the answers to each. One query, for the districts."""
    districts = [
        [district.code, district.name.text_in(get_language() or "") or district.code]
        for district in District.objects.all()
    ]
    own = {OTHER: OTHER, "none": NONE_OF_THESE, "dont_know": DONT_KNOW}
    blocks = QuestionsBlock().child_blocks
    return {
        "words": _words(),
        "own": [[switch, code, built_in_label(code)] for switch, code in own.items()],
        "kinds": {
            kind.value: {
                "label": str(blocks[kind.value].label),
                "asks": kind not in SILENT,
                "operators": operators_for(kind),
                "several": PART + EQUAL,
                "input": TYPED.get(kind, "select"),
                "codes": districts if kind is Kind.PLACE else _steps(kind, blocks[kind.value].built_in_codes),
            }
            for kind in Kind
        },
    }


def operators_for(kind: Kind) -> list[Operator]:
    """The comparisons that say something about an answer of this kind, the likeliest first."""
    if kind in ORDERED:
        return EQUAL + SIZE
    return EQUAL if kind in ONE_CODE | WORDS | {Kind.IMAGES} else PART + EQUAL


def _steps(kind: Kind, codes: tuple[str, ...]) -> list[list[str]]:
    return [[code, choice_label(kind, code)] for code in codes]


def _words() -> dict[str, str]:
    return {
        "question": _("%(place)s. %(words)s"),
        "row": _("%(row)s: %(column)s"),
        "step": _("%(code)s – %(words)s"),
        "choose_question": _("Choose a question"),
        "choose_answer": _("Choose an answer"),
        "unanswered": _("left unanswered"),
        "nothing_before": _("No question stands before this one"),
        "gone": _("%(words)s (no longer there)"),
        "later": _("%(words)s (comes later)"),
        "some_question": _("A question"),
        "nameless": _("without words"),
        "always": _("always asked"),
        "condition": _("%(question)s: %(comparison)s “%(answer)s”"),
        "all": _("%(one)s, and %(other)s"),
        "any": _("%(one)s, or %(other)s"),
    }
