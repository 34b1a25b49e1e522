"""Giving a role to somebody, and ending it."""

from datetime import date
from typing import Any, cast

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.access.roles import GRANTABLE, ROLES, Role
from pembina.domain.people.permissions import units_reached_by
from pembina.domain.people.role_queries import accounts_to_grant
from pembina.domain.people.searches import open_units, units_named
from pembina.web.choosing import ChoosingForm, ChosenField
from pembina.web.components.fields import DayField
from pembina.web.components.formatting import in_language


def described_account(user: User) -> str:
    return f"{user.display_name} ({user.username})"


class GrantForm(ChoosingForm):
    """Who gets which role, over what, and from when until when."""

    user = ChosenField(
        label=_("Penerima"),
        search_label=_("Cari nama atau NIP"),
        described=described_account,
        help_text=_("Cari nama atau NIP pemegang akun."),
        error_messages={"required": _("Cari dan pilih penerima peran.")},
    )
    role = forms.ChoiceField(
        label=_("Peran"), widget=forms.RadioSelect, error_messages={"required": _("Pilih peran yang diberikan.")}
    )
    unit = ChosenField(
        label=_("Dibatasi pada unit kerja"),
        search_label=_("Cari nama unit kerja"),
        described=lambda unit: f"{unit.name} ({unit.code})",
        required=False,
        nothing=_("Tidak dibatasi"),
        help_text=_("Hanya untuk atasan, petugas layanan, dan pengelola kepegawaian satu OPD."),
    )
    starts_on = DayField(label=_("Mulai"), error_messages={"required": _("Isi hari pertama peran ini berlaku.")})
    ends_on = DayField(
        label=_("Hari terakhir"),
        required=False,
        help_text=_("Kosongkan bila belum diketahui; dapat diakhiri kapan saja."),
    )
    letter = forms.CharField(label=_("Nomor surat"), required=False, max_length=100)
    field_order = ("user", "role", "unit", "starts_on", "ends_on", "letter")

    def __init__(self, data: Any = None, *, by: User, on: date, **options: Any) -> None:
        self.by, self.on = by, on
        super().__init__(data, **options)
        offered = [(role.code, in_language(role.name)) for role in roles_to_give(by, on=on)]
        cast(forms.ChoiceField, self.fields["role"]).choices = offered

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        if name == "unit":
            reached = units_reached_by(self.by, Permission.GRANT_ROLES, on=self.on).values("pk")
            return open_units(self.on).filter(pk__in=reached).order_by("name", "pk"), units_named(wanted)
        named = Q(display_name__icontains=wanted) | Q(username__startswith="".join(wanted.split()))
        return accounts_to_grant(self.by, on=self.on).order_by("display_name", "pk"), named

    @property
    def chosen_role(self) -> Role:
        return ROLES[self.cleaned_data["role"]]

    @property
    def searched(self) -> dict[str, dict[str, Any]]:
        """Return the parts of the two fields that are searched."""
        return {name: self.chooser(name) for name in ("user", "unit")}


class EndForm(forms.Form):
    """On which day a role is held for the last time; without one it ends at once."""

    last_day = DayField(
        label=_("Hari terakhir berlaku"), required=False, help_text=_("Kosongkan untuk mengakhirinya sekarang juga.")
    )


def roles_to_give(by: User, *, on: date) -> list[Role]:
    """Return the roles that somebody may give, over whatever unit."""
    codes = {code for authority in by.authorities(on=on) for code in authority.role.grants}
    return [role for code, role in GRANTABLE.items() if code in codes]
