"""What a round and a counter are."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.people.models import Unit, UnitAncestry
from pembina.domain.people.searches import open_units, units_named
from pembina.domain.services.enums import ElementOrder, SurveyWeight
from pembina.domain.services.models import PublicService
from pembina.domain.services.operations.survey_setup import MOST_CODES, PeriodPlan
from pembina.domain.services.survey_queries import units_surveyed_by
from pembina.web.choosing import ChoosingForm, ChosenField
from pembina.web.choosing.describe import described_unit
from pembina.web.components.fields import DayField

MOST_USERS = 300_000_000


class UnitForm(ChoosingForm):
    """The unit comes first: what can be chosen further depends on it."""

    unit = ChosenField(
        label=_("Unit kerja"), search_label=_("Cari nama atau kode unit kerja"), described=described_unit
    )

    def __init__(self, data: Any = None, *, actor: User, on: date, **options: Any) -> None:
        self.actor, self.today = actor, on
        super().__init__(data, **options)

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        reached = units_surveyed_by(self.actor, on=self.today).values("pk")
        units = open_units(self.today).filter(pk__in=reached).select_related("parent").order_by("name", "pk")
        return units, units_named(wanted)


class PeriodForm(forms.Form):
    """A round of the survey in one unit."""

    title = forms.CharField(label=_("Judul"), max_length=200, help_text=_("Misalnya: SKM triwulan IV 2026."))
    opens_on = DayField(label=_("Dibuka"))
    closes_on = DayField(label=_("Hari terakhir"))
    population = forms.IntegerField(
        label=_("Pengguna layanan setahun"),
        help_text=_("Dipakai untuk jumlah responden minimum menurut tabel Krejcie dan Morgan."),
        min_value=1,
        max_value=MOST_USERS,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    services = forms.ModelMultipleChoiceField(
        label=_("Layanan yang disurvei"),
        help_text=_("Kosongkan bila semua layanan unit ini dan unit di bawahnya ikut."),
        queryset=PublicService.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    order = forms.ChoiceField(
        label=_("Urutan U8 dan U9"),
        help_text=_("Nomor pada kuesioner dan laporan unit ini."),
        choices=ElementOrder.choices,
        widget=forms.RadioSelect,
    )
    weight = forms.ChoiceField(
        label=_("Bobot unsur"),
        help_text=_("Bobot 0,11 membatasi nilai tertinggi pada 99. Pakai hanya untuk mencocokkan laporan lama."),
        choices=SurveyWeight.choices,
        widget=forms.RadioSelect,
    )

    def __init__(self, data: Any = None, *, unit: Unit, **options: Any) -> None:
        super().__init__(data, **options)
        below = UnitAncestry.objects.filter(ancestor=unit).values("descendant")
        offered = PublicService.objects.filter(unit__in=below).order_by("name", "pk")
        field = self.fields["services"]
        field.queryset = offered  # type: ignore[attr-defined]
        if not offered.exists():
            del self.fields["services"]

    @property
    def plan(self) -> PeriodPlan:
        """Return what was filled in."""
        said = {**self.cleaned_data}
        services = tuple(said.pop("services", ()) or ())
        return PeriodPlan(**said, services=services)


class PlaceForm(forms.Form):
    """A counter of one unit."""

    name = forms.CharField(label=_("Nama loket"), max_length=100, help_text=_("Misalnya: Loket pendaftaran."))
    service = forms.ModelChoiceField(
        label=_("Layanan"),
        help_text=_("Kosongkan bila warga memilih sendiri layanannya."),
        queryset=PublicService.objects.none(),
        required=False,
        empty_label=_("Dipilih warga"),
    )
    needs_code = forms.BooleanField(
        label=_("Wajib kode sekali pakai dari petugas"),
        help_text=_("Untuk tablet di loket, atau bila ada jawaban palsu."),
        required=False,
    )
    is_active = forms.BooleanField(label=_("Loket dipakai"), required=False, initial=True)

    def __init__(self, data: Any = None, *, unit: Unit, is_new: bool, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["service"].queryset = PublicService.objects.filter(unit=unit).order_by("name", "pk")  # type: ignore[attr-defined]
        if is_new:
            del self.fields["is_active"]


class CodesForm(forms.Form):
    """How many codes, and until when."""

    number = forms.IntegerField(label=_("Jumlah kode"), min_value=1, max_value=MOST_CODES, initial=40)
    expires_on = DayField(label=_("Berlaku sampai"))
