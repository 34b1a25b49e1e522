"""What lists of feedback are narrowed by; kept in the address."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db import models
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.searches import words_in
from pembina.domain.performance.feedback_enums import Capacity, Tone
from pembina.domain.performance.models import Feedback

LONGEST_SEARCH = 100


class Whose(models.TextChoices):
    """Which notes; the last for who leads somebody."""

    RECEIVED = "received", _("Diterima")
    GIVEN = "given", _("Diberikan")
    STAFF = "staff", _("Tentang staf saya")


class NoteFilters(forms.Form):
    """Fields in an address; what cannot be understood narrows nothing."""

    q = forms.CharField(
        label=_("Cari nama"), required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )  # fmt: skip
    tone = forms.ChoiceField(label=_("Nada"), choices=[("", _("Semua")), *Tone.choices], required=False)
    capacity = forms.ChoiceField(label=_("Dari"), choices=[("", _("Semua")), *Capacity.choices], required=False)

    def __init__(self, data: QueryDict, *, whose: Whose) -> None:
        super().__init__({})
        self.whose = whose
        self.data = {name: self._understood(name, data.get(name, "")) for name in self.fields}
        self.full_clean()
        self.chosen = {name: self.cleaned_data.get(name) or "" for name in self.fields}

    def _understood(self, name: str, written: str) -> str:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField) and not field.valid_value(written):
            return ""
        return written[:LONGEST_SEARCH]

    @property
    def is_narrowed(self) -> bool:
        return any(self.chosen.values())

    @property
    def query(self) -> str:
        """Return tab and filters as an address carries them, with an ampersand at the end."""
        kept = {name: value for name, value in self.chosen.items() if value}
        return f"{urlencode({'whose': self.whose.value, **kept})}&"

    def narrow(self, notes: QuerySet[Feedback]) -> QuerySet[Feedback]:
        """Return what is left, the latest first."""
        if wanted := self.chosen["q"]:
            notes = notes.filter(words_in("person__name", wanted) | words_in("author__name", wanted))
        same = {name: self.chosen[name] for name in ("tone", "capacity") if self.chosen[name]}
        return notes.filter(Q(**same)).order_by("-given_at", "-pk")


def whose_of(data: Any, *, offered: list[Whose]) -> Whose:
    """Return the tab that an address asks for, the first one where it is not offered."""
    asked = data.get("whose", "")
    return next((whose for whose in offered if whose.value == asked), offered[0])
