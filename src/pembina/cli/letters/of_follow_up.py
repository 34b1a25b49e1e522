"""The letter about what there is to do after a training, one's own and for staff."""

from typing import TYPE_CHECKING

from pembina.cli.letters.words import day, letter_of, listed, one_line, page
from pembina.domain.development.notice_enums import FollowUpTask

if TYPE_CHECKING:
    from pembina.domain.development.queries.notices import Due, Letter

WORDS = {
    FollowUpTask.PLAN: "susun rencana aksi",
    FollowUpTask.DECISION: "setujui atau kembalikan rencana aksi",
    FollowUpTask.CHECK: "periksa rencana aksi hari ke-{number}",
    FollowUpTask.END: "akhiri rencana aksi; butir yang belum tercapai dilanjutkan, atau dihentikan dengan alasan",
    FollowUpTask.BEFORE: "nilai pengetahuan, keterampilan, dan sikap sebelum pelatihan",
    FollowUpTask.AFTER: "nilai pengetahuan, keterampilan, dan sikap sesudah pelatihan",
    FollowUpTask.BEHAVIOUR: "nilai perilaku di tempat kerja",
}


def follow_up(letter: "Letter") -> tuple[str, str]:
    own = [_line(due) for due in letter.dues if _is_own(due)]
    led = [_line(due) for due in letter.dues if not _is_own(due)]
    body = letter_of(
        letter.person.titled_name,
        f"Untuk Anda:\n{listed(own)}" if own else "",
        f"Untuk staf Anda:\n{listed(led)}" if led else "",
        "Semuanya ada di halaman Rencana aksi.",
        page("action_plans:index"),
    )
    return f"Tindak lanjut pelatihan: {len(letter.dues)} hal menunggu Anda", body


def _is_own(due: "Due") -> bool:
    return due.seat is not None and due.seat.person_id == due.person.pk


def _line(due: "Due") -> str:
    if due.seat is None or due.what is None:
        raise ValueError(f"A letter about {due.kind} without a seat or a task")
    about = one_line(due.seat.batch.title)
    where = about if _is_own(due) else f"{due.seat.person.titled_name}, {about}"
    until = f", sampai {day(due.until)}" if due.until is not None else ""
    return f"{where}: {WORDS[due.what].format(number=due.day)}{until}"
