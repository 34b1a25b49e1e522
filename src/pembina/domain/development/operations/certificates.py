"""Certificates are issued for a batch, revoked with a reason, or issued anew; the ledger of hours follows."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from pembina.core.text import Text
from pembina.domain.access.audit import Touched, local_date, one_event, record, record_many
from pembina.domain.access.chain.models import ChainKind
from pembina.domain.access.chain.sealing import seal, seal_many
from pembina.domain.access.floods import Rope, count_arrival
from pembina.domain.access.models import User
from pembina.domain.development.certificate_content import Course, Signing, content_of, course_of, hash_of, posts_of
from pembina.domain.development.certificate_numbers import new_code, read_code, take_numbers
from pembina.domain.development.certificate_refusals import (
    CertificateEndedError,
    NotEntitledError,
    NothingToIssueError,
    SameNameError,
    UnknownCertificateError,
)
from pembina.domain.development.enums import CertificateState, EnrolmentState, RecordSource, RecordState
from pembina.domain.development.models import Batch, Certificate, LearningRecord
from pembina.domain.development.months import months_later
from pembina.domain.development.own_seats import require_others
from pembina.domain.development.queries.certificates import Candidate, candidates_of
from pembina.domain.development.refusals import ReasonMissingError

# An office that checks applications looks up many; a code cannot be guessed at any speed.
LOOK_UPS = Rope("certificate", of_device=60, of_address=600)
SUPERSEDED = "Digantikan sertifikat Pembina atas pelatihan yang sama."
WITHDRAWN = Text(id="Sudah mengundurkan diri.", en="Has withdrawn.")


def issue_certificates(
    *, batch: Batch, enrolments: Collection[int], signing: Signing, by: User, at: datetime
) -> list[Certificate]:
    """Issue for the participants chosen, all or none; whoever already has one is passed over.

    Raises
    ------
    NotEntitledError : somebody chosen has not completed, has withdrawn or is none of the batch
    OwnSeatError : somebody would certify oneself
    NothingToIssueError : nobody is left
    """
    with one_event():
        # One officer after the other: the second finds what the first has issued.
        Batch.objects.select_for_update().get(pk=batch.pk)
        chosen = _entitled(batch, set(enrolments), by, at)
        course = course_of(batch, on=local_date(at))
        if course is None or not chosen:
            raise NothingToIssueError
        made = _issued(chosen, course, signing, by=by, at=at)
        touched = _counted(made, course, by, at)
        changes = {"certificates": ("", str(len(made)))}
        record_many("issue_certificate", subjects=[_told(one) for one in made], by=by, at=at)
        record_many("count_learning", subjects=touched, by=by, at=at)
        record("issue_certificates", on=batch, by=by, at=at, changes=changes)
        seal_many(
            kind=ChainKind.CERTIFICATE_ISSUED, decisions=[(one, sealed_content(one)) for one in made], by=by, at=at
        )
    return made


def revoke_certificate(*, certificate: Certificate, reason: str, by: User, at: datetime) -> Certificate:
    """Let a certificate hold no longer; its hours leave the ledger, where they stay readable as refused.

    Raises
    ------
    ReasonMissingError, CertificateEndedError
    """
    why = _reason(reason)
    with one_event():
        kept = _held(certificate)
        _require_valid(kept)
        _end(kept, CertificateState.REVOKED, why, at)
        record("revoke_certificate", on=kept, by=by, at=at, changes={"state": ("valid", "revoked")}, why=why)
        _take_out(kept, why, by=by, at=at)
        seal(kind=ChainKind.CERTIFICATE_ENDED, subject=kept, content=sealed_content(kept), by=by, at=at)
    return kept


def reissue_certificate(
    *, certificate: Certificate, name: str, reason: str, signing: Signing, by: User, at: datetime
) -> Certificate:
    """Issue a certificate anew under another name; the old one is replaced and points to the new one.

    One that was revoked by mistake comes back in the same way, with its hours; the old one stays revoked.

    Raises
    ------
    ReasonMissingError, SameNameError, CertificateEndedError
    OwnSeatError : it is one's own
    NotEntitledError : the participant has withdrawn since
    """
    why, printed = _reason(reason), " ".join(name.split())
    with one_event():
        kept = _held(certificate)
        require_others([kept.enrolment], by)
        _require_replaceable(kept)
        if not printed or (printed == kept.name and kept.state == CertificateState.VALID):
            raise SameNameError
        state = kept.state
        if state == CertificateState.VALID:
            _end(kept, CertificateState.REPLACED, why, at)
        made = _copy(kept, printed, signing, by, at)
        record("replace_certificate", on=kept, by=by, at=at, changes={"state": (state, kept.state)}, why=why)
        record("issue_certificate", on=made, by=by, at=at, created=True, changes=_told(made).changes, why=why)
        _carry_over(kept, made, by=by, at=at)
        decisions = [(one, sealed_content(one)) for one in (kept, made)]
        seal_many(kind=ChainKind.CERTIFICATE_ENDED, decisions=decisions[:1], by=by, at=at)
        seal_many(kind=ChainKind.CERTIFICATE_ISSUED, decisions=decisions[1:], by=by, at=at)
    return made


def find_certificate(*, number: str, code: str, device: str, address: str | None, at: datetime) -> Certificate:
    """Return the certificate that number and code name together.

    Raises
    ------
    UnknownCertificateError : whichever of the two is wrong
    FloodError : after very many attempts
    """
    count_arrival(LOOK_UPS, device=device, address=address, at=at)
    found = Certificate.objects.filter(code=read_code(code)).first()
    if found is None or "".join(found.number.split()).casefold() != "".join(number.split()).casefold():
        raise UnknownCertificateError
    return found


def sealed_content(certificate: Certificate) -> dict[str, Any]:
    """Return what the chain keeps: enough to prove what was printed and whether it holds, and nobody's name."""
    return {
        "number": certificate.number,
        "state": certificate.state,
        "hours": str(certificate.hours),
        "first_day": certificate.first_day.isoformat(),
        "last_day": certificate.last_day.isoformat(),
        "content_hash": hash_of({"name": certificate.name, "title": certificate.title, **certificate.content}),
        "replaces": certificate.replaces.number if certificate.replaces else "",
    }


def _entitled(batch: Batch, chosen: set[int], by: User, at: datetime) -> list[Candidate]:
    """Return those chosen who have none yet; refuse all where one of them may not have one."""
    found = [one for one in candidates_of(batch, at=at) if one.enrolment.pk in chosen]
    require_others([one.enrolment for one in found if not one.has_one], by)
    for one in found:
        if one.lacking and not one.has_one:
            raise NotEntitledError(one.enrolment.person.titled_name, one.lacking[0])
    if chosen - {one.enrolment.pk for one in found}:
        raise NothingToIssueError
    return [one for one in found if one.is_ready]


def _issued(
    chosen: Sequence[Candidate], course: Course, signing: Signing, *, by: User, at: datetime
) -> list[Certificate]:
    on = local_date(at)
    numbers, posts = take_numbers(len(chosen), on=on), posts_of([one.enrolment for one in chosen], on=on)
    months = chosen[0].enrolment.batch.version.valid_months
    made = []
    for candidate, number in zip(chosen, numbers, strict=True):
        content = content_of(candidate, course, signing, posts.get(candidate.enrolment.person_id))
        made.append(
            Certificate(
                number=number, code=new_code(), enrolment=candidate.enrolment, name=content.pop("name"),
                title=course.title, content=content, hours=course.hours, first_day=course.first_day,
                last_day=course.last_day, valid_until=months_later(on, months) if months else None,
                issued_by=by, issued_at=at,
            )
        )  # fmt: skip
    return Certificate.objects.bulk_create(made)


def _counted(made: Sequence[Certificate], course: Course, by: User, at: datetime) -> list[Touched]:
    """Write the hours into the ledger. What somebody reported of the same training before gives way to it."""
    same = LearningRecord.objects.filter(
        person__in=[one.enrolment.person_id for one in made], form=course.form,
        title__iexact=course.title, first_day=course.first_day, last_day=course.last_day,
    )  # fmt: skip
    replaced = _give_way(same)
    rows = LearningRecord.objects.bulk_create(_row(one, course, by, at) for one in made)
    return [*replaced, *(Touched(row, {"hours": ("", str(row.hours))}, created=True) for row in rows)]


def _give_way(same: QuerySet[LearningRecord]) -> list[Touched]:
    """Let rows of the same training count no longer: what is certified here counts once."""
    gone = list(same.exclude(state=RecordState.REFUSED).select_related("person"))
    touched = [Touched(row, {"state": (row.state, RecordState.REFUSED.value)}) for row in gone]
    for row in gone:
        row.state, row.refusal = RecordState.REFUSED, SUPERSEDED
    LearningRecord.objects.bulk_update(gone, ["state", "refusal"])
    return touched


def _row(one: Certificate, course: Course, by: User, at: datetime) -> LearningRecord:
    return LearningRecord(
        person=one.enrolment.person, year=course.last_day.year, form=course.form, title=course.title,
        organiser=course.organiser[:200], number=one.number, first_day=course.first_day, last_day=course.last_day,
        hours=course.hours, basis=course.basis[:300], source=RecordSource.CERTIFICATE, certificate=one,
        state=RecordState.COUNTED, noted_by=by, noted_at=at,
    )  # fmt: skip


def _told(one: Certificate) -> Touched:
    return Touched(one, {"number": ("", one.number), "hours": ("", str(one.hours))}, created=True)


def _reason(written: str) -> str:
    why = " ".join(written.split())
    if not why:
        raise ReasonMissingError
    return why


def _held(certificate: Certificate) -> Certificate:
    """Return the certificate as it stands now, locked until the operation is over."""
    held = Certificate.objects.select_for_update(of=("self",))
    return held.select_related("enrolment__person", "enrolment__batch", "replaces").get(pk=certificate.pk)


def _require_valid(kept: Certificate) -> None:
    if kept.state != CertificateState.VALID:
        raise CertificateEndedError(str(kept.get_state_display()).lower())


def _require_replaceable(kept: Certificate) -> None:
    valid = Certificate.objects.filter(enrolment=kept.enrolment_id, state=CertificateState.VALID)
    if kept.state == CertificateState.REPLACED or valid.exclude(pk=kept.pk).exists():
        raise CertificateEndedError(str(kept.get_state_display()).lower())
    if Certificate.objects.filter(replaces=kept).exists():
        raise CertificateEndedError(str(CertificateState.REPLACED.label).lower())
    if kept.enrolment.state != EnrolmentState.ENROLLED:
        raise NotEntitledError(kept.name, WITHDRAWN)


def _end(kept: Certificate, state: CertificateState, why: str, at: datetime) -> None:
    kept.state, kept.ended_at, kept.end_reason = state, at, why
    kept.save(update_fields=["state", "ended_at", "end_reason"])


def _copy(kept: Certificate, name: str, signing: Signing, by: User, at: datetime) -> Certificate:
    """Return the new one: the same training and the same last day of validity, a new number, code and signer."""
    (number,) = take_numbers(1, on=local_date(at))
    return Certificate.objects.create(
        number=number, code=new_code(), enrolment=kept.enrolment, name=name, title=kept.title,
        content={**kept.content, "signer": signing.told}, hours=kept.hours, first_day=kept.first_day,
        last_day=kept.last_day, valid_until=kept.valid_until, issued_by=by, issued_at=at, replaces=kept,
    )  # fmt: skip


def _take_out(kept: Certificate, why: str, *, by: User, at: datetime) -> None:
    row = LearningRecord.objects.select_for_update(of=("self",)).filter(certificate=kept).first()
    if row is not None and row.state != RecordState.REFUSED:
        before = row.state
        row.state, row.refusal = RecordState.REFUSED, f"Sertifikat dicabut: {why}"[:500]
        row.save(update_fields=["state", "refusal"])
        record("uncount_learning", on=row, by=by, at=at, changes={"state": (before, row.state)}, why=why)


def _carry_over(kept: Certificate, made: Certificate, *, by: User, at: datetime) -> None:
    """Let the row of the old certificate be that of the new one."""
    row = LearningRecord.objects.select_for_update(of=("self",)).filter(certificate=kept).first()
    if row is None:
        return
    same = LearningRecord.objects.filter(
        person=row.person_id, form=row.form, title__iexact=row.title, first_day=row.first_day, last_day=row.last_day
    )
    record_many("count_learning", subjects=_give_way(same.exclude(pk=row.pk)), by=by, at=at)
    before = (row.number, row.state)
    row.certificate, row.number, row.state, row.refusal = made, made.number, RecordState.COUNTED, ""
    row.save(update_fields=["certificate", "number", "state", "refusal"])
    changes = {"number": (before[0], row.number), "state": (before[1], str(row.state))}
    record("count_learning", on=row, by=by, at=at, changes=changes)
