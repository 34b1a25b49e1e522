"""What organisers fill in about batches and people."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.development.enums import Mode
from pembina.domain.development.models import Batch, CurriculumVersion, Partner, Programme, Wave
from pembina.domain.development.operations.batches import BatchPlan
from pembina.domain.development.population import Population
from pembina.domain.development.queries.batches import versions_for
from pembina.domain.people.enums import LegalPosition, PositionKind, Sector, Status, TimeZone, UnitKind
from pembina.domain.people.models import Person
from pembina.domain.people.searches import numbered, open_units, people_named, units_named, with_posts
from pembina.web.choosing import ChoosingForm, ChosenField
from pembina.web.choosing.describe import described_person, described_unit
from pembina.web.components.fields import DayField

MOST_SEATS = 100_000


def words(
    label: Any, *, rows: int = 3, longest: int = 500, required: bool = True, help_text: Any = ""
) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, max_length=longest, widget=widget, help_text=help_text)


def active_people(on: date, *, also: Collection[int] = ()) -> QuerySet[Person]:
    """Return everybody in service with their post, and some others who stand there already, by name."""
    people = Person.objects.filter(Q(legal_position=LegalPosition.ACTIVE) | Q(pk__in=also)).order_by("name", "pk")
    return with_posts(people, on=on)


class ReasonForm(forms.Form):
    """A reason that participants read."""

    reason = words(_("Alasan"), help_text=_("Peserta akan membacanya."))


class BatchForm(ChoosingForm):
    """A batch; the days are those on which people may enrol."""

    title = forms.CharField(label=_("Nama angkatan"), max_length=200)
    version = forms.ModelChoiceField(label=_("Kurikulum"), queryset=CurriculumVersion.objects.none())
    wave = forms.ModelChoiceField(
        label=_("Gelombang"), queryset=Wave.objects.none(), required=False, empty_label=_("Tanpa gelombang")
    )
    organiser = ChosenField(label=_("Penyelenggara"), search_label=_("Cari nama pegawai"), described=described_person)
    partner = forms.ModelChoiceField(
        label=_("Mitra"), queryset=Partner.objects.none(), required=False, empty_label=_("Tanpa mitra")
    )
    mode = forms.ChoiceField(label=_("Cara bertemu"), choices=Mode.choices)
    time_zone = forms.ChoiceField(label=_("Zona waktu"), choices=TimeZone.choices)
    seats = forms.IntegerField(label=_("Kursi"), min_value=1, max_value=MOST_SEATS)
    opens_on = DayField(label=_("Pendaftaran dibuka"))
    closes_on = DayField(label=_("Pendaftaran ditutup"))
    most_away = forms.IntegerField(
        label=_("Paling banyak dari satu unit (%)"), min_value=1, max_value=100,
        help_text=_("Sebanyak ini boleh tidak di tempat pada hari yang sama; satu orang selalu boleh."),
    )  # fmt: skip
    answer_days = forms.IntegerField(
        label=_("Hari untuk menjawab tawaran"), min_value=1, max_value=365, required=False,
        help_text=_("Yang tidak dijawab berakhir sendiri. Kosong: sampai pendaftaran ditutup."),
    )  # fmt: skip
    needs_approval = forms.BooleanField(
        label=_("Perlu persetujuan atasan dan jawaban pegawai"), required=False,
        help_text=_("Tanpa ini, permintaan dan penugasan langsung mendapat kursi."),
    )  # fmt: skip
    cost = forms.DecimalField(label=_("Biaya (Rp)"), required=False, min_value=0, max_digits=14, decimal_places=2)
    description = words(_("Keterangan"), longest=4_000, required=False)

    def __init__(self, data: Any = None, *, programme: Programme, on: date, batch: Batch | None = None, **options: Any):
        self.programme, self.on = programme, on
        super().__init__(data, **options)
        self._offer_choices("version", versions_for(programme, also=batch.version if batch else None))
        self._offer_choices("wave", programme.waves.order_by("number"))
        partners = Partner.objects.filter(Q(retired_on__isnull=True) | Q(retired_on__gt=on)).order_by("name")
        self._offer_choices("partner", partners)

    def _offer_choices(self, name: str, choices: QuerySet[Any]) -> None:
        field = self.fields[name]
        field.queryset = choices  # type: ignore[attr-defined]
        if name == "version":
            field.label_from_instance = lambda one: f"{one.curriculum.title} · v{one.version}"  # type: ignore[attr-defined]
        elif name == "wave":
            field.label_from_instance = lambda one: str(_("Gelombang %(n)s") % {"n": one.number})  # type: ignore[attr-defined]

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        return active_people(self.on), people_named(wanted)

    def plan(self) -> BatchPlan:
        said = {name: value for name, value in self.cleaned_data.items() if not name.endswith("_q")}
        return BatchPlan(**said | {"mode": Mode(said["mode"]), "time_zone": TimeZone(said["time_zone"])})


def told_of(batch: Batch) -> dict[str, Any]:
    """Return what a batch says already, as the form asks for it."""
    names = ("title", "mode", "time_zone", "seats", "opens_on", "closes_on", "most_away", "answer_days",
             "needs_approval", "cost", "description")  # fmt: skip
    kept = {name: getattr(batch, name) for name in names}
    linked = {name: getattr(batch, f"{name}_id") for name in ("version", "wave", "organiser", "partner")}
    return kept | linked


class AppointForm(ChoosingForm):
    """Somebody to be let in by the organiser."""

    person = ChosenField(label=_("Pegawai"), search_label=_("Cari nama atau NIP"), described=described_person)
    cover_reason = words(
        _("Alasan melebihi batas unit"), required=False,
        help_text=_("Hanya bila terlalu banyak dari unitnya tidak di tempat pada hari itu."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, actor: User, on: date, **options: Any) -> None:
        self.actor, self.on = actor, on
        super().__init__(data, **options)

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        return active_people(self.on), people_named(wanted) | numbered(wanted, actor=self.actor, on=self.on)


class BulkForm(ChoosingForm):
    """For whom: the programme's own target, or another; an empty list asks nothing."""

    whom = forms.ChoiceField(
        label=_("Siapa"), widget=forms.RadioSelect, initial="programme",
        choices=[("programme", _("Sasaran program")), ("other", _("Saringan di bawah ini"))],
    )  # fmt: skip
    unit = ChosenField(
        label=_("Unit kerja, beserta unit di bawahnya"), search_label=_("Cari nama atau kode unit kerja"),
        described=described_unit, required=False, nothing=_("Semua unit"),
    )  # fmt: skip
    sectors = forms.MultipleChoiceField(
        label=_("Bidang"), choices=Sector.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    unit_kinds = forms.MultipleChoiceField(
        label=_("Jenis unit"), choices=UnitKind.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    position_kinds = forms.MultipleChoiceField(
        label=_("Jenis jabatan"), choices=PositionKind.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    position = forms.CharField(label=_("Kata dalam nama jabatan"), max_length=100, required=False)
    statuses = forms.MultipleChoiceField(
        label=_("Status"), choices=Status.choices, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any = None, *, programme: Programme, on: date, **options: Any) -> None:
        self.programme, self.on = programme, on
        super().__init__(data, **options)

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        return open_units(self.on).select_related("parent").order_by("name", "pk"), units_named(wanted)

    def population(self) -> Population:
        if self.cleaned_data["whom"] == "programme":
            return Population.of(self.programme.population)
        unit = self.cleaned_data["unit"]
        named = ("sectors", "unit_kinds", "position_kinds", "position", "statuses")
        told = {name: self.cleaned_data[name] for name in named}
        return Population.of(told | {"units": [unit.pk] if unit else []})


class LeaveForm(forms.Form):
    """Why the chosen participants are taken out."""

    reason = words(_("Alasan"), help_text=_("Peserta akan membacanya."))


class MoveForm(forms.Form):
    """Whereto the chosen participants go."""

    to = forms.ModelChoiceField(label=_("Ke angkatan"), queryset=Batch.objects.none())
    reason = words(_("Alasan"), help_text=_("Peserta akan membacanya."))

    def __init__(self, data: Any = None, *, to: QuerySet[Batch], **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["to"].queryset = to  # type: ignore[attr-defined]
