"""The certificate of a training. An official paper, so in Indonesian whatever the language of the page is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from pembina.exchange.papers.indonesian_days import day_in_words, days_in_words
from pembina.exchange.papers.letters import settable
from pembina.exchange.papers.squares import qr_svg
from pembina.exchange.papers.writing import PaperError, write_paper

WORDS: Mapping[str, str] = {
    "heading": "SERTIFIKAT",
    "number": "Nomor",
    "given": "diberikan kepada",
    "check": "Periksa keaslian sertifikat ini",
    "units": "Materi pelatihan",
    "total": "Jumlah",
    "page": "Halaman",
    "of": "dari",
}
HOURS = "jam pelajaran (JP)"


@dataclass(frozen=True, slots=True)
class CurriculumUnit:
    """One unit of what was taught: its title, learning hours (JP; None where not told) and who taught it."""

    title: str
    hours: Decimal | int | None = None
    teacher: str = ""


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a certificate says; what is left empty is not printed.

    Attributes
    ----------
    address : the public page that verifies it; the QR code leads there
    form : of development, as it is printed: "Pelatihan Teknis", "Seminar"
    role : of the person in it: "peserta", "narasumber"
    result : a sentence such as "Lulus dengan nilai 86"
    issued_in : town of issue
    signature_note : what stands in place of a signature by hand, where it is signed electronically
    """

    number: str
    name: str
    title: str
    form: str
    first_day: date
    last_day: date
    hours: Decimal | int
    government: str
    organiser: str
    address: str
    issued_on: date
    signer_name: str
    signer_position: str
    place: str = ""
    partner: str = ""
    nip: str = ""
    position: str = ""
    unit: str = ""
    role: str = "peserta"
    result: str = ""
    issued_in: str = ""
    signer_nip: str = ""
    signature_note: str = ""
    valid_until: date | None = None
    units: Sequence[CurriculumUnit] = ()


def certificate_paper(certificate: Certificate) -> bytes:
    """Return the PDF/A: one landscape sheet, and another with what was taught where that is told.

    Raises
    ------
    PaperError : it cannot be written, or nothing of the name or the title has letters in our typeface
    """
    if not (settable(certificate.name) and settable(certificate.title)):
        raise PaperError("certificate: no name or no title that can be set")
    told = {**_head(certificate), **_person(certificate), **_training(certificate), **_foot(certificate)}
    return write_paper("certificate", {**told, **_curriculum(certificate.units), "words": _words(certificate)})


def _words(certificate: Certificate) -> dict[str, str]:
    return {**WORDS, "code": f"Kode QR menuju {certificate.address}"}


def _head(certificate: Certificate) -> dict[str, Any]:
    government, organiser = settable(certificate.government), settable(certificate.organiser)
    return {
        "title": settable(f"Sertifikat {certificate.number}: {certificate.title}"),
        "language": "id",
        "government": government,
        "organiser_line": organiser if organiser != government else "",
        "written_on": certificate.issued_on.isoformat(),
        "number": settable(certificate.number),
    }


def _person(certificate: Certificate) -> dict[str, Any]:
    told = [f"NIP {certificate.nip}" if certificate.nip else "", certificate.position, certificate.unit]
    return {"name": settable(certificate.name), "person": settable(" · ".join(filter(None, told)))}


def _training(certificate: Certificate) -> dict[str, Any]:
    return {
        "training": settable(certificate.title),
        "took_part": settable(f"sebagai {certificate.role} {certificate.form}"),
        "held": [settable(line) for line in _held(certificate)],
        "result": settable(certificate.result),
    }


def _held(certificate: Certificate) -> list[str]:
    """Return who held it, with whom, and when, where and how long, a line each."""
    place = f" di {certificate.place.strip()}" if certificate.place else ""
    days = days_in_words(certificate.first_day, certificate.last_day)
    return [
        f"yang diselenggarakan oleh {certificate.organiser}",
        *([f"bekerja sama dengan {certificate.partner}"] if certificate.partner else []),
        f"pada tanggal {days}{place}, selama {_amount(certificate.hours)} {HOURS}",
    ]


def _foot(certificate: Certificate) -> dict[str, Any]:
    place = f"{certificate.issued_in}, " if certificate.issued_in else ""
    until = certificate.valid_until
    return {
        "code": qr_svg(certificate.address),
        "address": settable(certificate.address),
        "valid": f"Berlaku sampai dengan {day_in_words(until)}" if until else "",
        "issued": settable(f"{place}{day_in_words(certificate.issued_on)}"),
        "signer_position": settable(certificate.signer_position),
        "signer_name": settable(certificate.signer_name),
        "signer_number": f"NIP {certificate.signer_nip}" if certificate.signer_nip else "",
        "signature_note": settable(certificate.signature_note),
    }


def _curriculum(units: Sequence[CurriculumUnit]) -> dict[str, Any]:
    has_teachers = any(unit.teacher for unit in units)
    return {
        "has_teachers": has_teachers,
        "unit_head": ["No.", "Materi", *(["Pengajar"] if has_teachers else []), "JP"],
        "units": [_row(number, unit, has_teachers=has_teachers) for number, unit in enumerate(units, start=1)],
        "total": _total([unit.hours for unit in units]),
    }


def _total(hours: Sequence[Decimal | int | None]) -> str:
    """Return the sum; a dash where one of them is not told, for a part is no total."""
    told = [each for each in hours if each is not None]
    return _amount(sum(map(Decimal, told), Decimal(0))) if len(told) == len(hours) else "–"


def _row(number: int, unit: CurriculumUnit, *, has_teachers: bool) -> list[str]:
    teacher = [settable(unit.teacher)] if has_teachers else []
    return [str(number), settable(unit.title), *teacher, "–" if unit.hours is None else _amount(unit.hours)]


def _amount(hours: Decimal | int) -> str:
    """Return hours without needless zeros, with a comma: 12, 4,5."""
    written = f"{Decimal(hours):.2f}".rstrip("0").rstrip(".")
    return written.replace(".", ",")
