from __future__ import annotations

from django.core.cache import cache, caches
from django.core.cache.backends.db import DatabaseCache
from django.test import override_settings
from django.urls import reverse

from tests.accounts.conftest import PASSWORD, is_signed_in

TOO_MANY = "Too many failed login attempts"


def test_after_five_wrong_passwords_the_right_one_is_refused_too(client, ada, give_password):
    for number in range(5):
        assert TOO_MANY not in give_password(ada.email, f"guess {number}").text
    assert TOO_MANY in give_password(ada.email, PASSWORD).text
    assert not is_signed_in(client)


def test_a_lock_of_one_account_leaves_the_others_open(client, ada, gus, give_password):
    for number in range(5):
        give_password(ada.email, f"guess {number}")
    assert give_password(gus.email).status_code == 302


def test_another_address_of_the_network_does_not_lift_the_lock_of_an_account(ada, client, give_password):
    for number in range(5):
        give_password(ada.email, f"guess {number}", REMOTE_ADDR=f"10.0.0.{number}")
    assert TOO_MANY in give_password(ada.email, REMOTE_ADDR="10.0.0.99").text


def test_a_made_up_forwarding_header_does_not_count_as_another_address(client, db):
    answers = [
        client.post(
            reverse("account_reset_password"), {"email": f"p{n}@a.example"}, HTTP_X_FORWARDED_FOR=f"1.1.1.{n}"
        )
        for n in range(21)
    ]
    assert [answer.status_code for answer in answers[-2:]] == [302, 429]
    assert "Too many tries" in answers[-1].text


@override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=1)
def test_behind_a_proxy_only_its_own_entry_of_the_header_counts(client, db):
    def reset(number: int, visitor: str):
        header = f"9.9.9.{number}, {visitor}"
        fields = {"email": f"p{number}@a.example"}
        return client.post(reverse("account_reset_password"), fields, HTTP_X_FORWARDED_FOR=header).status_code

    assert {reset(number, "1.1.1.1") for number in range(20)} == {302}
    assert reset(21, "1.1.1.1") == 429
    assert reset(22, "1.1.1.2") == 302


def test_the_counters_stand_in_the_database_and_so_outlive_a_restart(client, ada, give_password):
    assert isinstance(caches["counters"], DatabaseCache)
    for number in range(5):
        give_password(ada.email, f"guess {number}")
    # What a process keeps in memory is gone; another process never had it.
    super(type(cache._connections["default"]), cache._connections["default"]).clear()
    assert TOO_MANY in give_password(ada.email).text


def test_what_pages_cache_costs_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        cache.set("page-part", 1)
        assert cache.get("page-part") == 1
        assert cache.add("page-part", 2) is False
        assert cache.delete("page-part")
    with django_assert_num_queries(1):
        cache.get("allauth:rl:anything")
