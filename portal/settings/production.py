"""A city's own server. Everything here comes from the environment; `check --deploy` must be silent."""

from __future__ import annotations

from portal.settings import environment, identity
from portal.settings.accounts import *  # noqa: F403
from portal.settings.base import *  # noqa: F403

SECRET_KEY = environment.required("SECRET_KEY")
ALLOWED_HOSTS = [host.strip() for host in environment.required("ALLOWED_HOSTS").split(",")]
WAGTAILADMIN_BASE_URL = environment.required("PORTAL_URL")
CSRF_TRUSTED_ORIGINS: list[str] = []

MAIL_DELIVERY_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
globals().update(environment.email(environment.required("EMAIL_URL")))
DEFAULT_FROM_EMAIL = environment.required("MAIL_FROM")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

SECURE_SSL_REDIRECT = environment.flag("SECURE_SSL_REDIRECT", default=True)
if environment.flag("BEHIND_TLS_PROXY", default=True):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
ALLAUTH_TRUSTED_PROXY_COUNT = environment.whole_number("TRUSTED_PROXIES", 1)
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
LANGUAGE_COOKIE_SECURE = True
identity.demand_https(identity.PROVIDER)
STAFF_SECOND_FACTOR_REQUIRED = True
