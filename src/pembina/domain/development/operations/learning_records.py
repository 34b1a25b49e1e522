"""Hours come into the ledger, are verified or refused, and are taken out again; nothing is ever overwritten."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Q

from pembina.domain.access.audit import Changes, local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.development.enums import RecordSource, RecordState
from pembina.domain.development.hours_refusals import (
    DaysReversedError,
    LearningToComeError,
    LearningTwiceError,
    NoRecordOfPersonError,
    OfCertificateError,
    OwnReportError,
)
from pembina.domain.development.learning_counts import Learning, counted_hours
from pembina.domain.development.models import LearningRecord
from pembina.domain.development.refusals import ReasonMissingError, WrongStepError
from pembina.domain.people.models import Person
from pembina.domain.people.queries import person_of

WITHDRAWN = "Ditarik oleh pelapor."


def report_learning(*, learning: Learning, by: User, at: datetime) -> LearningRecord:
    """Report what one has learned oneself; it counts once somebody has verified it.

    Raises
    ------
    NoRecordOfPersonError, LearningToComeError, DaysReversedError, LearningTwiceError
    HowManyWaysError, HoursUnusableError, UnitsUnusableError, YearFullError : as `counted_hours`
    """
    person = person_of(by)
    if person is None:
        raise NoRecordOfPersonError
    with one_event():
        made = _new(person, learning, RecordSource.OWN_REPORT, by=by, at=at)
        _save_once(made)
        record("report_learning", on=made, by=by, at=at, changes={"hours": ("", str(made.hours))}, created=True)
    return made


def note_learning(*, person: Person, learning: Learning, by: User, at: datetime) -> LearningRecord:
    """Note what somebody has learned, from a paper that lies before the officer; it counts at once.

    Raises
    ------
    OwnReportError, and as `report_learning`
    """
    if person.nip == by.username:
        raise OwnReportError
    with one_event():
        made = _new(person, learning, RecordSource.TYPED, by=by, at=at)
        _save_once(made)
        record("note_learning", on=made, by=by, at=at, changes={"hours": ("", str(made.hours))}, created=True)
    return made


def verify_learning(*, row: LearningRecord, by: User, at: datetime) -> LearningRecord:
    """Let reported hours count; raises ``WrongStepError``, ``OwnReportError``."""
    with one_event():
        kept = _held(row, RecordState.REPORTED)
        _require_not_own(kept, by)
        kept.state = RecordState.COUNTED
        kept.save(update_fields=["state"])
        record("verify_learning", on=kept, by=by, at=at, changes={"state": ("reported", "counted")})
    return kept


def refuse_learning(*, row: LearningRecord, reason: str, by: User, at: datetime) -> LearningRecord:
    """Refuse a report with the reason; raises ``ReasonMissingError``, ``WrongStepError``, ``OwnReportError``."""
    with one_event():
        kept = _held(row, RecordState.REPORTED)
        _require_not_own(kept, by)
        why = _reason(reason)
        record("refuse_learning", on=kept, by=by, at=at, changes=_refuse(kept, why), why=why)
    return kept


def withdraw_learning(*, row: LearningRecord, by: User, at: datetime) -> LearningRecord:
    """Take one's own report back while nobody has decided on it; raises ``WrongStepError``."""
    with one_event():
        kept = _held(row, RecordState.REPORTED)
        record("withdraw_learning", on=kept, by=by, at=at, changes=_refuse(kept, WITHDRAWN))
    return kept


def take_out_learning(*, row: LearningRecord, reason: str, by: User, at: datetime) -> LearningRecord:
    """Take hours that should not count out of the count; they stay readable with the reason.

    Raises
    ------
    OfCertificateError, ReasonMissingError, WrongStepError, OwnReportError
    """
    if row.source == RecordSource.CERTIFICATE:
        raise OfCertificateError
    with one_event():
        kept = _held(row, RecordState.COUNTED)
        _require_not_own(kept, by)
        why = _reason(reason)
        record("uncount_learning", on=kept, by=by, at=at, changes=_refuse(kept, why), why=why)
    return kept


def _new(person: Person, learning: Learning, source: RecordSource, *, by: User, at: datetime) -> LearningRecord:
    """Return the row, not yet saved; one after the other for a person, so that a year is never filled twice over."""
    if learning.last_day < learning.first_day:
        raise DaysReversedError
    if learning.last_day > local_date(at):
        raise LearningToComeError(learning.last_day)
    Person.objects.select_for_update(of=("self",), no_key=True).get(pk=person.pk)
    found = counted_hours(learning, of=person)
    return LearningRecord(
        person=person, year=learning.last_day.year, form=learning.form, title=learning.title,
        organiser=learning.organiser, number=learning.number, first_day=learning.first_day,
        last_day=learning.last_day, hours=found.hours, counted_from=found.counted_from, basis=found.basis,
        source=source, evidence=learning.evidence,
        state=RecordState.REPORTED if source == RecordSource.OWN_REPORT else RecordState.COUNTED, noted_by=by,
        noted_at=at,
    )  # fmt: skip


def _save_once(made: LearningRecord) -> None:
    """Save; what is on record already is refused, also where it came at the same moment."""
    same = Q(form=made.form, title__iexact=made.title, first_day=made.first_day)
    if made.number:
        # The same paper under another title, as a file of earlier learning knows it.
        same |= Q(number__iexact=made.number)
    known = LearningRecord.objects.filter(same, person=made.person, last_day=made.last_day)
    if known.exclude(state=RecordState.REFUSED).exists():
        raise LearningTwiceError
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError as error:
        raise LearningTwiceError from error


def _held(row: LearningRecord, state: RecordState) -> LearningRecord:
    kept = LearningRecord.objects.select_for_update(of=("self",)).select_related("person").get(pk=row.pk)
    if kept.state != state:
        raise WrongStepError(str(kept.get_state_display()))
    return kept


def _refuse(kept: LearningRecord, why: str) -> Changes:
    before = str(kept.state)
    kept.state, kept.refusal = RecordState.REFUSED, why
    kept.save(update_fields=["state", "refusal"])
    return {"state": (before, str(kept.state))}


def _require_not_own(kept: LearningRecord, by: User) -> None:
    if kept.person.nip == by.username:
        raise OwnReportError


def _reason(written: str) -> str:
    why = " ".join(written.split())
    if not why:
        raise ReasonMissingError
    return why
