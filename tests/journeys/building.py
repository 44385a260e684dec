"""An editor's hands in the editor of a survey."""

from __future__ import annotations

import os
import re
from itertools import count
from pathlib import Path

from playwright.sync_api import expect

STREAM = "#questions-root > [data-streamfield-stream-container]"
FIELD = "#questions-{}-value-{}"


class Builder:
    """The editor of a survey in a browser. A question is known by the number that Wagtail gave its form."""

    def __init__(self, page, name):
        self.page, self.name, self.numbers = page, name, count(1)

    def picture(self, what):
        if folder := os.environ.get("PICTURES"):
            Path(folder).mkdir(parents=True, exist_ok=True)
            self.page.wait_for_timeout(300)
            self.page.screenshot(path=f"{folder}/{self.name}-{next(self.numbers):02}-{what}.png")

    def open_kinds(self):
        self.page.locator(f"{STREAM} > div > button[title='Insert a block']").last.click()

    def add(self, kind, words, *answers):
        children = self.page.locator(f"{STREAM} > [data-streamfield-child]")
        number = children.count()
        self.open_kinds()
        self.page.get_by_role("option", name=kind, exact=True).click()
        expect(children).to_have_count(number + 1)
        self.field(number, "question").fill(words)
        for place, answer in enumerate(answers):
            self.field(number, f"choices-{place}-value-text").fill(answer)
        return number

    def field(self, number, name):
        return self.page.locator(FIELD.format(number, name))

    def block(self, number):
        return self.page.locator(
            f"{STREAM} > [data-streamfield-child]:has(> [name='questions-{number}-type'])"
        )

    def choose_picture(self, number, place, title):
        """For one answer of pictures to choose from, out of those that the editor may use."""
        chooser = self.page.locator(f"{FIELD.format(number, f'choices-{place}-value-picture')}-chooser")
        chooser.get_by_role("button", name="Choose an image").click()
        found = self.page.locator(".modal-dialog").get_by_role("link", name=title)
        expect(found).to_be_visible()
        self.picture("choosing-a-picture")
        found.click()
        expect(chooser.get_by_text(title)).to_be_visible()

    def write(self, number, words):
        """In the rich text of a block."""
        text = self.block(number).locator(".public-DraftEditor-content[contenteditable=true]")
        text.click()
        self.page.keyboard.type(words)
        # What is typed reaches the form a moment later.
        expect(self.page.locator(f"[name='questions-{number}-value-body']")).to_have_value(re.compile(words))

    def open_rule(self, number):
        rule = self.block(number).locator("[data-contentpath=ask_if]")
        add = rule.get_by_role("button", name="Add", exact=True).last
        # A panel that has only just come takes no click before its script is there.
        for _try in range(4):
            rule.locator("[data-panel-toggle]").first.click()
            self.page.wait_for_timeout(700)
            if add.is_visible():
                return
        expect(add).to_be_visible()

    def add_condition(self, number, place):
        rule = self.block(number).locator("[data-contentpath=ask_if]")
        rule.get_by_role("button", name="Add", exact=True).last.click()
        expect(self.field(number, f"ask_if-conditions-{place}-value-question-chosen")).to_be_visible()
        return [
            self.field(number, f"ask_if-conditions-{place}-value-{name}")
            for name in ("question-chosen", "operator", "value-chosen")
        ]

    def hang(self, number, place, question, operator, answer):
        """An answer of a list by its words; None leaves it for now."""
        asked, compared, chosen = self.add_condition(number, place)
        asked.select_option(label=question)
        compared.select_option(label=operator)
        if answer is not None:
            expect(chosen.locator("option", has_text=answer).first).to_be_attached()
            chosen.select_option(label=answer)

    def hang_on_size(self, number, place, question, operator, value, *, typed="number"):
        """Compared with a number or a day, which is typed."""
        self.hang(number, place, question, operator, None)
        chosen = self.field(number, f"ask_if-conditions-{place}-value-value-chosen")
        expect(chosen).to_have_attribute("type", typed)
        chosen.fill(value)

    def match(self, number, words):
        self.field(number, "ask_if-match").select_option(label=words)

    def save(self):
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Save draft").click()
        expect(self.page.locator(".messages .success")).to_be_visible()

    def publish(self):
        self.page.locator("[data-w-dropdown-target=toggle]").last.click()
        self.page.get_by_role("button", name="Publish", exact=True).click()
