from __future__ import annotations

import hashlib
import secrets


def new_token() -> str:
    """256 random bits, as they stand in an address."""
    return secrets.token_urlsafe(32)


def digest_of(token: str) -> str:
    """What is stored of a token. It has bits enough: nothing is gained by a slow or salted hash."""
    return hashlib.sha256(token.encode()).hexdigest()
