from __future__ import annotations

import pytest
from cryptography.fernet import InvalidToken

from portal.accounts import secrets


def test_a_sealed_secret_is_read_with_the_same_key_only(settings):
    sealed = secrets.seal("JBSWY3DP")
    assert "JBSWY3DP" not in sealed
    assert secrets.unseal(sealed) == "JBSWY3DP"
    settings.SECRET_KEY = "another"
    with pytest.raises(InvalidToken):
        secrets.unseal(sealed)


def test_after_a_change_of_the_key_the_old_one_still_opens_while_it_is_named(settings):
    sealed = secrets.seal("JBSWY3DP")
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another"
    assert secrets.unseal(sealed) == "JBSWY3DP"
