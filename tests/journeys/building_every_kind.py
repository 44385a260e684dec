"""An editor puts together a survey with every kind of question and every kind of condition."""

from __future__ import annotations

import re

from playwright.sync_api import expect


class EveryKind:
    """`places`: English words of a question → the number of its form; the list that conditions choose from counts
    from one."""

    def __init__(self, builder):
        self.builder, self.places = builder, {}

    def add(self, kind, words, *answers):
        self.places[words] = self.builder.add(kind, words, *answers)
        return self.places[words]

    def offered(self, words):
        return f"{self.places[words] + 1}. {words}"

    def hang(self, number, *conditions):
        """Each of the conditions is (question, comparison, words of the answer)."""
        self.builder.open_rule(number)
        for place, (question, operator, answer) in enumerate(conditions):
            self.builder.hang(number, place, self.offered(question), operator, answer)

    def hang_on_size(self, number, *conditions, typed="number"):
        self.builder.open_rule(number)
        for place, (question, operator, value) in enumerate(conditions):
            self.builder.hang_on_size(number, place, self.offered(question), operator, value, typed=typed)


def build_every_kind(builder):
    """Fills the open draft; nothing is saved yet."""
    survey = EveryKind(builder)
    builder.page.locator("#id_title").fill("The park by the river")
    builder.page.locator("#id_thanks").fill("We read every answer.")
    builder.open_kinds()
    builder.picture("kinds")
    builder.page.keyboard.press("Escape")
    _the_way(survey, builder)
    _pictures(survey, builder)
    _opinions(survey, builder)
    _household(survey, builder)
    _the_end(survey, builder)


def _the_way(survey, builder):
    survey.add("New page", "Your way here")
    travel = survey.add("One answer", "How do you come here?", "On foot", "By tram")
    builder.field(travel, "other").check()
    builder.picture("one-answer-or-another")
    several = survey.add("Several answers", "What would help?", "More trams", "Benches")
    builder.field(several, "none").check()
    builder.picture("several-answers-or-none")
    line = survey.add("Short text", "Which line do you take?")
    survey.hang(line, ("How do you come here?", "is", "By tram"))
    builder.picture("is")


def _pictures(survey, builder):
    page = survey.add("New page", "Your view")
    survey.hang(
        page, ("What would help?", "contains", "Benches"), ("How do you come here?", "is not", "On foot")
    )
    builder.match(page, "any of these is true")
    builder.picture("a-page-when-any-is-true")
    bench = survey.add("Pictures to choose from", "Which bench is best?", "Of wood", "Of steel")
    for place, title in enumerate(("A wooden bench", "A steel bench")):
        builder.choose_picture(bench, place, title)
    builder.picture("pictures")


def _opinions(survey, builder):
    survey.add("Yes or no", "Do you have a garden?")
    rating = survey.add("Rating from 1 to 5", "How do you find the park?")
    survey.hang(rating, ("Which bench is best?", "is not", "left unanswered"))
    builder.picture("rating-when-not-left-unanswered")
    scale = survey.add("Scale from 0 to 10", "Would you come again?")
    survey.hang(scale, ("How do you find the park?", "is more than", "3 – Neither"))
    builder.picture("scale-when-more")
    matrix = survey.add("Matrix", "How good are these?", "Bad", "Good")
    for place, row in enumerate(("Lights", "Paths")):
        builder.field(matrix, f"rows-{place}-value-text").fill(row)
    survey.hang(matrix, ("Would you come again?", "is less than", "10 – Extremely likely"))
    builder.picture("matrix-when-less")
    ranking = survey.add("Ranking", "What should come first?", "Trees", "Water")
    survey.hang(ranking, ("How good are these?", "contains", "Lights: Good"))
    builder.picture("ranking-when-a-row-contains")


def _household(survey, builder):
    page = survey.add("New page", "Your household")
    survey.hang(page, ("What would help?", "does not contain", "None of these"))
    builder.picture("a-page-when-it-does-not-contain")
    survey.add("Number", "How many live with you?")
    day = survey.add("Date", "When were you last here?")
    people = "How many live with you?"
    survey.hang_on_size(day, (people, "is more than", "0"), (people, "is less than", "6"))
    builder.match(day, "all of these are true")
    builder.picture("date-when-all-are-true")
    words = survey.add("Long text", "What should we know?")
    survey.hang(
        words, ("Do you have a garden?", "is", "Yes"), ("What should come first?", "contains", "Trees")
    )
    builder.match(words, "any of these is true")
    builder.picture("long-text-when-any-is-true")


def _the_end(survey, builder):
    place = survey.add("Place on the map", "Where should the fountain be?")
    survey.hang_on_size(place, ("When were you last here?", "is more than", "2020-01-01"), typed="date")
    builder.picture("place-when-later-than-a-day")
    note = survey.add("Information", "What happens next")
    builder.write(note, "The council decides in spring.")
    survey.hang(note, ("Where should the fountain be?", "is not", "Harbour"))
    builder.picture("information")
    consent = survey.add("Consent", "Parks may use my answers.")
    survey.hang(consent, ("What should we know?", "is not", "left unanswered"))
    builder.picture("consent")


def publish_from_editor(builder):
    builder.save()
    builder.picture("saved")
    builder.publish()
    expect(builder.page.get_by_text(re.compile("published[.]")).first).to_be_visible()
    builder.picture("published")
