"""What is asked about a programme, in the order in which one thinks of it."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from django import forms
from django.db.models import Q, QuerySet
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from pembina.domain.development.enums import (
    EvaluationLevel,
    FundingSource,
    OutcomeDirection,
    OutcomeFigure,
)
from pembina.domain.development.models import Curriculum, Programme
from pembina.domain.development.models.curricula import LONGEST_TEXT
from pembina.domain.development.models.programmes import FIRST_MONTH_OF_BEHAVIOUR, LAST_MONTH_OF_BEHAVIOUR
from pembina.domain.development.operations.programmes import Judging, ProgrammePlan, plan_of
from pembina.domain.development.population import Population
from pembina.domain.people.enums import PositionKind, Sector, Status, UnitKind
from pembina.domain.people.models import Person, Unit
from pembina.domain.people.ranks import RANKS
from pembina.domain.people.searches import open_units, people_named, units_named, with_posts, words_in
from pembina.domain.services.models import PublicService
from pembina.domain.services.queries.public_catalogue import services_named
from pembina.domain.services.questionnaire import QUESTIONS
from pembina.web.choosing import ChoosingForm, ChosenField, ChosenManyField
from pembina.web.choosing.describe import described_person, described_unit
from pembina.web.components.fields import DayField
from pembina.web.components.formatting import in_language

POPULATION = ("units", "sectors", "unit_kinds", "position_kinds", "position", "statuses", "ranks")
OUTCOME = ("services", "figure", "element", "direction")
METHODS = {
    1: _("Kuesioner reaksi setelah sesi terakhir"),
    2: _("Pre-test dan post-test berpasangan"),
    3: _("Penilaian perilaku oleh diri sendiri dan atasan, dengan bukti"),
    4: _("Angka layanan dibandingkan dengan unit yang belum mulai"),
}
MONTHS = {3: 6, 4: 12}
SECTIONS: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (_("Program"), ("code", "title", "purpose", "sector", "owner", "starts_on", "ends_on")),
    (_("Hasil bagi layanan"), OUTCOME),
    (_("Sasaran"), POPULATION),
    (_("Materi dan anggaran"), ("curricula", "funding", "budget")),
    (
        _("Evaluasi"),
        ("method_1", "responsible_1", "method_2", "responsible_2", "method_3", "months_3", "responsible_3", "method_4",
         "months_4", "responsible_4"),
    ),
)  # fmt: skip
LOCKED = (*OUTCOME, *SECTIONS[-1][1])


def described_service(service: PublicService) -> str:
    return f"{service.name} · {service.unit.name}"


def described_course(course: Curriculum) -> str:
    return f"{course.title} ({course.code})"


def elements() -> list[tuple[str, str]]:
    """Return the nine elements of the survey by their numbers."""
    named = [(str(n), f"U{n} {in_language(one.name)}") for n, one in enumerate(QUESTIONS.values(), start=1)]
    return [("", "–"), *named]


def ticks(label: Any, choices: Any, help_text: Any = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple, help_text=help_text
    )


def named_for(label: Any, level: int) -> Any:
    """Return a label with the name of a level, each time in the language of the page."""
    return lazy(lambda: str(label) % {"level": EvaluationLevel(level).label}, str)()


def method_field(level: int) -> forms.CharField:
    return forms.CharField(label=named_for(_("Cara · %(level)s"), level), max_length=300, initial=METHODS[level])


def responsible_field(level: int) -> ChosenField:
    return ChosenField(
        label=named_for(_("Pelaksana · %(level)s"), level),
        search_label=_("Cari nama pegawai"), described=described_person, required=False,
        nothing=_("Penanggung jawab program"),
    )  # fmt: skip


class ProgrammeForm(ChoosingForm):
    """A whole programme; `only` leaves out what is locked since the approval."""

    code = forms.CharField(label=_("Kode"), max_length=40, help_text=_("Singkat dan tetap, misalnya MW-2027."))
    title = forms.CharField(label=_("Nama program"), max_length=200)
    purpose = forms.CharField(
        label=_("Tujuan"), max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Kesenjangan yang hendak ditutup, dan apa yang berubah bagi warga."),
    )  # fmt: skip
    sector = forms.ChoiceField(label=_("Bidang"), choices=Sector.choices)
    owner = ChosenField(
        label=_("Penanggung jawab"), search_label=_("Cari nama pegawai"), described=described_person
    )  # fmt: skip
    starts_on = DayField(label=_("Mulai"))
    ends_on = DayField(label=_("Hari terakhir"))

    services = ChosenManyField(
        label=_("Layanan yang hendak digerakkan"), search_label=_("Cari nama atau kode layanan"),
        described=described_service, required=False,
        help_text=_("Wajib sebelum disetujui: tanpa layanan, hasilnya tidak dapat ditunjukkan."),
    )  # fmt: skip
    figure = forms.ChoiceField(label=_("Angka yang hendak digerakkan"), choices=OutcomeFigure.choices)
    element = forms.TypedChoiceField(
        label=_("Unsur SKM"), choices=elements, coerce=int, empty_value=None, required=False,
        help_text=_("Hanya bila angkanya satu unsur SKM."),
    )  # fmt: skip
    direction = forms.ChoiceField(
        label=_("Arah"), choices=OutcomeDirection.choices,
        help_text=_("Waktu biasanya turun; bagian tepat waktu dan kepuasan naik."),
    )  # fmt: skip

    units = ChosenManyField(
        label=_("Unit kerja, beserta semua di bawahnya"), search_label=_("Cari nama atau kode unit kerja"),
        described=described_unit, required=False,
    )  # fmt: skip
    sectors = ticks(_("Bidang unit"), Sector.choices)
    unit_kinds = ticks(_("Jenis unit"), UnitKind.choices)
    position_kinds = ticks(_("Jenis jabatan"), PositionKind.choices)
    position = forms.CharField(
        label=_("Kata dalam nama jabatan"), max_length=100, required=False, help_text=_("Misalnya: guru, atau loket.")
    )
    statuses = ticks(_("Status"), Status.choices)
    ranks = ticks(_("Golongan"), [(code, code) for code in RANKS])

    curricula = ChosenManyField(
        label=_("Kurikulum"), search_label=_("Cari judul atau kode kurikulum"), described=described_course,
        required=False, help_text=_("Wajib sebelum disetujui."),
    )  # fmt: skip
    funding = forms.ChoiceField(label=_("Sumber dana"), choices=FundingSource.choices)
    budget = forms.DecimalField(
        label=_("Anggaran (Rp)"), min_value=0, max_digits=16, decimal_places=2, required=False,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "step": "1"}),
    )  # fmt: skip

    method_1, responsible_1 = method_field(1), responsible_field(1)
    method_2, responsible_2 = method_field(2), responsible_field(2)
    method_3, responsible_3 = method_field(3), responsible_field(3)
    months_3 = forms.IntegerField(
        label=_("Bulan sesudah sesi terakhir"), initial=MONTHS[3], help_text=_("Perilaku dinilai sesudah 3–6 bulan."),
        min_value=FIRST_MONTH_OF_BEHAVIOUR, max_value=LAST_MONTH_OF_BEHAVIOUR,
    )  # fmt: skip
    method_4, responsible_4 = method_field(4), responsible_field(4)
    months_4 = forms.IntegerField(
        label=_("Bulan sesudah gelombang terakhir mulai"), initial=MONTHS[4], min_value=1, max_value=60
    )

    def __init__(self, data: Any = None, *, on: date, programme: Programme | None = None, **options: Any) -> None:
        self.on, self.programme = on, programme
        if programme is not None:
            options.setdefault("initial", told(programme))
        super().__init__(data, **options)

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        if name == "units":
            return open_units(self.on).select_related("parent").order_by("name", "pk"), units_named(wanted)
        if name == "services":
            offered = PublicService.objects.select_related("unit").order_by("name", "pk")
            return offered, services_named(wanted)
        if name == "curricula":
            offered_courses = Curriculum.objects.filter(retired_on__isnull=True).order_by("title", "pk")
            return offered_courses, words_in("title", wanted) | Q(code__iexact=wanted)
        return with_posts(Person.objects.order_by("name", "pk"), on=self.on), people_named(wanted)

    def plan(self) -> ProgrammePlan:
        """Return what was said, and where it could not be said, what stands."""
        said = self.cleaned_data
        standing = plan_of(self.programme) if self.programme else None
        common = {name: said[name] for name in ("code", "title", "purpose", "sector", "owner", "starts_on", "ends_on")}
        common |= {"funding": FundingSource(said["funding"]), "budget": said["budget"]}
        common |= {"curricula": list(said["curricula"]), "population": population_of(said)}
        if standing is not None and "figure" not in said:
            locked = ("outcome_figure", "outcome_direction", "outcome_element", "services", "evaluation")
            return ProgrammePlan(**common, **{name: getattr(standing, name) for name in locked})
        return ProgrammePlan(
            **common, outcome_figure=OutcomeFigure(said["figure"]), outcome_element=said["element"],
            outcome_direction=OutcomeDirection(said["direction"]), services=list(said["services"]),
            evaluation=evaluation_of(said),
        )  # fmt: skip


def evaluation_of(said: Mapping[str, Any]) -> tuple[Judging, ...]:
    return tuple(
        Judging(
            level, said.get(f"months_{level}", 0) or 0, said[f"method_{level}"],
            said[f"responsible_{level}"] or said["owner"],
        )
        for level in EvaluationLevel
    )  # fmt: skip


def population_of(said: Mapping[str, Any]) -> Population:
    chosen = {name: said.get(name) or () for name in POPULATION if name != "position"}
    chosen["units"] = [unit.pk for unit in cast(list[Unit], chosen["units"])]
    return Population.of(chosen | {"position": said.get("position") or ""})


def told(programme: Programme) -> dict[str, Any]:
    """Return what a programme says already, as the form asks for it."""
    plan, population = plan_of(programme), Population.of(programme.population)
    names = ("code", "title", "purpose", "sector", "owner", "starts_on", "ends_on", "funding", "budget")
    said: dict[str, Any] = {name: getattr(plan, name) for name in names}
    said |= {"services": [one.pk for one in plan.services], "curricula": [one.pk for one in plan.curricula]}
    said |= {"figure": plan.outcome_figure, "element": plan.outcome_element, "direction": plan.outcome_direction}
    kept = {name: getattr(population, name) for name in POPULATION}
    said |= {name: list(value) if isinstance(value, tuple) else value for name, value in kept.items()}
    for one in plan.evaluation:
        said[f"method_{one.level}"] = one.method
        said[f"months_{one.level}"] = one.months_after
        said[f"responsible_{one.level}"] = one.responsible if one.responsible != programme.owner else None
    return said


def reason_field(label: Any, help_text: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, max_length=500, widget=widget, help_text=help_text)


class ReasonForm(forms.Form):
    reason = reason_field(_("Alasan"))


class NoteForm(forms.Form):
    note = reason_field(_("Catatan akhir"), _("Apa yang tercapai, apa yang tidak, dan apa yang dilanjutkan."))


class EvaluationForm(forms.Form):
    done_on = DayField(label=_("Dilaksanakan pada"))
    finding = forms.CharField(
        label=_("Yang ditemukan"), max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 4})
    )
