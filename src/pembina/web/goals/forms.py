"""What a person, and who leads, fills in about a plan."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from pembina.core.rules.satisfaction_index import ELEMENTS
from pembina.domain.performance.enums import (
    Aspect,
    CoreValue,
    Difficulty,
    Direction,
    GoalKind,
    IndicatorSource,
    NoteKind,
    Perspective,
    PlanForm,
    ReadFigure,
    Risk,
)
from pembina.domain.performance.models import Goal, Indicator, PerformancePlan
from pembina.domain.performance.models.goals import LONGEST_LINE, OF_THE_LEDGER
from pembina.domain.performance.models.plans import LONGEST_TEXT
from pembina.domain.performance.plan_content import GoalTold, IndicatorTold
from pembina.domain.services.models import PublicService
from pembina.web.components.fields import DayField

ELEMENT = "element_"
READS: list[tuple[str, Any]] = [
    ("", _("Saya laporkan sendiri, dengan bukti dukung")),
    *((figure.value, figure.label) for figure in ReadFigure if figure != ReadFigure.SATISFACTION_ELEMENT),
    *((f"{ELEMENT}{place}", f"SKM U{place}") for place in range(1, len(ELEMENTS) + 1)),
]


def sentence_field(label: Any, *, rows: int = 2, required: bool = True, help_text: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, max_length=LONGEST_LINE, widget=widget, help_text=help_text)


def amount_field(label: Any, help_text: Any = "") -> forms.DecimalField:
    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
    return forms.DecimalField(
        label=label, required=False, max_digits=18, decimal_places=6, localize=True, widget=widget, help_text=help_text
    )


class StartForm(forms.Form):
    """For which year, on which form, with what to begin."""

    year = forms.TypedChoiceField(label=_("Tahun"), coerce=int)
    form = forms.ChoiceField(
        label=_("Bentuk SKP"), choices=PlanForm.choices, help_text=_("Dipilih menurut jabatan; ubah bila perlu.")
    )
    begin = forms.ChoiceField(label=_("Mulai dari"), widget=forms.RadioSelect)

    def __init__(self, data: Any, *, years: Iterable[int], fitting: PlanForm | None, earlier: Any) -> None:
        super().__init__(data, initial={"form": fitting, "begin": "copy" if earlier else "empty"})
        self.fields["year"].choices = [(str(year), str(year)) for year in years]  # type: ignore[attr-defined]
        copy = [("copy", _("Salinan %(plan)s") % {"plan": earlier})] if earlier else []
        self.fields["begin"].choices = [*copy, ("empty", _("Lembar kosong"))]  # type: ignore[attr-defined]


class GoalForm(forms.Form):
    """One result; the perspective only on the forms of top officials."""

    words = sentence_field(_("Hasil apa yang diharapkan?"), help_text=_("Satu hasil, bukan daftar kegiatan."))
    kind = forms.ChoiceField(label=_("Jenis"), choices=GoalKind.choices, widget=forms.RadioSelect)
    supports = forms.ModelChoiceField(
        label=_("RHK pimpinan yang didukung"), queryset=Goal.objects.none(), required=False,
        empty_label=_("Belum ada dalam daftar"),
    )  # fmt: skip
    supports_words = sentence_field(
        _("RHK pimpinan, dalam kata-kata"), required=False, rows=1,
        help_text=_("Bila pimpinan belum mencatat SKP-nya. Anda tidak perlu menunggu."),
    )  # fmt: skip
    perspective = forms.ChoiceField(
        label=_("Perspektif"), required=False, choices=[("", _("Belum dipilih")), *Perspective.choices]
    )
    difficulty = forms.TypedChoiceField(
        label=_("Tingkat kesulitan"), required=False, coerce=int, empty_value=None,
        choices=[("", _("Belum disepakati")), *Difficulty.choices],
        help_text=_("Disepakati sekarang, tidak diubah sesudah hasilnya diketahui."),
    )  # fmt: skip
    risk = forms.ChoiceField(
        label=_("Menyangkut"), required=False, choices=[("", _("Tidak satu pun")), *Risk.choices],
        help_text=_("Hanya bila target mutlak memang perlu, misalnya karena menyangkut nyawa."),
    )  # fmt: skip

    def __init__(self, data: Any, *, plan: PerformancePlan, above: QuerySet[Goal], goal: Goal | None = None) -> None:
        known = {name: getattr(goal, name) for name in self.base_fields} if goal else {"kind": GoalKind.MAIN}
        super().__init__(data, initial=known)
        self.fields["supports"].queryset = above  # type: ignore[attr-defined]
        if not PlanForm(plan.form).is_top:
            del self.fields["perspective"]

    def told(self) -> GoalTold:
        return GoalTold(**self.cleaned_data)


class IndicatorForm(forms.Form):
    """How a result is seen; the list of what can be read stands in one field."""

    words = sentence_field(
        _("Dari apa terlihat bahwa hasil itu tercapai?"), help_text=_("Misalnya: waktu tunggu izin.")
    )
    aspects = forms.MultipleChoiceField(
        label=_("Aspek"), required=False, choices=Aspect.choices, widget=forms.CheckboxSelectMultiple
    )
    baseline = amount_field(_("Angka awal"), _("Kosongkan bila belum diketahui."))
    target = amount_field(_("Target"), _("Boleh turun, dan boleh lebih dari 100 %."))
    unit = forms.CharField(label=_("Satuan"), required=False, max_length=40, help_text=_("Misalnya: hari, %, berkas."))
    direction = forms.ChoiceField(label=_("Arah"), required=False, choices=[("", _("Tanpa angka")), *Direction.choices])
    target_words = sentence_field(_("Target, dalam kata-kata"), required=False, help_text=_("Bila tidak dapat diukur."))
    reads = forms.ChoiceField(
        label=_("Dari mana realisasinya?"), required=False, choices=READS,
        help_text=_("Yang dibaca dari catatan layanan atau SKM tidak perlu diketik siapa pun."),
    )  # fmt: skip
    service = forms.ModelChoiceField(
        label=_("Layanan"), queryset=PublicService.objects.none(), required=False, empty_label=_("Tidak ada")
    )
    source_words = forms.CharField(label=_("Sumber data"), required=False, max_length=200)

    def __init__(self, data: Any, *, services: QuerySet[PublicService], indicator: Indicator | None = None) -> None:
        super().__init__(data, initial=_known(indicator) if indicator else {})
        self.fields["service"].queryset = services  # type: ignore[attr-defined]
        if not services.exists():
            del self.fields["service"], self.fields["reads"]

    def told(self) -> IndicatorTold:
        said = dict(self.cleaned_data)
        figure, service = said.pop("reads", ""), said.pop("service", None)
        element = int(figure.removeprefix(ELEMENT)) if figure.startswith(ELEMENT) else None
        figure = ReadFigure.SATISFACTION_ELEMENT.value if element else figure
        source = _source(figure)
        said["aspects"] = tuple(said["aspects"])
        return IndicatorTold(**said, source=source, figure=figure, element=element, service=service if figure else None)


def _source(figure: str) -> str:
    if not figure:
        return IndicatorSource.REPORTED
    return IndicatorSource.SERVICE if figure in OF_THE_LEDGER else IndicatorSource.SURVEY


def _known(indicator: Indicator) -> dict[str, Any]:
    names = ("words", "aspects", "baseline", "target", "unit", "direction", "target_words", "service", "source_words")
    reads = f"{ELEMENT}{indicator.element}" if indicator.element else indicator.figure
    return {name: getattr(indicator, name) for name in names} | {"reads": reads}


class NotesForm(forms.Form):
    """The appendix (A.1.8): three lists, a line each."""

    def __init__(self, data: Any, *, plan: PerformancePlan) -> None:
        super().__init__(data)
        for kind in NoteKind:
            lines = [note.words for note in plan.notes.filter(kind=kind).order_by("position")]
            self.fields[kind.value] = forms.CharField(
                label=kind.label, required=False, max_length=LONGEST_TEXT, initial="\n".join(lines),
                widget=forms.Textarea(attrs={"rows": 4}), help_text=_("Satu baris untuk satu hal."),
            )  # fmt: skip

    def told(self) -> dict[NoteKind, list[str]]:
        return {kind: [line[:LONGEST_LINE] for line in self.cleaned_data[kind].splitlines()] for kind in NoteKind}


class BehaviourForm(forms.Form):
    """What is expected in particular of each value; none is needed."""

    def __init__(self, data: Any, *, plan: PerformancePlan) -> None:
        super().__init__(data)
        known = dict(plan.expectations.values_list("value", "words"))
        for value in CoreValue:
            self.fields[value.value] = sentence_field(value.label, rows=1, required=False)
            self.fields[value.value].initial = known.get(value.value, "")

    def told(self) -> dict[CoreValue, str]:
        return {value: self.cleaned_data[value] for value in CoreValue}


class CommentForm(forms.Form):
    comment = sentence_field(_("Apa yang perlu diperbaiki?"), rows=3)


class RealisationForm(forms.Form):
    """What was achieved up to a day; the amount only where the indicator has a number."""

    until = DayField(label=_("Sampai dengan"))
    amount = amount_field(_("Realisasi"), _("Catat penuh, juga bila melampaui target."))
    words = sentence_field(_("Bukti dukung"), rows=3, help_text=_("Misalnya: nomor register, nama laporan, tautan."))

    def __init__(self, data: Any, *, indicator: Indicator, until: Any) -> None:
        super().__init__(data, initial={"until": until})
        if indicator.is_measured:
            self.fields["amount"].label = _("Realisasi (%(unit)s)") % {"unit": indicator.unit}
        else:
            del self.fields["amount"]
