"""A city on one's own machine: http://localhost, data in `var/`, mail in `var/mail/`."""

from __future__ import annotations

import secrets

from portal.settings import environment
from portal.settings.accounts import *  # noqa: F403
from portal.settings.base import *  # noqa: F403
from portal.settings.environment import VAR

VAR.mkdir(exist_ok=True, parents=True)
_secret = VAR / "secret.key"
if not _secret.exists():
    _secret.touch(mode=0o600)
    _secret.write_text(secrets.token_urlsafe(64))

SECRET_KEY = _secret.read_text()
DEBUG = environment.flag("DEBUG")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *environment.words("ALLOWED_HOSTS")]
MAIL_DELIVERY_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR / "mail"
# Shown, not demanded: a visitor of the demo has no second device at hand.
STAFF_SECOND_FACTOR_REQUIRED = False
# Turns words around: shows the way of a machine's suggestions without asking anybody outside.
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {"CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"}
