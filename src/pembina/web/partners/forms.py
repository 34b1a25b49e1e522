"""What is asked about partners, curricula and own values of learning hours."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pembina.core.rules.learning_hours import forms as learning_forms
from pembina.domain.access.models import User
from pembina.domain.access.usernames import PARTNER_PREFIX
from pembina.domain.development.enums import EquivalentUnit, PartnerKind
from pembina.domain.development.models import CompetenceUnit, CurriculumVersion, Partner
from pembina.domain.development.models.curricula import LONGEST_TEXT
from pembina.domain.development.operations.curricula import CourseTold, UnitLine, VersionTold
from pembina.domain.development.operations.own_forms import OwnFormTold
from pembina.domain.development.operations.partners import AgreementTold, PartnerTold
from pembina.domain.development.queries.partners import partners_in_use
from pembina.domain.people.enums import Sector
from pembina.domain.people.searches import words_in
from pembina.web.choosing import ChoosingForm, ChosenField
from pembina.web.components.fields import DayField
from pembina.web.components.formatting import in_language

MOST_LINES = 60


def area(
    label: Any, *, rows: int = 3, longest: int = LONGEST_TEXT, required: bool = False, help_text: Any = ""
) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, max_length=longest, widget=widget, help_text=help_text)


def hours_field(label: Any, help_text: Any = "") -> forms.DecimalField:
    return forms.DecimalField(
        label=label, required=False, min_value=Decimal("0.01"), max_digits=6, decimal_places=2, help_text=help_text
    )  # fmt: skip


class PartnerForm(forms.Form):
    name = forms.CharField(label=_("Nama"), max_length=200)
    kind = forms.ChoiceField(label=_("Jenis"), choices=PartnerKind.choices)
    city = forms.CharField(label=_("Kota"), max_length=100, required=False)
    contact_name = forms.CharField(label=_("Narahubung"), max_length=200, required=False)
    contact_email = forms.EmailField(label=_("Surel"), required=False)
    contact_phone = forms.CharField(label=_("Telepon"), max_length=20, required=False)
    note = area(_("Catatan"), longest=2_000)

    def told(self) -> PartnerTold:
        return PartnerTold(**self.cleaned_data)


class AgreementForm(forms.Form):
    number = forms.CharField(label=_("Nomor"), max_length=100)
    subject = forms.CharField(label=_("Tentang"), max_length=300)
    starts_on = DayField(label=_("Mulai"))
    ends_on = DayField(label=_("Hari terakhir"))

    def told(self) -> AgreementTold:
        return AgreementTold(**self.cleaned_data)


def described_account(user: User) -> str:
    return f"{user.display_name} · {user.username}"


class AccountForm(ChoosingForm):
    """An account of the kind that partners have; those that act for a partner already are left out."""

    account = ChosenField(
        label=_("Akun mitra"), search_label=_("Cari nama atau akun mitra-…"), described=described_account
    )

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        free = User.objects.filter(username__startswith=PARTNER_PREFIX, is_active=True, partner_account__isnull=True)
        return free.order_by("display_name", "pk"), words_in("display_name", wanted) | Q(username__icontains=wanted)


def form_choices() -> list[tuple[int, str]]:
    """Return the forms of development of SIASN, by number."""
    return [
        (one.siasn_id, f"{one.siasn_id} · {in_language(one.label)}") for one in learning_forms(on=timezone.localdate())
    ]


class CourseForm(forms.Form):
    code = forms.CharField(label=_("Kode"), max_length=40)
    title = forms.CharField(label=_("Judul"), max_length=200)
    sector = forms.ChoiceField(label=_("Bidang"), choices=Sector.choices)
    form = forms.TypedChoiceField(label=_("Bentuk pengembangan"), choices=form_choices, coerce=int)
    purpose = area(_("Tujuan"))

    def told(self) -> CourseTold:
        return CourseTold(**self.cleaned_data)


class VersionForm(forms.Form):
    """The rules of a draft, and its units one a line: title | hours | partner."""

    partner = forms.ModelChoiceField(
        label=_("Disusun bersama"), queryset=Partner.objects.none(), required=False, empty_label=_("Tanpa mitra")
    )
    units = area(
        _("Unit kompetensi"), rows=8, longest=20_000, required=True,
        help_text=_("Satu baris satu unit: judul | JP | pengajar. Tanpa pengajar berarti diajar pemerintah sendiri. "
                    "Contoh: Dasar layanan | 4 | Universitas Contoh"),
    )  # fmt: skip
    least_attendance = forms.IntegerField(label=_("Kehadiran paling sedikit (%)"), min_value=1, max_value=100)
    pass_mark = forms.DecimalField(
        label=_("Nilai lulus"), required=False, min_value=0, max_value=100, max_digits=5, decimal_places=2,
        help_text=_("0–100. Kosong: kehadiran saja yang menentukan."),
    )  # fmt: skip
    valid_months = forms.IntegerField(
        label=_("Masa berlaku sertifikat (bulan)"), required=False, min_value=1, max_value=1_200,
        help_text=_("Kosong: berlaku terus."),
    )  # fmt: skip
    change_note = area(_("Apa yang berubah"))

    def __init__(self, data: Any = None, *, version: CurriculumVersion) -> None:
        super().__init__(data, initial=told_of(version))
        self.partners = list(partners_in_use())
        self.fields["partner"].queryset = partners_in_use()  # type: ignore[attr-defined]

    def clean_units(self) -> list[UnitLine]:
        lines = [line.strip() for line in self.cleaned_data["units"].splitlines() if line.strip()]
        if len(lines) > MOST_LINES:
            raise ValidationError(_("Paling banyak 60 unit kompetensi."), code="many")
        found, wrong = [], []
        for number, line in enumerate(lines, start=1):
            try:
                found.append(self._line(line))
            except ValidationError as refused:
                told = {"number": number, "said": " ".join(refused.messages)}
                wrong.append(_("Baris %(number)s: %(said)s") % told)
        if wrong:
            raise ValidationError(wrong)
        return found

    def _line(self, line: str) -> UnitLine:
        title, hours, name, *more = [part.strip() for part in f"{line}||".split("|")]
        if any(more):
            raise ValidationError(_("terlalu banyak garis tegak; tulis judul | JP | pengajar."))
        if len(title) > 200:
            raise ValidationError(_("judulnya lebih dari 200 huruf."))
        return UnitLine(title, amount(hours), self._partner(name))

    def _partner(self, name: str) -> Partner | None:
        if not name:
            return None
        known = next((one for one in self.partners if one.name.casefold() == name.casefold()), None)
        if known is None:
            raise ValidationError(_("mitra “%s” tidak tercatat; tulis namanya seperti pada daftar mitra.") % name[:60])
        return known

    def told(self) -> VersionTold:
        return VersionTold(**self.cleaned_data)


def amount(written: str) -> Decimal:
    """Return hours as people write them, 4 or 2,5."""
    try:
        found = Decimal(written.replace(",", ".")) if re.fullmatch(r"\d{1,4}([.,]\d{1,2})?", written) else None
    except InvalidOperation:
        found = None
    if found is None:
        raise ValidationError(_("JP “%s” bukan angka; tulis misalnya 4 atau 2,5.") % written[:20])
    return found


def told_of(version: CurriculumVersion) -> dict[str, Any]:
    names = ("partner", "least_attendance", "pass_mark", "valid_months", "change_note")
    said: dict[str, Any] = {name: getattr(version, name) for name in names}
    lines = [line_of(one) for one in version.units.select_related("taught_by")]
    return said | {"units": "\n".join(lines)}


def line_of(unit: CompetenceUnit) -> str:
    """Return a competence unit as the form has it: title | hours | partner."""
    parts = [unit.title, f"{unit.hours.normalize():f}".replace(".", ",")]
    return " | ".join([*parts, unit.taught_by.name] if unit.taught_by else parts)


class InForceForm(forms.Form):
    on = DayField(label=_("Berlaku mulai"), help_text=_("Hari ini atau sebelumnya."))


class EndForm(forms.Form):
    on = DayField(label=_("Hari terakhir"))


class OwnForm(forms.Form):
    """A value of this government's own, instead of the table of the rule."""

    starts_on = DayField(label=_("Berlaku mulai"))
    ends_on = DayField(label=_("Berlaku sampai"), required=False, help_text=_("Kosong: seterusnya."))
    decree = forms.CharField(
        label=_("Dasar penetapan"), max_length=200, help_text=_("Nomor keputusan, misalnya Perbup 7/2026.")
    )
    jp_per_unit = hours_field(_("JP per satuan"), _("Kosong: dihitung dari sertifikat atau lamanya saja."))
    unit = forms.ChoiceField(label=_("Satuan"), required=False, choices=[("", "–"), *EquivalentUnit.choices])
    max_per_activity = hours_field(_("Paling banyak per kegiatan (JP)"))
    max_per_year = hours_field(_("Paling banyak setahun (JP)"))
    is_classical = forms.TypedChoiceField(
        label=_("Klasikal"), required=False, empty_value=None, coerce=lambda written: written == "yes",
        choices=[("", _("Seperti katalog")), ("yes", _("Klasikal")), ("no", _("Nonklasikal"))],
    )  # fmt: skip

    def told(self, form: int) -> OwnFormTold:
        return OwnFormTold(form=form, **self.cleaned_data)
