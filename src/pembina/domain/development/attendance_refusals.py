"""What taking attendance refuses, each with what happened and what to do next."""

from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError

ASK = Text(
    id="Minta penyelenggara mencatat kehadiran Anda pada daftarnya.",
    en="Ask the organiser to record you on the list.",
)


class NotEnrolledError(RefusedError):
    """Whoever checks in has no seat in this batch; nothing is told about the session."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Anda tidak terdaftar sebagai peserta sesi ini.",
                en="You are not enrolled in this session.",
            ),
            Text(
                id="Periksa apakah akun yang masuk memang akun Anda. Bila benar, hubungi penyelenggara di ruangan.",
                en="Check that you are signed in as yourself. If so, speak to the organiser in the room.",
            ),
        )


class SessionCancelledError(RefusedError):
    def __init__(self, reason: str) -> None:
        super().__init__(
            Text(id=f"Sesi ini dibatalkan: {reason}", en=f"This session was called off: {reason}"),
            Text(id="Kehadiran tidak dicatat.", en="No attendance is taken."),
        )


class SessionNotBegunError(RefusedError):
    def __init__(self, opens: str) -> None:
        super().__init__(
            Text(id="Kehadiran sesi ini belum dibuka.", en="Attendance of this session is not open yet."),
            Text(id=f"Dibuka pukul {opens}. Coba lagi saat itu.", en=f"It opens at {opens}. Try again then."),
        )


class SessionOverError(RefusedError):
    def __init__(self) -> None:
        super().__init__(Text(id="Sesi ini sudah berakhir.", en="This session is over."), ASK)


class TakenBackError(RefusedError):
    """A correction by somebody in the room weighs more than a code."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Penyelenggara sudah membetulkan kehadiran Anda di sesi ini.",
                en="The organiser has corrected your attendance of this session.",
            ),
            Text(
                id="Bila keliru, minta penyelenggara membetulkannya lagi.",
                en="If that is wrong, ask the organiser to correct it again.",
            ),
        )


class RecordClosedError(RefusedError):
    """The list is kept for a bounded time after the session, then it stands."""

    def __init__(self, days: int) -> None:
        super().__init__(
            Text(
                id=f"Daftar hadir ini sudah ditutup: lebih dari {days} hari sejak sesi berakhir.",
                en=f"This list is closed: the session ended more than {days} days ago.",
            ),
            Text(
                id="Minta perencana program (kepegawaian) memeriksanya.",
                en="Ask human resources, who plan the programme, to look at it.",
            ),
        )


class ForgedCodeError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Kode ini bukan kode sesi ini.", en="This is no code of this session."),
            Text(
                id="Pindai atau ketik lagi kode yang sekarang tampil di ruangan.",
                en="Scan or type the code that the room shows now.",
            ),
        )


class StaleCodeError(RefusedError):
    """`because` says how old it is and what to do."""

    def __init__(self, because: Text) -> None:
        super().__init__(because, Text(id="", en=""))


class WrongSessionError(RefusedError):
    """The code is true, but of another session of the same person."""

    def __init__(self, title: str) -> None:
        super().__init__(
            Text(id=f"Kode ini milik sesi lain: {title}.", en=f"This is the code of another session: {title}."),
            Text(id="Buka halaman sesi itu, lalu kirim lagi.", en="Open the page of that session and send it again."),
        )


class NoCodeError(RefusedError):
    """The session lasts too long for codes; its attendance is taken on the list."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Sesi ini berlangsung lebih dari sehari, sehingga tidak memakai kode.",
                en="This session lasts longer than a day and has no codes.",
            ),
            ASK,
        )


class MarkedAlreadyError(RefusedError):
    def __init__(self, status: Text) -> None:
        super().__init__(
            Text(id=f"Sudah tercatat: {status.id}.", en=f"On record already: {status.en}."),
            Text(
                id="Buka riwayatnya untuk membetulkan dengan alasan.",
                en="Open its history to correct it with a reason.",
            ),
        )


class MarkUsedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Kiriman ini sudah dipakai untuk catatan lain.",
                en="This sending was used for another record already.",
            ),
            Text(id="Muat ulang halaman, lalu kirim lagi.", en="Reload the page and send again."),
        )


class NothingToCorrectError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Kehadirannya memang sudah tercatat begitu.", en="That is what is on record."),
            Text(id="Pilih keadaan lain, atau kembali ke daftar.", en="Choose another, or go back to the list."),
        )
