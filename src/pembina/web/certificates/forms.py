"""What officers and verifiers fill in."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from pembina.domain.development.certificate_content import Signing
from pembina.domain.development.enums import CertificateState
from pembina.domain.development.models import Certificate

LONGEST_REASON = 500
ALL = [("", _("Semua"))]


class SigningForm(forms.Form):
    """Who signs."""

    signer = forms.CharField(label=_("Nama penanda tangan"), max_length=200, help_text=_("Dengan gelarnya."))
    position = forms.CharField(label=_("Jabatan penanda tangan"), max_length=200)
    nip = forms.CharField(
        label=_("NIP penanda tangan"),
        required=False,
        validators=[RegexValidator(r"^[0-9]{18}\Z", _("NIP terdiri atas 18 angka."))],
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    place = forms.CharField(label=_("Kota penerbitan"), max_length=100, required=False)

    def signing(self) -> Signing:
        said = self.cleaned_data
        return Signing(said["signer"], said["position"], said["nip"], said["place"])


def last_signing(certificate: Certificate | None) -> dict[str, str]:
    """Return what was signed with last, so that it need not be typed again."""
    if certificate is None:
        return {}
    signer = certificate.content["signer"]
    return {"signer": signer["name"], "position": signer["position"], "nip": signer["nip"], "place": signer["place"]}


def reason_field(help_text: Any) -> forms.CharField:
    return forms.CharField(
        label=_("Alasan"), max_length=LONGEST_REASON, widget=forms.Textarea(attrs={"rows": 3}), help_text=help_text
    )


class RevokeForm(forms.Form):
    reason = reason_field(_("Pemegang akan membacanya; halaman publik hanya menyebut tanggalnya."))


class ReissueForm(SigningForm):
    name = forms.CharField(label=_("Nama yang benar"), max_length=340, help_text=_("Beserta gelar, seperti dicetak."))
    reason = reason_field(_("Misalnya: gelar belum tercantum."))

    field_order = ("name", "reason", "signer", "position", "nip", "place")


class LookUpForm(forms.Form):
    """Number and code together; a number alone opens nothing."""

    number = forms.CharField(
        label=_("Nomor sertifikat"), max_length=60, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    code = forms.CharField(
        label=_("Kode"),
        max_length=40,
        help_text=_("20 huruf dan angka di ujung alamat di samping kode QR."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


class CertificateFilters(forms.Form):
    """What the list is narrowed by; kept in the address. What cannot be understood narrows nothing."""

    q = forms.CharField(
        label=_("Cari nama atau nomor"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    state = forms.ChoiceField(label=_("Keadaan"), choices=[*ALL, *CertificateState.choices], required=False)
    year = forms.ChoiceField(label=_("Tahun terbit"), required=False)
    sort = forms.ChoiceField(
        label=_("Urutan"),
        choices=[("", _("Terbaru")), ("name", _("Nama A–Z")), ("title", _("Pelatihan A–Z"))],
        required=False,
    )

    def __init__(self, data: Any, *, years: list[int]) -> None:
        super().__init__(data)
        self.fields["year"].choices = [*ALL, *((str(year), str(year)) for year in years)]  # type: ignore[attr-defined]
        self.is_valid()
        self.chosen = {name: self.cleaned_data.get(name) or "" for name in self.fields}
        self.data = self.chosen
        self.full_clean()

    @property
    def is_narrowed(self) -> bool:
        return any(value for name, value in self.chosen.items() if name != "sort")
