from __future__ import annotations

import json
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.test import Client
from django.urls import get_resolver, reverse

from tests.accounts.conftest import PASSWORD, code_in_last_mail, is_signed_in

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def app(gus):
    """Gus has an authenticator app."""
    return TOTP.activate(gus, SECRET)


@pytest.fixture
def demanded(settings):
    settings.STAFF_SECOND_FACTOR_REQUIRED = True


def code_of_app(secret: str = SECRET) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def give_code(client: Client, code: str):
    return client.post(reverse("mfa_authenticate"), {"code": code})


def set_up_app(client: Client) -> None:
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    client.post(reverse("mfa_activate_totp"), {"code": code_of_app(secret)})


def admin_addresses() -> list[str]:
    """Every address of the admin that needs no argument."""
    found = []
    for pattern in get_resolver().url_patterns:
        if str(pattern.pattern) == "admin/" and hasattr(pattern, "url_patterns"):
            found += addresses(pattern.url_patterns, "/admin/")
    return found


def addresses(patterns, prefix: str) -> list[str]:
    found = []
    for pattern in patterns:
        part = str(pattern.pattern)
        if "<" in part or "(" in part or part.startswith("^"):
            continue
        if hasattr(pattern, "url_patterns"):
            found += addresses(pattern.url_patterns, prefix + part)
        else:
            found.append(prefix + part)
    return found


def test_a_password_alone_does_not_open_an_account_with_an_app(client, gus, app, give_password):
    assert give_password(gus.email).url == reverse("mfa_authenticate")
    assert not is_signed_in(client)
    assert client.get("/admin/").status_code == 302


def test_password_and_code_open_it(client, gus, app, give_password):
    give_password(gus.email)
    assert give_code(client, code_of_app()).url == reverse("wagtailadmin_home")
    assert is_signed_in(client)


@pytest.mark.parametrize("digits", ["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"], ids=["arabic", "persian"])
def test_the_code_may_be_typed_with_the_digits_of_another_script(client, gus, app, give_password, digits):
    give_password(gus.email)
    typed = code_of_app().translate(str.maketrans("0123456789", digits))
    assert give_code(client, typed).url == reverse("wagtailadmin_home")


def test_a_code_by_mail_asks_for_the_second_factor_as_well(client, gus, app):
    client.post(reverse("account_request_login_code"), {"email": gus.email})
    answer = client.post(reverse("account_confirm_login_code"), {"code": code_in_last_mail()})
    assert answer.url == reverse("mfa_authenticate")
    assert not is_signed_in(client)


def test_a_wrong_code_opens_nothing_and_five_of_them_lock(client, gus, app, give_password):
    give_password(gus.email)
    for _ in range(5):
        assert "Incorrect code" in give_code(client, "000000").text
    assert "Too many" in give_code(client, code_of_app()).text
    assert not is_signed_in(client)


def test_a_code_of_the_app_is_good_once(client, gus, app, give_password):
    code = code_of_app()
    for browser in (client, Client()):
        give_password(gus.email, to=browser)
        give_code(browser, code)
    assert is_signed_in(client)
    assert not is_signed_in(browser)


def test_a_recovery_code_is_good_once(client, gus, app, give_password):
    code = RecoveryCodes.activate(gus).get_unused_codes()[0]
    for browser in (client, Client()):
        give_password(gus.email, to=browser)
        give_code(browser, code)
    assert is_signed_in(client)
    assert not is_signed_in(browser)


def test_before_an_app_is_set_up_the_password_is_asked_for_once_more(client, gus, give_password):
    give_password(gus.email)
    assert client.get(reverse("mfa_activate_totp")).url.startswith(reverse("account_reauthenticate"))


def test_an_app_is_set_up_by_its_first_code(client, gus, give_password):
    give_password(gus.email)
    set_up_app(client)
    kinds = set(Authenticator.objects.filter(user=gus).values_list("type", flat=True))
    assert kinds == {"totp", "recovery_codes"}


def test_the_secret_of_an_app_is_not_readable_in_the_database(app):
    assert SECRET not in json.dumps(Authenticator.objects.get(pk=app.instance.pk).data)


def test_where_it_is_demanded_staff_without_it_see_no_address_of_the_admin(client, gus, demanded):
    client.force_login(gus)
    seen = admin_addresses()
    assert len(seen) > 80
    open_to_them = {
        address
        for address in seen
        if address not in {"/admin/login/", "/admin/logout/"}
        and client.get(address).headers.get("Location") != reverse("mfa_index")
    }
    assert open_to_them == set()


def test_writing_is_barred_as_well(client, gus, demanded):
    client.force_login(gus)
    answer = client.post(reverse("wagtailusers_users:add"), {"email": "eve@evil.example"})
    assert answer.url == reverse("mfa_index")


def test_the_page_to_set_it_up_says_why_and_can_be_left(client, gus, demanded):
    client.force_login(gus)
    assert "staff of the city need one" in client.get("/admin/", follow=True).text
    assert client.post("/admin/logout/").status_code == 302
    assert not is_signed_in(client)


def test_with_it_the_admin_opens(client, gus, app, give_password, demanded):
    give_password(gus.email)
    give_code(client, code_of_app())
    assert client.get("/admin/").status_code == 200


def test_residents_are_not_asked_for_it(client, ada, demanded):
    client.force_login(ada)
    assert is_signed_in(client)


def test_the_demo_only_advises_it_on_the_admins_home(client, gus):
    client.force_login(gus)
    page = client.get("/admin/").text
    assert "no second factor yet" in page
    assert reverse("mfa_index") in page


def test_the_advice_goes_once_it_is_set_up(client, gus, app):
    client.force_login(gus)
    assert "no second factor yet" not in client.get("/admin/").text
