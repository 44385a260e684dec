from __future__ import annotations

from pathlib import Path

import allauth
import pytest
from django.core import mail
from django.template.loader import get_template
from django.urls import reverse
from django.utils.translation import override

from portal.accounts.mail import compose

TEMPLATES = Path(allauth.__file__).parent / "templates"
MAILS = [
    f"{app}/email/{path.name.removesuffix('_subject.txt')}"
    for app in ("account", "mfa", "socialaccount")
    for path in sorted((TEMPLATES / app / "email").glob("*_subject.txt"))
]
# Sent only where links are used instead of codes, and where a person ends a link to an identity provider.
UNUSED = {"account/email/password_reset_key", "socialaccount/email/account_disconnected"}


@pytest.mark.parametrize("name", sorted(set(MAILS) - UNUSED))
def test_every_mail_is_in_the_citys_words(name):
    for part in ("subject", "message"):
        assert "portal/templates" in get_template(f"{name}_{part}.txt").origin.name


@pytest.mark.parametrize("name", sorted(set(MAILS) - UNUSED))
def test_no_mail_holds_what_a_stranger_wrote(name):
    stranger = "Buy cheap at https://evil.example"
    facts = dict.fromkeys(
        ("email", "user", "username", "user_agent", "ip", "to_email", "password_reset_url"), stranger
    )
    subject, text = compose(name, facts)
    assert "evil" not in subject + text
    assert subject.startswith("Queen's Harbour: ")
    assert text.endswith("Queen's Harbour\nhttp://testserver\n")


def test_links_lead_to_the_configured_address_whatever_host_was_asked_for(client, ada, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://www.northmere.example"
    client.post(reverse("account_reset_password"), {"email": "nobody@a.example"}, HTTP_HOST="localhost")
    assert "https://www.northmere.example/en/account/signup/" in mail.outbox[-1].body
    assert "localhost" not in mail.outbox[-1].body


def test_a_mail_speaks_the_language_of_the_page_it_was_asked_on(client, ada):
    client.post("/es/account/login/code/", {"email": ada.email})
    assert mail.outbox[-1].subject.startswith("Puerto de la Reina: ")


def test_the_city_has_its_name_in_arabic_too():
    with override("ar"):
        assert compose("account/email/login_code", {"code": "ABCD-EFGH"})[1].count("ميناء الملكة") == 1


def test_who_changes_a_password_is_told_so(client, ada, give_password):
    give_password(ada.email)
    fields = {"oldpassword": "a harbour full of light"} | dict.fromkeys(
        ("password1", "password2"), "the tide is out"
    )
    client.post(reverse("account_change_password"), fields)
    assert mail.outbox[-1].to == [ada.email]
    assert "The password of your account was changed." in mail.outbox[-1].body
