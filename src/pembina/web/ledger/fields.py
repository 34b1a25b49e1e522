"""A moment as the clock on the wall of the office shows it."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

WRITTEN = "%Y-%m-%dT%H:%M"


class WallClockField(forms.DateTimeField):
    """A day and an hour without zone; the form that knows the office says `on_the_clock` of which zone."""

    default_error_messages = {"invalid": _("Tulis tanggal dan jam, misalnya 2026-11-22T14:05.")}

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.DateTimeInput(attrs={"type": "datetime-local"}, format=WRITTEN))
        options.setdefault("input_formats", [WRITTEN, "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%d-%m-%Y %H.%M"])
        super().__init__(**options)

    def to_python(self, value: Any) -> datetime | None:
        """Return the moment without zone, as it was typed."""
        if value in self.empty_values:
            return None
        for form in self.input_formats or ():
            try:
                return datetime.strptime(str(value).strip(), form)  # noqa: DTZ007 - the zone is that of the office
            except ValueError:
                continue
        raise forms.ValidationError(self.error_messages["invalid"], code="invalid")

    def prepare_value(self, value: Any) -> Any:
        """Return what is already on the wall clock as it is."""
        return value


def on_the_clock(typed: datetime | None, zone: str, *, known: datetime | None = None) -> datetime | None:
    """Return a typed moment in a zone; `known` itself where only its seconds were left out."""
    if typed is None:
        return None
    if known is not None and wall_clock(known, zone) == typed:
        return known
    return typed.replace(tzinfo=ZoneInfo(zone))


def wall_clock(moment: datetime | None, zone: str) -> datetime | None:
    """Return a moment as the field shows it, to the minute."""
    if moment is None:
        return None
    return moment.astimezone(ZoneInfo(zone)).replace(second=0, microsecond=0, tzinfo=None)
