"""What the list of grants is narrowed by; the filters live in the address."""

from datetime import date
from typing import cast
from urllib.parse import urlencode

from django import forms
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import RoleGrant
from pembina.domain.access.role_grants import holding_on
from pembina.domain.access.roles import GRANTABLE
from pembina.web.components.formatting import in_language
from pembina.web.roles.grant_rows import GrantState

NAMES = ("q", "role", "state")
LONGEST_SEARCH = 100


class GrantFilters(forms.Form):
    """Search in account and unit, role and state; what cannot be understood narrows nothing."""

    q = forms.CharField(
        label=_("Nama, NIP, atau unit"),
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    role = forms.ChoiceField(label=_("Peran"), required=False)
    state = forms.ChoiceField(label=_("Keadaan"), choices=[("", _("Semua")), *GrantState.choices], required=False)

    def __init__(self, data: QueryDict, *, on: date) -> None:
        super().__init__(understood(data))
        self.on = on
        cast(forms.ChoiceField, self.fields["role"]).choices = [
            ("", _("Semua")),
            *((code, in_language(role.name)) for code, role in GRANTABLE.items()),
        ]
        self.full_clean()
        self.chosen = {name: self.cleaned_data[name] for name in NAMES}

    @property
    def is_narrowed(self) -> bool:
        return any(self.chosen.values())

    @property
    def reset(self) -> str:
        """Return the address of the whole list where it is narrowed."""
        return reverse("roles:grants") if self.is_narrowed else ""

    @property
    def query(self) -> str:
        """Return the filters as an address carries them, with an ampersand at the end where there are any."""
        kept = {name: value for name, value in self.chosen.items() if value}
        return f"{urlencode(kept)}&" if kept else ""

    def narrow(self, grants: QuerySet[RoleGrant]) -> QuerySet[RoleGrant]:
        """Return those of `grants` that the filters leave, the latest first."""
        if wanted := self.chosen["q"]:
            named = Q(user__display_name__icontains=wanted) | Q(unit__name__icontains=wanted)
            grants = grants.filter(named | Q(user__username__startswith="".join(wanted.split())))
        if role := self.chosen["role"]:
            grants = grants.filter(role_code=role)
        return self._in_state(grants).order_by("-starts_on", "-pk")

    def _in_state(self, grants: QuerySet[RoleGrant]) -> QuerySet[RoleGrant]:
        holds = holding_on(self.on)
        comes = Q(starts_on__gt=self.on, revoked_on__isnull=True)
        conditions = {GrantState.HOLDS: holds, GrantState.COMES: comes, GrantState.ENDED: ~holds & ~comes}
        return grants.filter(conditions.get(self.chosen["state"], Q()))


def understood(data: QueryDict) -> dict[str, str]:
    role, state = data.get("role", ""), data.get("state", "")
    return {
        "q": data.get("q", "")[:LONGEST_SEARCH].strip(),
        "role": role if role in GRANTABLE else "",
        "state": state if state in GrantState.values else "",
    }
