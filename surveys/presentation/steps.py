"""Where a form of several pages goes next."""

from __future__ import annotations

from dataclasses import dataclass

from surveys.domain.filling import open_pages
from surveys.presentation.pages import Form

CHECK = -1


@dataclass(frozen=True)
class Step:
    """The page to show; CHECK for the check of all answers. `more` when questions have come up on it."""

    place: int
    errors: bool = False
    more: bool = False


def step_to(form: Form, go: str) -> Step | None:
    """What `go`, the value of the button, leads to; None when the sheet can be sent."""
    if go == "back":
        return Step(_page_before(form))
    if go == "stay":
        return _taken_up(form)
    if go.startswith("change:"):
        form.data["checking"] = "1"
        wanted = go.removeprefix("change:")
        known = wanted.isascii() and wanted.isdigit() and int(wanted) < len(form.pages)
        return Step(int(wanted)) if known else Step(form.place)
    if go == "send":
        return _unfinished(form)
    return next_step(form)


def next_step(form: Form) -> Step | None:
    """Onward from the page that was sent, once all on it is in order."""
    filled = form.filled
    here = {question.id for question in form.pages[form.place].questions if question.asks}
    if any(question in here and question in form.seen for question in filled.faults):
        return Step(form.place, errors=True)
    if any(question in here and question not in form.seen for question in filled.reached):
        return Step(form.place, more=True)
    after = [place for place in open_pages(form.pages, filled.reached) if place > form.place]
    if "checking" in form.data or not after:
        return _unfinished(form) or (Step(CHECK) if len(form.pages) > 1 else None)
    return Step(after[0])


def _unfinished(form: Form) -> Step | None:
    """The first page on which something is wrong, or that has a question this person has not seen."""
    filled = form.filled
    for place, page in enumerate(form.pages):
        asked = [one.id for one in page.questions if one.asks and one.id in filled.reached]
        if any(question in filled.faults and question in form.seen for question in asked):
            return Step(place, errors=True)
        if any(question not in form.seen for question in asked):
            return Step(place)
    return None


def _taken_up(form: Form) -> Step:
    """Where somebody stopped, with what they filled in; the survey may have changed since."""
    if form.data.get("at") == str(CHECK):
        return _unfinished(form) or Step(CHECK)
    places = open_pages(form.pages, form.filled.reached)
    return Step(form.place if form.place in places else max(places, default=0))


def _page_before(form: Form) -> int:
    """From the check back to the last page; from the first one nowhere."""
    places = open_pages(form.pages, form.filled.reached)
    if form.data.get("at") == str(CHECK):
        return places[-1] if places else 0
    return max((place for place in places if place < form.place), default=form.place)
