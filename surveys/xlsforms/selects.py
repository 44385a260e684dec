"""Selects and rankings of a form as questions with answers to choose from."""

from __future__ import annotations

from typing import Any

from surveys.blocks.parts import MOST_CHOICES
from surveys.domain.kinds import Kind, Look
from surveys.domain.questions import DONT_KNOW, NONE_OF_THESE, OTHER
from surveys.xlsforms.asked import Asked, Built, built, question_value, report_parameters, report_rest
from surveys.xlsforms.choices import Answers, answers_of, built_in_for, portal_words
from surveys.xlsforms.kinds import Sort
from surveys.xlsforms.limits import choice_limits
from surveys.xlsforms.reports import Reason
from surveys.xlsforms.sheets import MEDIA, OWN
from surveys.xlsforms.speaking import yes

MOST_PICTURES = 12
STEPS = ("1", "2", "3", "4", "5")
LONGEST_STEP = 40
SELECT_COLUMNS = ("parameters", "constraint", f"{OWN}::look", f"{OWN}::reverse")
# Looks that only say how wide or how soon: the portal draws selects its own way.
LIKERT = ("likert",)


def select(asked: Asked) -> Built | None:
    """One answer or several; a rating, yes or no and pictures where the form says so, or nothing is lost by it."""
    several = asked.type.sort is Sort.SELECT_MULTIPLE
    offered = built_in_for(none=several, other=asked.type.or_other)
    answers = answers_of(asked.lists[asked.type.list_name], offered, asked.speaker)
    value, kind = question_value(asked), Kind.MULTIPLE if several else Kind.SINGLE
    pictures = _pictures(asked, answers)
    value["dont_know"] = DONT_KNOW in answers.built_in
    if _is_rating(asked, answers):
        kind = Kind.RATING
        value |= _rating(asked, answers)
    elif _is_yes_no(asked, answers):
        kind = Kind.YES_NO
        value["reverse"] = yes(asked.own("reverse"))
    elif not fits(asked, len(answers.items), MOST_PICTURES if pictures else MOST_CHOICES):
        return None
    elif pictures:
        kind = Kind.IMAGES
        value |= {"several": several, **_limits(asked), "shuffle": _shuffle(asked)}
        value["choices"] = [_pictured(item, pictures[item["value"]["code"]]) for item in answers.items]
    else:
        value |= {"choices": answers.items, "other": asked.type.or_other, "shuffle": _shuffle(asked)}
        value |= {"none": NONE_OF_THESE in answers.built_in, **_limits(asked)} if several else {}
    codes = answers.codes | ({OTHER: OTHER} if asked.type.or_other else {})
    if not several and asked.row.get("constraint"):
        asked.report("constraint", Reason.LIMITS)
    report_parameters(asked, ("randomize", "seed"))
    report_rest(asked, SELECT_COLUMNS, looks=LIKERT)
    return built(asked, kind, value, codes)


def ranking(asked: Asked) -> Built | None:
    answers = answers_of(asked.lists[asked.type.list_name], frozenset(), asked.speaker)
    if not fits(asked, len(answers.items), MOST_CHOICES):
        return None
    value = question_value(asked) | {"choices": answers.items, "shuffle": _shuffle(asked), **_limits(asked)}
    report_parameters(asked, ("randomize", "seed"))
    report_rest(asked, ("parameters", "constraint"))
    return built(asked, Kind.RANKING, value, answers.codes)


def fits(asked: Asked, number: int, most: int) -> bool:
    if number < 2:
        asked.report("type", Reason.TOO_FEW_ANSWERS)
    elif number > most:
        asked.report("type", Reason.TOO_MANY_ANSWERS, limit=most)
    return 2 <= number <= most


def _shuffle(asked: Asked) -> bool:
    return asked.parameters().get("randomize") == "true"


def _limits(asked: Asked) -> dict[str, int | None]:
    limits = choice_limits(asked.constraint()) if asked.constraint() else None
    if limits is not None and limits.left:
        asked.report("constraint", Reason.LIMITS)
    return {"fewest": limits.fewest if limits else None, "most": limits.most if limits else None}


def _is_rating(asked: Asked, answers: Answers) -> bool:
    short = all(
        len(text) <= LONGEST_STEP for item in answers.items for text in item["value"]["text"].values()
    )
    return asked.own("kind") == Kind.RATING and answers.own_codes == STEPS and short


def _rating(asked: Asked, answers: Answers) -> dict[str, Any]:
    look = asked.own("look")
    if look and look not in set(Look):
        asked.report(f"{OWN}::look", Reason.OWN_COLUMN)
    labels = {f"label_{step}": answers.words_of(step) for step in STEPS}
    return {
        "look": look if look in set(Look) else Look.FACES.value,
        "reverse": yes(asked.own("reverse")),
        **labels,
    }


def _is_yes_no(asked: Asked, answers: Answers) -> bool:
    """Only where the form's words are those that the portal has for it."""
    if asked.type.sort is not Sort.SELECT_ONE or asked.type.or_other or answers.own_codes != ("yes", "no"):
        return False
    return all(
        text.casefold() == portal_words(item["value"]["code"], language).casefold()
        for item in answers.items
        for language, text in item["value"]["text"].items()
    ) and all(item["value"]["opinion"] for item in answers.items)


def _pictures(asked: Asked, answers: Answers) -> dict[str, int]:
    """Our codes → pictures of the portal's library with the names of the form's files; all of them, or none."""
    found: dict[str, int] = {}
    missing = False
    for name, row in answers.rows.items():
        for column, file in row.cells.items():
            if column.key == "image" and file in asked.pictures and answers.codes[name] not in found:
                found[answers.codes[name]] = asked.pictures[file]
            elif column.key in MEDIA:
                missing = True
                asked.speaker.report.add(row.place(column.key, column.language), file, Reason.PICTURE)
    if missing or asked.type.or_other or set(found) != set(answers.own_codes):
        for name, row in answers.rows.items():
            if answers.codes[name] in found:
                asked.speaker.report.add(row.place("image"), row.get("image"), Reason.PICTURE)
        return {}
    return found


def _pictured(item: dict[str, Any], picture: int) -> dict[str, Any]:
    value = item["value"]
    return {**item, "value": {"picture": picture, "text": value["text"], "code": value["code"]}}
