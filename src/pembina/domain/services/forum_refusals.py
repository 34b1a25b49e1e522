"""What operations on forums and promises refuse, each with what happened and what to do next."""

from datetime import date

from pembina.core.text import Text
from pembina.domain.people.refusals import RefusedError, spelled


class ForumStateError(RefusedError):
    """The event has not come so far, or is over."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Keadaan forum ini tidak mengizinkannya lagi, atau belum.",
                en="The state of this forum does not allow that any more, or not yet.",
            ),
            Text(id="Muat ulang halaman dan lihat langkah yang tersedia.", en="Reload the page and see what is next."),
        )


class ForumIncompleteError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Forum belum dapat diumumkan: tempat atau tautan, dan susunan acara, belum diisi.",
                en="The forum cannot be announced yet: place or link, and the agenda, are missing.",
            ),
            Text(id="Lengkapi lewat Ubah.", en="Complete it with Change."),
        )


class ForumTimesReversedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Forum berakhir sebelum mulai.", en="The forum ends before it starts."),
            Text(id="Periksa tanggal dan jamnya.", en="Check day and hours."),
        )


class ForumNotBegunError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Acara belum mulai.", en="The event has not begun."),
            Text(id="Tunggu sampai jam mulai, atau ubah jadwalnya.", en="Wait for the start, or change the hours."),
        )


class ForumUnfinishedError(RefusedError):
    """Closing needs published minutes, and every question read."""

    def __init__(self, waiting: int) -> None:
        super().__init__(
            Text(
                id=f"Belum dapat ditutup: {waiting} pertanyaan menunggu diperiksa."
                if waiting
                else "Belum dapat ditutup: notulen belum terbit.",
                en=f"Cannot be closed yet: {waiting} questions wait to be read."
                if waiting
                else "Cannot be closed yet: the minutes are not published.",
            ),
            Text(
                id="Periksa pertanyaannya lebih dahulu." if waiting else "Terbitkan notulen lebih dahulu.",
                en="Read the questions first." if waiting else "Publish the minutes first.",
            ),
        )


class ForeignServiceError(RefusedError):
    def __init__(self, service: str) -> None:
        super().__init__(
            Text(
                id=f"{service} bukan layanan unit ini atau unit di bawahnya.",
                en=f"{service} is no service of this unit or one below it.",
            ),
            Text(id="Pilih layanan unit penyelenggara.", en="Choose a service of the unit."),
        )


class GroundMissingError(RefusedError):
    """A refusal, a cancellation, a delay and a closing are told to citizens; none goes without its words."""

    def __init__(self) -> None:
        super().__init__(
            Text(id="Alasan atau buktinya belum ditulis.", en="The reason or the evidence is missing."),
            Text(id="Tulis singkat; warga akan membacanya.", en="Write it briefly; citizens will read it."),
        )


class AskingClosedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Forum ini tidak menerima pertanyaan lagi.", en="This forum takes no questions any more."),
            Text(
                id="Sampaikan lewat pengaduan, atau pada forum berikutnya.",
                en="Send it as a complaint, or bring it to the next forum.",
            ),
        )


class EmptyQuestionError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Pertanyaannya kosong.", en="The question is empty."),
            Text(id="Tulis pertanyaan Anda, paling banyak 1.000 huruf.", en="Write it, at most 1,000 letters."),
        )


class TooManyQuestionsError(RefusedError):
    """A flood from one address, or the same words twice."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Terlalu banyak kiriman dari jaringan ini.",
                en="Too much was sent from this network.",
            ),
            Text(id="Tunggu 15 menit, lalu coba lagi.", en="Wait 15 minutes and try again."),
        )


class AskedAlreadyError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Pertanyaan yang sama sudah diterima.", en="The same question was received already."),
            Text(
                id="Dukung pertanyaan itu bila sudah ditayangkan; tidak perlu mengirim lagi.",
                en="Support it once it is shown; there is no need to send it again.",
            ),
        )


class AttendanceError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Jumlah hadir hanya diisi satu dari dua.",
                en="Only one of the two numbers of attendance is filled in.",
            ),
            Text(
                id="Isi keduanya, atau kosongkan keduanya bila tidak dihitung.",
                en="Fill in both, or leave both empty if nobody counted.",
            ),
        )


class CommitmentClosedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Janji ini sudah ditutup.", en="This promise is closed already."),
            Text(id="Riwayatnya tetap; buat janji baru bila perlu.", en="It stays as it is; make a new one if needed."),
        )


class CommitmentDayError(RefusedError):
    def __init__(self, earliest: date) -> None:
        super().__init__(
            Text(
                id=f"Tanggalnya sebelum {spelled(earliest).id}.",
                en=f"The day lies before {spelled(earliest).en}.",
            ),
            Text(id="Pilih tanggal itu atau sesudahnya.", en="Choose that day or a later one."),
        )


class CommitmentFutureError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Tanggal selesai belum tiba.", en="The day of completion has not come."),
            Text(id="Tulis hari ini atau sebelumnya.", en="Write today or an earlier day."),
        )
