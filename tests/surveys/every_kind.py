"""One survey with every kind of question and every option, on pages, as editors would build it."""

from __future__ import annotations

from pathlib import Path

from portal.core.districts.services import import_districts
from portal.core.fields import Translated
from portal.core.models import District
from surveys.models import Survey
from tests.factories import make_picture
from tests.surveys.making import choices, open_survey, question, rating

NORTHMERE = Path("home/demo/content/districts.geojson")
DISTRICTS = {
    "harbour": ("Harbour", "الميناء"),
    "mill": ("Mill Quarter", "حي الطاحونة"),
    "old-town": ("Old Town", "المدينة القديمة"),
    "eastgate": ("Eastgate", "البوابة الشرقية"),
    "park": ("Parkside", "حي الحديقة"),
    "riverside": ("Riverside", "ضفة النهر"),
    "airport": ("Airport", "المطار"),
    "hilltop": ("Hilltop", "أعلى التل"),
}
DEGREES = ("Very poor", "Poor", "Neither", "Good", "Very good")


def page(title, hint=""):
    return question("page", title, hint=hint)


def asked_if(asked, operator, value):
    """The rule that hangs a question on one earlier answer."""
    condition = {"question": asked["id"], "operator": operator, "value": value}
    return {"match": "all", "conditions": [{"type": "item", "id": asked["id"], "value": condition}]}


def pictured(*texts):
    """Choices with a picture each."""
    listed = choices(*texts)
    for item, text in zip(listed, texts, strict=True):
        item["value"] = {"picture": make_picture(text, size=(480, 320)).pk, "text": text, "code": ""}
    return listed


def choosing():
    return [
        page("About your way through the city", hint="Everyday ways count, not holidays."),
        question(
            "single_choice",
            "How do you travel on most days?",
            choices=choices("On foot", "By bicycle", "By tram or bus", "By car", "I do not leave the house-"),
            name="travel",
            hint="The longest part of the way counts",
            other=True,
            dont_know=True,
            required=True,
        ),
        question(
            "multiple_choice",
            "What would help you most?",
            choices=choices("Wider pavements", "More trams", "Bicycle lanes", "Benches", "Trees"),
            other=True,
            none=True,
            dont_know=True,
            shuffle=True,
            fewest=2,
            most=3,
            required=True,
        ),
    ]


def looking():
    return [
        page("Pictures"),
        question(
            "image_choice",
            "Which bench do you like best?",
            choices=pictured("Of wood", "Of steel", "Of stone"),
            dont_know=True,
            required=True,
        ),
        question(
            "image_choice",
            "Which trees should stand beside it?",
            choices=pictured("Lime", "Maple", "Plane"),
            several=True,
            fewest=1,
            most=2,
        ),
    ]


def judging():
    visited = question(
        "yes_no", "Have you visited a library this month?", dont_know=True, reverse=True, required=True
    )
    steps = {f"label_{number}": label for number, label in enumerate(DEGREES, start=1)}
    return [
        page("Your opinion"),
        rating(required=True, look="faces"),
        question("rating", "How do you find the park?", **steps, look="stars", dont_know=True, required=True),
        question(
            "rating", "How are the playgrounds?", **steps, look="numbers", dont_know=False, reverse=True
        ),
        question(
            "scale",
            "How likely are you to recommend the library to a neighbour?",
            label_0="Not at all likely",
            label_10="Extremely likely",
            dont_know=True,
            required=True,
        ),
        visited,
        question("short_text", "What kept you away?", ask_if=asked_if(visited, "is", "no")),
    ]


def comparing():
    return [
        page("Comparing"),
        question(
            "matrix",
            "How good are these on your street?",
            rows=choices("Lighting", "Pavement", "Places to rest in the shade"),
            choices=choices("Bad", "Fair", "Good"),
            dont_know=True,
            required=True,
        ),
        question(
            "ranking",
            "What should come first?",
            choices=choices("Trees", "Benches", "Lights", "Water"),
            shuffle=True,
            fewest=2,
            most=3,
            required=True,
        ),
    ]


def writing():
    return [
        page("In your own words"),
        question(
            "number",
            "How far is it to the nearest stop?",
            unit="km",
            minimum="0",
            maximum="50",
            decimals=True,
            hint="A guess is enough",
            required=True,
        ),
        question("number", "How many people live with you?", minimum="0", maximum="20", bands="1, 2, 4"),
        question(
            "date",
            "When did you last use the night bus?",
            earliest="2020-01-01",
            latest="2030-12-31",
            required=True,
        ),
        question("short_text", "What should we know about going {travel}?", required=True),
        question(
            "long_text",
            "What would you change about the plan?",
            other_wording="What should stay as it is in the plan?",
            confidential=True,
        ),
    ]


def placing():
    return [
        page("The place"),
        question(
            "place",
            "Where should the new park be?",
            point=True,
            dont_know=True,
            required=True,
            hint="Roughly",
        ),
        {
            "type": "information",
            "id": "7a1d8f0e-6b0c-4a55-9d38-3c5b7e0b1f10",
            "value": {
                "question": "What happens next",
                "body": "<p>The council decides in spring.</p><ul><li>All plans are shown.</li></ul>",
            },
        },
        question("consent", "The department may use my answers to plan the new park.", required=True),
    ]


def make_districts():
    """The districts of the demo city with their outlines, named in English and Arabic."""
    import_districts(data=NORTHMERE.read_bytes())
    for district in District.objects.filter(code__in=DISTRICTS):
        english, arabic = DISTRICTS[district.code]
        district.name = Translated(en=english, ar=arabic)
        district.save()


def every_kind():
    """Stream data of six pages. Its pictures and the districts of the demo city are made for it."""
    if not District.objects.exclude(outline=None).exists():
        make_districts()
    return [*choosing(), *looking(), *judging(), *comparing(), *writing(), *placing()]


def open_every_kind(department, slug="every-kind") -> Survey:
    return open_survey(department, *every_kind(), slug=slug, title="Every kind of question")
