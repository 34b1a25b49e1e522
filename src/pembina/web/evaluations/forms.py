"""What is asked when an evaluation is opened, dropped or changed, and who signs."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.development.models import Programme
from pembina.domain.impact.enums import Capacity
from pembina.domain.impact.models.designs import LONGEST_TEXT
from pembina.domain.impact.queries.evaluations import programmes_to_evaluate
from pembina.domain.people.searches import words_in
from pembina.web.choosing import ChoosingForm, ChosenField
from pembina.web.components.fields import EARLIEST, LATEST

LARGEST = 9_999_999


def bound_field(label: Any, help_text: Any, *, least: Any, required: bool = False) -> forms.DecimalField:
    """Return a field for a number in the unit of a figure."""
    return forms.DecimalField(
        label=label, help_text=help_text, required=required, min_value=least, max_value=LARGEST, max_digits=12,
        decimal_places=4, localize=True, widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )  # fmt: skip


def reason_field(label: Any, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 3}), help_text=help_text
    )


class MonthField(forms.Field):
    """A month, picked or typed as 2027-01; comes out as its first day."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs={"type": "month", "placeholder": "2027-01"}))
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%Y-%m}" if isinstance(value, date) else value

    def to_python(self, value: Any) -> Any:
        written = str(value or "").strip()
        if not written:
            return None
        try:
            found = date.fromisoformat(f"{written[:7]}-01")
        except ValueError as wrong:
            raise ValidationError(_("Tulis tahun dan bulan, misalnya 2027-01."), code="invalid") from wrong
        if not EARLIEST <= found <= LATEST:
            raise ValidationError(_("Bulan ini tidak mungkin. Periksa tahunnya."), code="far")
        return found


def described_programme(programme: Programme) -> str:
    return f"{programme.title} ({programme.code})"


class NewForm(ChoosingForm):
    """A programme, what the evaluation is called, and the smallest effect that matters."""

    programme = ChosenField(
        label=_("Program"), search_label=_("Cari nama atau kode program"), described=described_programme,
        help_text=_("Hanya program yang belum mempunyai evaluasi terbuka."),
    )  # fmt: skip
    title = forms.CharField(
        label=_("Pertanyaan"), max_length=200,
        help_text=_("Misalnya: Apakah izin menjadi lebih cepat karena program ini?"),
    )  # fmt: skip
    smallest_effect = bound_field(
        _("Dampak terkecil yang berarti"),
        _("Dalam satuan angka program, misalnya 2 hari kerja. Di bawah ini, program tidak sepadan dengan biayanya."),
        least=0, required=True,
    )  # fmt: skip

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        return programmes_to_evaluate(), words_in("title", wanted) | Q(code__iexact=wanted)


class JointForm(forms.Form):
    """What a joint evaluation of two programmes is called."""

    title = forms.CharField(
        label=_("Pertanyaan"), max_length=200,
        help_text=_("Misalnya: Apakah izin menjadi lebih cepat karena kedua program ini bersama-sama?"),
    )  # fmt: skip


class DropForm(forms.Form):
    reason = reason_field(_("Alasan dihentikan"), _("Rancangan yang sudah terkunci tetap tersimpan."))


class ReviseForm(forms.Form):
    reason = reason_field(
        _("Alasan perubahan"), _("Tetap terbaca di samping versi baru, bersama apa yang sudah diketahui waktu itu.")
    )


class DiscardForm(forms.Form):
    reason = reason_field(_("Alasan dibatalkan"), _("Versi yang terkunci tetap berlaku; isi versi baru ini dihapus."))


def described_account(user: User) -> str:
    return user.display_name


class SignerForm(ChoosingForm):
    """An account and its capacity."""

    user = ChosenField(
        label=_("Akun"), search_label=_("Cari nama pemilik akun"), described=described_account
    )  # fmt: skip
    capacity = forms.ChoiceField(label=_("Menandatangani sebagai"), choices=Capacity.choices)

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        return User.objects.filter(is_active=True).order_by("display_name", "pk"), words_in("display_name", wanted)
