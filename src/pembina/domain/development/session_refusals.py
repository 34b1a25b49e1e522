"""What operations on batches and sessions refuse, each with what happened and what to do next."""

from collections.abc import Sequence
from datetime import date

from pembina.core.text import Text
from pembina.domain.development.refusals import RefusedError
from pembina.domain.people.refusals import spelled


class ProgrammeNotOpenError(RefusedError):
    """The programme takes no batches now, or was not approved yet."""

    def __init__(self, state: str) -> None:
        super().__init__(
            Text(id=f"Keadaan program: {state}.", en=f"State of the programme: {state}."),
            Text(
                id="Angkatan direncanakan selama program belum ditutup, dan dibuka setelah program disetujui.",
                en="Batches are planned before a programme is closed, and opened after it was approved.",
            ),
        )


class ForeignCurriculumError(RefusedError):
    about = ("version",)

    def __init__(self, title: str) -> None:
        super().__init__(
            Text(
                id=f"{title} bukan kurikulum program ini, atau versinya tidak berlaku.",
                en=f"{title} is no curriculum of this programme, or the version is not in force.",
            ),
            Text(id="Pilih kurikulum program yang berlaku.", en="Choose one of the programme that is in force."),
        )


class ForeignWaveError(RefusedError):
    about = ("wave",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Gelombang itu milik program lain.", en="That wave belongs to another programme."),
            Text(id="Pilih gelombang program ini.", en="Choose a wave of this programme."),
        )


class EnrolmentDaysReversedError(RefusedError):
    about = ("closes_on",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Pendaftaran ditutup sebelum dibuka.", en="Enrolment closes before it opens."),
            Text(id="Periksa kedua tanggalnya.", en="Check both days."),
        )


class SeatsTakenError(RefusedError):
    """More people sit already than there would be seats."""

    about = ("seats",)

    def __init__(self, taken: int) -> None:
        super().__init__(
            Text(id=f"{taken} orang sudah mendapat kursi.", en=f"{taken} people have a seat already."),
            Text(
                id="Isi paling sedikit sebanyak itu, atau keluarkan peserta lebih dahulu.",
                en="Keep at least as many, or withdraw participants first.",
            ),
        )


class SessionsLeftError(RefusedError):
    def __init__(self, left: int) -> None:
        super().__init__(
            Text(
                id=f"Masih ada {left} sesi yang belum selesai." if left else "Angkatan ini belum mempunyai sesi.",
                en=f"{left} sessions are still to come." if left else "This batch has no sessions yet.",
            ),
            Text(
                id="Selesaikan atau batalkan sesinya lebih dahulu." if left else "Tambahkan sesinya lebih dahulu.",
                en="Hold or call them off first." if left else "Add its sessions first.",
            ),
        )


class SessionTimesReversedError(RefusedError):
    about = ("ends",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Sesi berakhir sebelum mulai.", en="The session ends before it starts."),
            Text(id="Periksa tanggal dan jamnya.", en="Check day and hours."),
        )


class OutsideProgrammeError(RefusedError):
    about = ("day", "first_on")

    def __init__(self, first: date, last: date) -> None:
        super().__init__(
            Text(
                id=f"Program berjalan {spelled(first).id} sampai {spelled(last).id}.",
                en=f"The programme runs from {spelled(first).en} to {spelled(last).en}.",
            ),
            Text(id="Pilih hari di dalamnya.", en="Choose a day within it."),
        )


class PlaceMissingError(RefusedError):
    about = ("room", "link")

    def __init__(self) -> None:
        super().__init__(
            Text(id="Tempat bertemunya belum diisi.", en="Where people meet is missing."),
            Text(
                id="Isi ruang untuk tatap muka, tautan untuk daring, keduanya untuk campuran.",
                en="Give a room for a classroom, a link for online, both for blended.",
            ),
        )


class BatchClashError(RefusedError):
    """Whoever takes part in the batch would have to be in two places."""

    about = ("starts", "day")

    def __init__(self, others: Sequence[str]) -> None:
        named = "; ".join(others)
        super().__init__(
            Text(
                id=f"Bentrok dengan sesi lain angkatan ini: {named}.",
                en=f"It overlaps with other sessions of this batch: {named}.",
            ),
            Text(id="Pilih jam lain.", en="Choose other hours."),
        )


class TrainerClashError(RefusedError):
    about = ("trainers", "starts", "day")

    def __init__(self, name: str, others: Sequence[str]) -> None:
        named = "; ".join(others)
        super().__init__(
            Text(id=f"{name} mengajar pada jam yang sama: {named}.", en=f"{name} teaches at that time: {named}."),
            Text(id="Pilih pengajar atau jam lain.", en="Choose another trainer or other hours."),
        )


class RoomTakenError(RefusedError):
    """A room of the same name is in use; whether it is the same room, people know better."""

    about = ("room",)

    def __init__(self, room: str, others: Sequence[str]) -> None:
        named = "; ".join(others)
        super().__init__(
            Text(id=f"{room} sudah dipakai: {named}.", en=f"{room} is in use: {named}."),
            Text(
                id="Pilih ruang atau jam lain, atau tegaskan bahwa ini ruang yang lain.",
                en="Choose another room or other hours, or confirm that it is a different room.",
            ),
        )


class AttendanceKeptError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Kehadiran sesi ini sudah tercatat; waktunya tetap, dan sesinya tidak dapat dibatalkan.",
                en="Attendance of this session is on record, so its time stays and it cannot be called off.",
            ),
            Text(id="Tambahkan sesi baru bila perlu.", en="Add a new session where it is needed."),
        )


class EmptySeriesError(RefusedError):
    about = ("last_on",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Aturan ini tidak menghasilkan satu hari pun.", en="This rule gives not a single day."),
            Text(id="Perpanjang rentangnya atau ubah aturannya.", en="Make the stretch longer or change the rule."),
        )


class LongSeriesError(RefusedError):
    about = ("last_on",)

    def __init__(self, count: int, most: int) -> None:
        super().__init__(
            Text(id=f"Aturan ini menghasilkan {count} sesi.", en=f"This rule gives {count} sessions."),
            Text(id=f"Paling banyak {most}; perpendek rentangnya.", en=f"At most {most}; make the stretch shorter."),
        )
