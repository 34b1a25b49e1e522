"""What operations on nominations refuse, each with what happened and what to do next."""

from datetime import date

from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError


class WindowShutError(RefusedError):
    def __init__(self, opens: date, closes: date) -> None:
        super().__init__(
            Text(
                id=f"Nominasi hanya diterima {opens:%d-%m-%Y} sampai {closes:%d-%m-%Y}.",
                en=f"Nominations are taken from {opens:%Y-%m-%d} to {closes:%Y-%m-%d} only.",
            ),
            Text(
                id="Tunggu babak berikutnya, atau tanyakan kepada pengelola kepegawaian.",
                en="Wait for the next round, or ask human resources.",
            ),
        )


class NominatedAlreadyError(RefusedError):
    about = ("person", "unit")

    def __init__(self, name: str) -> None:
        super().__init__(
            Text(id=f"{name} sudah dinominasikan pada babak ini.", en=f"{name} is nominated in this round already."),
            Text(
                id="Satu nominasi cukup; tambahkan dukungan dengan alasan dan bukti Anda.",
                en="One nomination is enough; add your support with a reason and evidence of your own.",
            ),
        )


class DeclinedBeforeError(RefusedError):
    about = ("person", "unit")

    def __init__(self, name: str) -> None:
        super().__init__(
            Text(
                id=f"{name} sudah menolak dinominasikan pada babak ini.",
                en=f"{name} has declined a nomination in this round.",
            ),
            Text(id="Hormati pilihan itu.", en="Respect that choice."),
        )


class WrongKindError(RefusedError):
    about = ("person", "unit")

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Babak ini bukan untuk yang dipilih: perorangan, atau tim dan unit kerja.",
                en="This round is not for what was chosen: persons, or teams and units.",
            ),
            Text(id="Pilih sesuai babaknya.", en="Choose what the round is for."),
        )


class OutOfScopeError(RefusedError):
    about = ("person", "unit")

    def __init__(self, name: str) -> None:
        super().__init__(
            Text(
                id=f"{name} tidak bekerja di lingkup penghargaan ini.",
                en=f"{name} does not work in the scope of this award.",
            ),
            Text(
                id="Pilih dari lingkup yang tertulis pada penghargaannya.",
                en="Choose from the scope that the award names.",
            ),
        )


class NominationReasonError(RefusedError):
    def __init__(self, name: str) -> None:
        super().__init__(
            Text(id=f"Alasan bagi kriteria {name} masih kosong.", en=f"The reason for the criterion {name} is empty."),
            Text(id="Tulis alasan bagi setiap kriteria.", en="Write a reason for each criterion."),
        )


class EvidenceMissingError(RefusedError):
    about = ("evidence",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Buktinya masih kosong.", en="There is no evidence."),
            Text(id="Sebutkan dokumen, angka, atau kejadiannya.", en="Name the document, the figure or what happened."),
        )


class FigureIncompleteError(RefusedError):
    about = ("service", "figure")

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Angka layanan dikutip utuh: layanan, angka, masa sebelum, dan masa sesudah.",
                en="A service figure is cited whole: service, figure, the time before and the time after.",
            ),
            Text(id="Isi semuanya, atau kosongkan semuanya.", en="Fill in all of it, or leave all of it empty."),
        )


class StretchError(RefusedError):
    about = ("after_first", "before_last")

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Masa sebelum harus lebih awal daripada masa sesudah, dan semua bulannya sudah lengkap.",
                en="The time before has to be earlier than the time after, both of months that are over.",
            ),
            Text(id="Perbaiki bulannya.", en="Mend the months."),
        )


class ForeignServiceError(RefusedError):
    about = ("service",)

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Layanan ini bukan layanan unit kerja yang dinominasikan.",
                en="This is no service of the unit concerned.",
            ),
            Text(id="Pilih layanan unit itu.", en="Choose a service of that unit."),
        )


class NotNominatorError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Hanya pengusulnya yang dapat mengubah atau menarik nominasi ini.",
                en="Only the nominator may change or withdraw this nomination.",
            ),
            Text(id="Minta kepada pengusulnya.", en="Ask the nominator."),
        )


class NotNomineeError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Langkah ini hanya untuk yang dinominasikan.", en="This step is for whoever is nominated."),
            Text(id="Hubungi pengelola kepegawaian bila ini keliru.", en="Ask human resources if this is a mistake."),
        )


class NominationEndedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Nominasi ini sudah ditarik, ditolak, atau babaknya sudah diputus.",
                en="This nomination was withdrawn or declined, or its round is decided.",
            ),
            Text(id="Muat ulang halamannya.", en="Load the page again."),
        )


class NoPersonError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Akun ini tidak terhubung dengan data pegawai.", en="This account belongs to nobody on record."),
            Text(id="Hubungi pengelola kepegawaian.", en="Ask human resources."),
        )


class SupportedAlreadyError(RefusedError):
    def __init__(self, name: str) -> None:
        super().__init__(
            Text(id=f"Anda sudah mendukung nominasi {name}.", en=f"You support the nomination of {name} already."),
            Text(
                id="Tarik dukungan itu di Penghargaan saya bila ingin menggantinya.",
                en="Take it back under My awards to put another in its place.",
            ),
        )


class SupportReasonError(RefusedError):
    about = ("reason",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Alasan Anda masih kosong.", en="Your reason is empty."),
            Text(id="Tulis mengapa Anda mendukungnya.", en="Write why you support it."),
        )


class ShowingFixedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Penilaian juri sudah dimulai; izin ini tidak dapat diubah lagi.",
                en="The jury judges already; this consent cannot be changed any more.",
            ),
            Text(id="Hubungi pengelola kepegawaian bila ada keberatan.", en="Speak to human resources if you object."),
        )
