"""The city's own identity provider (OpenID Connect): off unless its variables are set."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from portal.settings import environment

NEEDED = ("OIDC_NAME", "OIDC_SERVER_URL", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET")
DISCOVERY = "/.well-known/openid-configuration"


@dataclass(frozen=True)
class IdentityProvider:
    """`server` is the issuer's address without a slash at its end; `passes` names hosts that its login leads over."""

    name: str
    server: str
    client_id: str
    secret: str = field(repr=False)
    trusted_acr: tuple[str, ...] = ()
    passes: tuple[str, ...] = ()

    @property
    def origins(self) -> list[str]:
        """Where the button on the login page may lead."""
        return [origin_of(address) for address in (self.server, *self.passes)]

    @property
    def app(self) -> dict[str, Any]:
        """One of allauth's APPS. Links are kept by server: another server's people are other people."""
        return {
            "provider_id": self.server.partition("://")[2],
            "name": self.name,
            "client_id": self.client_id,
            "secret": self.secret,
            "settings": {"server_url": self.server, "trusted_acr": list(self.trusted_acr)},
        }


def from_environment() -> IdentityProvider | None:
    """None when nothing is set; ImproperlyConfigured, naming what is missing or wrong."""
    values = {name: environment.text(name) for name in NEEDED}
    missing = [name for name, value in values.items() if not value]
    if len(missing) == len(NEEDED):
        return None
    if missing:
        raise ImproperlyConfigured(
            f"Signing in through the city's identity provider needs {', '.join(missing)} as well."
        )
    name, server, client_id, secret = values.values()
    server = server.removesuffix(DISCOVERY).rstrip("/")
    trusted, passes = (tuple(environment.words(each)) for each in ("OIDC_TRUSTED_ACR", "OIDC_LOGIN_ORIGINS"))
    provider = IdentityProvider(name, server, client_id, secret, trusted, passes)
    if "" in provider.origins:
        raise ImproperlyConfigured(
            "OIDC_SERVER_URL must look like https://login.example/city, OIDC_LOGIN_ORIGINS like https://login.example."
        )
    return provider


def origin_of(address: str) -> str:
    """Empty when it is no address of a web server, or has more to it than a path."""
    parts = urlsplit(address)
    is_plain = parts.scheme in {"http", "https"} and parts.hostname and not parts.query and not parts.fragment
    return f"{parts.scheme}://{parts.netloc}" if is_plain else ""


def demand_https(provider: IdentityProvider | None) -> None:
    """ImproperlyConfigured when passwords or codes would travel in the clear."""
    if provider and not all(origin.startswith("https://") for origin in provider.origins):
        raise ImproperlyConfigured("OIDC_SERVER_URL must begin with https:// in production.")


PROVIDER = from_environment()
