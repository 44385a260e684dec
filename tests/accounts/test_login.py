from __future__ import annotations

import pytest
from django.core import mail
from django.urls import reverse

from portal.accounts import services
from tests.accounts.conftest import PASSWORD, code_in_last_mail, is_signed_in


def ask_for_code(client, email: str):
    return client.post(reverse("account_request_login_code"), {"email": email})


def give_code(client, code: str):
    return client.post(reverse("account_confirm_login_code"), {"code": code})


def test_a_resident_signs_in_by_password_in_whatever_case_the_address_is(client, ada, give_password):
    assert give_password("ADA@Northmere.example").url == reverse("account_home")
    assert is_signed_in(client)


def test_staff_land_in_the_admin(client, gus, give_password):
    assert give_password(gus.email).url == reverse("wagtailadmin_home")


def test_a_wrong_password_signs_nobody_in(client, ada, give_password):
    assert "There is a problem" in give_password(ada.email, "a wrong guess").text
    assert not is_signed_in(client)


def test_a_resident_signs_in_by_a_code_sent_to_the_address(client, ada):
    ask_for_code(client, ada.email)
    assert mail.outbox[-1].to == [ada.email]
    give_code(client, code_in_last_mail())
    assert is_signed_in(client)


def test_a_wrong_code_signs_nobody_in(client, ada):
    ask_for_code(client, ada.email)
    assert "There is a problem" in give_code(client, "WRNG-CODE").text
    assert not is_signed_in(client)


def test_after_three_wrong_codes_the_right_one_is_worth_nothing(client, ada):
    ask_for_code(client, ada.email)
    for _ in range(3):
        give_code(client, "WRNG-CODE")
    give_code(client, code_in_last_mail())
    assert not is_signed_in(client)


def test_a_code_opens_only_the_browser_that_asked_for_it(client, ada):
    ask_for_code(client, ada.email)
    other = type(client)()
    give_code(other, code_in_last_mail())
    assert not is_signed_in(other)


def test_somebody_added_by_the_city_comes_in_by_code_and_then_sets_a_password(client):
    services.add_person(email="ben@northmere.example", name="Ben")
    ask_for_code(client, "ben@northmere.example")
    give_code(client, code_in_last_mail())
    assert is_signed_in(client)
    fields = {"password1": PASSWORD, "password2": PASSWORD}
    assert client.post(reverse("account_set_password"), fields).url == reverse("account_home")


def test_a_forgotten_password_is_set_anew_by_a_code(client, ada, give_password):
    client.post(reverse("account_reset_password"), {"email": ada.email})
    client.post(reverse("account_confirm_password_reset_code"), {"code": code_in_last_mail()})
    fields = {"password1": "a different harbour", "password2": "a different harbour"}
    client.post(reverse("account_complete_password_reset"), fields)
    assert "you have a new password" in mail.outbox[-1].subject
    give_password(ada.email, "a different harbour")
    assert is_signed_in(client)


def test_a_deactivated_account_opens_to_nobody(client, ada, give_password):
    ada.is_active = False
    ada.save()
    give_password(ada.email)
    assert not is_signed_in(client)


@pytest.mark.parametrize(
    ("route", "field"),
    [("account_request_login_code", "email"), ("account_reset_password", "email")],
    ids=["code", "password_reset"],
)
def test_a_known_and_an_unknown_address_get_the_same_answer(client, ada, route, field):
    pages = []
    for email in (ada.email, "nobody@northmere.example"):
        answer = type(client)().post(reverse(route), {field: email}, follow=True)
        page = answer.text.replace(email, "…").splitlines()
        pages.append((answer.redirect_chain, [line for line in page if "csrfmiddleware" not in line]))
    assert pages[0] == pages[1]
    assert len(mail.outbox) == 2


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(client, ada, give_password):
    pages = []
    for email in (ada.email, "nobody@northmere.example"):
        page = give_password(email, "a wrong guess").text.replace(email, "…").splitlines()
        pages.append([line for line in page if "csrfmiddleware" not in line])
    assert pages[0] == pages[1]
    assert "not correct" in "".join(pages[0])
