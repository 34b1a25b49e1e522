"""The system check that refuses an unreadable brand colour before the first page is served."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error

from pembina.web.components.brand import UnreadableBrandColourError, configured_colour, palette


def brand_colour_is_readable(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    try:
        palette(configured_colour())
    except UnreadableBrandColourError as refused:
        return [Error(refused.message.en, hint="Set PEMBINA_BRAND_COLOUR to a darker colour.", id="components.E001")]
    return []
