"""Certificates as pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pembina.domain.development.certificate_numbers import grouped
from pembina.domain.development.enums import CertificateState
from pembina.domain.development.models import Batch, Certificate
from pembina.domain.development.queries.certificates import Candidate
from pembina.web.components.formatting import MISSING, day, in_language, number
from pembina.web.uploads.file_words import moment

Shown = str | Promise


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a certificate holds: a word, the tone of its badge, and a sentence with the day."""

    word: str
    tone: str
    sentence: str
    holds: bool


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """One certificate in a list."""

    address: str
    number: str
    name: str
    title: str
    hours: str
    days: str
    issued: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class PublicPage:
    """All that anybody may know: name, title, days, hours, and whether it holds."""

    name: str
    standing: Standing
    facts: list[tuple[Shown, Shown]]


@dataclass(frozen=True, slots=True)
class CertificatePage:
    """One certificate for its holder and officers."""

    pk: int
    number: str
    title: str
    lead: str
    standing: Standing
    facts: list[tuple[Shown, Shown]]
    units: list[tuple[str, str, str]]
    code: str
    verify: str
    earlier: str
    later: str
    is_valid: bool
    may_come_back: bool


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """One participant before issuing."""

    value: int
    name: str
    nip: str
    attended: str
    score: str
    word: str
    tone: str
    reasons: list[str]
    is_ready: bool
    is_issued: bool
    is_lost: bool
    certificate: str
    number: str
    revoke: str


def standing_of(certificate: Certificate, *, on: date) -> Standing:
    ended = day_of(certificate.ended_at)
    if certificate.state == CertificateState.REVOKED:
        return Standing(_("Dicabut"), "danger", _("Dicabut pada %s. Sertifikat ini tidak berlaku.") % ended, False)
    if certificate.state == CertificateState.REPLACED:
        sentence = _("Diganti pada %s dengan sertifikat lain. Mintalah penggantinya kepada pemegangnya.") % ended
        return Standing(_("Diganti"), "warning", sentence, False)
    until = certificate.valid_until
    if until is not None and until < on:
        return Standing(
            _("Masa berlaku habis"), "warning", _("Asli, tetapi hanya berlaku sampai %s.") % day(until), False
        )
    sentence = _("Asli dan berlaku sampai %s.") % day(until) if until else _("Asli dan berlaku.")
    return Standing(_("Berlaku"), "success", sentence, True)


def day_of(at: datetime | None) -> str:
    """Return the day of a moment on the clock of the installation."""
    return MISSING if at is None else day(timezone.localtime(at).date())


def days(first: date, last: date) -> str:
    return day(first) if first == last else _("%(first)s sampai %(last)s") % {"first": day(first), "last": day(last)}


def hours_of(certificate: Certificate) -> str:
    return jp(float(certificate.hours))


def jp(hours: float | None) -> str:
    """Hours with as many decimals as they have."""
    return MISSING if hours is None else f"{number(float(hours), 0 if hours == int(hours) else 2)} JP"


def rows(certificates: Iterable[Certificate], *, on: date) -> list[CertificateRow]:
    return [
        CertificateRow(
            address=reverse("certificates:show", args=[one.pk]),
            number=one.number,
            name=one.name,
            title=one.title,
            hours=hours_of(one),
            days=days(one.first_day, one.last_day),
            issued=day_of(one.issued_at),
            standing=standing_of(one, on=on),
        )
        for one in certificates
    ]


def public_page(certificate: Certificate, *, on: date) -> PublicPage:
    facts: list[tuple[Shown, Shown]] = [
        (_("Nama"), certificate.name),
        (_("Pelatihan"), certificate.title),
        (_("Tanggal"), days(certificate.first_day, certificate.last_day)),
        (_("Jam pelajaran"), hours_of(certificate)),
    ]
    return PublicPage(certificate.name, standing_of(certificate, on=on), facts)


def certificate_page(certificate: Certificate, *, verify: str, on: date) -> CertificatePage:
    later = getattr(certificate, "replacement", None)
    return CertificatePage(
        pk=certificate.pk,
        number=certificate.number,
        title=certificate.title,
        lead=certificate.name,
        standing=standing_of(certificate, on=on),
        facts=_facts(certificate),
        units=[(one["title"], jp(float(one["hours"])), one["taught_by"]) for one in certificate.content["units"]],
        code=grouped(certificate.code),
        verify=verify,
        earlier=reverse("certificates:show", args=[certificate.replaces_id]) if certificate.replaces_id else "",
        later=reverse("certificates:show", args=[later.pk]) if later else "",
        is_valid=certificate.state == CertificateState.VALID,
        may_come_back=certificate.state == CertificateState.REVOKED and later is None,
    )


def _facts(certificate: Certificate) -> list[tuple[Shown, Shown]]:
    told = certificate.content
    signer = told["signer"]
    facts: list[tuple[Shown, Shown]] = [
        (_("Nomor"), certificate.number),
        (_("Nama tercetak"), certificate.name),
        (_("NIP"), told["nip"]),
        (_("Jabatan dan unit"), " · ".join(filter(None, (told["position"], told["unit"]))) or MISSING),
        (_("Bentuk"), told["form_name"]),
        (_("Tanggal"), days(certificate.first_day, certificate.last_day)),
        (_("Jam pelajaran"), hours_of(certificate)),
        (_("Tempat"), told["place"] or _("Daring")),
        (_("Penyelenggara"), told["organiser"]),
        (_("Penanda tangan"), f"{signer['name']} · {signer['position']}"),
        (_("Diterbitkan"), moment(certificate.issued_at)),
    ]
    if told["partner"]:
        facts.insert(-2, (_("Mitra"), told["partner"]))
    if certificate.end_reason:
        facts += [(_("Berakhir"), moment(certificate.ended_at)), (_("Alasan"), certificate.end_reason)]
    return facts


def candidate_rows(candidates: Iterable[Candidate]) -> list[CandidateRow]:
    """Whose certificate rests on nothing any more first, then who may get one, then who may not, then who has one."""
    made = [_candidate(one) for one in candidates]
    return sorted(made, key=lambda row: (not row.is_lost, not row.is_ready, bool(row.number)))


def _candidate(one: Candidate) -> CandidateRow:
    completion, certificate = one.completion, one.certificate
    word, tone = _state_of(one)
    return CandidateRow(
        value=one.enrolment.pk,
        name=one.enrolment.person.titled_name,
        nip=one.enrolment.person.nip,
        attended=_attended(one),
        score=number(float(completion.score), 2) if completion and completion.score is not None else MISSING,
        word=word,
        tone=tone,
        reasons=[in_language(text) for text in (one.lost if one.has_one else one.lacking)],
        is_ready=one.is_ready,
        is_issued=one.has_one,
        is_lost=bool(one.lost),
        certificate=reverse("certificates:show", args=[certificate.pk]) if certificate else "",
        number=certificate.number if certificate else "",
        revoke=reverse("certificates:revoke", args=[certificate.pk]) if certificate and one.lost else "",
    )


def _attended(one: Candidate) -> str:
    if one.completion is None:
        return MISSING
    told = {"attended": number(one.completion.attended), "planned": number(one.completion.planned)}
    return _("%(attended)s dari %(planned)s") % told


def _state_of(one: Candidate) -> tuple[str, str]:
    if one.lost:
        return _("Syarat tidak lagi terpenuhi"), "danger"
    if one.has_one:
        return _("Sudah terbit"), "success"
    return (_("Siap"), "info") if one.is_ready else (_("Belum"), "warning")


def batch_address(batch: Batch) -> str:
    """Return the page of the batch, where the journey of sessions is there; else nothing."""
    try:
        return reverse("sessions:batch", args=[batch.pk])
    except NoReverseMatch:
        return ""
