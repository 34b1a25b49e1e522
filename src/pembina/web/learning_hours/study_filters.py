"""What the lists of degree studies and certifications are narrowed by."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db import models
from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from pembina.domain.development.enums import StudyState
from pembina.domain.development.models import DegreeStudy, ProfessionalCertification
from pembina.domain.development.queries.degree_studies import current, ended, ending_soon, late_studies
from pembina.domain.people.searches import words_in

ALL = [("", _("Semua"))]
LATE = ("late", _("Melewati rencana"))


class CertificationShow(models.TextChoices):
    """Which certifications."""

    SOON = "soon", _("Perlu diperpanjang (90 hari)")
    ENDED = "ended", _("Kedaluwarsa")
    CURRENT = "current", _("Belum digantikan")


class _Filters(forms.Form):
    q = forms.CharField(
        label=_("Cari nama"), required=False, max_length=100, widget=forms.TextInput(attrs={"type": "search"})
    )
    show = forms.ChoiceField(label=_("Keadaan"), required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        self.is_valid()
        self.chosen = {name: str(self.cleaned_data.get(name) or "") for name in self.fields}
        self.data = self.chosen
        self.full_clean()

    @property
    def is_narrowed(self) -> bool:
        return any(self.chosen.values())

    @property
    def query(self) -> str:
        kept = {name: value for name, value in self.chosen.items() if value}
        return f"{urlencode(kept)}&" if kept else ""


class StudyFilters(_Filters):
    show = forms.ChoiceField(label=_("Keadaan"), choices=[*ALL, *StudyState.choices, LATE], required=False)

    def narrow(self, studies: QuerySet[DegreeStudy], *, on: date) -> QuerySet[DegreeStudy]:
        if self.chosen["q"]:
            studies = studies.filter(words_in("person__name", self.chosen["q"]))
        if self.chosen["show"] == LATE[0]:
            return studies.filter(late_studies(on=on))
        return studies.filter(state=self.chosen["show"]) if self.chosen["show"] else studies


class CertificationFilters(_Filters):
    show = forms.ChoiceField(label=_("Keadaan"), choices=[*ALL, *CertificationShow.choices], required=False)

    def narrow(self, found: QuerySet[ProfessionalCertification], *, on: date) -> QuerySet[ProfessionalCertification]:
        """Return what is left, whatever ends first above."""
        if self.chosen["q"]:
            found = found.filter(words_in("person__name", self.chosen["q"]))
        if self.chosen["show"]:
            conditions = {"soon": ending_soon(on=on), "ended": ended(on=on), "current": current()}
            found = found.filter(conditions[self.chosen["show"]])
        return found.order_by(F("valid_until").asc(nulls_last=True), "pk")
