"""What operations on medals refuse, each with what happened and what to do next."""

from datetime import date

from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError


class NotKeptError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Riwayat ini dicatat oleh pengelola kepegawaian.", en="This is recorded by human resources."),
            Text(id="Sampaikan buktinya kepada pengelola kepegawaian.", en="Give the evidence to human resources."),
        )


class OwnRecordError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Riwayat sendiri tidak dicatat sendiri.", en="Nobody records the own history."),
            Text(id="Minta pengelola kepegawaian lain mencatatnya.", en="Ask another officer of human resources."),
        )


class CheckEmptyError(RefusedError):
    about = ("discipline",)

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Belum ada yang diisi tentang disiplin maupun cuti.", en="Nothing is said about discipline or leave."
            ),
            Text(
                id="Isi yang sudah diperiksa; yang belum diperiksa dikosongkan.",
                en="Fill in what was looked up; leave the rest empty.",
            ),
        )


class FutureDayError(RefusedError):
    about = ("checked_on", "awarded_on")

    def __init__(self) -> None:
        super().__init__(
            Text(id="Tanggalnya belum tiba.", en="That day has not come yet."),
            Text(id="Isi tanggal hari ini atau sebelumnya.", en="Give today or an earlier day."),
        )


class LighterCheckError(RefusedError):
    about = ("note",)

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Pemeriksaan sebelumnya mencatat hukuman yang lebih berat atau cuti; yang terberat dicatat.",
                en="An earlier check holds a heavier punishment or leave; the heaviest of the career counts.",
            ),
            Text(
                id="Bila catatan lama keliru atau dibatalkan, tulis alasannya pada catatan.",
                en="Where the earlier one was wrong or annulled, write why in the note.",
            ),
        )


class EarlierCheckError(RefusedError):
    about = ("checked_on",)

    def __init__(self, last: date) -> None:
        super().__init__(
            Text(
                id=f"Sudah ada pemeriksaan pada {last:%d-%m-%Y}, yang lebih baru.",
                en=f"There is a later check, of {last:%Y-%m-%d}.",
            ),
            Text(id="Isi tanggal pemeriksaan yang terbaru.", en="Give the day of the newest check."),
        )


class MedalHeldAlreadyError(RefusedError):
    about = ("medal",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Tanda kehormatan ini sudah tercatat.", en="This medal is on record already."),
            Text(id="Tarik catatan yang keliru lebih dahulu.", en="Take the mistaken entry back first."),
        )


class MedalTakenBackError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Catatan ini sudah ditarik.", en="This entry was taken back already."),
            Text(id="Muat ulang halamannya.", en="Load the page again."),
        )


class MedalReasonError(RefusedError):
    about = ("reason",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Alasannya masih kosong.", en="The reason is empty."),
            Text(id="Tulis mengapa catatannya ditarik.", en="Write why the entry is taken back."),
        )


class MedalTooEarlyError(RefusedError):
    about = ("awarded_on",)

    def __init__(self, year: int) -> None:
        super().__init__(
            Text(
                id=f"Masa kerja menurut NIP baru mulai {year}; tanda kehormatan ini belum mungkin saat itu.",
                en=f"By the NIP the service began in {year} only, so this medal is not possible on that day.",
            ),
            Text(id="Periksa jenis dan tanggalnya.", en="Check medal and date."),
        )


class RecordImportUndoneError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Impor ini sudah diurungkan.", en="This import was taken back already."),
            Text(id="Impor lagi berkasnya bila perlu.", en="Import the file again where it is needed."),
        )


class RecordTouchedError(RefusedError):
    def __init__(self, count: int) -> None:
        super().__init__(
            Text(
                id=f"{count} catatan dari berkas ini sudah disusul atau ditarik; tidak ada yang diurungkan.",
                en=f"{count} entries of this file were followed by others or taken back; nothing was undone.",
            ),
            Text(
                id="Urungkan dulu impor yang sesudahnya, atau perbaiki catatannya satu per satu.",
                en="Take the later import back first, or mend the entries one by one.",
            ),
        )


class RecordOutOfReachError(RefusedError):
    def __init__(self, count: int) -> None:
        super().__init__(
            Text(
                id=f"{count} orang di luar jangkauan Anda; tidak ada yang ditulis.",
                en=f"{count} people are outside your reach; nothing was written.",
            ),
            Text(id="Minta petugas kepegawaian pusat mengimpornya.", en="Ask the central officers to import the file."),
        )
