"""The conditions of a form as the rules of its questions and pages; what the portal cannot ask is told."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from surveys.blocks import QuestionsBlock
from surveys.content import questions_in
from surveys.domain.kinds import Kind
from surveys.domain.logic import Condition, Match, Operator, Rule
from surveys.domain.piping import NOTHING, PIPE
from surveys.domain.soundness import Finding, Flaw, findings
from surveys.xlsforms.asked import Built
from surveys.xlsforms.choices import list_item
from surveys.xlsforms.conditions import LevelsError, NeverError, comparisons_in
from surveys.xlsforms.expressions import UnreadableError, parse
from surveys.xlsforms.portable import Words, spoken
from surveys.xlsforms.reports import Reason, Report
from surveys.xlsforms.rules import MOST_CONDITIONS, Named, NotHeldError, Target, expression_of, rule_of
from surveys.xlsforms.sheets import OWN, Row

MOST_ROUNDS = 20
_FLAWS = {
    Flaw.UNKNOWN_QUESTION: Reason.CONDITION_ABOUT,
    Flaw.REFERS_FORWARD: Reason.CONDITION_LATER,
    Flaw.REFERS_TO_ITSELF: Reason.CONDITION_LATER,
    Flaw.UNKNOWN_ANSWER: Reason.CONDITION_ANSWER,
    Flaw.NOT_COMPARABLE: Reason.CONDITION_COMPARISON,
    Flaw.ONLY_WHETHER_ANSWERED: Reason.CONDITION_WORDS,
    Flaw.NEVER_ASKED: Reason.CONDITION_NEVER,
}
_PIPES = frozenset({Flaw.PIPES_UNKNOWN, Flaw.PIPES_FORWARD, Flaw.PIPES_SAME_PAGE, Flaw.PIPES_WORDS})


def set_rules(taken: Sequence[Built], language: str, report: Report) -> None:
    """Give every block its rule, then take back what `findings` objects to until it is content."""
    targets = {name: target for one in taken for name, target in one.targets.items()}
    for one in taken:
        one.block["value"]["ask_if"] = rule_value(_rule(one.ruled_by, targets, report))
    for _round in range(MOST_ROUNDS):
        stream = QuestionsBlock().to_python(spoken([one.block for one in taken], language))
        found = findings(questions_in(stream, language))
        if not found:
            return
        for finding in found:
            _mend(finding, taken, report)


def rule_value(rule: Rule) -> dict[str, Any]:
    conditions = [
        list_item({"question": one.question, "operator": one.operator.value, "value": one.value})
        for one in rule.conditions
    ]
    return {"match": rule.match.value, "conditions": conditions}


def _rule(rows: Sequence[Row], targets: Mapping[str, Target], report: Report) -> Rule:
    """All that `rows` ask for. Alternatives beside something else have no place on one level: they are told."""
    whole = Rule()
    for row in rows:
        rule = _rule_of_row(row, targets, report)
        if not rule:
            continue
        both = _both(whole, rule)
        if both is None or len(both.conditions) > MOST_CONDITIONS:
            report.add(row.place("relevant"), row.get("relevant"), Reason.CONDITION_LEVELS)
        else:
            whole = both
    return whole


def _both(one: Rule, other: Rule) -> Rule | None:
    if not one or not other:
        return one or other
    plain = (rule.match is Match.ALL or len(rule.conditions) == 1 for rule in (one, other))
    return Rule(Match.ALL, one.conditions + other.conditions) if all(plain) else None


def _rule_of_row(row: Row, targets: Mapping[str, Target], report: Report) -> Rule:
    text = row.get("relevant")
    own = _own_rule(row, targets)
    if own is not None:
        return own
    if not text:
        return Rule()
    try:
        return rule_of(*comparisons_in(parse(text)), targets)
    except NotHeldError as error:
        report.add(row.place("relevant"), text, error.reason, about=error.about)
    except LevelsError:
        report.add(row.place("relevant"), text, Reason.CONDITION_LEVELS)
    except NeverError:
        report.add(row.place("relevant"), text, Reason.CONDITION_NEVER)
    except UnreadableError:
        report.add(row.place("relevant"), text, Reason.CONDITION)
    return Rule()


def _own_rule(row: Row, targets: Mapping[str, Target]) -> Rule | None:
    """What the portal wrote beside an expression that does not say all of it, if that was not changed since."""
    try:
        match, conditions = json.loads(row.get(f"{OWN}::ask_if") or "null") or ("", [])
        rule = Rule(
            Match(match),
            tuple(Condition(targets[name].id, Operator(how), str(what)) for name, how, what in conditions),
        )
    except (ValueError, TypeError, KeyError):
        return None
    return rule if expression_of(rule, _named(targets)) == row.get("relevant") else None


def _named(targets: Mapping[str, Target]) -> dict[str, Named]:
    found: dict[str, Named] = {}
    for name, target in targets.items():
        named = found.get(target.id) or Named("", target.kind, {})
        rows = {**named.rows, **({target.row: name} if target.row else {})}
        found[target.id] = Named(named.name if target.row else name, target.kind, rows)
    return found


def _mend(finding: Finding, taken: Sequence[Built], report: Report) -> None:
    place = next(number for number, one in enumerate(taken) if one.id == finding.id)
    if finding.flaw in _PIPES:
        _unpipe(taken[place], finding.about, report)
        return
    # What is never asked for lack of a rule of its own stands on a page that is never shown.
    ruled = next(
        (one for one in _with_its_page(taken, place) if one.block["value"]["ask_if"]["conditions"]), None
    )
    if ruled is None:
        return
    ruled.block["value"]["ask_if"] = rule_value(Rule())
    about = next((one.block["value"]["name"] for one in taken if one.id == finding.about), finding.about)
    for row in ruled.ruled_by:
        if row.get("relevant"):
            report.add(row.place("relevant"), row.get("relevant"), _FLAWS[finding.flaw], about=about)


def _with_its_page(taken: Sequence[Built], place: int) -> Iterator[Built]:
    yield taken[place]
    yield from (one for one in reversed(taken[:place]) if one.block["type"] == Kind.PAGE)


def _unpipe(one: Built, name: str, report: Report) -> None:
    """Words that cannot repeat the answer to `name` keep an ellipsis in its place."""
    value = one.block["value"]
    for field, words in value.items():
        if field in ("question", "hint", "other_wording") and isinstance(words, Words):
            value[field] = words.changed(
                lambda text: PIPE.sub(lambda match: NOTHING if match[1] == name else match[0], text)
            )
    if one.row is not None:
        report.add(one.row.place("label"), f"${{{name}}}", Reason.REPEATS_ANSWER)
