"""How the invented answers to a question lie for one kind of person in one wave."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp, log

from home.demo.content.survey_shape import SEVERAL, Question

WAVES = 6


def shares(question: Question, months_ago: int, person: Mapping[str, str]) -> dict[str, float]:
    """Probability of each choice code. `person` holds "district", "age" and "language", in a matrix "row" as well.

    One choice:  p_i = b_i exp(w_i) / sum_j b_j exp(w_j)
    Several:     logit p_i = logit b_i + w_i
    where b is the base and w the drift times the waves gone by plus the effects of the person.
    """
    weights = dict.fromkeys(question.base, 0.0)
    steps = WAVES - 1 - max(0, months_ago)
    for code, weight in question.drift.items():
        weights[code] += weight * steps
    for variable, by_value in question.effects.items():
        for code, weight in by_value.get(person.get(variable, ""), {}).items():
            weights[code] += weight
    if question.kind in SEVERAL:
        return {code: _logistic(log(b / (1 - b)) + weights[code]) for code, b in question.base.items()}
    raw = {code: b * exp(weights[code]) for code, b in question.base.items()}
    total = sum(raw.values())
    return {code: value / total for code, value in raw.items()}


def _logistic(x: float) -> float:
    return 1 / (1 + exp(-x))
