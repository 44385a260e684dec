from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.accounts.identity.conftest import CALLBACK, configure
from tests.accounts.identity.server import IdentityServer
from tests.axe import violations

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def server(settings, live_server):
    settings.WAGTAILADMIN_BASE_URL = live_server.url
    with IdentityServer(live_server.url + CALLBACK) as server:
        configure(settings, server)
        yield server


def test_a_resident_signs_in_with_the_citys_provider_on_a_phone_without_javascript(
    city, server, phone_without_script
):
    page = phone_without_script
    page.goto("/es/account/login/")
    page.get_by_role("button", name="Northmere Login").click()
    expect(page).to_have_url(f"{server.redirect_uri.removesuffix(CALLBACK)}/es/account/")
    expect(page.locator("main")).to_contain_text(server.person["email"])


def test_a_resident_who_says_no_at_the_provider_is_back_at_the_login(city, server, desk):
    server.says_no = True
    desk.goto("/en/account/login/")
    button = desk.get_by_role("button", name="Sign in with Northmere Login")
    button.focus()
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("status")).to_have_text("You have not been signed in.")
    assert violations(desk) == []
