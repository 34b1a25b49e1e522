"""Letters about a session, or about a whole batch that was called off."""

from typing import TYPE_CHECKING

from pembina.cli.letters.words import letter_of, one_line, page, when

if TYPE_CHECKING:
    from pembina.domain.development.models import Session
    from pembina.domain.development.queries.notices import Letter

ABSENT = "Bila berhalangan, mengundurkan diri lewat halaman Belajar supaya kursi Anda dapat dipakai orang lain."


def reminder(letter: "Letter") -> tuple[str, str]:
    session = _session(letter)
    body = letter_of(letter.person.titled_name, _facts(session), ABSENT, page("learning:offer", session.batch_id))
    return f"Pengingat sesi: {one_line(session.title)}", body


def changed(letter: "Letter") -> tuple[str, str]:
    session = _session(letter)
    lead = "Waktu atau tempat sesi ini berubah. Yang berlaku sekarang:"
    body = letter_of(letter.person.titled_name, lead, _facts(session), ABSENT, page("learning:offer", session.batch_id))
    return f"Sesi berubah: {one_line(session.title)}", body


def cancelled(letter: "Letter") -> tuple[str, str]:
    session = _session(letter)
    body = letter_of(
        letter.person.titled_name,
        f"Sesi ini dibatalkan dan tidak jadi diadakan. Alasannya: {session.cancel_reason}",
        _facts(session),
        page("learning:offer", session.batch_id),
    )
    return f"Sesi dibatalkan: {one_line(session.title)}", body


def batch_cancelled(letter: "Letter") -> tuple[str, str]:
    (due,) = letter.dues
    if due.batch is None:
        raise ValueError(f"A letter about {due.kind} without a batch")
    body = letter_of(
        letter.person.titled_name,
        f"{one_line(due.batch.title)} dibatalkan beserta semua sesinya yang belum berlangsung. "
        f"Alasannya: {due.batch.cancel_reason}",
        "Tawaran lain untuk Anda ada di halaman Belajar.",
        page("learning:index"),
    )
    return f"Angkatan dibatalkan: {one_line(due.batch.title)}", body


def _session(letter: "Letter") -> "Session":
    (due,) = letter.dues
    if due.session is None:
        raise ValueError(f"A letter about {due.kind} without a session")
    return due.session


def _facts(session: "Session") -> str:
    return (
        f"Sesi: {one_line(session.title)}\nAngkatan: {one_line(session.batch.title)}\n"
        f"Waktu: {when(session)}\nTempat: {session.room or session.link or '-'}"
    )
