from __future__ import annotations

import pytest

from portal.accounts.browsers import name_of_browser

WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        pytest.param(
            "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Firefox/130.0", "Firefox, Linux", id="firefox"
        ),
        pytest.param(
            f"Mozilla/5.0 (Windows NT 10.0) {WEBKIT} Chrome/130 Safari/537 Edg/130",
            "Edge, Windows",
            id="edge",
        ),
        pytest.param(
            f"Mozilla/5.0 (Linux; Android 14) {WEBKIT} Chrome/130 Safari/537", "Chrome, Android", id="chrome"
        ),
        pytest.param(
            f"Mozilla/5.0 (iPhone; CPU like Mac OS X) {WEBKIT} Safari/604", "Safari, iPhone", id="safari"
        ),
        pytest.param("curl/8", "", id="unknown"),
        pytest.param("", "", id="silent"),
    ],
)
def test_a_browser_has_a_name_that_its_user_knows(user_agent, name):
    assert name_of_browser(user_agent) == name
