"""What the list of a session, and the list of sessions, are narrowed by; kept in the address."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db import models
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from pembina.domain.development.enums import AttendanceStatus
from pembina.domain.development.models import Session
from pembina.domain.people.searches import words_in

LONGEST_SEARCH = 100
ALL = [("", _("Semua"))]
UNKNOWN = "unknown"


class Filters(forms.Form):
    """Fields in an address; what cannot be understood narrows nothing."""

    def __init__(self, data: QueryDict) -> None:
        super().__init__({})
        self.data = {name: self._understood(name, data.get(name, "")) for name in self.fields}
        self.full_clean()
        self.chosen = {name: self.cleaned_data.get(name) or "" for name in self.fields}

    def _understood(self, name: str, written: str) -> str:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField) and not field.valid_value(written):
            return ""
        return written[:LONGEST_SEARCH]

    @property
    def is_narrowed(self) -> bool:
        return any(self.chosen.values())

    @property
    def query(self) -> str:
        """Return the filters as an address carries them, with an ampersand at the end where there are any."""
        kept = {name: value for name, value in self.chosen.items() if value}
        return f"{urlencode(kept)}&" if kept else ""


def search_field(label: Any) -> forms.CharField:
    widget = forms.TextInput(attrs={"type": "search", "autocomplete": "off"})
    return forms.CharField(label=label, required=False, widget=widget)


class RosterFilters(Filters):
    """Of the list of a session."""

    q = search_field(_("Cari nama"))
    status = forms.ChoiceField(
        label=_("Kehadiran"), required=False, choices=[*ALL, (UNKNOWN, _("Belum tercatat")), *AttendanceStatus.choices]
    )


class Show(models.TextChoices):
    """Which sessions."""

    NEXT = "next", _("Hari ini dan mendatang")
    PAST = "past", _("Sudah lewat")


class SessionFilters(Filters):
    """Of the sessions somebody runs; without a choice those of today and to come."""

    q = search_field(_("Cari sesi atau angkatan"))
    show = forms.ChoiceField(label=_("Waktu"), required=False, choices=Show.choices)

    def narrow(self, sessions: QuerySet[Session], *, since: datetime) -> QuerySet[Session]:
        """Return what is left; `since` is the first moment of today."""
        wanted = self.chosen["q"]
        if wanted:
            sessions = sessions.filter(words_in("title", wanted) | words_in("batch__title", wanted) | Q(room=wanted))
        if self.chosen["show"] == Show.PAST:
            return sessions.filter(ends_at__lt=since).order_by("-starts_at", "-pk")
        return sessions.filter(ends_at__gte=since).order_by("starts_at", "pk")
