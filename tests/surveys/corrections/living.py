"""A survey that lives: asked in three languages, answered, corrected."""

from __future__ import annotations

import copy

from django.test import Client

from surveys.models import Answer, Tally
from surveys.queries.asking import asked_in
from surveys.queries.corrections import changed_questions
from surveys.services.corrections import decide_changes
from tests.surveys.editing import page_of
from tests.translations.translating import publish

WORDS = {
    "es": {
        "How do you travel?": "¿Cómo se desplaza?",
        "On foot": "A pie",
        "By bicycle": "En bicicleta",
        "By tram": "En tranvía",
    },
    "ar": {
        "How do you travel?": "كيف تتنقل؟",
        "On foot": "مشيًا",
        "By bicycle": "بالدراجة",
        "By tram": "بالترام",
    },
}


def translate_into(survey, *languages):
    for language in languages:
        publish(page_of(survey), language, WORDS[language])


def changed(survey, change, place=0):
    """The blocks of the source as they are stored, with `change` made to one question's values."""
    blocks = copy.deepcopy(list(page_of(survey).questions.raw_data))
    change(blocks[place]["value"])
    return blocks


def ask(words):
    return lambda value: value.update(question=words)


def draft(survey, blocks, **fields):
    """The page with a draft that an editor saved. What is public stays."""
    page = page_of(survey).get_latest_revision_as_object()
    page.questions = blocks
    for name, value in fields.items():
        setattr(page, name, value)
    page.full_clean()
    page.save_revision()
    return page_of(survey)


def decide(page, by=None, **joined):
    """Decide about the draft of `page`: `all=True` joins every change."""
    drafted = page.get_latest_revision_as_object()
    open_ones = [change for change in changed_questions(drafted) if not change.parts_by_itself]
    decide_changes(page=drafted, joined={one.question_id: joined["all"] for one in open_ones}, by=by)


def correct(survey, change, *, joined, place=0):
    page = draft(survey, changed(survey, change, place))
    decide(page, all=joined)
    page.get_latest_revision().publish()


def send(survey, code, language="en", place=0):
    """An answer from a device of its own, in the words of `language`."""
    question = asked_in(survey, language).asked[place]
    client = Client(headers={"sec-fetch-site": "same-origin", "x-fragment": "1"})
    return client.post(f"/{language}/q/{survey.code}/", {"question": question.id, "answer": code})


def answered(survey, code, language="en", place=0):
    response = send(survey, code, language, place)
    assert response.status_code == 201, response.content
    return Answer.objects.order_by("response__submission__pk").filter(codes=code).last()


def versions(survey):
    return list(survey.question_versions.order_by("question_id", "number"))


def counts(version):
    """Code → how many, of what is counted with `version`; "" is everybody."""
    found = Tally.objects.filter(question_version=version.counted_as, count__gt=0)
    return dict(found.values_list("code", "count"))


def asked_words(survey, language):
    return [question.text for question in asked_in(survey, language).asked]
