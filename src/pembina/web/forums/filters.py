"""What lists of events and of promises are narrowed by; kept in the address."""

from datetime import date
from typing import Any, cast
from urllib.parse import urlencode

from django import forms
from django.db import models
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.models import Unit
from pembina.domain.people.searches import words_in
from pembina.domain.services.enums import CommitmentState, ForumState
from pembina.domain.services.models import Commitment, Forum
from pembina.domain.services.queries.commitments import due_soon, kept, late, of_unit

LONGEST_SEARCH = 100
ALL = [("", _("Semua"))]


class Show(models.TextChoices):
    """Which promises."""

    OPEN = "open", _("Berjalan")
    LATE = "late", _("Terlambat")
    SOON = "soon", _("Jatuh tempo 7 hari")
    KEPT = "kept", _("Ditepati")
    DONE = "done", _("Selesai")
    DROPPED = "dropped", _("Dihentikan")


class CommitmentSort(models.TextChoices):
    """The order; a minus turns it round."""

    DUE = "due", _("Tenggat terdekat")
    DUE_DOWN = "-due", _("Tenggat terjauh")
    UNIT = "unit", _("Unit kerja A–Z")
    NEW = "-made", _("Janji terbaru")


ORDERS = {"due": ("due_on",), "-due": ("-due_on",), "unit": ("unit__name", "due_on"), "-made": ("-made_on",)}


def search_field(label: Any) -> forms.CharField:
    widget = forms.TextInput(attrs={"type": "search", "autocomplete": "off"})
    return forms.CharField(label=label, required=False, widget=widget)


class Filters(forms.Form):
    """Fields in an address; what cannot be understood narrows nothing."""

    def __init__(self, data: QueryDict, *, units: QuerySet[Unit]) -> None:
        super().__init__({})
        self.units = {unit.code: unit for unit in units.order_by("name", "pk")}
        choices = [*ALL, *((code, one.name) for code, one in self.units.items())]
        cast(forms.ChoiceField, self.fields["unit"]).choices = choices
        self.data = {name: self._understood(name, data.get(name, "")) for name in self.fields}
        self.full_clean()
        self.chosen = {name: self.cleaned_data.get(name) or "" for name in self.fields}

    def _understood(self, name: str, written: str) -> str:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField) and not field.valid_value(written):
            return ""
        return written[:LONGEST_SEARCH]

    @property
    def unit_chosen(self) -> Unit | None:
        return self.units.get(self.chosen["unit"])

    @property
    def is_narrowed(self) -> bool:
        return any(value for name, value in self.chosen.items() if name != "sort")

    @property
    def query(self) -> str:
        """Return the filters as an address carries them, with an ampersand at the end where there are any."""
        kept_ones = {name: value for name, value in self.chosen.items() if value}
        return f"{urlencode(kept_ones)}&" if kept_ones else ""


class ForumFilters(Filters):
    q = search_field(_("Cari judul"))
    unit = forms.ChoiceField(label=_("Unit kerja"), required=False)
    state = forms.ChoiceField(label=_("Keadaan"), choices=[*ALL, *ForumState.choices], required=False)

    def narrow(self, forums: QuerySet[Forum]) -> QuerySet[Forum]:
        """Return what is left, the latest first."""
        if self.chosen["q"]:
            forums = forums.filter(words_in("title", self.chosen["q"]))
        if self.unit_chosen is not None:
            forums = forums.filter(unit=self.unit_chosen)
        if self.chosen["state"]:
            forums = forums.filter(state=self.chosen["state"])
        return forums.order_by("-starts_at", "-pk")


class CommitmentFilters(Filters):
    """For citizens; `on` is the day by which a promise is late."""

    q = search_field(_("Cari janji"))
    show = forms.ChoiceField(label=_("Keadaan"), choices=[*ALL, *Show.choices], required=False)
    unit = forms.ChoiceField(label=_("Unit kerja"), required=False)
    sort = forms.ChoiceField(label=_("Urutan"), choices=CommitmentSort.choices, required=False)

    def narrow(self, commitments: QuerySet[Commitment], *, on: date) -> QuerySet[Commitment]:
        """Return what is left; unless sorted otherwise the open ones by their day, then the latest closed."""
        if self.chosen["q"]:
            commitments = commitments.filter(words_in("promise", self.chosen["q"]))
        commitments = of_unit(commitments, self.unit_chosen)
        if self.chosen["show"]:
            commitments = commitments.filter(_shown(Show(self.chosen["show"]), on))
        if order := ORDERS.get(self.chosen["sort"]):
            return commitments.order_by(*order, "pk")
        is_closed = models.Case(models.When(state=CommitmentState.OPEN, then=0), default=1)
        return commitments.order_by(is_closed, models.F("closed_on").desc(nulls_last=True), "due_on", "pk")


class StaffCommitmentFilters(CommitmentFilters):
    mine = forms.BooleanField(label=_("Tanggung jawab saya"), required=False)

    def narrow_for(self, commitments: QuerySet[Commitment], *, on: date, username: str) -> QuerySet[Commitment]:
        """Return what is left for an officer."""
        narrowed = self.narrow(commitments, on=on)
        return narrowed.filter(owner__nip=username) if self.chosen["mine"] else narrowed


def _shown(show: Show, on: date) -> Q:
    return {
        Show.OPEN: Q(state=CommitmentState.OPEN),
        Show.LATE: late(on=on),
        Show.SOON: due_soon(on=on),
        Show.KEPT: kept(),
        Show.DONE: Q(state=CommitmentState.DONE),
        Show.DROPPED: Q(state=CommitmentState.DROPPED),
    }[show]
