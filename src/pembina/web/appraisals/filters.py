"""What lists of appraisals are narrowed by; kept in the address."""

from datetime import date
from urllib.parse import urlencode

from django import forms
from django.db import models
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.searches import words_in
from pembina.domain.performance.appraisal_enums import AppraisalState
from pembina.domain.performance.models import Appraisal, EvaluationPeriod
from pembina.domain.performance.queries.appraisals import late_on

LONGEST_SEARCH = 100
ALL = [("", _("Semua"))]


class Show(models.TextChoices):
    """What one looks for first."""

    LATE = "late", _("Terlambat ditandatangani")
    RATERLESS = "raterless", _("Tanpa penilai")
    NO_PLAN = "no_plan", _("Tanpa SKP")
    REFUSED = "refused", _("Tidak menandatangani")


class Sort(models.TextChoices):
    """The order."""

    NAME = "name", _("Nama A–Z")
    UNIT = "unit", _("Unit kerja A–Z")
    STATE = "state", _("Keadaan")
    NEW = "new", _("Periode terbaru")


ORDERS = {
    Sort.NAME: ("person__name", "pk"),
    Sort.UNIT: ("unit__name", "person__name", "pk"),
    Sort.STATE: ("state", "person__name", "pk"),
    Sort.NEW: ("-period__ends_on", "person__name", "pk"),
}
SHOWN = {
    Show.RATERLESS: Q(rater__isnull=True, by_head_of_region=False) & ~Q(state=AppraisalState.EXEMPT),
    Show.NO_PLAN: Q(plan__isnull=True) & ~Q(state=AppraisalState.EXEMPT),
    Show.REFUSED: ~Q(refused_note=""),
}


class AppraisalFilters(forms.Form):
    """Fields in an address; what cannot be understood narrows nothing."""

    q = forms.CharField(
        label=_("Cari nama atau unit kerja"), required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )  # fmt: skip
    period = forms.ChoiceField(label=_("Periode"), required=False)
    state = forms.ChoiceField(label=_("Keadaan"), choices=[*ALL, *AppraisalState.choices], required=False)
    show = forms.ChoiceField(label=_("Tampilkan"), choices=[*ALL, *Show.choices], required=False)
    sort = forms.ChoiceField(label=_("Urutan"), choices=Sort.choices, required=False)

    def __init__(self, data: QueryDict, *, order: Sort = Sort.NAME) -> None:
        super().__init__({})
        self.order = order
        periods = EvaluationPeriod.objects.all()
        self.fields["period"].choices = [*ALL, *((str(one.pk), one.label) for one in periods)]  # type: ignore[attr-defined]
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
        """Return the filters as an address carries them, with an ampersand at the end where there are any."""
        kept = {name: value for name, value in self.chosen.items() if value}
        return f"{urlencode(kept)}&" if kept else ""

    def narrow(self, appraisals: QuerySet[Appraisal], *, on: date) -> QuerySet[Appraisal]:
        """Return what is left, in the order asked for."""
        if wanted := self.chosen["q"]:
            appraisals = appraisals.filter(words_in("person__name", wanted) | words_in("unit__name", wanted))
        if self.chosen["period"]:
            appraisals = appraisals.filter(period=int(self.chosen["period"]))
        if self.chosen["state"]:
            appraisals = appraisals.filter(state=self.chosen["state"])
        if show := self.chosen["show"]:
            appraisals = appraisals.filter(late_on(on) if show == Show.LATE else SHOWN[Show(show)])
        return appraisals.order_by(*ORDERS[Sort(self.chosen["sort"] or self.order)])
