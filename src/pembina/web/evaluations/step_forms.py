"""What each step of the wizard asks."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from pembina.core.rules.programme_decision import Action
from pembina.domain.development.enums import OutcomeDirection
from pembina.domain.impact.design_defaults import usual_direction
from pembina.domain.impact.enums import Comparison, Correction, DesignFigure, OutcomeRole, UnitReach
from pembina.domain.impact.models import DesignOutcome, EvaluationDesign
from pembina.domain.impact.models.designs import FEWEST_DRAWS, LONGEST_TEXT, MOST_DRAWS
from pembina.domain.impact.operations.design_parts import OutcomePlan
from pembina.domain.impact.queries.design_units import comparison_of, members_of
from pembina.domain.people.models import Unit
from pembina.domain.people.searches import open_units, units_named
from pembina.domain.services.models import PublicService
from pembina.domain.services.queries.public_catalogue import services_named
from pembina.domain.services.questionnaire import QUESTIONS
from pembina.web.choosing import ChoosingForm, ChosenManyField
from pembina.web.choosing.describe import described_unit
from pembina.web.components.fields import DayField
from pembina.web.components.formatting import in_language
from pembina.web.evaluations.forms import MonthField, bound_field
from pembina.web.evaluations.rule_words import changed, condition_of

MOST_UNITS = 2_000


def elements() -> list[tuple[str, str]]:
    """Return the nine elements of the survey by their numbers."""
    named = [(str(n), f"U{n} {in_language(one.name)}") for n, one in enumerate(QUESTIONS.values(), start=1)]
    return [("", "–"), *named]


def figures_by_source() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the figures under where they are read from."""
    survey = (DesignFigure.SATISFACTION, DesignFigure.SATISFACTION_ELEMENT)
    ledger = [one for one in DesignFigure if one not in survey and not one.is_of_performance]
    named = (
        (_("Catatan waktu layanan"), ledger), (_("Survei kepuasan masyarakat (SKM)"), survey),
        (_("Kinerja pegawai"), [one for one in DesignFigure if one.is_of_performance]),
    )  # fmt: skip
    return [(str(source), [(one.value, str(one.label)) for one in found]) for source, found in named]


def described_service(service: PublicService) -> str:
    return f"{service.name} · {service.unit.name}"


class OutcomeForm(ChoosingForm):
    """One outcome; which bound is asked depends on the role, and the operation says where one is missing."""

    role = forms.ChoiceField(
        label=_("Peran"), choices=OutcomeRole.choices,
        help_text=_("Ukuran utama menentukan; pendamping diceritakan; yang dijaga tidak boleh memburuk."),
    )  # fmt: skip
    figure = forms.ChoiceField(label=_("Angka"), choices=figures_by_source)
    element = forms.TypedChoiceField(
        label=_("Unsur SKM"), choices=elements, coerce=int, empty_value=None, required=False,
        help_text=_("Hanya bila angkanya satu unsur SKM."),
    )  # fmt: skip
    direction = forms.ChoiceField(
        label=_("Arah yang baik"), choices=[("", _("Yang biasa bagi angka ini")), *OutcomeDirection.choices],
        required=False, help_text=_("Biasanya waktu turun; semua angka lain naik."),
    )  # fmt: skip
    services = ChosenManyField(
        label=_("Layanan yang dihitung"), search_label=_("Cari nama atau kode layanan"), described=described_service,
        required=False, help_text=_("Kosongkan bila semua layanan unit dihitung, dan bagi angka kinerja pegawai."),
    )  # fmt: skip
    smallest_effect = bound_field(
        _("Dampak terkecil yang berarti"), _("Wajib bagi ukuran utama; dalam satuan angkanya."), least=0
    )
    tolerated = bound_field(
        _("Boleh memburuk sampai"), _("Wajib bagi ukuran yang dijaga; dalam satuan angkanya. 0 berarti tidak boleh."),
        least=0,
    )  # fmt: skip
    judged_because = forms.CharField(
        label=_("Mengapa predikat menjadi ukuran utama"), required=False, max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Hanya bila predikat menentukan: penilai tahu unit mana yang ikut program."),
    )  # fmt: skip

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        return PublicService.objects.select_related("unit").order_by("name", "pk"), services_named(wanted)

    def plan(self) -> OutcomePlan:
        """Return what was said; the bound of another role does not count."""
        said = self.cleaned_data
        role, figure = OutcomeRole(said["role"]), DesignFigure(said["figure"])
        is_guard = role == OutcomeRole.GUARD
        direction = OutcomeDirection(said["direction"]) if said["direction"] else usual_direction(figure)
        return OutcomePlan(
            role, figure, direction, said["element"],
            list(said["services"]), None if is_guard else said["smallest_effect"],
            said["tolerated"] if is_guard else None, said["judged_because"],
        )  # fmt: skip


def told_outcome(outcome: DesignOutcome) -> dict[str, Any]:
    """Return an outcome as its form asks for it."""
    names = ("role", "figure", "element", "direction", "judged_because")
    numbers = {
        name: value.normalize() if value is not None else None
        for name, value in (("smallest_effect", outcome.smallest_effect), ("tolerated", outcome.tolerated))
    }
    told = {name: getattr(outcome, name) for name in names}
    return told | numbers | {"services": [one.pk for one in outcome.services.all()]}


class UnitsForm(ChoosingForm):
    """What a unit is, and whom the treated ones are compared with."""

    reach = forms.ChoiceField(label=_("Satuan analisis"), choices=UnitReach.choices)
    comparison = forms.ChoiceField(label=_("Pembanding"), choices=Comparison.choices)
    units = ChosenManyField(
        label=_("Unit yang tidak ikut dan menjadi pembanding"), search_label=_("Cari nama atau kode unit kerja"),
        described=described_unit, required=False,
    )  # fmt: skip
    codes = forms.CharField(
        label=_("Atau kode unit pembanding"), required=False, max_length=60_000,
        help_text=_("Dipisah koma atau baris."), widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    alike = forms.BooleanField(
        label=_("Tambahkan semua unit lain yang sejenis dan sebidang dengan yang ikut"), required=False
    )  # fmt: skip

    def __init__(self, data: Any = None, *, design: EvaluationDesign, on: date, **options: Any) -> None:
        self.design, self.on = design, on
        told = {"reach": design.reach, "comparison": design.comparison}
        options.setdefault("initial", told | {"units": [unit.pk for unit in comparison_of(design)]})
        super().__init__(data, **options)

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        return open_units(self.on).select_related("parent").order_by("name", "pk"), units_named(wanted)

    def clean(self) -> dict[str, Any]:
        said = cast(dict[str, Any], super().clean())
        found = {unit.pk: unit for unit in said.get("units") or ()}
        found |= {unit.pk: unit for unit in self._named(said.get("codes") or "")}
        if said.get("alike"):
            found |= {unit.pk: unit for unit in self._alike()}
        if len(found) > MOST_UNITS:
            self.add_error("units", _("Lebih dari 2.000 unit. Kurangi pembandingnya."))
        said["chosen"] = sorted(found.values(), key=lambda unit: unit.code)
        return said

    def _named(self, written: str) -> Sequence[Unit]:
        """Return the units named by code; an unknown code is told with its place."""
        codes = [code for code in re.split(r"[,;\s]+", written) if code]
        known = {unit.code: unit for unit in open_units(self.on).filter(code__in=codes)}
        unknown = [
            _("Kode ke-%(place)s, %(code)s, tidak dikenal.") % {"place": place, "code": code}
            for place, code in enumerate(codes, start=1)
            if code not in known
        ]
        if unknown:
            self.add_error("codes", ValidationError([*unknown[:5], _("Periksa kodenya pada daftar unit kerja.")]))
        return list(known.values())

    def _alike(self) -> Sequence[Unit]:
        """Return the units of a kind and a sector that take part, without those that do."""
        members = [member.unit for member in members_of(self.design)]
        pairs = Q(pk__in=[])
        for kind, sector in {(unit.kind, unit.sector) for unit in members}:
            pairs |= Q(kind=kind, sector=sector)
        inside = [unit.pk for unit in members]
        return list(open_units(self.on).filter(pairs).exclude(pk__in=inside).order_by("code")[: MOST_UNITS + 1])


class WindowForm(forms.Form):
    """From when to when is looked, when it is decided, and how it is computed."""

    first_month = MonthField(label=_("Bulan pertama"), help_text=_("Sebaiknya 12 bulan atau lebih sebelum mulai."))
    last_month = MonthField(label=_("Bulan terakhir"), help_text=_("Sesudah dampak sempat terlihat."))
    decides_on = DayField(label=_("Hari keputusan"), help_text=_("Sesudah bulan terakhir selesai."))
    correction = forms.ChoiceField(
        label=_("Koreksi banyak ukuran"), choices=Correction.choices,
        help_text=_("Makin banyak ukuran, makin mudah satu tampak berhasil karena kebetulan."),
    )  # fmt: skip
    draws = forms.IntegerField(
        label=_("Banyak pengacakan"), min_value=FEWEST_DRAWS, max_value=MOST_DRAWS,
        help_text=_("999 cukup untuk hampir semua rancangan."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, design: EvaluationDesign) -> None:
        super().__init__(data, initial={name: getattr(design, name) for name in self.base_fields})


def rule_form(design: EvaluationDesign) -> type["RuleForm"]:
    """Return the form of the lines of this rule: for each case, what follows."""
    fields: dict[str, Any] = {}
    for line in design.decision_rule:
        case = condition_of(line)
        choices = [(action.value, in_language(action.label).capitalize()) for action in Action]
        fields[f"action_{line['key']}"] = forms.ChoiceField(label=case, choices=choices, initial=line["action"])
    return type("RuleFormOfDesign", (RuleForm,), fields | {"field_order": [*fields, "rule_source"]})


class RuleForm(forms.Form):
    """What follows in each case, and whose rule it is where it is not that of the program."""

    rule_source = forms.CharField(
        label=_("Dasar aturan"), max_length=300, required=False,
        help_text=_("Wajib bila ada yang diubah, misalnya nomor keputusan kepala daerah."),
    )  # fmt: skip

    def lines(self, standing: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the rule with what was chosen; a line whose action changed says so in its sentences too."""
        return [changed(line, self.cleaned_data[f"action_{line['key']}"]) for line in standing]
