"""Addresses that stay: they are printed in codes and signed into badges, so they may not follow the host of a visit."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse


def public_base(request: HttpRequest) -> str:
    """Return ``https://host`` of the installation as configured, else as the visitor has reached it."""
    return settings.PEMBINA_PUBLIC_ADDRESS or request.build_absolute_uri("/").rstrip("/")


def public_address(request: HttpRequest, view: str, *arguments: object) -> str:
    """Return the whole address of a public page."""
    return public_base(request) + reverse(view, args=arguments)
