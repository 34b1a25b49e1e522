"""Letters about a seat: offered, given, asked for by staff."""

from typing import TYPE_CHECKING

from django.utils.timezone import localdate

from pembina.cli.letters.words import day, letter_of, listed, one_line, page
from pembina.domain.development.queries.offers_lapsing import answer_by

if TYPE_CHECKING:
    from pembina.domain.development.models import Enrolment
    from pembina.domain.development.queries.notices import Letter


def offered(letter: "Letter") -> tuple[str, str]:
    seat = _seat(letter)
    body = letter_of(
        letter.person.titled_name,
        f"Anda ditawari kursi di {_course(seat)}.",
        f"Jawablah paling lambat {day(answer_by(seat))} di halaman Belajar: terima, atau tolak dengan alasan. "
        "Sesudah hari itu tawarannya berakhir.",
        page("learning:offer", seat.batch_id),
    )
    return f"Tawaran kursi: {one_line(seat.batch.title)}", body


def seated(letter: "Letter") -> tuple[str, str]:
    seat = _seat(letter)
    body = letter_of(
        letter.person.titled_name,
        f"Anda mendapat kursi di {_course(seat)}. Jadwal dan tempatnya ada di halaman Belajar.",
        "Bila berhalangan, mengundurkan diri lewat halaman itu supaya kursi Anda dapat dipakai orang lain.",
        page("learning:offer", seat.batch_id),
    )
    return f"Anda mendapat kursi: {one_line(seat.batch.title)}", body


def requests(letter: "Letter") -> tuple[str, str]:
    seats = [due.seat for due in letter.dues if due.seat is not None]
    lines = [
        f"{seat.person.titled_name}: {one_line(seat.batch.title)}, diminta {day(localdate(seat.made_at))}"
        for seat in seats
    ]
    body = letter_of(
        letter.person.titled_name,
        "Permintaan ini menunggu persetujuan Anda di halaman Belajar, bagian Tim saya:",
        listed(lines),
        page("learning:team"),
    )
    return f"{len(seats)} permintaan kursi menunggu persetujuan Anda", body


def _seat(letter: "Letter") -> "Enrolment":
    (due,) = letter.dues
    if due.seat is None:
        raise ValueError(f"A letter about {due.kind} without a seat")
    return due.seat


def _course(seat: "Enrolment") -> str:
    return f"{one_line(seat.batch.title)} ({one_line(seat.batch.programme.title)})"
