"""Somebody says that a record is wrong; human resources puts it right or says why not. Nothing waits for it."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.utils import timezone

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.chain.models import ChainKind
from pembina.domain.access.chain.sealing import seal
from pembina.domain.access.models import User
from pembina.domain.people.enums import ReportAbout, ReportState
from pembina.domain.people.models import Assignment, CorrectionReport, Person, Unit
from pembina.domain.people.operations.transfers import Post, correct_assignment, transfer
from pembina.domain.people.queries import main_assignments
from pembina.domain.people.refusals import (
    AlreadyDecidedError,
    AlreadyReportedError,
    DatesReversedError,
    NoAssignmentError,
    OutOfReachError,
    OwnReportError,
    OwnSuperiorError,
    ReasonMissingError,
    SuggestionMissingError,
)
from pembina.domain.people.stewardship import posts_kept_by, units_staffed_by


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What would be right, as far as the reporter or the officer knows it."""

    superior: Person | None = None
    unit: Unit | None = None
    position: str = ""
    since: date | None = None


def report_error(
    *,
    person: Person,
    about: ReportAbout,
    suggestion: Suggestion,
    note: str,
    by: User,
    at: datetime,
) -> CorrectionReport:
    """Tell human resources that something about a person is wrong.

    Raises
    ------
    SuggestionMissingError : neither a suggestion nor a word of explanation
    OwnSuperiorError : the person is suggested as their own superior
    AlreadyReportedError : the same reporter still waits for an answer about the same thing
    """
    report = CorrectionReport(
        person=person,
        reporter=by,
        about=about,
        suggested_superior=suggestion.superior,
        suggested_unit=suggestion.unit,
        suggested_position=suggestion.position.strip(),
        since=suggestion.since,
        note=note.strip(),
        reported_at=at,
    )
    if suggestion.superior == person:
        raise OwnSuperiorError(person.name)
    if not (report.note or report.is_complete):
        raise SuggestionMissingError
    with one_event():
        Person.objects.select_for_update().get(pk=person.pk)
        if CorrectionReport.objects.filter(person=person, reporter=by, about=about, state=ReportState.OPEN).exists():
            raise AlreadyReportedError
        report.full_clean(validate_constraints=False)
        report.save()
        record("report_error", on=report, by=by, at=at, changes={"about": ("", str(about))}, created=True)
    return report


def accept_report(
    *,
    report: CorrectionReport,
    suggestion: Suggestion | None = None,
    from_day: date,
    answer: str,
    by: User,
    at: datetime,
) -> CorrectionReport:
    """Agree with a report and put the record right from a day on, both or neither.

    `suggestion` is what the officer found to be right, where that differs from what was reported. A report about other
    data changes nothing by itself: the officer has put that right by hand, and `answer` says so.

    Raises
    ------
    AlreadyDecidedError, OwnReportError, NoAssignmentError, SuggestionMissingError
    and what `transfer` refuses
    """
    with one_event():
        kept = _locked(report, by)
        _put_right(kept, suggestion or suggestion_of(kept), from_day, by, at)
        _decide(kept, ReportState.ACCEPTED, answer, by, at)
        record("accept_report", on=kept, by=by, at=at, changes={"state": (ReportState.OPEN, ReportState.ACCEPTED)})
        _seal(kept, by, at)
    return kept


def decline_report(*, report: CorrectionReport, reason: str, by: User, at: datetime) -> CorrectionReport:
    """Answer that the record is right as it stands; raises ``ReasonMissingError`` without saying why."""
    if not reason.strip():
        raise ReasonMissingError
    with one_event():
        kept = _locked(report, by)
        _decide(kept, ReportState.DECLINED, reason, by, at)
        changes = {"state": (ReportState.OPEN.value, ReportState.DECLINED.value)}
        record("decline_report", on=kept, by=by, at=at, changes=changes, why=reason.strip())
        _seal(kept, by, at)
    return kept


def withdraw_report(*, report: CorrectionReport, by: User, at: datetime) -> CorrectionReport:
    """Take back one's own report; raises ``AlreadyDecidedError`` once it is answered."""
    with one_event():
        kept = CorrectionReport.objects.select_for_update().get(pk=report.pk, reporter=by)
        if not kept.is_open:
            raise AlreadyDecidedError
        _decide(kept, ReportState.WITHDRAWN, "", by, at)
        record("withdraw_report", on=kept, by=by, at=at, changes={"state": (ReportState.OPEN, ReportState.WITHDRAWN)})
    return kept


def _seal(report: CorrectionReport, by: User, at: datetime) -> None:
    content = {
        "person": report.person.nip,
        "about": str(report.about),
        "state": str(report.state),
        "reason": report.reason,
    }
    seal(kind=ChainKind.REPORT_DECIDED, subject=report, content=content, by=by, at=at)


def suggestion_of(report: CorrectionReport) -> Suggestion:
    """Return what the reporter says would be right."""
    return Suggestion(
        superior=report.suggested_superior,
        unit=report.suggested_unit,
        position=report.suggested_position,
        since=report.since,
    )


def _locked(report: CorrectionReport, by: User) -> CorrectionReport:
    kept = CorrectionReport.objects.select_for_update().get(pk=report.pk)
    if not kept.is_open:
        raise AlreadyDecidedError
    if by == kept.reporter or by.username == kept.person.nip:
        raise OwnReportError
    return kept


def _put_right(report: CorrectionReport, suggestion: Suggestion, from_day: date, by: User, at: datetime) -> None:
    if report.about == ReportAbout.OTHER:
        return
    held = main_assignments(from_day).filter(person=report.person).first()
    if held is None:
        raise NoAssignmentError(report.person.name, from_day)
    if not posts_kept_by(by, on=timezone.localdate(at)).filter(pk=held.pk).exists():
        raise OutOfReachError(held.unit.name)
    post = _post_after(report, suggestion, held)
    if post.unit != held.unit and not units_staffed_by(by, on=timezone.localdate(at)).filter(pk=post.unit.pk).exists():
        raise OutOfReachError(post.unit.name)
    if post != Post.of(held):
        _change(held, post, from_day, report, by, at)


def _post_after(report: CorrectionReport, suggestion: Suggestion, held: Assignment) -> Post:
    before = Post.of(held)
    if report.about == ReportAbout.NOT_MINE:
        led = before.superior is not None and before.superior.nip == report.reporter.username
        return replace(before, superior=suggestion.superior) if led else before
    if report.about == ReportAbout.SUPERIOR and suggestion.superior is not None:
        return replace(before, superior=suggestion.superior)
    if report.about == ReportAbout.UNIT and suggestion.unit is not None:
        return replace(before, unit=suggestion.unit, superior=suggestion.superior or before.superior)
    if report.about == ReportAbout.POSITION and suggestion.position:
        return replace(before, position=suggestion.position, position_code="")
    raise SuggestionMissingError


def _change(held: Assignment, post: Post, from_day: date, report: CorrectionReport, by: User, at: datetime) -> None:
    """Begin a new entry, or rewrite the present one where it was wrong from its first day."""
    if from_day > held.starts_on:
        transfer(assignment=held, to=post, from_day=from_day, by=by, at=at)
        return
    if from_day < held.starts_on:
        raise DatesReversedError(held.starts_on, from_day - timedelta(days=1))
    correct_assignment(
        assignment=held,
        to=post,
        starts_on=held.starts_on,
        ends_on=held.ends_on,
        reason=f"CorrectionReport {report.pk}",
        by=by,
        at=at,
    )


def _decide(report: CorrectionReport, state: ReportState, answer: str, by: User, at: datetime) -> None:
    report.state, report.reason = state, answer.strip()
    report.decided_by, report.decided_at = by, at
    report.save(update_fields=["state", "reason", "decided_by", "decided_at"])
