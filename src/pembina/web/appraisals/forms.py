"""What raters, the people rated and human resources fill in."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pembina.core.rules.appraisal_rating import behaviour_guidance, core_values, results_guidance
from pembina.domain.people.models import Unit
from pembina.domain.performance.appraisal_enums import OrganisationScale, RatingScale
from pembina.domain.performance.enums import PeriodCycle
from pembina.domain.performance.models import Appraisal, OrganisationRating
from pembina.domain.performance.models.organisation_ratings import LONGEST_BASIS
from pembina.domain.performance.models.plans import LONGEST_TEXT
from pembina.domain.performance.operations.appraisals import RatingTold
from pembina.domain.performance.operations.organisation_ratings import OrganisationTold
from pembina.domain.performance.operations.periods import PeriodTold
from pembina.web.components.fields import DayField
from pembina.web.components.formatting import in_language

NO_RATING = [("", _("Belum ditetapkan"))]


def words(label: Any, *, rows: int = 3, required: bool = True, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, required=required, max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": rows}),
        help_text=help_text,
    )  # fmt: skip


class RateForm(forms.Form):
    """Both ratings, each with the words of the guidance; a reason where it is not as expected; a note per value."""

    results = forms.ChoiceField(label=_("Rating hasil kerja"), widget=forms.RadioSelect)
    results_reason = words(
        _("Alasan rating hasil kerja"), required=False, help_text=_("Wajib bila bukan “sesuai ekspektasi”.")
    )
    behaviour = forms.ChoiceField(label=_("Rating perilaku kerja"), widget=forms.RadioSelect)
    behaviour_reason = words(
        _("Alasan rating perilaku kerja"), required=False, help_text=_("Wajib bila bukan “sesuai ekspektasi”.")
    )
    advice = words(
        _("Catatan dan rekomendasi"), required=False,
        help_text=_("Dibaca pegawai pada dokumennya; wajib sebelum ditandatangani."),
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, appraisal: Appraisal, on: date) -> None:
        super().__init__(data, initial=_initial(appraisal))
        for name, lines in (("results", results_guidance(on=on)), ("behaviour", behaviour_guidance(on=on))):
            told = {line.rating.value: in_language(line.words) for line in lines}
            self.fields[name].choices = [  # type: ignore[attr-defined]
                (value, f"{label}: {told[value]}") for value, label in RatingScale.choices
            ]
        self.values = core_values(on=on)
        for value in self.values:
            self.fields[f"note_{value.value}"] = words(
                in_language(value.label), rows=2, required=False, help_text=in_language(value.meaning)
            )

    @property
    def main_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in ("results", "results_reason", "behaviour", "behaviour_reason", "advice")]

    @property
    def note_fields(self) -> list[forms.BoundField]:
        return [self[f"note_{value.value}"] for value in self.values]

    def told(self) -> RatingTold:
        said = self.cleaned_data
        return RatingTold(
            said["results"], said["behaviour"], said["results_reason"], said["behaviour_reason"], said["advice"],
            {value.value.value: said[f"note_{value.value}"] for value in self.values},
        )  # fmt: skip


def _initial(appraisal: Appraisal) -> dict[str, Any]:
    names = ("results", "results_reason", "behaviour", "behaviour_reason", "advice", "version")
    notes = {f"note_{value}": said for value, said in appraisal.value_notes.items()}
    return {name: getattr(appraisal, name) for name in names} | notes


class ReasonForm(forms.Form):
    """One text."""

    words = words(_("Alasan"))


class ReturnForm(forms.Form):
    """The document comes back: signed, or not and why."""

    signs = forms.ChoiceField(
        label=_("Tanda tangan Anda"), widget=forms.RadioSelect,
        choices=[("yes", _("Saya menandatangani dan mengembalikan")), ("no", _("Saya tidak menandatangani"))],
        help_text=_("Menandatangani berarti sudah membaca. Hak keberatan tetap ada dengan atau tanpa tanda tangan."),
    )  # fmt: skip
    note = words(_("Catatan"), required=False, help_text=_("Wajib bila tidak menandatangani."))


class PeriodForm(forms.Form):
    """A month, a quarter or a year; the days of evaluating a year follow from the regulation."""

    cycle = forms.ChoiceField(label=_("Siklus"), choices=PeriodCycle.choices, initial=PeriodCycle.QUARTERLY)
    year = forms.IntegerField(label=_("Tahun"), min_value=2022, max_value=2100)
    number = forms.IntegerField(
        label=_("Bulan atau triwulan ke"), min_value=1, max_value=12, initial=1,
        help_text=_("Untuk tahunan isi 1."),
    )  # fmt: skip
    window_opens = DayField(
        label=_("Evaluasi dibuka"),
        required=False,
        help_text=_("Untuk tahunan kosongkan: 31 Desember sampai 31 Januari."),
    )
    window_ends = DayField(label=_("Evaluasi paling lambat"), required=False)

    def told(self) -> PeriodTold:
        said = self.cleaned_data
        cycle = PeriodCycle(said["cycle"])
        number = 1 if cycle is PeriodCycle.ANNUAL else said["number"]
        return PeriodTold(cycle, said["year"], number, said["window_opens"], said["window_ends"])


class OrganisationsForm(forms.Form):
    """The ratings of many units on one page: a rating, its basis and its day for each; the empty ones are left out."""

    def __init__(self, data: Any = None, *, units: Iterable[Unit], known: dict[int, OrganisationRating]) -> None:
        super().__init__(data)
        self.units = list(units)
        for unit in self.units:
            row, named = known.get(unit.pk), {"unit": unit.name}
            self.fields[f"rating_{unit.pk}"] = forms.ChoiceField(
                label=_("Capaian %(unit)s") % named, choices=[*NO_RATING, *OrganisationScale.choices], required=False,
                initial=row.rating if row else "",
            )  # fmt: skip
            self.fields[f"basis_{unit.pk}"] = forms.CharField(
                label=_("Dasar %(unit)s") % named, max_length=LONGEST_BASIS, required=False,
                initial=row.basis if row else "",
            )  # fmt: skip
            self.fields[f"issued_{unit.pk}"] = DayField(
                label=_("Terbit %(unit)s") % named, required=False, initial=row.issued_on if row else None,
                widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            )  # fmt: skip

    @property
    def rows(self) -> list[tuple[Unit, list[forms.BoundField]]]:
        return [(unit, [self[f"{name}_{unit.pk}"] for name in ("rating", "basis", "issued")]) for unit in self.units]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        for unit in self.units:
            if said.get(f"rating_{unit.pk}"):
                for name in ("basis", "issued"):
                    if not said.get(f"{name}_{unit.pk}"):
                        self.add_error(f"{name}_{unit.pk}", _("Isi dasar dan tanggal terbitnya."))
        return said

    def told(self) -> list[OrganisationTold]:
        said = self.cleaned_data
        return [
            OrganisationTold(unit, said[f"rating_{unit.pk}"], said[f"basis_{unit.pk}"], said[f"issued_{unit.pk}"])
            for unit in self.units
            if said.get(f"rating_{unit.pk}")
        ]
