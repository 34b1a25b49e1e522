"""Certificates: whose an account may see, who of a batch gets one, and what anybody may ask about one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from pembina.core.text import Text
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.development.certificate_numbers import read_code
from pembina.domain.development.enums import (
    BatchState,
    CertificateState,
    EnrolmentState,
    RecordSource,
    RecordState,
    SessionState,
)
from pembina.domain.development.models import Batch, Certificate, Enrolment, LearningRecord, Session
from pembina.domain.development.own_seats import is_own
from pembina.domain.development.permissions import batches_run_by
from pembina.domain.development.queries.completion import Completion, completions_of
from pembina.domain.people.permissions import reaches_everything

NOT_ONESELF = Text(
    id="Bukan oleh Anda sendiri; rekan penyelenggara lain yang menerbitkannya.",
    en="Not by yourself; another organiser issues it.",
)
SHOWN = (EnrolmentState.ENROLLED, EnrolmentState.WITHDRAWN)
READING_ALL = (Permission.PLAN_PROGRAMME, Permission.READ_AUDIT)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One participant before certificates are issued.

    Attributes
    ----------
    completion : None for somebody who has left the batch
    certificate : the latest one, whatever its state
    lacking : why there can be none now; empty where there can, or already is one
    """

    enrolment: Enrolment
    completion: Completion | None
    certificate: Certificate | None
    lacking: tuple[Text, ...]

    @property
    def has_one(self) -> bool:
        return self.certificate is not None and self.certificate.state == CertificateState.VALID

    @property
    def lost(self) -> tuple[Text, ...]:
        """Return what the certificate rests on no longer: attendance or the score was corrected after it was issued."""
        return self.completion.lacking if self.has_one and self.completion is not None else ()

    @property
    def is_ready(self) -> bool:
        return not self.lacking and not self.has_one


def certificates_seen_by(actor: User, *, on: date) -> QuerySet[Certificate]:
    """Return what `actor` may open: all for planners and auditors, else the own ones and those of batches organised."""
    if not actor.is_active:
        return Certificate.objects.none()
    if reads_all_certificates(actor, on=on):
        return Certificate.objects.all()
    mine = Q(enrolment__person__nip=actor.username) | Q(enrolment__batch__organiser__nip=actor.username)
    return Certificate.objects.filter(mine)


def reads_all_certificates(actor: User, *, on: date) -> bool:
    """Say whether `actor` sees every certificate and the whole ledger of hours."""
    return any(reaches_everything(actor, permission, on=on) for permission in READING_ALL)


def certificates_managed_by(actor: User, *, on: date) -> QuerySet[Certificate]:
    """Return those that `actor` may revoke or issue anew: those of batches run."""
    return Certificate.objects.filter(enrolment__batch__in=batches_run_by(actor, on=on))


def certificates_of(actor: User) -> QuerySet[Certificate]:
    """Return the own ones of `actor`, the latest first."""
    if not actor.is_active:
        return Certificate.objects.none()
    return Certificate.objects.filter(enrolment__person__nip=actor.username).order_by("-issued_at", "-pk")


def certificate_of_code(written: str) -> Certificate | None:
    """Return what a code opens, for anybody."""
    code = read_code(written)
    return Certificate.objects.select_related("replacement", "replaces").filter(code=code).first() if code else None


def candidates_of(batch: Batch, *, at: datetime, issuer: User | None = None) -> list[Candidate]:
    """Return everybody who has or had a seat, by name; the same number of queries whatever their number.

    `issuer` is who would issue: not for oneself.
    """
    enrolments = Enrolment.objects.filter(batch=batch, state__in=SHOWN).select_related("person")
    listed = list(enrolments.order_by("person__name", "pk"))
    completions = completions_of(batch, at=at)
    latest = {one.enrolment_id: one for one in Certificate.objects.filter(enrolment__batch=batch).order_by("pk")}
    units = list(batch.version.units.all())
    of_batch = _batch_lacks(batch, has_units=bool(units))
    counted = _counted_by_certificate(batch)
    return [
        Candidate(
            enrolment,
            completions.get(enrolment.pk),
            latest.get(enrolment.pk),
            (
                *of_batch,
                *_lacking(enrolment, completions.get(enrolment.pk), latest.get(enrolment.pk), counted),
                *((NOT_ONESELF,) if issuer is not None and is_own(enrolment, issuer) else ()),
            ),
        )
        for enrolment in listed
    ]


def batches_awaiting_certificates(actor: User, *, at: datetime, on: date) -> QuerySet[Batch]:
    """Return the batches run by `actor` that are over and in which somebody with a seat has never got a certificate."""
    sessions = Session.objects.filter(batch=OuterRef("pk"))
    issued = Certificate.objects.filter(enrolment=OuterRef("pk"))
    waiting = Enrolment.objects.filter(batch=OuterRef("pk"), state=EnrolmentState.ENROLLED).exclude(Exists(issued))
    over = batches_run_by(actor, on=on).exclude(state=BatchState.CANCELLED)
    over = over.filter(Exists(sessions)).exclude(Exists(sessions.filter(ends_at__gt=at)))
    return over.filter(Exists(waiting)).select_related("programme").order_by("-pk")


def _batch_lacks(batch: Batch, *, has_units: bool) -> Iterable[Text]:
    if batch.state == BatchState.CANCELLED:
        yield Text(id="Angkatan ini dibatalkan.", en="This batch was called off.")
    if not has_units:
        yield Text(
            id="Kurikulumnya belum memuat unit kompetensi dengan JP.",
            en="The curriculum has no competence units with hours yet.",
        )


def _lacking(
    enrolment: Enrolment, completion: Completion | None, certificate: Certificate | None, counted: dict[int, str]
) -> tuple[Text, ...]:
    if completion is None:
        return (
            Text(
                id=f"Sudah mengundurkan diri: {enrolment.reason}".rstrip(": "),
                en=f"Has withdrawn: {enrolment.reason}".rstrip(": "),
            ),
        )
    if certificate is not None and certificate.state == CertificateState.REVOKED:
        return (
            Text(
                id="Sertifikatnya dicabut. Bila pencabutan itu keliru, terbitkan ulang dari halaman sertifikatnya.",
                en="The certificate was revoked. If that was wrong, issue it anew from its page.",
            ),
        )
    if enrolment.person_id in counted:
        number = counted[enrolment.person_id]
        return (
            Text(
                id=f"JP pelatihan ini pada hari yang sama sudah dihitung dari sertifikat {number}.",
                en=f"The hours of this training on the same days are counted from certificate {number}.",
            ),
        )
    return completion.lacking


def _counted_by_certificate(batch: Batch) -> dict[int, str]:
    """Return by person the number of a certificate of another batch of the same course on the same days."""
    days = days_of(batch)
    if days is None:
        return {}
    found = LearningRecord.objects.filter(
        source=RecordSource.CERTIFICATE,
        form=batch.version.curriculum.form,
        title=batch.version.curriculum.title,
        first_day=days[0],
        last_day=days[1],
    )
    others = found.exclude(state=RecordState.REFUSED).exclude(certificate__enrolment__batch=batch)
    return dict(others.values_list("person", "number"))


def days_of(batch: Batch) -> tuple[date, date] | None:
    """Return the first and the last day of the sessions held, on the clock of the place; None without sessions.

    One that ends at midnight ends with its day.
    """
    held = list(Session.objects.filter(batch=batch, state=SessionState.PLANNED).values_list("starts_at", "ends_at"))
    if not held:
        return None
    return (
        min(starts for starts, _ends in held).astimezone(batch.zone).date(),
        (max(ends for _starts, ends in held) - timedelta(microseconds=1)).astimezone(batch.zone).date(),
    )


def batches_with_certificates_seen_by(actor: User, *, on: date) -> QuerySet[Batch]:
    """Return the batches of which `actor` may see who gets a certificate: those run, and all for auditors."""
    return Batch.objects.all() if reads_all_certificates(actor, on=on) else batches_run_by(actor, on=on)
