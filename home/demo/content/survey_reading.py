"""Surveys of the content files: questions, how their answers lie, waves, open texts."""

from __future__ import annotations

from typing import Any

from home.demo.content import shape
from home.demo.content.blocks import ContentError, text

_TWO_ANSWERS = {
    "yes": {"en": "Yes", "es": "Sí", "ar": "نعم"},
    "no": {"en": "No", "es": "No", "ar": "لا"},
}
_DO_NOT_KNOW = {"en": "I don’t know", "es": "No lo sé", "ar": "لا أعرف"}
_VARIABLES = ("district", "age", "language")


def survey(raw: dict[str, Any]) -> shape.Survey:
    key = raw["key"]
    waves = [_wave(key, wave) for wave in raw["waves"]]
    return shape.Survey(
        key=key,
        slug=raw.get("slug", key),
        department=raw["department"],
        title=text(raw["title"], key),
        intro=text(raw["intro"], key),
        thanks=text(raw["thanks"], key),
        questions=tuple(_question(key, question) for question in raw["questions"]),
        waves=tuple(sorted(waves, key=lambda wave: -wave.months_ago)),
        open_texts=tuple(_open_text(item) for item in raw.get("open_texts", ())),
    )


def _open_text(item: list[Any]) -> shape.OpenText:
    question, language, months_ago, words = item
    return shape.OpenText(question=question, language=language, months_ago=months_ago, text=words)


def _wave(key: str, raw: dict[str, Any]) -> shape.Wave:
    reason = raw.get("reason")
    return shape.Wave(
        months_ago=raw["months_ago"],
        state=raw["state"],
        answers=raw["answers"],
        reason=text(reason, f"{key}.reason") if reason else None,
    )


def _question(survey_key: str, raw: dict[str, Any]) -> shape.Question:
    where = f"{survey_key}.{raw['key']}"
    choices = _choices(raw, where)
    base = raw.get("base", {})
    if set(base) != {choice.code for choice in choices}:
        raise ContentError(f"{where}: the base must name every choice")
    return shape.Question(
        key=raw["key"],
        kind=raw["kind"],
        text=text(raw["text"], where),
        choices=choices,
        base=base,
        drift=_weights(raw.get("drift", {}), raw),
        effects={
            variable: {value: _weights(weights, raw) for value, weights in raw[variable].items()}
            for variable in _VARIABLES
            if variable in raw
        },
        rate=raw.get("rate", 1.0),
    )


def _choices(raw: dict[str, Any], where: str) -> tuple[shape.Choice, ...]:
    kind = raw["kind"]
    if kind == "short_text":
        return ()
    words = _TWO_ANSWERS if kind == "yes_no" else raw["choices"]
    listed = [shape.Choice(code, text(entry, f"{where}.{code}")) for code, entry in words.items()]
    if raw.get("dk"):
        listed.append(shape.Choice("dk", _DO_NOT_KNOW))
    return tuple(listed)


def _weights(raw: dict[str, float] | float, question: dict[str, Any]) -> shape.Weights:
    """A single number tilts the whole scale: minus it for the first choice, plus it for the last; for
    yes/no plus it for yes."""
    if isinstance(raw, dict):
        return raw
    if question["kind"] == "yes_no":
        return {"yes": raw, "no": -raw}
    codes = list(question["choices"])
    last = len(codes) - 1
    return {code: raw * (2 * place / last - 1) for place, code in enumerate(codes)}
