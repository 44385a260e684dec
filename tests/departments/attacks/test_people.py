"""Heads and administrators who want more than is theirs."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.core import mail
from django.urls import reverse

from portal.accounts.models import User
from tests.factories import group_of
from tests.surveys.making import open_survey


def bulk(action, person):
    return reverse("wagtail_bulk_action", args=["accounts", "user", action]) + f"?id={person.pk}"


def test_taking_a_role_from_who_has_none_does_not_tell_who_that_is(client, ivo, ada, cleo, parks):
    client.force_login(ivo)
    address = reverse("department_roles:take", args=[parks.pk])
    post = parks.groups.get(role="editor").pk
    for person in (ada, cleo):
        answer = client.post(address, {"post": post, "person": person.pk}, follow=True)
        assert person.name not in answer.text


def test_an_administrator_gets_no_role_of_a_department_in_any_way(client, greta, ben, parks):
    analysts = group_of(parks, "analyst")
    ben.groups.add(analysts)
    own = {"email": greta.email, "name": "Greta City", "is_active": "on", "is_staff": "on"}
    client.force_login(greta)
    client.post(reverse("wagtailusers_users:edit", args=[greta.pk]), {**own, "groups": [analysts.pk]})
    client.post(bulk("assign_role", greta), {"role": analysts.pk})
    post = {"email": greta.email.upper(), "post": parks.groups.get(role="analyst").pk}
    client.post(reverse("department_roles:give", args=[parks.pk]), post)
    handing_over = {"successor": greta.pk, "roles": [analysts.pk], "confirmed": "1"}
    client.post(reverse("department_roles:hand_over", args=[ben.pk]), handing_over)
    rights = {"name": "Mine", "permissions": [1, 2, 3]}
    client.post(reverse("wagtailusers_groups:add"), rights)
    client.post(reverse("wagtailusers_groups:edit", args=[greta.groups.get().pk]), rights)
    assert [group.city_role.role for group in greta.groups.all()] == ["administrator"]
    assert not Group.objects.filter(name="Mine").exists()


def test_an_administrator_neither_makes_nor_touches_a_superuser(client, greta, gus):
    client.force_login(greta)
    account = {"email": "mine@northmere.example", "name": "Mine", "is_active": "on", "is_superuser": "on"}
    client.post(reverse("wagtailusers_users:add"), account)
    client.post(reverse("wagtailusers_users:edit", args=[greta.pk]), {**account, "email": greta.email})
    client.post(reverse("wagtailusers_users:edit", args=[gus.pk]), account)
    client.post(reverse("wagtailusers_users:delete", args=[gus.pk]))
    client.post(bulk("delete", gus))
    client.post(bulk("set_active_state", gus), {"mark_as_active": "False"})
    client.post(
        reverse("department_roles:hand_over", args=[gus.pk]), {"successor": greta.pk, "confirmed": "1"}
    )
    assert list(User.objects.filter(is_superuser=True)) == [gus]
    gus.refresh_from_db()
    assert gus.is_active
    assert gus.email == "gus@northmere.example"


def test_an_account_does_not_change_its_address_without_its_owner_hearing_of_it(client, greta, fay):
    EmailAddress.objects.create(user=fay, email=fay.email, primary=True, verified=True)
    form = {"name": "Fay Count", "is_active": "on", "is_staff": "on", "email": "mine@northmere.example"}
    client.force_login(greta)
    address = reverse("wagtailusers_users:edit", args=[fay.pk])
    client.post(address, {**form, "groups": [group.pk for group in fay.groups.all()]})
    fay.refresh_from_db()
    assert fay.email == "mine@northmere.example"
    (told,) = mail.outbox
    assert told.to == ["fay@northmere.example"]
    assert "your e-mail address was changed" in told.subject


def test_an_administrator_comes_to_no_figure_and_no_answer(client, greta, parks):
    survey = open_survey(parks)
    client.force_login(greta)
    for name in ("survey", "live", "answers", "texts", "figures", "open_wave", "schedule_wave"):
        assert client.get(reverse(f"survey_admin:{name}", args=[survey.pk])).status_code == 404
        assert client.post(reverse(f"survey_admin:{name}", args=[survey.pk])).status_code in {404, 405}
    assert client.get(reverse("survey_admin:list")).status_code == 302
