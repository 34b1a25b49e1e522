"""Signing in through the government's own OpenID Connect server: django-allauth speaks to it, we decide who comes in.

No account elsewhere is kept here. The number (NIP) in the identity token of the one issuer of the settings is looked
up each time; without an account in use for it nobody comes in.
"""

from typing import Any

import requests
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.internal import statekit
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

PROVIDER = "sso"
LOGIN = "login"


class SsoFailedError(Exception):
    """The server did not answer, or what it answered cannot be trusted."""


class SsoAdapter(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]
    """Comes back to our own address, and believes the configured issuer only."""

    def get_callback_url(self, request: HttpRequest, app: Any) -> str:
        return request.build_absolute_uri(reverse("account:sso_return"))

    @property
    def openid_config(self) -> dict[str, Any]:
        config: dict[str, Any] = super().openid_config
        if config.get("issuer", "").rstrip("/") != settings.SSO_ISSUER:
            raise OAuth2Error("The issuer is another than the configured one.")
        return config


def way_out(request: HttpRequest, *, back_to: str) -> str:
    """Return the address at the server to go to; what it has to bring back is noted in the session."""
    try:
        return str(_provider(request).redirect(request, LOGIN, next_url=back_to).headers["Location"])
    except (OAuth2Error, requests.RequestException, KeyError, ValueError) as failure:
        raise SsoFailedError from failure


def claims_brought_back(request: HttpRequest) -> tuple[dict[str, Any], str]:
    """Return what the identity token says, and where the visitor was going. Each answer can be used once."""
    provider = _provider(request)
    state = statekit.unstash_state(request, provider_id=provider.sub_id, state_id=request.GET.get("state", ""))
    if state is None or "code" not in request.GET:
        raise SsoFailedError
    adapter, app = SsoAdapter(request, PROVIDER), provider.app
    try:
        answer = adapter.get_access_token_data(
            request, app, adapter.get_client(request, app), pkce_code_verifier=state.get("pkce_code_verifier")
        )
        return adapter._decode_id_token(app, answer["id_token"]), state.get("next", "")
    except (OAuth2Error, requests.RequestException, KeyError, ValueError) as failure:
        raise SsoFailedError from failure


def _provider(request: HttpRequest) -> Any:
    provider = get_adapter(request).get_provider(request, provider=PROVIDER)
    provider.oauth2_adapter_class = SsoAdapter
    return provider
