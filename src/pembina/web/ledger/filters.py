"""What the list of requests is narrowed by; the filters live in the address, so that a list can be kept and sent."""

from datetime import date
from typing import cast
from urllib.parse import urlencode

from django import forms
from django.http import Http404, QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.services.queries.catalogue import services_reached_by
from pembina.domain.services.queries.requests import RequestNarrowing, RequestSort, State
from pembina.web.components.formatting import MONTH

NAMES = ("q", "service", "state", "month", "late", "sort")
LONGEST_SEARCH = 64
LATE = (("", _("Semua")), ("1", _("Melewati standar")))


def understood(data: QueryDict) -> dict[str, str]:
    """Return the filters of an address; what cannot be understood narrows nothing; a service is judged."""
    told = {name: data.get(name, "")[:LONGEST_SEARCH] for name in NAMES}
    known = {"state": State.values, "sort": RequestSort.values, "late": ["1"]}
    told |= {name: told[name] if told[name] in values else "" for name, values in known.items()}
    is_month = MONTH.fullmatch(told["month"]) and 1990 <= int(told["month"][:4]) <= 2100
    return told | {"month": told["month"] if is_month else "", "sort": told["sort"] or RequestSort.RECEIVED_DOWN}


class RequestFilters(forms.Form):
    """Number, service, state, month, lateness and order. A service out of reach does not exist for the visitor."""

    q = forms.CharField(
        label=_("Nomor permohonan"),
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    service = forms.ChoiceField(label=_("Layanan"), required=False)
    state = forms.ChoiceField(label=_("Keadaan"), choices=[("", _("Semua")), *State.choices], required=False)
    month = forms.CharField(
        label=_("Bulan diterima"),
        required=False,
        widget=forms.TextInput(attrs={"type": "month", "placeholder": "2026-11", "autocomplete": "off"}),
    )
    late = forms.ChoiceField(label=_("Ketepatan waktu"), choices=LATE, required=False)
    sort = forms.ChoiceField(label=_("Urutan"), choices=RequestSort.choices, required=False)

    def __init__(self, data: QueryDict, *, actor: User, on: date) -> None:
        super().__init__(understood(data))
        services = services_reached_by(actor, Permission.RECORD_SERVICE, on=on).order_by("name", "code")
        named = [(service.code, service.name) for service in services]
        cast(forms.ChoiceField, self.fields["service"]).choices = [("", _("Semua layanan")), *named]
        self.full_clean()
        if "service" in self.errors:
            raise Http404
        self.chosen = {name: self.cleaned_data[name] for name in NAMES}

    @property
    def narrowing(self) -> RequestNarrowing:
        """Return what the database can judge; lateness is judged apart."""
        return RequestNarrowing(**{name: value for name, value in self.chosen.items() if name != "late"})

    @property
    def wants_late(self) -> bool:
        return bool(self.chosen["late"])

    @property
    def shown(self) -> list[forms.BoundField]:
        return [self[name] for name in NAMES]

    @property
    def is_narrowed(self) -> bool:
        return any(value for name, value in self.chosen.items() if name != "sort")

    @property
    def reset(self) -> str:
        """Return the address of the whole list where it is narrowed."""
        return reverse("ledger:index") if self.is_narrowed else ""

    @property
    def query(self) -> str:
        """Return the filters as an address carries them, with an ampersand at the end where there are any."""
        return self.query_with()

    def query_with(self, **other: str) -> str:
        """Return the filters with some of them changed."""
        kept = {name: value for name, value in (self.chosen | other).items() if value}
        if kept.get("sort") == RequestSort.RECEIVED_DOWN:
            del kept["sort"]
        return f"{urlencode(kept)}&" if kept else ""
