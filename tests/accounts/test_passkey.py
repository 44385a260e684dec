from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from tests.accounts.conftest import PASSWORD

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page(browser, live_server):
    """A browser with a device that knows its owner. Passkeys need a name, not a number: localhost."""
    context = browser.new_context(base_url=live_server.url.replace("127.0.0.1", "localhost"))
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda message: message.type == "error" and page.complaints.append(message.text))
    devices = context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    yield page
    context.close()


def sign_in_by_password(page: Page, email: str) -> None:
    page.goto(reverse("account_login"))
    page.fill("#id_login", email)
    page.fill("#id_password", PASSWORD)
    page.click("main button:has-text('Sign In')")
    page.wait_for_url("**/admin/")


def add_passkey(page: Page) -> None:
    page.goto(reverse("mfa_add_webauthn"))
    page.fill("#id_password", PASSWORD)
    page.click("main button:has-text('Confirm')")
    page.check("#id_passwordless")
    page.click("#mfa_webauthn_add")
    page.wait_for_url("**/2fa/**codes/")


def sign_out(page: Page) -> None:
    page.goto(reverse("account_home"))
    page.click("text=Sign out")
    page.wait_for_url("**/login/")


def test_staff_add_a_passkey_and_sign_in_with_nothing_else(page, gus, settings):
    settings.STAFF_SECOND_FACTOR_REQUIRED = True
    page.goto(reverse("account_login"))
    page.fill("#id_login", gus.email)
    page.fill("#id_password", PASSWORD)
    page.click("main button:has-text('Sign In')")
    page.wait_for_url("**/2fa/")
    add_passkey(page)
    sign_out(page)
    page.click("#passkey_login")
    page.wait_for_url("**/admin/")
    assert page.locator("h1").inner_text()
    assert page.complaints == []


def test_a_key_is_the_second_factor_after_a_password(page, gus):
    sign_in_by_password(page, gus.email)
    add_passkey(page)
    sign_out(page)
    page.fill("#id_login", gus.email)
    page.fill("#id_password", PASSWORD)
    page.click("main button:has-text('Sign In')")
    page.wait_for_url("**/2fa/authenticate/")
    page.goto("/admin/")
    assert "/account/" in page.url
    page.goto(reverse("mfa_authenticate"))
    page.click("#mfa_webauthn_authenticate")
    page.wait_for_url("**/admin/")
    assert page.complaints == []


def test_without_script_the_login_shows_no_button_that_does_nothing(browser, live_server, gus):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(reverse("account_login"))
    assert not page.locator("#passkey_login").is_visible()
    assert page.locator("text=Send me a sign-in code").is_visible()
    context.close()
