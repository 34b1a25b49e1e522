"""The file of paper forms, and from its rows to what can be stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pembina.core.rules.satisfaction_index import ELEMENTS
from pembina.core.text import Text
from pembina.domain.services.answered import Answered
from pembina.domain.services.enums import ElementOrder
from pembina.domain.services.models import SurveyPeriod
from pembina.domain.services.operations.survey_imports import PaperForm
from pembina.domain.services.survey_coverage import services_in
from pembina.exchange.surveys import FormRow, FormsFile, RowFinding, read_forms
from pembina.web.components.fields import DayField
from pembina.web.components.formatting import in_language
from pembina.web.uploads import BrokenSealError, ComputationStoppedError, TableFileField, opened, sealed, within_limits

PURPOSE = "surveys.import"
OUTSIDE = Text(id="Hari di luar periode ini.", en="The day lies outside this period.")
OTHER_PERIOD = Text(
    id="Impor baris ini ke periodenya sendiri, atau perbaiki tanggalnya.",
    en="Import the row into its own period, or correct the date.",
)
UNKNOWN_SERVICE = Text(id="Layanan ini tidak termasuk periode ini.", en="This service is not part of the period.")
NAME_IT = Text(
    id="Tulis kode atau nama layanan seperti di katalog, atau kosongkan.",
    en="Write the code or name as in the catalogue, or leave it empty.",
)


class FormsFileForm(forms.Form):
    """The file, and what its rows do not say themselves."""

    file = TableFileField(
        label=_("Pilih atau jatuhkan berkas formulir"),
        help_text=_("CSV, XLSX, atau Parquet; satu baris satu formulir, paling banyak 5.000 baris."),
    )
    order = forms.ChoiceField(
        label=_("Urutan U8 dan U9 di berkas ini"), choices=ElementOrder.choices, widget=forms.RadioSelect
    )
    day = DayField(label=_("Hari formulir diisi"), help_text=_("Untuk baris yang tidak memuat tanggal."))

    def read(self) -> tuple[FormsFile, str] | None:
        """Return what the file holds with its fingerprint; None where it was refused at its field."""
        file = self.cleaned_data["file"]
        data = file.read()
        try:
            found = within_limits(read_forms, data, file.name, self.cleaned_data["order"])
        except ComputationStoppedError as stopped:
            found = FormsFile(problem=(stopped.message, stopped.remedy))
        if found.problem is not None:
            self.add_error("file", " ".join(in_language(text) for text in found.problem))
            return None
        return found, sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class DryRun:
    """What would be stored, and what would not and why."""

    file_name: str
    sha256: str
    forms: Sequence[PaperForm]
    findings: Sequence[RowFinding]

    @property
    def refused(self) -> int:
        """Return how many rows stay out."""
        return len({finding.row for finding in self.findings if finding.refused})

    def sealed(self, period: SurveyPeriod) -> str:
        """Return the forms for the visitor to carry to the confirmation."""
        rows = [[form.row, form.answered_on.isoformat(), _carried(form.given)] for form in self.forms]
        return sealed([period.pk, self.file_name, self.sha256, rows], purpose=PURPOSE)


def dry_run(found: FormsFile, fingerprint: str, *, name: str, day: date, period: SurveyPeriod) -> DryRun:
    """Judge each row by the period: its days and its services."""
    services: dict[str, int] = {}
    for service in services_in(period):
        services |= {service.code.lower(): service.pk, service.name.lower(): service.pk}
    kept, findings = [], list(found.findings)
    columns = found.columns or {}
    for form in found.forms:
        on = date.fromisoformat(form.answered_on) if form.answered_on else day
        known = services.get(form.service.lower()) if form.service else None
        if not period.opens_on <= on <= period.closes_on:
            findings.append(_refused(form, columns.get("answered_on", ""), on.isoformat(), OUTSIDE, OTHER_PERIOD))
        elif form.service and known is None:
            findings.append(_refused(form, columns.get("service", ""), form.service, UNKNOWN_SERVICE, NAME_IT))
        else:
            kept.append(PaperForm(form.row, on, _given(form, known)))
    return DryRun(name, fingerprint, kept, sorted(findings, key=lambda finding: finding.row))


def opened_forms(text: str, period: SurveyPeriod) -> tuple[str, str, list[PaperForm]]:
    """Return file name, fingerprint and forms as carried; raises ``BrokenSealError``, for another period too."""
    pk, name, fingerprint, rows = opened(text, purpose=PURPOSE)
    if pk != period.pk:
        raise BrokenSealError("another period")
    forms = [PaperForm(row, date.fromisoformat(on), Answered(**{**said, "answers": _scores(said["answers"])}))
             for row, on, said in rows]  # fmt: skip
    return name, fingerprint, forms


def _refused(form: FormRow, column: str, value: str, message: Text, remedy: Text) -> RowFinding:
    return RowFinding(form.row, column, value[:60], message, remedy, refused=True)


def _given(form: FormRow, service: int | None) -> Answered:
    return Answered(answers=form.answers, service_id=service, suggestion=form.suggestion, **form.profile)


def _carried(given: Answered) -> dict[str, Any]:
    columns = given.columns
    scores = "".join(str(columns.pop(element) or 0) for element in ELEMENTS)
    return {"answers": scores, **{name: value for name, value in columns.items() if value}}


def _scores(written: str) -> dict[str, int | None]:
    return {element: int(digit) or None for element, digit in zip(ELEMENTS, written, strict=True)}
