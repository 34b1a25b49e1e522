"""What the queue of reports is narrowed by; kept in the address."""

from datetime import date
from urllib.parse import urlencode

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.people.enums import ReportAbout, ReportState
from pembina.domain.people.models import CorrectionReport, Person
from pembina.domain.people.searches import numbered, people_named

EVERYTHING = "all"
STATES = [*ReportState.choices, (EVERYTHING, _("Semua"))]
LONGEST_SEARCH = 100


def understood(data: QueryDict) -> dict[str, str]:
    """Return the filters of an address; what cannot be understood narrows nothing, and open reports come first."""
    state, about = data.get("state", ""), data.get("about", "")
    return {
        "q": data.get("q", "")[:LONGEST_SEARCH],
        "about": about if about in ReportAbout.values else "",
        "state": state if state in dict(STATES) else ReportState.OPEN,
    }


class QueueFilters(forms.Form):
    q = forms.CharField(
        label=_("Nama atau NIP"),
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    about = forms.ChoiceField(label=_("Yang keliru"), choices=[("", _("Semua")), *ReportAbout.choices], required=False)
    state = forms.ChoiceField(label=_("Keadaan"), choices=STATES, required=False)

    def __init__(self, data: QueryDict, *, actor: User, on: date) -> None:
        super().__init__(understood(data))
        self.actor, self.on = actor, on
        self.full_clean()
        self.chosen = {name: self.cleaned_data[name] for name in ("q", "about", "state")}

    @property
    def shows_open(self) -> bool:
        return bool(self.chosen["state"] == ReportState.OPEN)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.chosen["q"] or self.chosen["about"]) or not self.shows_open

    @property
    def query(self) -> str:
        """Return the filters as an address carries them, with an ampersand at the end where there are any."""
        kept = {name: value for name, value in self.chosen.items() if value}
        if self.shows_open:
            del kept["state"]
        return f"{urlencode(kept)}&" if kept else ""

    def narrow(self, reports: QuerySet[CorrectionReport]) -> QuerySet[CorrectionReport]:
        """Return the reports that the filters leave, those that wait longest first."""
        if self.chosen["state"] != EVERYTHING:
            reports = reports.filter(state=self.chosen["state"])
        if self.chosen["about"]:
            reports = reports.filter(about=self.chosen["about"])
        if self.chosen["q"]:
            named = people_named(self.chosen["q"]) | numbered(self.chosen["q"], actor=self.actor, on=self.on)
            reports = reports.filter(person__in=Person.objects.filter(named).values("pk"))
        return reports.order_by("reported_at", "pk")
