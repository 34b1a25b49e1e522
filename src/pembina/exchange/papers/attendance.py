"""The list of attendance of a session on paper: what is left where neither phones nor lines work."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pembina.exchange.papers.indonesian_days import day_in_words, weekday_in_words
from pembina.exchange.papers.letters import settable
from pembina.exchange.papers.writing import write_paper

EMPTY_ROWS = 3
WORDS: dict[str, Any] = {
    "head": ["No.", "Nama dan NIP", "Unit kerja", "Tanda tangan"],
    "counted": "Hadir: ______ orang, dihitung setelah sesi ditutup.",
    "signer": "Penanggung jawab sesi",
}
SOURCE = "Lembar ini memuat data pribadi: simpan di tempat terkunci, salin kehadiran ke Pembina, lalu arsipkan."


@dataclass(frozen=True, slots=True)
class Participant:
    """Who is expected; the NIP may stay empty."""

    name: str
    nip: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceList:
    """A session and those expected, in the order in which they are printed; `hours` as "09.00-11.00 WITA"."""

    government: str
    training: str
    session: str
    on: date
    hours: str
    place: str
    participants: Sequence[Participant]
    written_on: date
    trainer: str = ""
    organiser_name: str = ""


def attendance_paper(attendance: AttendanceList) -> bytes:
    """Return the PDF/A: numbered rows to sign, and a few empty ones for who came unexpected.

    Raises
    ------
    PaperError : it cannot be written
    """
    return write_paper(
        "attendance",
        {
            "title": "Daftar hadir",
            "subtitle": settable(attendance.training),
            "language": "id",
            "government": settable(attendance.government),
            "written_on": attendance.written_on.isoformat(),
            "written_on_words": f"Dicetak {day_in_words(attendance.written_on)}",
            "source": SOURCE,
            "facts": _facts(attendance),
            "rows": _rows(attendance.participants),
            "organiser_name": settable(attendance.organiser_name),
            "words": WORDS,
        },
    )


def _facts(attendance: AttendanceList) -> list[list[str]]:
    told = (
        ("Sesi", attendance.session),
        ("Hari, tanggal", weekday_in_words(attendance.on)),
        ("Waktu", attendance.hours),
        ("Tempat", attendance.place),
        ("Pengajar", attendance.trainer),
    )
    return [[label, settable(value)] for label, value in told if value]


def _rows(participants: Sequence[Participant]) -> list[dict[str, Any]]:
    expected = [*participants, *[Participant("")] * EMPTY_ROWS]
    return [
        {
            "number": str(number),
            "odd": number % 2 == 1,
            "name": settable(each.name),
            "nip": settable(each.nip),
            "unit": settable(each.unit),
        }
        for number, each in enumerate(expected, start=1)
    ]
