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
    """`server` is the issuer's address without a slash at its end."""

    name: str
    server: str
    client_id: str
    secret: str = field(repr=False)
    trusted_acr: tuple[str, ...] = ()

    @property
    def origin(self) -> str:
        parts = urlsplit(self.server)
        return f"{parts.scheme}://{parts.netloc}"

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
    parts = urlsplit(server)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise ImproperlyConfigured("OIDC_SERVER_URL must look like https://login.example/city.")
    return IdentityProvider(name, server, client_id, secret, tuple(environment.words("OIDC_TRUSTED_ACR")))


def demand_https(provider: IdentityProvider | None) -> None:
    """ImproperlyConfigured when passwords or codes would travel in the clear."""
    if provider and not provider.server.startswith("https://"):
        raise ImproperlyConfigured("OIDC_SERVER_URL must begin with https:// in production.")


PROVIDER = from_environment()
