"""Surveys of the content files: questions, how their answers lie, waves, open texts, corrections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from home.demo.content import shape, survey_shape
from home.demo.content.blocks import ContentError, paragraphs, text

_TWO_ANSWERS = {
    "yes": {"en": "Yes", "es": "Sí", "ar": "نعم"},
    "no": {"en": "No", "es": "No", "ar": "لا"},
}
_DO_NOT_KNOW = {"en": "I don’t know", "es": "No lo sé", "ar": "لا أعرف"}
_VARIABLES = ("district", "age", "language", "row")
# The base of these names numbers, days or districts instead of choices.
_FREE_BASE = frozenset({"number", "date", "place"})


def survey(raw: dict[str, Any]) -> survey_shape.Survey:
    key = raw["key"]
    waves = [_wave(key, wave) for wave in raw["waves"]]
    return survey_shape.Survey(
        key=key,
        slug=raw.get("slug", key),
        department=raw["department"],
        title=text(raw["title"], key),
        intro=text(raw["intro"], key),
        thanks=text(raw["thanks"], key),
        questions=tuple(_question(key, question) for question in raw["questions"]),
        waves=tuple(sorted(waves, key=lambda wave: -wave.months_ago)),
        open_texts=tuple(_open_text(item) for item in raw.get("open_texts", ())),
        when_stale=raw.get("when_stale", "older"),
        correction=_correction(key, raw["correction"]) if "correction" in raw else None,
    )


def _open_text(item: list[Any]) -> survey_shape.OpenText:
    question, language, months_ago, words = item
    return survey_shape.OpenText(question=question, language=language, months_ago=months_ago, text=words)


def _wave(key: str, raw: dict[str, Any]) -> survey_shape.Wave:
    reason = raw.get("reason")
    return survey_shape.Wave(
        months_ago=raw["months_ago"],
        state=raw["state"],
        answers=raw["answers"],
        reason=text(reason, f"{key}.reason") if reason else None,
    )


def _question(survey_key: str, raw: dict[str, Any]) -> survey_shape.Question:
    where = f"{survey_key}.{raw['key']}"
    words = {
        name: text(raw[name], f"{where}.{name}") for name in ("hint", "other_wording", "unit") if name in raw
    }
    body = text(raw["body"], f"{where}.body") if "body" in raw else None
    question = survey_shape.Question(
        key=raw["key"],
        kind=raw["kind"],
        text=text(raw["text"], where),
        choices=_choices(raw, where),
        rows=tuple(_listed(raw.get("rows", {}), where)),
        base=raw.get("base", {}),
        drift=_weights(raw.get("drift", {}), raw),
        effects={
            variable: {value: _weights(weights, raw) for value, weights in raw[variable].items()}
            for variable in _VARIABLES
            if variable in raw
        },
        rate=raw.get("rate", 1.0),
        body={language: paragraphs(part) for language, part in body.items()} if body else None,
        options=raw.get("options", {}),
        rule=_rule(raw["ask_if"]) if "ask_if" in raw else None,
        origin=raw.get("origin", ""),
        **words,
    )
    if question.kind not in _FREE_BASE and set(question.base) != question.codes:
        raise ContentError(f"{where}: the base must name every choice")
    return question


def _rule(raw: dict[str, list[list[str]]]) -> survey_shape.Rule:
    """`{all = [["visit", "is", "yes"]]}`, or the same with `any`."""
    ((match, conditions),) = raw.items()
    if match not in ("all", "any"):
        raise ContentError(f"{match}: a rule begins with all or any")
    return survey_shape.Rule(match, tuple(survey_shape.Condition(*condition) for condition in conditions))


def _choices(raw: dict[str, Any], where: str) -> tuple[survey_shape.Choice, ...]:
    listed = list(_listed(_TWO_ANSWERS if raw["kind"] == "yes_no" else raw.get("choices", {}), where))
    if raw.get("dk"):
        listed.append(survey_shape.Choice("dk", _DO_NOT_KNOW))
    return tuple(listed)


def _listed(words: Mapping[str, Any], where: str) -> Iterable[survey_shape.Choice]:
    for code, entry in words.items():
        spoken = {key: part for key, part in entry.items() if key != "picture"}
        yield survey_shape.Choice(code, text(spoken, f"{where}.{code}"), entry.get("picture", ""))


def _weights(raw: dict[str, float] | float, question: dict[str, Any]) -> shape.Weights:
    """A single number tilts the whole scale: minus it for the first choice, plus it for the last; for
    yes/no plus it for yes."""
    if isinstance(raw, dict):
        return raw
    if question["kind"] == "yes_no":
        return {"yes": raw, "no": -raw}
    codes = list(question["base"] if question["kind"] == "scale" else question["choices"])
    last = len(codes) - 1
    return {code: raw * (2 * place / last - 1) for place, code in enumerate(codes)}


def _correction(key: str, raw: dict[str, Any]) -> survey_shape.Correction:
    languages = ("en", *raw["follows"])
    return survey_shape.Correction(
        by=raw["by"],
        translator=raw["translator"],
        days_ago=raw["days_ago"],
        languages=languages,
        changes=tuple(_rewording(key, change, languages) for change in raw["changes"]),
    )


def _rewording(key: str, raw: dict[str, Any], languages: tuple[str, ...]) -> survey_shape.Rewording:
    return survey_shape.Rewording(
        question=raw["question"],
        joined=raw["joined"],
        languages=languages,
        text=text(raw["text"], f"{key}.correction", languages),
        options=raw.get("options", {}),
    )
