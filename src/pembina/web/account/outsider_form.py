"""What is asked of somebody without a NIP: a name to be shown, a name to sign in with, and the role."""

from typing import Any, cast

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.invitations.outsiders import kind_for, roles_for_outsiders
from pembina.domain.access.models import User
from pembina.domain.access.roles import Role
from pembina.domain.access.usernames import LONGEST, PREFIXES, username_validator
from pembina.web.account.invitation_forms import MeansForm
from pembina.web.components.formatting import in_language


class InviteOutsiderForm(MeansForm):
    """A partner or an official; the role decides how the account is called."""

    role = forms.ChoiceField(
        label=_("Peran"), widget=forms.RadioSelect, help_text=_("Peran yang boleh Anda berikan kepada orang tanpa NIP.")
    )
    display_name = forms.CharField(
        label=_("Nama"),
        help_text=_("Nama lembaga, pengajar, atau pejabat, seperti akan tampil di halaman."),
        max_length=200,
        error_messages={"required": _("Isi nama lembaga atau orangnya.")},
    )
    account_name = forms.CharField(
        label=_("Nama akun"),
        help_text=_(
            "Huruf kecil, angka, dan tanda hubung; awalan mitra- atau pejabat- ditambahkan sendiri. "
            "Bila kosong, dibuat dari nama di atas."
        ),
        max_length=LONGEST,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
    field_order = ("role", "display_name", "account_name", "means")

    def __init__(self, *args: Any, by: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.roles = {role.code: role for role in roles_for_outsiders(by)}
        field = cast(forms.ChoiceField, self.fields["role"])
        field.choices = [(code, f"{in_language(role.name)} ({prefix_of(role)}…)") for code, role in self.roles.items()]
        field.initial = next(iter(self.roles)) if len(self.roles) == 1 else None

    @property
    def chosen_role(self) -> Role:
        return self.roles[self.cleaned_data["role"]]

    def clean(self) -> dict[str, Any]:
        """Put the name of the account together, and look whether it is still free."""
        cleaned = super().clean() or {}
        if "role" in cleaned and "display_name" in cleaned and "account_name" in cleaned:
            cleaned["username"] = self._username(prefix_of(self.chosen_role))
        return cleaned

    def _username(self, prefix: str) -> str:
        typed = self.cleaned_data["account_name"].lower().removeprefix(prefix)
        room = LONGEST - len(prefix)
        username: str = prefix + (typed or slugify(self.cleaned_data["display_name"])[:room].strip("-"))
        try:
            username_validator(username)
        except forms.ValidationError:
            self.add_error("account_name", _("Pakai huruf kecil, angka, dan tanda hubung di antaranya saja."))
        if len(username) > LONGEST:
            self.add_error(
                "account_name", _("Nama akun terlalu panjang: paling banyak %(room)d huruf.") % {"room": room}
            )
        elif User.objects.filter(username=username).exists():
            self.add_error("account_name", _("Nama akun %(name)s sudah dipakai.") % {"name": username})
        return username


def prefix_of(role: Role) -> str:
    """Return how the names of accounts without a NIP begin that hold a role."""
    kind = kind_for(role)
    return PREFIXES[kind] if kind else ""
