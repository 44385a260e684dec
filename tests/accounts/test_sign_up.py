from __future__ import annotations

import pytest
from django.contrib.auth.hashers import get_hasher
from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse

from portal.accounts import services
from portal.accounts.models import User
from tests.accounts.conftest import PASSWORD, code_in_last_mail, is_signed_in


def sign_up(client, email: str, password: str = PASSWORD):
    fields = {"email": email, "password1": password, "password2": password}
    return client.post(reverse("account_signup"), fields)


def confirm(client, code: str):
    return client.post(reverse("account_email_verification_sent"), {"code": code})


def test_a_resident_signs_up_with_an_address_and_the_code_sent_to_it(client):
    assert sign_up(client, "Ada@Northmere.example").status_code == 302
    assert not is_signed_in(client)
    assert confirm(client, code_in_last_mail()).url == reverse("account_home")
    assert is_signed_in(client)
    assert User.objects.get().email == "ada@northmere.example"


def test_a_code_typed_in_small_letters_without_the_dash_is_taken(client):
    sign_up(client, "ada@northmere.example")
    confirm(client, code_in_last_mail().lower().replace("-", " "))
    assert is_signed_in(client)


def test_a_wrong_code_does_not_confirm_an_address(client):
    sign_up(client, "ada@northmere.example")
    answer = confirm(client, "WRNG-CODE")
    assert "There is a problem" in answer.text
    assert not is_signed_in(client)


def test_after_three_wrong_codes_the_right_one_is_refused(client):
    sign_up(client, "ada@northmere.example")
    for _ in range(3):
        confirm(client, "WRNG-CODE")
    confirm(client, code_in_last_mail())
    assert not is_signed_in(client)


def test_a_short_password_is_refused_and_the_page_says_so_on_top(client):
    answer = sign_up(client, "ada@northmere.example", "short")
    assert answer.text.index("There is a problem") < answer.text.index("<h1>")
    assert '<a href="#id_password1">' in answer.text
    assert "<title>Error:" in " ".join(answer.text.split())
    assert not User.objects.exists()


def test_an_address_is_given_once_in_whatever_case(ada):
    with pytest.raises(IntegrityError), transaction.atomic():
        services.add_person(email="ADA@northmere.example")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.bulk_create([User(email="Ada@Northmere.Example")])


def test_two_people_have_two_opaque_names(ada, gus):
    assert ada.subject != gus.subject


def test_signing_up_with_a_taken_address_looks_the_same_and_the_mail_tells(client, ada):
    taken = sign_up(client, ada.email)
    taken_page = client.get(taken.url).text
    assert "you already have an account" in mail.outbox[-1].subject
    client.logout()
    fresh = sign_up(client, "bob@northmere.example")
    fresh_page = client.get(fresh.url).text
    assert (taken.status_code, taken.url) == (fresh.status_code, fresh.url)
    assert without_secrets(taken_page, ada.email) == without_secrets(fresh_page, "bob@northmere.example")


def test_signing_up_with_a_taken_address_takes_the_same_work(client, ada, monkeypatch):
    hashed = []
    hasher = get_hasher()
    monkeypatch.setattr(type(hasher), "encode", lambda self, *args: hashed.append(args) or "md5$salt$hash")
    sign_up(client, ada.email)
    with_account = len(hashed)
    sign_up(type(client)(), "bob@northmere.example")
    assert len(hashed) == 2 * with_account > 0


def without_secrets(page: str, email: str) -> list[str]:
    return [line for line in page.replace(email, "…").splitlines() if "csrfmiddlewaretoken" not in line]
