"""A survey of every kind with a few hundred answer sheets, seeded: the same figures each time."""

from __future__ import annotations

import random
from datetime import date, timedelta

from surveys.domain.answers import CELL, Point
from surveys.domain.kinds import Kind
from surveys.domain.questions import OTHER
from surveys.services.past_sheets import PastSheet, record_past_sheets


def fill_every_kind(survey, people=300, seed=7, skipping=0.05):
    """Store `people` sheets in the survey's only wave; what is asked of them leans to the later answers."""
    dice = random.Random(seed)
    versions = [version for version in survey.question_versions.current() if version.asks]
    sheets = (sheet(dice, versions, skipping) for _ in range(people))
    return record_past_sheets(wave=survey.waves.get(), sheets=sheets)


def sheet(dice, versions, skipping):
    answers, texts, points = {}, {}, {}
    for version in versions:
        question = version.in_language("en")
        if dice.random() < skipping:
            continue
        if question.takes_words:
            texts[version.pk] = dice.choice(
                ["More trees, please.", "The path is dark at night.", "It is fine."]
            )
            continue
        codes = answer(dice, question)
        answers[version.pk] = codes
        if OTHER in codes:
            texts[version.pk] = "By boat"
        if question.settings.point and dice.random() < 0.6:
            points[version.pk] = Point(round(dice.gauss(3.157, 0.03), 3), round(dice.gauss(53.125, 0.02), 3))
    return PastSheet(date(2026, 10, 5), "page", "en", answers=answers, texts=texts, points=points)


def answer(dice, question):
    if question.kind is Kind.NUMBER:
        most = float(question.settings.maximum or 60)
        size = min(abs(dice.gauss(most / 6, most / 5)), most)
        return [f"{size:.1f}" if question.settings.decimals else str(int(size))]
    if question.kind is Kind.DATE:
        return [(date(2026, 11, 1) - timedelta(days=int(dice.expovariate(1 / 120)))).isoformat()]
    if question.kind is Kind.RANKING:
        return leaning(dice, question.codes, dice.randint(2, 3))
    if question.kind is Kind.MATRIX:
        rows = [row.code for row in question.rows if dice.random() > 0.1] or [question.rows[0].code]
        return [f"{row}{CELL}{leaning(dice, question.codes, 1)[0]}" for row in rows]
    number = dice.randint(1, 2) if question.several else 1
    chosen = leaning(dice, question.codes, number)
    alone = [choice.code for choice in question.choices if choice.exclusive and choice.code in chosen]
    return alone[:1] or [code for code in question.codes if code in chosen]


def leaning(dice, codes, number):
    """`number` different codes, those in the middle of the list most often."""
    left, found = list(codes), []
    for _ in range(number):
        weights = [1 + min(place, 2 * len(left) - 2 * place) for place in range(len(left))]
        code = dice.choices(left, weights)[0]
        left.remove(code)
        found.append(code)
    return found
