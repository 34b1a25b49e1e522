"""What the list of public answers is narrowed by; kept in the address."""

from typing import cast
from urllib.parse import urlencode

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from pembina.domain.services.models import ComplaintPublication
from pembina.domain.services.queries.published_answers import (
    answers_about,
    answers_with,
    services_with_answers,
    units_with_answers,
)

LONGEST_SEARCH = 100


class PublishedFilters(forms.Form):
    """Words, a unit with all below it, a service; what cannot be understood narrows nothing."""

    q = forms.CharField(
        label=_("Cari di pertanyaan dan jawaban"),
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    unit = forms.ChoiceField(label=_("Unit kerja"), required=False)
    layanan = forms.ChoiceField(label=_("Layanan"), required=False)

    def __init__(self, data: QueryDict) -> None:
        self.units = {unit.code: unit for unit in units_with_answers()}
        self.services = {service.code: service for service in services_with_answers()}
        self.chosen = {
            "q": data.get("q", "")[:LONGEST_SEARCH].strip(),
            "unit": data.get("unit", "") if data.get("unit") in self.units else "",
            "layanan": data.get("layanan", "") if data.get("layanan") in self.services else "",
        }
        super().__init__(self.chosen)
        for name, known in (("unit", self.units), ("layanan", self.services)):
            named = [(code, record.name) for code, record in known.items()]
            cast(forms.ChoiceField, self.fields[name]).choices = [("", _("Semua")), *named]

    @property
    def is_narrowed(self) -> bool:
        return any(self.chosen.values())

    @property
    def query(self) -> str:
        """Return the filters as an address carries them, with an ampersand at the end where there are any."""
        kept = {name: value for name, value in self.chosen.items() if value}
        return f"{urlencode(kept)}&" if kept else ""

    def narrow(self, answers: QuerySet[ComplaintPublication]) -> QuerySet[ComplaintPublication]:
        """Return those that the filters leave."""
        unit, service = self.units.get(self.chosen["unit"]), self.services.get(self.chosen["layanan"])
        return answers_with(answers_about(answers, unit=unit, service=service), self.chosen["q"])
