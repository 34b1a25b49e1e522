"""A government's own installation: HTTPS only, its host names spelled out."""

import os

from pembina.config.settings.base import *  # noqa: F403

ALLOWED_HOSTS = [host.strip() for host in os.environ.get("PEMBINA_HOSTS", "localhost").split(",") if host.strip()]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]

SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True

# Only behind a proxy that overwrites these headers: anybody else could write them and pose as HTTPS or another address.
TRUSTED_PROXY = os.environ.get("PEMBINA_TRUSTED_PROXY") == "1"
if TRUSTED_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
