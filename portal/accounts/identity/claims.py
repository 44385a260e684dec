"""What is believed of an identity provider's word, and what of it is looked at: an address and two factors."""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Mapping
from typing import Any

import jwt

# The provider signs with a private key; a secret shared with it proves less, no signature nothing.
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
# RFC 8176: several factors; a one-time code; a key in hardware, in software, on a card.
SECOND_FACTORS = {"mfa", "otp", "hwk", "swk", "sc"}
# Clocks of two servers differ a little.
LEEWAY_SECONDS = 30


class UnbelievableToken(Exception):
    """An ID token that does not hold for this login: forged, too old, for somebody else, used before."""


def claims_of(
    token: str, *, keys: Mapping[str, Any], issuer: str, client_id: str, nonce: str
) -> dict[str, Any]:
    """The token's claims, once everything about it is in order. `keys` is the provider's JSON Web Key Set."""
    try:
        header = jwt.get_unverified_header(token)
        claims = jwt.decode(
            token,
            key=_key(keys, header.get("kid"), header["alg"]),
            algorithms=ALGORITHMS,
            issuer=issuer,
            audience=client_id,
            leeway=LEEWAY_SECONDS,
            options={"require": ["exp", "iat", "iss", "aud", "sub"]},
        )
    except jwt.PyJWTError as error:
        raise UnbelievableToken(type(error).__name__) from error
    if claims.get("azp", client_id) != client_id:
        raise UnbelievableToken("It was made for another application.")
    if not nonce or not hmac.compare_digest(str(claims.get("nonce", "")).encode(), nonce.encode()):
        raise UnbelievableToken("It answers another login.")
    return claims


def _key(keys: Mapping[str, Any], kid: str | None, algorithm: str) -> jwt.PyJWK:
    fitting = [
        key
        for key in keys["keys"]
        if key.get("use", "sig") == "sig"
        and key.get("alg", algorithm) == algorithm
        and (kid is None or key.get("kid") == kid)
    ]
    if len(fitting) != 1:
        raise UnbelievableToken("No key of the provider fits it.")
    return jwt.PyJWK(fitting[0], algorithm=algorithm)


def proven_address(*sources: Mapping[str, Any]) -> tuple[str, bool]:
    """The person's address, and whether the provider has proved it; one that is proved comes first.

    Address and proof are taken from the same source, never put together from two.
    """
    addresses = [
        (source["email"].lower(), source.get("email_verified") in (True, "true"))
        for source in sources
        if isinstance(source.get("email"), str)
    ]
    return max(addresses, key=lambda address: address[1], default=("", False))


def shows_two_factors(claims: Mapping[str, Any], trusted_acr: Iterable[str]) -> bool:
    """`amr` names the ways in which the person proved who they are, `acr` how much the provider thinks of them."""
    ways = claims.get("amr")
    named = {way for way in ways if isinstance(way, str)} if isinstance(ways, list) else set()
    return bool(named & SECOND_FACTORS) or claims.get("acr") in tuple(trusted_acr)
