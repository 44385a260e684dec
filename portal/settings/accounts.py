"""django-allauth: sign-up by e-mail, login by code, password or passkey."""

from __future__ import annotations

from portal.settings import identity

MINUTE = 60

LOGIN_URL = "account_login"
ACCOUNT_ADAPTER = "portal.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_UNIQUE_EMAIL = True
# One address for each person; a new one counts once its owner has proved it.
ACCOUNT_CHANGE_EMAIL = True
# Codes, not links: programs that scan mail open every link, and a code stays with the browser that asked.
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 10 * MINUTE
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * MINUTE
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SIGNUP_REDIRECT_URL = "account_home"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * MINUTE
ACCOUNT_SESSION_REMEMBER = None
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# Five wrong passwords for an account in five minutes; the counters outlive a restart (see CACHES).
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/300s/key"}

MFA_ADAPTER = "portal.accounts.adapter.SecondFactorAdapter"
MFA_FORMS = {
    "add_webauthn": "portal.accounts.forms.AddPasskeyForm",
    "authenticate": "portal.accounts.code_forms.SecondFactorForm",
    "reauthenticate": "portal.accounts.code_forms.SecondFactorAgainForm",
    "activate_totp": "portal.accounts.code_forms.FirstCodeForm",
}
MFA_SUPPORTED_TYPES = ["recovery_codes", "totp", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False

# The city's own identity provider, when there is one. Its word about an address counts: the operator chose it.
SOCIALACCOUNT_ADAPTER = "portal.accounts.identity.adapter.IdentityAdapter"
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "provider_class": "portal.accounts.identity.provider.CityProvider",
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [identity.PROVIDER.app] if identity.PROVIDER else [],
    }
}
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_LOGIN_ON_GET = False

# Notes for the next page stay in the session: one cookie less.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# One door: neither Wagtail's own passwords nor passwords of pages and collections.
WAGTAILUSERS_PASSWORD_ENABLED = False
WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
