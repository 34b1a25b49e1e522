"""What the list of accounts is narrowed by; the filters live in the address."""

from collections.abc import Container
from typing import Any, cast
from urllib.parse import urlencode

from django import forms
from django.db.models import F, Q, QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.account_states import AccountState
from pembina.domain.access.role_grants import holding
from pembina.domain.access.roles import ROLES
from pembina.web.components.formatting import in_language

UNSECURED = "unsecured"
STATES = [("", _("Semua")), *AccountState.choices, (UNSECURED, _("Dipakai tanpa langkah kedua"))]
SORTS = [("name", _("Nama A–Z")), ("-name", _("Nama Z–A")), ("recent", _("Terakhir masuk"))]
ORDERS = {
    "name": ("display_name", "pk"),
    "-name": ("-display_name", "-pk"),
    "recent": (F("last_login").desc(nulls_last=True), "display_name", "pk"),
}
NAMES = ("q", "role", "state", "sort")
LONGEST_SEARCH = 100


class AccountFilters(forms.Form):
    """Search, role, state and order; what cannot be understood narrows nothing."""

    q = forms.CharField(
        label=_("Nama atau NIP"),
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    role = forms.ChoiceField(label=_("Peran"), required=False)
    state = forms.ChoiceField(label=_("Keadaan"), choices=STATES, required=False)
    sort = forms.ChoiceField(label=_("Urutan"), choices=SORTS, required=False)

    def __init__(self, data: QueryDict) -> None:
        super().__init__(understood(data))
        cast(forms.ChoiceField, self.fields["role"]).choices = [
            ("", _("Semua")),
            *((code, in_language(role.name)) for code, role in ROLES.items()),
        ]
        self.full_clean()
        self.chosen = {name: self.cleaned_data[name] for name in NAMES}

    @property
    def is_narrowed(self) -> bool:
        return any(self.chosen[name] for name in ("q", "role", "state"))

    @property
    def reset(self) -> str:
        """Return the address of the whole list where it is narrowed."""
        return reverse("account:accounts") if self.is_narrowed else ""

    @property
    def query(self) -> str:
        """Return the filters as an address carries them, with an ampersand at the end where there are any."""
        kept = {name: value for name, value in self.chosen.items() if value and (name, value) != ("sort", "name")}
        return f"{urlencode(kept)}&" if kept else ""

    def narrow(self, accounts: QuerySet[Any]) -> QuerySet[Any]:
        """Return those of `accounts` that the filters leave, in the order chosen."""
        if wanted := self.chosen["q"]:
            digits = "".join(wanted.split())
            accounts = accounts.filter(Q(display_name__icontains=wanted) | Q(username__startswith=digits))
        if role := self.chosen["role"]:
            accounts = accounts.filter(holding(role, on=timezone.localdate()))
        return self._in_state(accounts).order_by(*ORDERS[self.chosen["sort"]])

    def _in_state(self, accounts: QuerySet[Any]) -> QuerySet[Any]:
        state = self.chosen["state"]
        if state == UNSECURED:
            return accounts.filter(state=AccountState.ACTIVE, secured=False)
        return accounts.filter(state=state) if state else accounts


def understood(data: QueryDict) -> dict[str, str]:
    allowed: dict[str, Container[str]] = {"role": ROLES, "state": dict(STATES), "sort": dict(SORTS)}
    chosen = {name: data.get(name, "") if data.get(name, "") in known else "" for name, known in allowed.items()}
    return {**chosen, "q": data.get("q", "")[:LONGEST_SEARCH], "sort": chosen["sort"] or "name"}
