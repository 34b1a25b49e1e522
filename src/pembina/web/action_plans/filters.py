"""What lists of plans are narrowed by; kept in the address."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db import models
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from pembina.domain.development.follow_up_enums import PlanState, Side
from pembina.domain.development.models import ActionPlan
from pembina.domain.development.queries.action_plans import ready_to_end, with_checks_due, with_decision_due
from pembina.domain.people.searches import words_in

LONGEST_SEARCH = 100
ALL = [("", _("Semua"))]


class Whose(models.TextChoices):
    """Whose plans; the last for human resources only."""

    MINE = "mine", _("Milik saya")
    STAFF = "staff", _("Staf saya")
    EVERYBODY = "all", _("Semua pegawai")


class Show(models.TextChoices):
    """What waits for somebody."""

    DUE = "due", _("Perlu tindakan")
    LATE = "late", _("Terlambat")


class Sort(models.TextChoices):
    """The order."""

    NEW = "new", _("Terbaru")
    DAY = "day", _("Paling lama berjalan")
    NAME = "name", _("Nama A–Z")


ORDERS = {
    Sort.NEW: ("-made_at", "-pk"),
    Sort.DAY: ("counts_from", "pk"),
    Sort.NAME: ("enrolment__person__name", "pk"),
}


class PlanFilters(forms.Form):
    """Fields in an address; what cannot be understood narrows nothing."""

    q = forms.CharField(
        label=_("Cari nama atau pelatihan"), required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )  # fmt: skip
    show = forms.ChoiceField(label=_("Tampilkan"), choices=[*ALL, *Show.choices], required=False)
    state = forms.ChoiceField(label=_("Keadaan"), choices=[*ALL, *PlanState.choices], required=False)
    sort = forms.ChoiceField(label=_("Urutan"), choices=Sort.choices, required=False)

    def __init__(self, data: QueryDict, *, whose: Whose) -> None:
        super().__init__({})
        self.whose = whose
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
        return any(value for name, value in self.chosen.items() if name != "sort")

    @property
    def query(self) -> str:
        """Return tab and filters as an address carries them, with an ampersand at the end."""
        kept = {name: value for name, value in self.chosen.items() if value}
        return f"{urlencode({'whose': self.whose.value, **kept})}&"

    def narrow(self, plans: QuerySet[ActionPlan], *, on: date) -> QuerySet[ActionPlan]:
        """Return what is left, in the order asked for."""
        if wanted := self.chosen["q"]:
            plans = plans.filter(
                words_in("enrolment__person__name", wanted) | words_in("enrolment__batch__title", wanted)
            )
        if self.chosen["state"]:
            plans = plans.filter(state=self.chosen["state"])
        if show := self.chosen["show"]:
            plans = plans.filter(waiting_for(self.whose, on=on, late=show == Show.LATE))
        return plans.order_by(*ORDERS[Sort(self.chosen["sort"] or Sort.NEW)])


def waiting_for(whose: Whose, *, on: date, late: bool = False) -> Q:
    """Return the condition that a plan waits for the visitor, or on the list of everybody for anybody."""
    own = with_checks_due(Side.SELF, on=on, late=late) | (Q(pk__in=()) if late else _own_step(on))
    led = with_checks_due(Side.SUPERIOR, on=on, late=late) | with_decision_due(on=on, late=late)
    return {Whose.MINE: own, Whose.STAFF: led, Whose.EVERYBODY: own | led}[whose]


def _own_step(on: date) -> Q:
    return Q(state__in=(PlanState.DRAFT, PlanState.RETURNED)) | ready_to_end(on=on)


def whose_of(data: Any, *, offered: list[Whose]) -> Whose:
    """Return the tab that an address asks for, the first one where it is not offered."""
    asked = data.get("whose", "")
    return next((whose for whose in offered if whose.value == asked), offered[0])
