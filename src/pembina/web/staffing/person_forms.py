from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.enums import Education, LegalPosition, Sex, Status
from pembina.domain.people.operations import Facts
from pembina.domain.people.ranks import RANKS, rank_name
from pembina.web.components.fields import DayField

UNSAID = ("", _("Belum diketahui"))


class FactsForm(forms.Form):
    """What is held about a person, with the words and bounds of the record."""

    name = forms.CharField(label=_("Nama"), max_length=200, help_text=_("Tanpa gelar"))
    title_before = forms.CharField(label=_("Gelar depan"), max_length=40, required=False)
    title_after = forms.CharField(label=_("Gelar belakang"), max_length=80, required=False)
    status = forms.ChoiceField(label=_("Status"), choices=Status.choices)
    rank = forms.ChoiceField(
        label=_("Golongan"), choices=[UNSAID, *((rank, rank_name(rank)) for rank in RANKS)], required=False
    )
    education = forms.ChoiceField(label=_("Pendidikan"), choices=[UNSAID, *Education.choices], required=False)
    legal_position = forms.ChoiceField(label=_("Kedudukan hukum"), choices=LegalPosition.choices)
    birth_date = DayField(label=_("Tanggal lahir"))
    sex = forms.ChoiceField(label=_("Jenis kelamin"), choices=Sex.choices)
    email = forms.EmailField(label=_("Surel dinas"), required=False)
    phone = forms.CharField(label=_("Telepon dinas"), max_length=20, required=False)
    reason = forms.CharField(
        label=_("Dasar perubahan"), max_length=200, required=False, help_text=_("Misalnya nomor SK")
    )

    def facts(self) -> Facts:
        return Facts(**{name: value for name, value in self.cleaned_data.items() if name != "reason"})


class EnrolForm(forms.Form):
    """Somebody new. Birth date and sex are read from the number where they are left open."""

    nip = forms.CharField(
        label=_("NIP atau NI PPPK"),
        max_length=40,
        help_text=_("18 angka; spasi boleh"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    name = FactsForm.base_fields["name"]
    title_before = FactsForm.base_fields["title_before"]
    title_after = FactsForm.base_fields["title_after"]
    status = FactsForm.base_fields["status"]
    rank = FactsForm.base_fields["rank"]
    education = FactsForm.base_fields["education"]
    birth_date = DayField(label=_("Tanggal lahir"), required=False, help_text=_("Kosongkan bila sama dengan NIP"))
    sex = forms.ChoiceField(
        label=_("Jenis kelamin"),
        choices=[("", _("Menurut NIP")), *Sex.choices],
        required=False,
    )
    email = FactsForm.base_fields["email"]
    phone = FactsForm.base_fields["phone"]

    def told(self) -> dict[str, Any]:
        """Return what the operation takes."""
        return self.cleaned_data | {"status": Status(self.cleaned_data["status"]), "sex": self._sex()}

    def _sex(self) -> Sex | None:
        return Sex(self.cleaned_data["sex"]) if self.cleaned_data["sex"] else None
