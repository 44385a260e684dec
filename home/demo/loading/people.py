"""Invented people, and what they answer."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from home.demo.content import shape, shares, survey_shape
from portal.core.districts.plan import point_inside

Person = dict[str, str]
# What a form sends for one question: part → values.
Posted = dict[str, list[str]]


@dataclass
class Crowd:
    """Draws people and their answers, the same ones every time for one `seed`. `months_ago` says in which wave."""

    content: shape.Content
    survey: survey_shape.Survey
    months_ago: int
    today: date
    dice: random.Random = field(init=False)
    _known: dict[tuple[str, ...], dict[str, float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.dice = random.Random(f"{self.survey.key}/{self.months_ago}")
        self._districts = {each.code: float(each.population) for each in self.content.districts}

    def person(self) -> Person:
        people = self.content.people
        return {
            "district": self.pick(self._districts),
            "age": self.pick(people.age_shares),
            "language": self.pick(people.language_shares),
        }

    def pick(self, weights: Mapping[str, float]) -> str:
        return self.dice.choices(list(weights), list(weights.values()))[0]

    def day_in(self, first: date, last: date) -> date:
        """More people answer on the first days of a wave, as they do in life."""
        days = (last - first).days + 1
        return first + timedelta(days=min(int(self.dice.expovariate(2.2 / days)), days - 1))

    def codes(self, question: survey_shape.Question, person: Person) -> tuple[str, ...]:
        """The codes that `person` chooses; none where they leave the question out."""
        if question.rate < 1 and self.dice.random() > question.rate:
            return ()
        weights = self._shares(question, person)
        if question.kind != "multiple_choice":
            return (self.pick(weights),)
        return self._several(question, weights)

    def posted(self, question: survey_shape.Question, person: Person) -> Posted:
        """What the form of `person` sends for `question`; words come from elsewhere."""
        if not question.base or (question.rate < 1 and self.dice.random() > question.rate):
            return {}
        whole = _always(question)
        answer: Callable[[survey_shape.Question, Person], Posted]
        answer = {
            "matrix": self._matrix,
            "ranking": self._ranking,
            "place": self._place,
            "date": self._date,
        }.get(question.kind, lambda one, who: {"": list(self.codes(one, who))})
        return answer(whole, person)

    def _shares(self, question: survey_shape.Question, person: Person) -> dict[str, float]:
        key = (question.key, *person.values())
        if key not in self._known:
            self._known[key] = shares(question, self.months_ago, person)
        return self._known[key]

    def _several(self, question: survey_shape.Question, weights: Mapping[str, float]) -> tuple[str, ...]:
        """“None” stands alone; of too many the most are kept that may be chosen."""
        if self.dice.random() < weights.get("none", 0):
            return ("none",)
        chosen = [code for code, share in weights.items() if code != "none" and self.dice.random() < share]
        most = question.options.get("most", len(chosen))
        kept = self.dice.sample(chosen, most) if len(chosen) > most else chosen
        return tuple(code for code in weights if code in kept)

    def _matrix(self, question: survey_shape.Question, person: Person) -> Posted:
        return {
            row.code: [self.pick(self._shares(question, person | {"row": row.code}))] for row in question.rows
        }

    def _ranking(self, question: survey_shape.Question, person: Person) -> Posted:
        left = dict(self._shares(question, person))
        ranked = []
        for _place in range(question.options.get("most", len(left))):
            ranked.append(self.pick(left))
            del left[ranked[-1]]
        return {"": ranked}

    def _date(self, question: survey_shape.Question, person: Person) -> Posted:
        (days,) = self.codes(question, person)
        return {"": [(self.today - timedelta(days=int(days))).isoformat()]}

    def _place(self, question: survey_shape.Question, person: Person) -> Posted:
        (code,) = self.codes(question, person)
        outlines = {each.code: each.geometry for each in self.content.districts}
        if code not in outlines or self.dice.random() < 0.35:
            return {"": [code]}
        ring = [tuple(point) for point in outlines[code]["coordinates"][0]]  # type: ignore[index]
        middle, edge = point_inside(ring), self.dice.choice(ring)
        # Between the middle and the border, so that the point lies in the district.
        share = self.dice.uniform(0.05, 0.75)
        point = [a + (b - a) * share for a, b in zip(middle, edge, strict=True)]
        return {"": [code], "point": [f"{point[0]},{point[1]}"]}


def _always(question: survey_shape.Question) -> survey_shape.Question:
    """Whether it is left out has been thrown for already."""
    return replace(question, rate=1.0)
