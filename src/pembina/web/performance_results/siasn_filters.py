"""What the export for SIASN is narrowed by: year, cycle, month or quarter, unit, source, and which list is shown."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from pembina.domain.performance.enums import PeriodCycle
from pembina.domain.performance.models import Appraisal, PerformanceResult
from pembina.exchange.skp import Source
from pembina.web.performance_results.filters import YearFilters, in_units

MOST_NUMBERS = {PeriodCycle.MONTHLY.value: 12, PeriodCycle.QUARTERLY.value: 4}
MONTHS_OF_A_QUARTER = 3
LISTS = [("refused", _("Akan ditolak")), ("different", _("Berbeda")), ("ready", _("Siap dikirim"))]
SOURCES = [
    ("", _("Keduanya")),
    (Source.OWN.value, _("Evaluasi di sini")),
    (Source.KEPT.value, _("Catatan e-Kinerja")),
]


class SiasnFilters(YearFilters):
    """Which results are sent. A month or quarter that the cycle does not have narrows nothing."""

    number = forms.ChoiceField(
        label=_("Bulan atau triwulan"), required=False,
        choices=[("", _("Semua")), *((str(number), str(number)) for number in range(1, 13))],
    )  # fmt: skip
    unit = forms.CharField(
        label=_("Unit kerja"), required=False, max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )  # fmt: skip
    source = forms.ChoiceField(label=_("Sumber"), required=False, choices=SOURCES)
    show = forms.ChoiceField(label=_("Tampilkan"), required=False, choices=LISTS)

    def __init__(self, data: Any, **told: Any) -> None:
        super().__init__(data, **told)
        self.chosen["show"] = self.chosen["show"] or "refused"
        if int(self.chosen["number"] or 0) > MOST_NUMBERS.get(self.chosen["cycle"], 0):
            self.chosen["number"] = ""
        self.data = self.chosen
        self.full_clean()

    @property
    def source_chosen(self) -> Source | None:
        return Source(self.chosen["source"]) if self.chosen["source"] else None

    def narrow(self, results: QuerySet[PerformanceResult]) -> QuerySet[PerformanceResult]:
        """Return the results of the period and unit."""
        found = super().narrow(results).filter(self._of_unit())
        if not self.chosen["number"]:
            return found
        last = int(self.chosen["number"])
        if self.chosen["cycle"] == PeriodCycle.MONTHLY:
            return found.filter(first_month=last)
        last *= MONTHS_OF_A_QUARTER
        return found.filter(first_month__range=(last - MONTHS_OF_A_QUARTER + 1, last))

    def narrow_appraisals(self, appraisals: QuerySet[Appraisal]) -> QuerySet[Appraisal]:
        """Return the appraisals of the same period and unit."""
        told = {"period__year": int(self.chosen["year"]), "period__cycle": self.chosen["cycle"]}
        if self.chosen["number"]:
            told["period__number"] = int(self.chosen["number"])
        return appraisals.filter(self._of_unit(), **told)

    def _of_unit(self) -> Q:
        return in_units(self.chosen["unit"], self.on) if self.chosen["unit"] else Q()
