"""Degree studies (tugas belajar) and certifications of a profession are put on record and followed."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import IntegrityError, transaction

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.development.enums import StudyState
from pembina.domain.development.hours_refusals import (
    CertificationTwiceError,
    DaysReversedError,
    GradeError,
    OwnReportError,
    TwoStudiesError,
)
from pembina.domain.development.models import DegreeStudy, Partner, ProfessionalCertification
from pembina.domain.development.models.degree_studies import HIGHEST_GRADE
from pembina.domain.development.refusals import ReasonMissingError, WrongStepError
from pembina.domain.people.models import Person


@dataclass(frozen=True, slots=True)
class Study:
    """What a degree study is; the institution is a partner, or a name."""

    level: str
    subject: str
    starts_on: date
    due_on: date
    partner: Partner | None = None
    institution: str = ""
    decree: str = ""


@dataclass(frozen=True, slots=True)
class Certification:
    """A certificate of a profession; without `valid_until` it holds for ever."""

    title: str
    issuer: str
    number: str
    issued_on: date
    valid_until: date | None = None
    evidence: str = ""


def begin_study(*, person: Person, study: Study, by: User, at: datetime) -> DegreeStudy:
    """Note that somebody studies; raises ``OwnReportError``, ``DaysReversedError``, ``TwoStudiesError``."""
    _require_other(person, by)
    if study.due_on < study.starts_on:
        raise DaysReversedError
    with one_event():
        Person.objects.select_for_update().get(pk=person.pk)
        if DegreeStudy.objects.filter(person=person, state=StudyState.RUNNING).exists():
            raise TwoStudiesError
        made = DegreeStudy.objects.create(
            person=person, level=study.level, subject=study.subject, starts_on=study.starts_on, due_on=study.due_on,
            partner=study.partner, institution="" if study.partner else study.institution, decree=study.decree,
            noted_by=by, noted_at=at,
        )  # fmt: skip
        changes = {"due_on": ("", study.due_on.isoformat())}
        record("begin_study", on=made, by=by, at=at, changes=changes, created=True)
    return made


def prolong_study(*, study: DegreeStudy, due_on: date, reason: str, by: User, at: datetime) -> DegreeStudy:
    """Move the planned end; raises ``ReasonMissingError``, ``WrongStepError``, ``OwnReportError``,
    ``DaysReversedError``.
    """
    why = _reason(reason)
    with one_event():
        kept = _running(study, by)
        if due_on < kept.starts_on:
            raise DaysReversedError
        changes = {"due_on": (kept.due_on.isoformat(), due_on.isoformat())}
        kept.due_on = due_on
        kept.save(update_fields=["due_on"])
        record("prolong_study", on=kept, by=by, at=at, changes=changes, why=why)
    return kept


def end_study(
    *, study: DegreeStudy, state: StudyState, ended_on: date, grade: Decimal | None, result: str, by: User, at: datetime
) -> DegreeStudy:
    """Note how a study ended: graduated with its average, or not, with the reason.

    Raises
    ------
    WrongStepError, OwnReportError, DaysReversedError, GradeError
    ReasonMissingError : stopped without a word
    """
    if grade is not None and not (Decimal(0) <= grade <= HIGHEST_GRADE and state == StudyState.GRADUATED):
        raise GradeError
    said = " ".join(result.split())
    if state == StudyState.STOPPED and not said:
        raise ReasonMissingError
    with one_event():
        kept = _running(study, by)
        if ended_on < kept.starts_on:
            raise DaysReversedError
        kept.state, kept.ended_on, kept.grade, kept.result = state, ended_on, grade, said
        kept.save(update_fields=["state", "ended_on", "grade", "result"])
        changes = {"state": ("running", str(state)), "ended_on": ("", ended_on.isoformat())}
        record("end_study", on=kept, by=by, at=at, changes=changes, why=said)
    return kept


def note_certification(
    *, person: Person, certification: Certification, by: User, at: datetime
) -> ProfessionalCertification:
    """Put a certification on record; raises ``OwnReportError``, ``DaysReversedError``,
    ``CertificationTwiceError``.
    """
    with one_event():
        made = _saved(person, certification, None, by, at)
        record("note_certification", on=made, by=by, at=at, changes=_told(made), created=True)
    return made


def renew_certification(
    *, old: ProfessionalCertification, certification: Certification, by: User, at: datetime
) -> ProfessionalCertification:
    """Put the renewal of a certification on record; the old one stays, renewed once at most.

    Raises
    ------
    WrongStepError, OwnReportError, DaysReversedError, CertificationTwiceError
    """
    with one_event():
        kept = ProfessionalCertification.objects.select_for_update(of=("self",)).get(pk=old.pk)
        if ProfessionalCertification.objects.filter(renews=kept).exists():
            raise WrongStepError("sudah diperpanjang")
        made = _saved(kept.person, certification, kept, by, at)
        record("renew_certification", on=made, by=by, at=at, changes=_told(made), created=True)
    return made


def _saved(
    person: Person, told: Certification, renews: ProfessionalCertification | None, by: User, at: datetime
) -> ProfessionalCertification:
    _require_other(person, by)
    if told.valid_until is not None and told.valid_until < told.issued_on:
        raise DaysReversedError
    made = ProfessionalCertification(
        person=person, title=told.title, issuer=told.issuer, number=told.number, issued_on=told.issued_on,
        valid_until=told.valid_until, evidence=told.evidence, renews=renews, noted_by=by, noted_at=at,
    )  # fmt: skip
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError as error:
        raise CertificationTwiceError from error
    return made


def _told(made: ProfessionalCertification) -> dict[str, tuple[str, str]]:
    until = made.valid_until.isoformat() if made.valid_until else ""
    return {"number": ("", made.number), "valid_until": ("", until)}


def _running(study: DegreeStudy, by: User) -> DegreeStudy:
    kept = DegreeStudy.objects.select_for_update(of=("self",)).select_related("person").get(pk=study.pk)
    _require_other(kept.person, by)
    if kept.state != StudyState.RUNNING:
        raise WrongStepError(str(kept.get_state_display()))
    return kept


def _require_other(person: Person, by: User) -> None:
    if person.nip == by.username:
        raise OwnReportError


def _reason(written: str) -> str:
    why = " ".join(written.split())
    if not why:
        raise ReasonMissingError
    return why
