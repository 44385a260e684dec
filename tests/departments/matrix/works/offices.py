"""Surveys, translations, and the screen of the head of department."""

from __future__ import annotations

from django.urls import reverse
from wagtail_localize.models import StringTranslation

from surveys.models import Wave
from tests.departments.matrix.cases.surveys import REASON
from tests.factories import group_of, make_user


def sees_figures(desk):
    survey = desk.own.survey.pk
    listed = desk.get("survey_admin:list").content.decode()
    return (
        "Survey of parks" in listed
        and desk.opens("survey_admin:survey", survey)
        and desk.opens("survey_admin:figures", survey)
    )


def exports_answers(desk):
    survey = desk.own.survey.pk
    return desk.opens("survey_admin:answers", survey) and desk.opens("survey_admin:texts", survey)


def runs_waves(desk):
    desk.post("survey_admin:pause_wave", desk.own.survey.pk, desk.own.wave.pk, data=REASON)
    return Wave.objects.get(pk=desk.own.wave.pk).paused_at is not None


def translates(desk):
    own = desk.own
    address = ("wagtail_localize:edit_string_translation", own.translation.pk, own.string.pk)
    form = "application/x-www-form-urlencoded"
    desk.client.put(reverse(address[0], args=address[1:]), "value=Nuestro", content_type=form)
    words = StringTranslation.objects.get(pk=own.string_translation.pk)
    return words.data == "Nuestro"


def finds_what_to_translate(desk):
    found = desk.get("translations:list")
    return found.status_code == 200 and desk.own.live.title in found.content.decode()


def takes_texts_home(desk):
    translation = desk.own.translation.pk
    return desk.opens("translations:download_po", translation)


def hands_out_roles(desk):
    parks = desk.own.department
    person = make_user("fresh@parks.example", "Fresh Leaf", is_staff=True)
    if not desk.opens("department_roles:department", parks.pk):
        return False
    group = group_of(parks, "editor")
    post = {"email": person.email, "post": group.department_role.pk}
    desk.post("department_roles:give", parks.pk, data=post)
    return person.groups.filter(pk=group.pk).exists()
