"""A leader reports, a counsellor takes over, keeps notes and closes; the trail learns when, never what."""

from datetime import datetime

from django.utils import timezone

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.people.decisions import people_decided_by
from pembina.domain.people.models import Person
from pembina.domain.performance import counselling_refusals as refusals
from pembina.domain.performance.models import CounsellingNote, CounsellingReport
from pembina.domain.performance.queries.counselling import counselling_waiting, counsels


def report_for_counselling(*, person: Person, problem: str, tried: str, by: User, at: datetime) -> CounsellingReport:
    """Report somebody one leads to the counsellors.

    Raises ``NotLedError``, ``CounsellingWordsError``, ``CounsellingOpenError``.
    """
    with one_event():
        reporter = Person.objects.filter(nip=by.username).first()
        Person.objects.select_for_update().get(pk=person.pk)
        if reporter is None or not people_decided_by(by, on=timezone.localdate(at)).filter(pk=person.pk).exists():
            raise refusals.NotLedError
        if not (problem.strip() and tried.strip()):
            raise refusals.CounsellingWordsError
        if CounsellingReport.objects.filter(person=person, closed_at__isnull=True).exists():
            raise refusals.CounsellingOpenError
        made = CounsellingReport.objects.create(
            person=person, reporter=reporter, problem=problem.strip(), tried=tried.strip(), reported_at=at
        )
        record("report_for_counselling", on=made, by=by, at=at, created=True)
    return made


def take_counselling(*, report: CounsellingReport, by: User, at: datetime) -> None:
    """Take a report over, from which on the reporter no longer reads it.

    Raises ``CounsellingStepError``, ``NotCounsellorError``.
    """
    with one_event():
        kept = _locked(report)
        if kept.taken_at is not None:
            raise refusals.CounsellingStepError
        counsellor = Person.objects.filter(nip=by.username).first()
        if counsellor is None or not counselling_waiting(by).filter(pk=kept.pk).exists():
            raise refusals.NotCounsellorError
        kept.counsellor, kept.taken_at = counsellor, at
        kept.save(update_fields=["counsellor", "taken_at"])
        record("take_counselling", on=kept, by=by, at=at, changes={"taken_at": ("", at.isoformat())})


def note_counselling(*, report: CounsellingReport, words: str, by: User, at: datetime) -> CounsellingNote:
    """Keep a note of a talk; raises ``NotCounsellorError``, ``CounsellingStepError``, ``CounsellingWordsError``."""
    with one_event():
        kept = _taken(report, by)
        if not words.strip():
            raise refusals.CounsellingWordsError
        made = CounsellingNote.objects.create(report=kept, words=words.strip(), noted_at=at)
        record("note_counselling", on=made, by=by, at=at, created=True)
    return made


def close_counselling(*, report: CounsellingReport, by: User, at: datetime) -> None:
    """End it; raises ``NotCounsellorError``, ``CounsellingStepError``."""
    with one_event():
        kept = _taken(report, by)
        kept.closed_at = at
        kept.save(update_fields=["closed_at"])
        record("close_counselling", on=kept, by=by, at=at, changes={"closed_at": ("", at.isoformat())})


def _taken(report: CounsellingReport, by: User) -> CounsellingReport:
    kept = _locked(report)
    if not counsels(by, kept):
        raise refusals.NotCounsellorError
    if kept.closed_at is not None:
        raise refusals.CounsellingStepError
    return kept


def _locked(report: CounsellingReport) -> CounsellingReport:
    reports = CounsellingReport.objects.select_for_update(of=("self",))
    return reports.select_related("person", "counsellor").get(pk=report.pk)
