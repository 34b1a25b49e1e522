"""What human resources fill in about a round, its criteria, its jury and its end."""

from dataclasses import fields
from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.career.enums import AwardKind, GuardFigure, NationalCode
from pembina.domain.career.judging import Outcome, Standing
from pembina.domain.career.models import Award
from pembina.domain.career.models.awards import FEWEST_MEMBERS, HEAVIEST, LONGEST_NAME, LONGEST_TEXT
from pembina.domain.career.operations.awards import AwardTold
from pembina.domain.career.operations.deciding import DecisionTold
from pembina.domain.career.queries.nominees import people_at_work
from pembina.domain.people.permissions import units_reached_by
from pembina.domain.people.searches import open_units, people_named, units_named, with_posts
from pembina.web.choosing import ChoosingForm, ChosenField
from pembina.web.choosing.describe import described_person, described_unit
from pembina.web.components.fields import DayField


def words(label: Any, *, required: bool = True, help_text: Any = "", longest: int = LONGEST_TEXT) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 4})
    return forms.CharField(label=label, required=required, max_length=longest, widget=widget, help_text=help_text)


class AwardForm(ChoosingForm):
    """A draft of a round."""

    title = forms.CharField(label=_("Nama penghargaan"), max_length=LONGEST_NAME)
    purpose = words(_("Tujuan"), help_text=_("Apa yang dihargai, dan mengapa."))
    kind = forms.ChoiceField(label=_("Diberikan kepada"), choices=AwardKind.choices, widget=forms.RadioSelect)
    unit = ChosenField(
        label=_("Lingkup unit kerja"), search_label=_("Cari nama atau kode unit kerja"), described=described_unit,
        required=False, nothing=_("Seluruh pemerintah daerah"),
        help_text=_("Kosongkan bila terbuka bagi seluruh pemerintah daerah."),
    )  # fmt: skip
    evidence = words(_("Bukti yang diminta"), help_text=_("Dokumen, angka layanan, atau saksi."))
    guard = forms.ChoiceField(
        label=_("Penjaga mutu"), required=False, choices=[("", _("Tidak ada")), *GuardFigure.choices],
        help_text=_("Angka yang tidak boleh turun supaya kerja yang lebih cepat diakui."),
    )  # fmt: skip
    tolerated = forms.DecimalField(
        label=_("Boleh turun paling banyak"), required=False, min_value=0, max_digits=6, decimal_places=2,
        help_text=_("Dalam poin SKM atau poin persen. Isi 0 bila tidak boleh turun sama sekali."),
    )  # fmt: skip
    places = forms.IntegerField(label=_("Penerima paling banyak"), min_value=1, max_value=50, initial=1)
    fewest_scores = forms.IntegerField(
        label=_("Penilai paling sedikit"), min_value=2, max_value=20, initial=FEWEST_MEMBERS,
        help_text=_("Juri tanpa konflik yang harus menilai sebuah nominasi. Diterbitkan bersama kriteria."),
    )  # fmt: skip
    opens_on = DayField(label=_("Nominasi dibuka"))
    closes_on = DayField(label=_("Hari terakhir nominasi"))
    decides_on = DayField(label=_("Hari keputusan"))
    national_code = forms.TypedChoiceField(
        label=_("Jenis menurut SIASN"), required=False, coerce=int, empty_value=None,
        choices=[("", _("Tidak dilaporkan"), ), *NationalCode.choices],
    )  # fmt: skip

    def __init__(self, data: Any = None, *, actor: User, on: date, award: Award | None = None) -> None:
        self.actor, self.on = actor, on
        initial = {each.name: getattr(award, each.name) for each in fields(AwardTold)} if award else None
        super().__init__(data, initial=initial)

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        reached = units_reached_by(self.actor, Permission.MANAGE_STAFF, on=self.on).values("pk")
        found = open_units(self.on).filter(pk__in=reached).select_related("parent")
        return found.order_by("name", "pk"), units_named(wanted)

    def told(self) -> AwardTold:
        """Return what was said."""
        return AwardTold(**{each.name: self.cleaned_data[each.name] for each in fields(AwardTold)})


class CriterionForm(forms.Form):
    """One criterion."""

    name = forms.CharField(label=_("Kriteria"), max_length=LONGEST_NAME)
    judged_by = words(_("Cara menilai"), longest=1_000, help_text=_("Apa yang dilihat juri; kapan nilainya tinggi."))
    weight = forms.IntegerField(
        label=_("Bobot"), required=False, min_value=1, max_value=HEAVIEST,
        help_text=_("Kosongkan bila ini syarat: terpenuhi atau tidak."),
    )  # fmt: skip


class ReasonForm(forms.Form):
    """Why something ends."""

    reason = words(_("Alasan"), help_text=_("Dibaca semua pegawai."))


class RenewForm(forms.Form):
    """The days of another round."""

    opens_on = DayField(label=_("Nominasi dibuka"))
    closes_on = DayField(label=_("Hari terakhir nominasi"))
    decides_on = DayField(label=_("Hari keputusan"))


class JurorForm(ChoosingForm):
    """Who is to judge."""

    person = ChosenField(label=_("Juri baru"), search_label=_("Cari nama pegawai"), described=described_person)

    def __init__(self, data: Any = None, *, on: date) -> None:
        self.on = on
        super().__init__(data)

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        return with_posts(people_at_work(on=self.on).order_by("name", "pk"), on=self.on), people_named(wanted)


class DecideForm(forms.Form):
    """Who wins and why, in the order of the jury; or that nobody does."""

    departure_reason = words(
        _("Alasan berbeda dari urutan juri"), required=False, help_text=_("Hanya bila pilihannya berbeda. Diterbitkan.")
    )
    outcome_reason = words(
        _("Alasan tanpa penerima"), required=False, help_text=_("Hanya bila tidak seorang pun dipilih. Diterbitkan.")
    )
    decree_number = forms.CharField(label=_("Nomor keputusan"), required=False, max_length=100)
    decree_date = DayField(label=_("Tanggal keputusan"), required=False)

    def __init__(self, data: Any = None, *, standings: list[Standing]) -> None:
        self.can_win = [each for each in standings if each.outcome is Outcome.RANKED]
        super().__init__(data)
        for each in self.can_win:
            name, pk = str(each.nomination), each.nomination.pk
            chosen = _("Penerima: %(name)s") % {"name": name}
            self.fields[f"win_{pk}"] = forms.BooleanField(label=chosen, required=False)
            self.fields[f"reason_{pk}"] = words(
                _("Alasan bagi %(name)s") % {"name": name}, required=False,
                help_text=_("Diterbitkan bagi semua pegawai; tanpa NIP, nomor telepon, atau alamat."),
            )  # fmt: skip
        self.order_fields([f"{part}_{each.nomination.pk}" for each in self.can_win for part in ("win", "reason")])

    def told(self) -> DecisionTold:
        """Return what was said."""
        said = self.cleaned_data
        numbers = [each.nomination.pk for each in self.can_win]
        winners = tuple((pk, said[f"reason_{pk}"]) for pk in numbers if said[f"win_{pk}"])
        return DecisionTold(
            winners, said["outcome_reason"], said["departure_reason"], said["decree_number"], said["decree_date"]
        )
