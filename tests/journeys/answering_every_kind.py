"""Residents who answer the survey with every kind of question in a browser, in their language."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.journeys.words_of_every_kind import said

ADDRESS = "/{}/departments/parks/the-park-by-the-river/"
SHADE = {"es": "Más sombra.", "ar": "المزيد من الظل."}


class Resident:
    """Questions are called by their English words and found by those of the resident's language."""

    def __init__(self, page, language, *, script):
        self.page, self.language, self.script = page, language, script

    def say(self, english):
        return said(self.language, english)

    def begin(self):
        self.page.goto(ADDRESS.format(self.language))
        expect(self.page.locator("h1")).to_have_text(self.say("The park by the river"))
        direction = "rtl" if self.language == "ar" else "ltr"
        expect(self.page.locator("html")).to_have_attribute("dir", direction)

    def element(self, english):
        return self.page.locator("[data-question]").filter(has_text=self.say(english))

    def reach(self, english):
        """Without JavaScript a question that hangs on one beside it comes with the next step."""
        question = self.element(english)
        if not self.script and not question.is_visible():
            self.go_on()
        expect(question).to_be_visible()
        assert self.page.evaluate("document.documentElement.scrollWidth") == 320
        return question

    def choose(self, english, *codes):
        question = self.reach(english)
        for code in codes:
            question.locator(f"input[value='{code}']").check()

    def by_keyboard(self, english, code):
        self.reach(english).locator(f"input[value='{code}']").focus()
        self.page.keyboard.press("Space")

    def write(self, english, text):
        self.reach(english).locator("textarea, input:not([type=hidden])").fill(text)

    def point_to(self, english, district):
        self.reach(english).locator(f"[data-plan] [data-code={district}]").click()

    def see_page(self, english):
        expect(self.page.locator(".form h2", has_text=self.say(english))).to_be_visible()

    def go_on(self):
        self.page.locator("button.btn[name=go][value=next]").click()

    def change(self, english):
        self.page.get_by_role("button", name=re.compile(re.escape(self.say(english)))).click()
        expect(self.element(english)).to_be_visible()

    def send(self):
        expect(self.page.locator(".check")).to_contain_text(self.say("Where should the fountain be?"))
        self.page.locator("button.btn[name=go][value=send]").click()
        expect(self.page.get_by_text(self.say("We read every answer."))).to_be_visible()


def answer_everything(resident, *, travel, line, place):
    """Up to the check of the answers. `place` is the way in which the resident says where."""
    resident.see_page("Your way here")
    resident.choose("How do you come here?", travel)
    resident.choose("What would help?", "2")
    resident.write("Which line do you take?", line)
    resident.go_on()
    _answer_opinions(resident)
    resident.go_on()
    resident.see_page("Your household")
    resident.write("How many live with you?", "3")
    resident.write("When were you last here?", "2026-01-31")
    resident.write("What should we know?", SHADE[resident.language])
    place("Where should the fountain be?", "harbour")
    resident.choose("Parks may use my answers.", "yes")
    resident.go_on()


def _answer_opinions(resident):
    resident.see_page("Your view")
    resident.choose("Which bench is best?", "1")
    resident.choose("Do you have a garden?", "no")
    resident.choose("How do you find the park?", "4")
    resident.by_keyboard("Would you come again?", "8")
    matrix = resident.reach("How good are these?")
    for row, column in (("1", "2"), ("2", "1")):
        matrix.locator(f"input[name$='.{row}'][value='{column}']").check()
    ranking = resident.reach("What should come first?")
    for choice in ("1", "2"):
        ranking.locator(f"select[name$='.{choice}']").select_option(choice)
