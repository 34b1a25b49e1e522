"""Paper forms come in from a file, all or none, and are taken back together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5

from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.bulk_rows import add_rows, remove_rows
from pembina.domain.access.models import User
from pembina.domain.services.answered import Answered
from pembina.domain.services.enums import SurveyMeans
from pembina.domain.services.models import ResponseDecision, SurveyImport, SurveyPeriod, SurveyResponse
from pembina.domain.services.survey_coverage import services_in
from pembina.domain.services.survey_refusals import (
    DayOutsidePeriodError,
    FileAppliedError,
    ImportDecidedError,
    ImportUndoneError,
    ServiceNotHereError,
)

KEYS = UUID("6c1f6d0e-6e55-5d0a-9d6f-3c6f0c4a2b11")


@dataclass(frozen=True, slots=True)
class PaperForm:
    """One row of a file: where it stands, the day of the form, and what it says."""

    row: int
    answered_on: date
    given: Answered


def apply_survey_import(
    *, period: SurveyPeriod, forms: Sequence[PaperForm], file_name: str, sha256: str, by: User, at: datetime
) -> SurveyImport:
    """Store all forms of a file.

    Raises
    ------
    FileAppliedError : the same file is in this round already
    and, naming nothing half-stored, what a single form is refused for
    """
    with one_event():
        SurveyPeriod.objects.select_for_update().get(pk=period.pk)
        same = SurveyImport.objects.filter(period=period, file_sha256=sha256, undone_at__isnull=True).first()
        if same is not None:
            raise FileAppliedError(local_date(same.applied_at))
        _check(period, forms)
        batch = SurveyImport.objects.create(
            period=period, file_name=file_name[:255], file_sha256=sha256, rows=len(forms), by=by, applied_at=at
        )
        _store(batch, forms, at)
        record("apply_survey_import", on=batch, by=by, at=at, changes={"rows": ("", str(len(forms)))}, created=True)
    return batch


def undo_survey_import(*, batch: SurveyImport, by: User, at: datetime) -> int:
    """Remove all answers of a file; return how many. Raises ``ImportUndoneError``, ``ImportDecidedError``."""
    with one_event():
        kept = SurveyImport.objects.select_for_update(of=("self",)).get(pk=batch.pk)
        if kept.undone_at is not None:
            raise ImportUndoneError
        rows = SurveyResponse.objects.filter(batch=kept)
        decisions = ResponseDecision.objects.filter(response__batch=kept)
        live = decisions.filter(undone_at__isnull=True).count()
        if live:
            raise ImportDecidedError(live)
        # The trail keeps what was decided and taken back.
        decisions.delete()
        number = remove_rows(rows)
        kept.undone_at = at
        kept.save(update_fields=["undone_at"])
        record("undo_survey_import", on=kept, by=by, at=at, changes={"rows": (str(number), "0")})
    return number


def _check(period: SurveyPeriod, forms: Sequence[PaperForm]) -> None:
    known = set(services_in(period).values_list("pk", flat=True))
    for form in forms:
        form.given.check(complete=False)
        if not period.opens_on <= form.answered_on <= period.closes_on:
            raise DayOutsidePeriodError(period.opens_on, period.closes_on)
        if form.given.service_id is not None and form.given.service_id not in known:
            raise ServiceNotHereError


def _store(batch: SurveyImport, forms: Sequence[PaperForm], at: datetime) -> None:
    columns = {name: name for name in Answered({}).columns}
    values = [form.given.columns for form in forms]
    fixed = ("client_key", "period_id", "means", "answered_on", "received_at", "device", "network", "suspicion")
    names = [*fixed, "is_excluded", "typed_by_id", "batch_id", *columns]
    add_rows(
        SurveyResponse,
        names,
        (
            [
                uuid5(KEYS, f"{batch.pk}:{form.row}"), batch.period_id, SurveyMeans.IMPORT.value, form.answered_on,
                at, "", "", "", False, batch.by_id, batch.pk, *said.values(),
            ]
            for form, said in zip(forms, values, strict=True)
        ),
    )  # fmt: skip
