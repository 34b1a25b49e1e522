"""Reports that wait, degree studies and certifications as pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pembina.domain.development.enums import StudyState
from pembina.domain.development.models import DegreeStudy, LearningRecord, ProfessionalCertification
from pembina.domain.development.queries.degree_studies import REMINDED
from pembina.web.components.formatting import MISSING, day, number
from pembina.web.learning_hours.present import days_of, form_names, jp

STUDY_TONES = {StudyState.RUNNING: "info", StudyState.GRADUATED: "success", StudyState.STOPPED: ""}


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report that waits."""

    pk: int
    person: str
    person_address: str
    title: str
    form: str
    organiser: str
    days: str
    hours: str
    basis: str
    evidence: str
    reported: str
    may_decide: bool


@dataclass(frozen=True, slots=True)
class StudyRow:
    """One degree study."""

    pk: int
    person: str
    person_address: str
    what: str
    place: str
    days: str
    result: str
    state: str
    tone: str
    is_running: bool


@dataclass(frozen=True, slots=True)
class CertificationRow:
    """One certification of a profession, with the reminder of its renewal."""

    pk: int
    person: str
    person_address: str
    title: str
    issuer: str
    number: str
    issued: str
    until: str
    evidence: str
    state: str
    tone: str
    reminder: str
    may_renew: bool


def report_rows(records: Iterable[LearningRecord], *, on: date, without: str) -> list[ReportRow]:
    """Reports; nobody decides on their own, so those of `without` show no buttons."""
    names = form_names(on)
    return [
        ReportRow(
            pk=row.pk, person=row.person.titled_name,
            person_address=reverse("learning_hours:person", args=[row.person_id]), title=row.title,
            form=names.get(row.form, str(row.form)), organiser=row.organiser, days=days_of(row),
            hours=jp(row.hours), basis=row.basis, evidence=row.evidence,
            reported=day(timezone.localtime(row.noted_at).date()), may_decide=row.person.nip != without,
        )
        for row in records
    ]  # fmt: skip


def study_rows(studies: Iterable[DegreeStudy], *, on: date) -> list[StudyRow]:
    return [_study(one, on) for one in studies]


def _study(one: DegreeStudy, on: date) -> StudyRow:
    late = one.state == StudyState.RUNNING and one.due_on < on
    until = one.ended_on or one.due_on
    result = one.result
    if one.grade is not None:
        result = " · ".join(filter(None, (_("IPK %s") % number(float(one.grade), 2), result)))
    return StudyRow(
        pk=one.pk, person=one.person.titled_name,
        person_address=reverse("learning_hours:person", args=[one.person_id]),
        what=f"{one.get_level_display()} · {one.subject}", place=one.place,
        days=_("%(first)s sampai %(last)s") % {"first": day(one.starts_on), "last": day(until)},
        result=result or MISSING, state=_("Melewati rencana") if late else str(one.get_state_display()),
        tone="warning" if late else STUDY_TONES[StudyState(one.state)], is_running=one.state == StudyState.RUNNING,
    )  # fmt: skip


def certification_rows(found: Iterable[ProfessionalCertification], *, on: date) -> list[CertificationRow]:
    return [_certification(one, on) for one in found]


def _certification(one: ProfessionalCertification, on: date) -> CertificationRow:
    state, tone, reminder = _standing(one, on)
    return CertificationRow(
        pk=one.pk, person=one.person.titled_name,
        person_address=reverse("learning_hours:person", args=[one.person_id]), title=one.title, issuer=one.issuer,
        number=one.number, issued=day(one.issued_on),
        until=day(one.valid_until) if one.valid_until else _("Tanpa batas"), evidence=one.evidence, state=state,
        tone=tone, reminder=reminder, may_renew=one.valid_until is not None and not _is_renewed(one),
    )  # fmt: skip


def _standing(one: ProfessionalCertification, on: date) -> tuple[str, str, str]:
    """Return state, tone and, from 90 days before the end, how many days are left."""
    if _is_renewed(one):
        return _("Sudah diperpanjang"), "", ""
    if one.valid_until is None:
        return _("Berlaku"), "success", ""
    left = (one.valid_until - on).days
    if left < 0:
        return _("Kedaluwarsa"), "danger", _("Perpanjang sebelum dipakai lagi.")
    if left <= REMINDED.days:
        text = ngettext("Berakhir %(days)s hari lagi.", "Berakhir %(days)s hari lagi.", left)
        return _("Perlu diperpanjang"), "warning", text % {"days": number(left)}
    return _("Berlaku"), "success", ""


def _is_renewed(one: ProfessionalCertification) -> bool:
    return hasattr(one, "renewal")
