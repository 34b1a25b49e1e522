"""Signing in through another server, as django-allauth wants it told."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ImproperlyConfigured


def openid_connect(issuer: str, environ: Mapping[str, str]) -> dict[str, Any]:
    """Return the settings of the one OpenID Connect server; none without an issuer."""
    if not issuer:
        return {}
    if not issuer.startswith("https://"):
        raise ImproperlyConfigured("PEMBINA_SSO_ISSUER has to begin with https://.")
    if not (client := environ.get("PEMBINA_SSO_CLIENT_ID")):
        raise ImproperlyConfigured("PEMBINA_SSO_ISSUER needs PEMBINA_SSO_CLIENT_ID and PEMBINA_SSO_CLIENT_SECRET.")
    app = {
        "provider_id": "sso",
        "name": "SSO",
        "client_id": client,
        "secret": environ.get("PEMBINA_SSO_CLIENT_SECRET", ""),
        "settings": {"server_url": issuer, "scope": ["openid", "profile"], "oauth_pkce_enabled": True},
    }
    return {"openid_connect": {"APPS": [app]}}
