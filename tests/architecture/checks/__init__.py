"""Each rule is a function from the root of a source tree to what breaks the rule there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from pathlib import Path

from tests.architecture.checks import layers, messages, python, templates, tree
from tests.architecture.checks.exceptions import EXCEPTIONS
from tests.architecture.checks.source import Finding

RULES: dict[str, Callable[[Path], Iterator[Finding]]] = {
    "relations_point_down": layers.relations,
    "templates_use_what_is_below": layers.template_ties,
    "apps_are_entered_by_their_doors": layers.doors,
    "rules_are_given_time_and_chance": python.pure_domain,
    "files_are_short": python.file_sizes,
    "functions_are_short": python.function_sizes,
    "no_junk_drawers": python.junk_drawers,
    "private_names_stay_in_their_file": python.private_names,
    "annotations_are_postponed": python.future_annotations,
    "services_are_called_by_keyword": python.services,
    "one_initial_migration": python.one_migration,
    "templates_are_short": templates.small,
    "templates_are_plain": templates.plain,
    "no_block_in_a_condition": templates.no_block_in_condition,
    "mail_has_plain_text": templates.mail_has_plain_text,
    "messages_are_whole_sentences": messages.in_python,
    "template_messages_hold_no_markup": messages.in_templates,
    "top_level_is_fixed": tree.top_level,
    "nothing_of_one_machine": tree.no_machine_words,
}


def excused(rule: str, finding: Finding) -> str | None:
    """The pattern of the exception that covers the finding."""
    return next((path for path in EXCEPTIONS.get(rule, {}) if fnmatch(finding.path, path)), None)
