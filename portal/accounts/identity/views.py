from __future__ import annotations

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.internal.statekit import get_states
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.base import Provider, ProviderException
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from requests import RequestException

from portal.accounts.identity.exchange import Exchange


@never_cache
@require_POST
def login(request: HttpRequest) -> HttpResponse:
    provider = configured(request)
    try:
        return provider.redirect_from_request(request)
    except (ProviderException, RequestException) as error:
        return render_authentication_error(request, provider, exception=error)


@never_cache
@require_GET
def callback(request: HttpRequest) -> HttpResponse:
    provider = configured(request)
    state = state_of(request)
    exchange = Exchange(request, provider.app.provider_id)
    exchange.nonce = state.get("nonce", "")
    # One address for all languages is known to the provider; the person goes on in theirs.
    request.LANGUAGE_CODE = state.get("language") or request.LANGUAGE_CODE
    translation.activate(request.LANGUAGE_CODE)
    try:
        return OAuth2CallbackView.adapter_view(exchange)(request)
    except (ProviderException, RequestException) as error:
        return render_authentication_error(request, provider, exception=error)


def configured(request: HttpRequest) -> Provider:
    """Http404 where the city has no identity provider."""
    try:
        return get_adapter().get_provider(request, "openid_connect")
    except SocialApp.DoesNotExist as error:
        raise Http404 from error


def state_of(request: HttpRequest) -> dict[str, str]:
    """What this browser set out with; empty when it did not set out."""
    stashed = get_states(request).get(request.GET.get("state", ""))
    return stashed[0] if stashed else {}
