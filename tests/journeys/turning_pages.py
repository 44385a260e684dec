"""Going through the survey with every kind of question, one of its pages at a time."""

from __future__ import annotations

ADDRESS = "/{}/departments/roads/every-kind/"
SMALL = {"viewport": {"width": 320, "height": 640}, "reduced_motion": "reduce"}
# Posts the form the plain way, as from page `at`.
LEAVE = """([at, go]) => {
  const form = document.querySelector("form[data-pages]");
  form.elements.at.value = at;
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "go", value: go }));
  HTMLFormElement.prototype.submit.call(form);
}"""


def leave(page, place, go):
    with page.expect_navigation():
        page.evaluate(LEAVE, [place, go])


def turn_to(page, place, language="en"):
    page.goto(ADDRESS.format(language))
    if place:
        leave(page, place, "stay")


def group(page, question):
    return page.get_by_role("group", name=question)
