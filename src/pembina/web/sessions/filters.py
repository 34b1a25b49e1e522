"""What the lists of batches and of participants are narrowed by; kept in the address."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db import models
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from pembina.domain.development.enums import BatchState, EnrolmentOrigin, EnrolmentState
from pembina.domain.development.models import Batch, Enrolment
from pembina.domain.development.queries.batches import in_order
from pembina.domain.people.searches import words_in

LONGEST_SEARCH = 100
ALL = [("", _("Semua"))]


class BatchSort(models.TextChoices):
    """The order of batches."""

    FIRST = "first", _("Sesi pertama terdekat")
    NEW = "new", _("Terbaru dahulu")
    TITLE = "title", _("Nama A–Z")


class ParticipantSort(models.TextChoices):
    """The order of participants."""

    LIST = "list", _("Menurut keadaan")
    NAME = "name", _("Nama A–Z")
    NEW = "new", _("Terbaru dahulu")


def search_field(label: Any) -> forms.CharField:
    widget = forms.TextInput(attrs={"type": "search", "autocomplete": "off"})
    return forms.CharField(label=label, required=False, widget=widget)


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
        return written.replace("\0", "")[:LONGEST_SEARCH]

    @property
    def is_narrowed(self) -> bool:
        return any(value for name, value in self.chosen.items() if name != "sort")

    @property
    def query(self) -> str:
        """Return the filters as an address carries them, with an ampersand at the end where there are any."""
        kept = {name: value for name, value in self.chosen.items() if value}
        return f"{urlencode(kept)}&" if kept else ""

    @property
    def kept(self) -> list[tuple[str, str]]:
        """Return the filters that are set, for a form that goes on with them."""
        return [(name, value) for name, value in self.chosen.items() if value]


class BatchFilters(Filters):
    q = search_field(_("Cari angkatan atau program"))
    state = forms.ChoiceField(label=_("Keadaan"), choices=[*ALL, *BatchState.choices], required=False)
    sort = forms.ChoiceField(label=_("Urutan"), choices=BatchSort.choices, required=False)

    def narrow(self, batches: QuerySet[Batch]) -> QuerySet[Batch]:
        """Return what is left; unless sorted otherwise what meets next comes first, what never meets last."""
        if wanted := self.chosen["q"]:
            batches = batches.filter(words_in("title", wanted) | words_in("programme__title", wanted))
        if self.chosen["state"]:
            batches = batches.filter(state=self.chosen["state"])
        if self.chosen["sort"] == BatchSort.NEW:
            return batches.order_by("-pk")
        if self.chosen["sort"] == BatchSort.TITLE:
            return batches.order_by("title", "pk")
        is_over = models.Case(
            models.When(state__in=(BatchState.FINISHED, BatchState.CANCELLED), then=models.Value(1)),
            default=models.Value(0),
        )
        return batches.order_by(is_over, models.F("first_at").asc(nulls_last=True), "pk")


class ParticipantFilters(Filters):
    q = search_field(_("Cari nama peserta"))
    state = forms.ChoiceField(label=_("Keadaan"), choices=[*ALL, *EnrolmentState.choices], required=False)
    origin = forms.ChoiceField(label=_("Asal"), choices=[*ALL, *EnrolmentOrigin.choices], required=False)
    sort = forms.ChoiceField(label=_("Urutan"), choices=ParticipantSort.choices, required=False)

    def narrow(self, enrolments: QuerySet[Enrolment]) -> QuerySet[Enrolment]:
        """Return what is left, in order."""
        if wanted := self.chosen["q"]:
            enrolments = enrolments.filter(words_in("person__name", wanted) | Q(person__nip=wanted.strip()))
        for name in ("state", "origin"):
            if self.chosen[name]:
                enrolments = enrolments.filter(**{name: self.chosen[name]})
        if self.chosen["sort"] == ParticipantSort.NAME:
            return enrolments.order_by("person__name", "pk")
        return (
            enrolments.order_by("-made_at", "-pk")
            if self.chosen["sort"] == ParticipantSort.NEW
            else in_order(enrolments)
        )
