"""What a record and the list of a team are narrowed by; kept in the address."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from pembina.domain.performance.effort_parts import Span
from pembina.domain.performance.models import EvaluationPeriod
from pembina.domain.performance.queries.effort import span_of_period, span_of_year
from pembina.web.effort.present_team import TeamRow

LONGEST_SEARCH = 100
STATES = [
    ("", _("Semua")),
    ("waiting", _("Menunggu jawaban Anda")),
    ("late", _("Ada langkah yang terlambat")),
    ("improved", _("Ada perbaikan yang diakui")),
    ("fell", _("Mutu turun")),
    ("open", _("Kesulitan belum disepakati")),
]
SORTS = [
    ("", _("Nama A–Z")),
    ("-name", _("Nama Z–A")),
    ("late", _("Terlambat terbanyak")),
    ("improved", _("Perbaikan terbanyak")),
]


class PeriodChoice(forms.Form):
    """The whole year, or one of its periods."""

    periode = forms.ChoiceField(label=_("Periode"), required=False)

    def __init__(self, data: Any, *, periods: Iterable[EvaluationPeriod], year: int) -> None:
        self.known = {str(one.pk): one for one in periods}
        wanted = str(data.get("periode", ""))
        super().__init__({"periode": wanted if wanted in self.known else ""})
        choices = [(pk, one.label) for pk, one in self.known.items()]
        self.fields["periode"].choices = [("", str(year)), *choices]  # type: ignore[attr-defined]
        self.full_clean()
        self.chosen = self.known.get(self.cleaned_data.get("periode", ""))
        self.year = year

    @property
    def span(self) -> Span:
        return span_of_period(self.chosen) if self.chosen else span_of_year(self.year)

    @property
    def query(self) -> str:
        return f"periode={self.chosen.pk}&" if self.chosen else ""


class TeamFilters(forms.Form):
    """What cannot be understood narrows nothing."""

    q = forms.CharField(
        label=_("Cari nama"), required=False, widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"})
    )
    state = forms.ChoiceField(label=_("Keadaan"), required=False, choices=STATES)
    sort = forms.ChoiceField(label=_("Urutan"), required=False, choices=SORTS)

    def __init__(self, data: Any) -> None:
        super().__init__(
            {
                "q": str(data.get("q", "")).replace("\0", "")[:LONGEST_SEARCH],
                "state": data.get("state", "") if data.get("state", "") in dict(STATES) else "",
                "sort": data.get("sort", "") if data.get("sort", "") in dict(SORTS) else "",
            }
        )
        self.full_clean()
        self.chosen = {name: str(self.cleaned_data.get(name) or "") for name in self.fields}

    @property
    def is_narrowed(self) -> bool:
        return bool(self.chosen["q"] or self.chosen["state"])

    @property
    def query(self) -> str:
        """Return everything as an address carries it, with an ampersand at the end."""
        kept = {name: value for name, value in self.chosen.items() if value}
        return f"{urlencode(kept)}&" if kept else ""

    def narrow(self, rows: list[TeamRow]) -> list[TeamRow]:
        """Return the rows that are left, in order."""
        words = self.chosen["q"].casefold().split()
        rows = [row for row in rows if all(word in row.name.casefold() for word in words)]
        if state := self.chosen["state"]:
            rows = [row for row in rows if row.is_in(state)]
        rows.sort(key=lambda row: (row.name.casefold(), row.person), reverse=self.chosen["sort"] == "-name")
        if self.chosen["sort"] in ("late", "improved"):
            rows.sort(key=lambda row: -row.counted(self.chosen["sort"]))
        return rows
