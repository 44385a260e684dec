"""A survey of a few pages whose questions hang on one another."""

from __future__ import annotations

from tests.surveys.every_kind import asked_if, page
from tests.surveys.making import choices, question


def on_the_way():
    """Four pages; "line" waits on the first for an answer beside it, "lanes" and the last page for earlier ones."""
    travel = question(
        "single_choice",
        "How do you travel?",
        choices=choices("On foot", "By bicycle", "By tram"),
        name="travel",
        required=True,
    )
    people = question("number", "How many live with you?", minimum="0", maximum="20", name="people")
    return [
        page("Your way"),
        travel,
        question("short_text", "Which line?", name="line", ask_if=asked_if(travel, "is", "3")),
        page("At home"),
        people,
        question(
            "multiple_choice",
            "What would help on a bicycle?",
            choices=choices("Lanes", "Racks"),
            name="lanes",
            ask_if=asked_if(travel, "is", "2"),
        ),
        question("page", "Together", ask_if=asked_if(people, "more", "1")),
        question("yes_no", "Do you travel together?", name="together"),
        page("Last words"),
        question("long_text", "What else about {travel}?", name="else"),
    ]
