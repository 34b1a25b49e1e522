"""What is filled in about degree studies and certifications."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.development.enums import StudyState
from pembina.domain.development.models import Partner
from pembina.domain.development.operations.degree_studies import Certification, Study
from pembina.domain.people.enums import Education
from pembina.domain.people.models import Person
from pembina.domain.people.permissions import visible_to
from pembina.domain.people.searches import numbered, people_named, with_posts
from pembina.web.choosing import ChoosingForm, ChosenField
from pembina.web.choosing.describe import described_person
from pembina.web.components.fields import DayField

# Below a diploma nobody is sent to study.
LEVELS = [(value, label) for value, label in Education.choices if value >= Education.DIPLOMA_3]
ENDS = [(state.value, state.label) for state in (StudyState.GRADUATED, StudyState.STOPPED)]


class PersonForm(ChoosingForm):
    """A form about a person who is looked for by name or number."""

    person = ChosenField(label=_("Pegawai"), search_label=_("Cari nama atau NIP"), described=described_person)

    def __init__(self, data: Any = None, *, actor: User, on: date, **options: Any) -> None:
        self.actor, self.on = actor, on
        super().__init__(data, **options)

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        people = visible_to(self.actor, on=self.on).order_by("name", "pk")
        return with_posts(people, on=self.on), people_named(wanted) | numbered(wanted, actor=self.actor, on=self.on)

    @property
    def chosen_person(self) -> Person:
        found: Person = self.cleaned_data["person"]
        return found


class StudyForm(PersonForm):
    level = forms.ChoiceField(label=_("Jenjang"), choices=LEVELS)
    subject = forms.CharField(label=_("Program studi"), max_length=200)
    partner = forms.ModelChoiceField(
        label=_("Mitra"), queryset=Partner.objects.none(), required=False, empty_label=_("Bukan mitra"),
        help_text=_("Pilih bila perguruan tingginya mitra; selain itu tulis namanya."),
    )  # fmt: skip
    institution = forms.CharField(label=_("Perguruan tinggi"), max_length=200, required=False)
    starts_on = DayField(label=_("Mulai"))
    due_on = DayField(label=_("Rencana selesai"))
    decree = forms.CharField(label=_("Nomor surat tugas belajar"), max_length=100, required=False)

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        partners = Partner.objects.filter(retired_on__isnull=True).order_by("name")
        self.fields["partner"].queryset = partners  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any] | None:
        said = super().clean() or {}
        if not said.get("partner") and not said.get("institution"):
            raise ValidationError(
                {"institution": _("Tulis perguruan tingginya, atau pilih mitranya.")}, code="required"
            )
        return said

    def study(self) -> Study:
        said = self.cleaned_data
        names = ("level", "subject", "starts_on", "due_on", "partner", "institution", "decree")
        return Study(**{name: said[name] for name in names})


class ProlongForm(forms.Form):
    due_on = DayField(label=_("Rencana selesai yang baru"))
    reason = forms.CharField(label=_("Alasan"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


class EndForm(forms.Form):
    state = forms.ChoiceField(label=_("Hasil akhir"), choices=ENDS, widget=forms.RadioSelect)
    ended_on = DayField(label=_("Selesai pada"))
    grade = forms.DecimalField(label=_("IPK"), required=False, max_digits=3, decimal_places=2, min_value=0, max_value=4)
    result = forms.CharField(
        label=_("Keterangan"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Wajib bila tidak selesai: apa sebabnya."),
    )  # fmt: skip


class _CertificationFields(forms.Form):
    title = forms.CharField(label=_("Sertifikasi"), max_length=200)
    issuer = forms.CharField(label=_("Lembaga penerbit"), max_length=200)
    number = forms.CharField(label=_("Nomor"), max_length=100)
    issued_on = DayField(label=_("Terbit"))
    valid_until = DayField(label=_("Berlaku sampai"), required=False, help_text=_("Kosongkan bila tanpa batas."))
    evidence = forms.URLField(label=_("Tautan bukti"), required=False, max_length=200, assume_scheme="https")

    def certification(self) -> Certification:
        said = self.cleaned_data
        names = ("title", "issuer", "number", "issued_on", "valid_until", "evidence")
        return Certification(**{name: said[name] for name in names})


class CertificationForm(PersonForm, _CertificationFields):
    """A certification of somebody."""


class RenewalForm(_CertificationFields):
    """The renewal of a certification."""
