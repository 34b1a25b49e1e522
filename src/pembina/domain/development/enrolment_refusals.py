"""What operations on places in a batch refuse, each with what happened and what to do next."""

from datetime import date

from pembina.core.text import Text
from pembina.domain.development.refusals import RefusedError
from pembina.domain.people.refusals import spelled


class EnrolmentClosedError(RefusedError):
    """Outside the days of enrolment, or the batch is not open."""

    def __init__(self, opens_on: date, closes_on: date) -> None:
        first, last = spelled(opens_on), spelled(closes_on)
        super().__init__(
            Text(
                id=f"Pendaftaran angkatan ini berlaku {first.id} sampai {last.id}, selama angkatannya dibuka.",
                en=f"Enrolment in this batch runs from {first.en} to {last.en} while the batch is open.",
            ),
            Text(id="Pilih angkatan lain, atau hubungi penyelenggara.", en="Choose another, or ask the organiser."),
        )


class BatchNotOpenError(RefusedError):
    def __init__(self, state: str) -> None:
        super().__init__(
            Text(id=f"Keadaan angkatan: {state}.", en=f"State of the batch: {state}."),
            Text(
                id="Kursi hanya diberikan selama angkatan dibuka atau berlangsung.",
                en="Seats are given while a batch is open or running.",
            ),
        )


class NotMeantError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Angkatan ini untuk sasaran program atau gelombang lain.",
                en="This batch is for other people, or for another wave.",
            ),
            Text(
                id="Bicarakan dengan atasan; ia dapat mengusulkan Anda.",
                en="Talk to your superior, who may nominate you.",
            ),
        )


class AlreadyInError(RefusedError):
    about = ("person",)

    def __init__(self, name: str) -> None:
        super().__init__(
            Text(id=f"{name} sudah tercatat di angkatan ini.", en=f"{name} is on the list of this batch already."),
            Text(id="Tidak perlu mendaftar lagi.", en="There is no need to enrol again."),
        )


class NotActiveError(RefusedError):
    about = ("person",)

    def __init__(self, name: str) -> None:
        super().__init__(
            Text(id=f"{name} bukan pegawai aktif.", en=f"{name} is not in active service."),
            Text(id="Periksa kedudukan hukum pegawai itu.", en="Check the legal position of that person."),
        )


class ScheduleClashError(RefusedError):
    about = ("person",)

    def __init__(self, name: str, because: Text) -> None:
        super().__init__(
            Text(id=f"{name}: {because.id}", en=f"{name}: {because.en}"),
            Text(
                id="Pilih angkatan lain, atau mundur dari yang bentrok lebih dahulu.",
                en="Choose another batch, or withdraw from the other one first.",
            ),
        )


class CoverError(RefusedError):
    """Too many of the unit would be away; a written reason overrides it."""

    about = ("cover_reason",)

    def __init__(self, because: Text) -> None:
        super().__init__(
            because,
            Text(
                id="Bila tetap perlu, tulis alasannya.",
                en="If it must be all the same, write the reason.",
            ),
        )


class UnitAwayError(RefusedError):
    """Too many of the unit would be away, and nobody decides after the request who could give a reason."""

    def __init__(self, because: Text) -> None:
        super().__init__(
            because,
            Text(
                id="Hubungi penyelenggara; ia dapat menugaskan Anda dengan alasan tertulis.",
                en="Ask the organiser, who may appoint you with a written reason.",
            ),
        )


class NotYoursToDecideError(RefusedError):
    def __init__(self, name: str) -> None:
        super().__init__(
            Text(
                id=f"Anda bukan yang memutuskan untuk {name} hari ini.",
                en=f"You do not decide for {name} today.",
            ),
            Text(
                id="Yang memutuskan ialah atasan langsung, atau Plt/Plh yang menggantikannya. Tidak seorang pun untuk "
                "dirinya sendiri.",
                en="The superior decides, or whoever stands in for the superior. Nobody decides for oneself.",
            ),
        )


class OwnAnswerError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Jawaban ini milik orang lain.", en="This answer is somebody else's."),
            Text(id="Hanya yang ditawari yang menjawab.", en="Only whoever was offered the seat answers."),
        )


class ForeignBatchError(RefusedError):
    about = ("to",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Peserta hanya dipindahkan ke angkatan lain program yang sama.",
                 en="People are moved to another batch of the same programme only."),
            Text(id="Pilih angkatan program ini.", en="Choose a batch of this programme."),
        )  # fmt: skip


class CertifiedError(RefusedError):
    """Who holds a certificate of the batch stays in it."""

    def __init__(self, name: str) -> None:
        super().__init__(
            Text(
                id=f"{name} memegang sertifikat angkatan ini yang masih berlaku.",
                en=f"{name} holds a certificate of this batch that is valid.",
            ),
            Text(id="Cabut sertifikatnya lebih dahulu.", en="Revoke the certificate first."),
        )


class NobodyLeftError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Tidak ada seorang pun yang dapat didaftarkan.", en="There is nobody who can be enrolled."),
            Text(id="Ubah sasarannya, atau lihat sebab tiap orang.", en="Change the filter, or look at the reasons."),
        )


class StillEnrollingError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Pendaftaran ini sudah berjalan atau sudah selesai.", en="This is running or done already."),
            Text(id="Muat ulang halaman.", en="Reload the page."),
        )


class OfferLapsedError(RefusedError):
    """The offer ended before it was answered."""

    def __init__(self, day: date) -> None:
        last = spelled(day)
        super().__init__(
            Text(
                id=f"Tawaran ini berlaku sampai {last.id} dan tidak dapat diterima lagi.",
                en=f"This offer held until {last.en} and cannot be accepted any more.",
            ),
            Text(
                id="Minta kursi sendiri selama pendaftaran dibuka, atau hubungi penyelenggaranya.",
                en="Ask for a seat yourself while enrolment is open, or turn to the organiser.",
            ),
        )
