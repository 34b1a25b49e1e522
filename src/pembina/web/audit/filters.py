"""What the trail is narrowed by. The filters live in the address, so that a search can be kept and sent."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any, cast
from urllib.parse import urlencode

from django import forms
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.audit_words import OPERATIONS, Kind
from pembina.domain.access.events import AuditEvent
from pembina.domain.access.models import User
from pembina.domain.people.queries import organisation_seen_by
from pembina.domain.people.trails import about, about_unit, done_by
from pembina.web.audit.present import kinds_in_words, operations_by_kind
from pembina.web.components.fields import DayField

NAMES = ("by", "about", "unit", "what", "since", "until")
LONGEST = 100
CHANGING = [AuditEvent.Action.CREATE, AuditEvent.Action.UPDATE, AuditEvent.Action.DELETE]


def of_kind(kind: Kind) -> Q:
    """Return the condition that an event is of a kind; what only the net has caught is judged by its action."""
    told = Q(operation__in=[code for code, one in OPERATIONS.items() if one.kind is kind])
    caught = {Kind.CHANGED: CHANGING, Kind.LOOKED: [AuditEvent.Action.ACCESS]}.get(kind, [])
    return told | Q(operation="", action__in=caught) if caught else told


class TrailFilters(forms.Form):
    """Who, about whom, in which unit, what, and from when until when; what cannot be understood narrows nothing."""

    by = forms.CharField(label=_("Pelaku (nama atau NIP)"), required=False)
    about = forms.CharField(label=_("Menyangkut (nama, NIP, atau unit)"), required=False)
    unit = forms.ChoiceField(label=_("Pegawai unit kerja"), required=False)
    what = forms.ChoiceField(label=_("Perbuatan"), required=False)
    since = DayField(label=_("Sejak"), required=False)
    until = DayField(label=_("Sampai"), required=False)

    def __init__(self, data: QueryDict, *, actor: User, on: date) -> None:
        super().__init__({name: data.get(name, "").strip()[:LONGEST] for name in NAMES})
        self.on = on
        self.units = {unit.code: unit for unit in organisation_seen_by(actor, on=on)}
        self._offer("unit", [("", _("Semua")), *((code, unit.name) for code, unit in self.units.items())])
        self._offer("what", [("", _("Semua")), *self._acts()])
        self.full_clean()
        self.chosen = {name: self.cleaned_data.get(name) or "" for name in NAMES}

    def _offer(self, name: str, choices: list[Any]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = choices

    def _acts(self) -> list[Any]:
        """Return kinds as a whole first, then each operation under its kind."""
        return [*kinds_in_words(), *operations_by_kind()]

    @property
    def is_narrowed(self) -> bool:
        return any(self.chosen.values())

    @property
    def query(self) -> str:
        """Return the filters as an address carries them, with an ampersand at the end where there are any."""
        kept = {name: str(value) for name, value in self.chosen.items() if value}
        return f"{urlencode(kept)}&" if kept else ""

    def narrow(self, events: QuerySet[Any]) -> QuerySet[Any]:
        """Return those of `events` that the filters leave."""
        conditions: dict[str, Callable[[Any], Q]] = {
            "by": done_by,
            "about": about,
            "unit": lambda code: about_unit(self.units[code], on=self.on),
            "what": lambda what: of_kind(Kind(what)) if what in list(Kind) else Q(operation=what),
            "since": lambda day: Q(timestamp__gte=_start_of(day)),
            "until": lambda day: Q(timestamp__lt=_start_of(day) + timedelta(days=1)),
        }
        for name, condition in conditions.items():
            if self.chosen[name]:
                events = events.filter(condition(self.chosen[name]))
        return events


def _start_of(day: date) -> datetime:
    """Return midnight where the government is."""
    return timezone.make_aware(datetime.combine(day, time()))
