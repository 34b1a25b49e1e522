"""What a list of people is narrowed by. The filters live in the address, so that a list can be kept and sent."""

from datetime import date
from typing import cast
from urllib.parse import urlencode

from django import forms
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import Http404, QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.people.enums import Status
from pembina.domain.people.models import Person, Unit
from pembina.domain.people.permissions import record_open_to
from pembina.domain.people.queries import main_assignments, organisation_seen_by, working_at_or_below

NAMES = ("q", "unit", "status", "sort")
SORTS = [("name", _("Nama A–Z")), ("-name", _("Nama Z–A")), ("unit", _("Unit kerja"))]

LONGEST_SEARCH = 100


def understood(data: QueryDict) -> dict[str, str]:
    """Return the filters of an address; what cannot be understood narrows nothing, except a unit, which is judged."""
    status, sort = data.get("status", ""), data.get("sort", "")
    return {
        "q": data.get("q", "").replace("\0", "")[:LONGEST_SEARCH],
        "unit": data.get("unit", ""),
        "status": status if status in Status.values else "",
        "sort": sort if sort in dict(SORTS) else "name",
    }


class StaffFilters(forms.Form):
    """Search, unit with all below it, status and order. A unit out of the visitor's reach does not exist for them."""

    q = forms.CharField(
        label=_("Nama atau NIP"),
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    unit = forms.ChoiceField(label=_("Unit kerja"), required=False)
    status = forms.ChoiceField(label=_("Status"), choices=[("", _("Semua")), *Status.choices], required=False)
    sort = forms.ChoiceField(label=_("Urutan"), choices=SORTS, required=False)

    def __init__(self, data: QueryDict, *, actor: User, on: date) -> None:
        super().__init__(understood(data))
        self.actor, self.on = actor, on
        self.units = {unit.code: unit for unit in organisation_seen_by(actor, on=on)}
        named = [(code, unit.name) for code, unit in self.units.items()]
        cast(forms.ChoiceField, self.fields["unit"]).choices = [("", _("Semua yang boleh dilihat")), *named]
        self.full_clean()
        if "unit" in self.errors:
            raise Http404
        self.chosen = {name: self.cleaned_data[name] for name in NAMES}

    @property
    def unit_chosen(self) -> Unit | None:
        return self.units.get(self.chosen["unit"])

    @property
    def is_narrowed(self) -> bool:
        return any(self.chosen[name] for name in ("q", "unit", "status"))

    @property
    def reset(self) -> str:
        """Return the address of the whole list where it is narrowed."""
        return reverse("people:index") if self.is_narrowed else ""

    @property
    def query(self) -> str:
        """Return the filters as an address carries them, with an ampersand at the end where there are any."""
        kept = {name: value for name, value in self.chosen.items() if value}
        if kept.get("sort") == "name":
            del kept["sort"]
        return f"{urlencode(kept)}&" if kept else ""

    def narrow(self, people: QuerySet[Person]) -> QuerySet[Person]:
        """Return those of `people` that the filters leave, in the order chosen."""
        if self.chosen["q"]:
            people = people.filter(self._search(self.chosen["q"]))
        if self.chosen["status"]:
            people = people.filter(status=self.chosen["status"])
        if self.unit_chosen is not None:
            people = people.filter(working_at_or_below(self.unit_chosen, on=self.on))
        return self._ordered(people)

    def _search(self, wanted: str) -> Q:
        """Look in names, and in numbers where the record is open: digit by digit one would guess a closed one."""
        found = Q(name__icontains=wanted)
        digits = "".join(wanted.split())
        if digits.isdigit():
            found |= Q(nip__startswith=digits, pk__in=record_open_to(self.actor, on=self.on).values("pk"))
        return found

    def _ordered(self, people: QuerySet[Person]) -> QuerySet[Person]:
        sort = self.chosen["sort"]
        if sort != "unit":
            return people.order_by(sort or "name", "pk")
        held = main_assignments(self.on).filter(person=OuterRef("pk")).order_by("pk").values("unit__name")[:1]
        return people.annotate(unit_name=Subquery(held)).order_by("unit_name", "name", "pk")
