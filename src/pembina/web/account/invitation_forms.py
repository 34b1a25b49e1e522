"""What those who keep accounts choose when they invite."""

from datetime import date
from typing import cast

from django import forms
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.invitations.models import Means
from pembina.domain.access.models import User
from pembina.domain.access.roles import EMPLOYEE, ROLES, Role
from pembina.domain.access.usernames import AccountKind
from pembina.domain.people.models import Person, Unit
from pembina.domain.people.queries import organisation_seen_by
from pembina.web.account.forms import NipField
from pembina.web.components.formatting import in_language

MEANS = [
    (Means.LETTER.value, _("Surat untuk dicetak, berlaku 14 hari")),
    (Means.LINK.value, _("Tautan untuk dikirim, berlaku 7 hari")),
]


class MeansForm(forms.Form):
    """How the code reaches its holder."""

    means = forms.ChoiceField(label=_("Undangan lewat"), choices=MEANS, widget=forms.RadioSelect, initial=Means.LETTER)


class InviteForm(MeansForm):
    """Somebody on record, the role to begin with, and how the code travels."""

    nip = NipField(error_messages={"required": _("Isi NIP pegawai.")})
    role = forms.ChoiceField(label=_("Peran"), help_text=_("Peran yang boleh Anda berikan; dapat diubah kemudian."))
    field_order = ("nip", "role", "means")

    def __init__(self, *args, by: User, **options) -> None:
        super().__init__(*args, **options)
        self.person: Person | None = None
        offered = [(role.code, in_language(role.name)) for role in roles_to_give(by)]
        cast(forms.ChoiceField, self.fields["role"]).choices = offered

    def clean_nip(self) -> str:
        nip: str = self.cleaned_data["nip"]
        self.person = Person.objects.filter(nip=nip).first()
        if self.person is None:
            raise forms.ValidationError(_("Tidak ada pegawai dengan NIP ini. Catat atau impor datanya lebih dahulu."))
        return nip

    @property
    def chosen_person(self) -> Person:
        """Return the person of a form that is valid."""
        return cast(Person, self.person)

    @property
    def chosen_role(self) -> Role:
        return ROLES[self.cleaned_data["role"]]


class InviteUnitForm(forms.Form):
    """A unit with all below it, and whether those who never answered get a new letter."""

    unit = forms.ChoiceField(label=_("Unit kerja"), help_text=_("Beserta semua unit di bawahnya."))
    again = forms.BooleanField(
        label=_("Juga yang sudah diundang tetapi belum masuk; surat lamanya tidak berlaku lagi"), required=False
    )

    def __init__(self, *args, by: User, on: date, **options) -> None:
        super().__init__(*args, **options)
        self.units = {unit.code: unit for unit in organisation_seen_by(by, on=on)}
        named = [(code, f"{code} {unit.name}") for code, unit in self.units.items()]
        cast(forms.ChoiceField, self.fields["unit"]).choices = [("", _("Pilih unit kerja")), *named]

    @property
    def chosen_unit(self) -> Unit:
        return self.units[self.cleaned_data["unit"]]


def roles_to_give(by: User) -> list[Role]:
    """Return what somebody may appoint a civil servant to, a plain employee first."""
    codes = {code for role in by.roles for code in role.grants} | {EMPLOYEE.code}
    return [role for role in ROLES.values() if role.code in codes and AccountKind.CIVIL_SERVANT in role.held_by]
