"""What operations on awards refuse, each with what happened and what to do next."""

from datetime import date

from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError


class AwardLockedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Kriteria penghargaan ini sudah terbit, jadi isinya tidak diubah lagi.",
                en="The criteria of this award are published, so nothing in it is changed any more.",
            ),
            Text(
                id="Tarik babak ini dengan alasan, atau buat babak baru.",
                en="Withdraw this round with a reason, or make a new round.",
            ),
        )


class AwardStepError(RefusedError):
    def __init__(self, state: str) -> None:
        super().__init__(
            Text(
                id=f"Langkah ini tidak berlaku bagi babak berkeadaan {state}.",
                en=f"This step does not fit a round that is {state}.",
            ),
            Text(
                id="Muat ulang halamannya dan lihat langkah berikutnya.",
                en="Load the page again and look at the next step.",
            ),
        )


class AwardOutOfReachError(RefusedError):
    about = ("unit",)

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Peran Anda tidak mencakup penghargaan di lingkup ini.",
                en="Your role does not reach an award of this scope.",
            ),
            Text(id="Pilih unit kerja dalam jangkauan Anda.", en="Choose a unit within your reach."),
        )


class AwardDaysError(RefusedError):
    about = ("closes_on", "decides_on")

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Urutan harinya keliru: nominasi dibuka, nominasi ditutup, lalu keputusan.",
                en="The days are out of order: nominations open, nominations close, then the decision.",
            ),
            Text(id="Perbaiki tanggalnya.", en="Mend the dates."),
        )


class GuardBoundError(RefusedError):
    about = ("tolerated",)

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Penjaga mutu dan batas penurunannya diisi bersama, dan batasnya nol atau lebih.",
                en="The quality guard and how far it may fall are given together, zero or more.",
            ),
            Text(id="Isi keduanya, atau kosongkan keduanya.", en="Fill in both, or leave both empty."),
        )


class NoCriterionError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Belum ada kriteria yang berbobot.", en="There is no criterion with a weight yet."),
            Text(
                id="Tambahkan sedikitnya satu kriteria berbobot, lalu terbitkan.",
                en="Add at least one criterion with a weight, then publish.",
            ),
        )


class WindowPastError(RefusedError):
    about = ("closes_on",)

    def __init__(self, closes: date) -> None:
        super().__init__(
            Text(
                id=f"Hari terakhir nominasi, {closes:%d-%m-%Y}, sudah lewat.",
                en=f"The last day of nominations, {closes:%Y-%m-%d}, has passed.",
            ),
            Text(
                id="Perbaiki tanggalnya sebelum kriteria diterbitkan.",
                en="Mend the dates before publishing the criteria.",
            ),
        )


class WindowOpenError(RefusedError):
    def __init__(self, closes: date) -> None:
        super().__init__(
            Text(
                id=f"Nominasi masih dibuka sampai {closes:%d-%m-%Y}.",
                en=f"Nominations are open until {closes:%Y-%m-%d}.",
            ),
            Text(id="Mulai penilaian juri sesudah hari itu.", en="Begin the judging after that day."),
        )


class JuryTooSmallError(RefusedError):
    def __init__(self, count: int, fewest: int) -> None:
        super().__init__(
            Text(
                id=f"Juri baru {count} orang, sedikitnya {fewest}.",
                en=f"There are {count} jurors, at least {fewest} are needed.",
            ),
            Text(id="Tunjuk juri lagi sebelum penilaian dimulai.", en="Name more jurors before the judging begins."),
        )


class JurorNamedAlreadyError(RefusedError):
    about = ("person",)

    def __init__(self, name: str) -> None:
        super().__init__(
            Text(id=f"{name} sudah menjadi juri babak ini.", en=f"{name} is a juror of this round already."),
            Text(id="Pilih orang lain.", en="Choose somebody else."),
        )


class RelationMissingReasonError(RefusedError):
    about = ("words", "reason")

    def __init__(self) -> None:
        super().__init__(
            Text(id="Alasannya masih kosong.", en="The reason is empty."),
            Text(
                id="Tulis alasannya dengan kalimat yang dapat dibaca orang lain.",
                en="Write the reason in a sentence that others can read.",
            ),
        )


class NotOnJuryError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Anda bukan juri babak ini.", en="You are not on the jury of this round."),
            Text(id="Hubungi pengelola kepegawaian bila ini keliru.", en="Ask human resources if this is a mistake."),
        )


class BarredError(RefusedError):
    def __init__(self, because: Text) -> None:
        super().__init__(
            Text(
                id=f"Anda tidak menilai nominasi ini. {because.id}",
                en=f"You do not judge this nomination. {because.en}",
            ),
            Text(id="Nominasi lain tetap Anda nilai.", en="Judge the other nominations."),
        )


class ScoresIncompleteError(RefusedError):
    def __init__(self, name: str) -> None:
        super().__init__(
            Text(
                id=f"Kriteria {name} belum dinilai, atau alasannya kosong.",
                en=f"The criterion {name} is not judged, or its reason is empty.",
            ),
            Text(
                id="Isi nilai 1 sampai 5 (atau terpenuhi/tidak) beserta alasannya.",
                en="Give points from 1 to 5 (or met or not) with the reason.",
            ),
        )


class GuardReasonMissingError(RefusedError):
    about = ("guard_reason",)

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Mutu layanan tidak diketahui, jadi alasan khusus perlu ditulis.",
                en="The quality of the service is not known, so a reason is needed.",
            ),
            Text(
                id="Tulis mengapa nominasi ini tetap layak dinilai.",
                en="Write why this nomination is judged all the same.",
            ),
        )


class SheetsSeenError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Semua juri sudah menilai, jadi lembar tidak diubah lagi.",
                en="All jurors have judged, so sheets are not changed any more.",
            ),
            Text(
                id="Sampaikan kepada pengelola kepegawaian bila ada yang keliru.",
                en="Tell human resources if something is wrong.",
            ),
        )


class CannotWinError(RefusedError):
    def __init__(self, name: str, because: Text) -> None:
        super().__init__(
            Text(id=f"{name} {because.id}.", en=f"{name} {because.en}."),
            Text(
                id="Pilih nominasi lain, atau putuskan tanpa penerima dengan alasan.",
                en="Choose another nomination, or give no award and say why.",
            ),
        )


class TooManyWinnersError(RefusedError):
    def __init__(self, places: int) -> None:
        super().__init__(
            Text(
                id=f"Penerima paling banyak {places}, seperti yang diterbitkan.",
                en=f"At most {places} may win, as was published.",
            ),
            Text(id="Kurangi pilihannya.", en="Choose fewer."),
        )


class OutcomeReasonError(RefusedError):
    about = ("outcome_reason",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Tanpa penerima, alasannya perlu ditulis.", en="Where nobody wins, the reason is needed."),
            Text(id="Tulis alasan yang dapat dibaca semua pegawai.", en="Write a reason that everybody may read."),
        )


class WinnerReasonError(RefusedError):
    def __init__(self, name: str) -> None:
        super().__init__(
            Text(id=f"Alasan bagi {name} masih kosong.", en=f"The reason for {name} is empty."),
            Text(id="Tulis alasan yang akan diterbitkan.", en="Write the reason that will be published."),
        )


class DepartureReasonError(RefusedError):
    about = ("departure_reason",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Pilihan ini berbeda dari urutan juri.", en="This choice departs from the order of the jury."),
            Text(
                id="Tulis alasan berbeda dari urutan juri; alasan itu diterbitkan.",
                en="Write the reason for departing; it is published.",
            ),
        )


class PersonalTraceError(RefusedError):
    about = ("departure_reason", "outcome_reason")

    def __init__(self, found: str) -> None:
        super().__init__(
            Text(
                id=f"Alasan yang diterbitkan memuat nomor atau alamat pribadi: {found}.",
                en=f"A published reason holds a personal number or address: {found}.",
            ),
            Text(id="Hapus bagian itu; sebut nama saja.", en="Remove it; the name is enough."),
        )


class DecidesOnOwnError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Anda dinominasikan atau mengusulkan pada babak ini, jadi keputusan bukan pada Anda.",
                en="You are nominated or made a nomination in this round, so you do not decide it.",
            ),
            Text(
                id="Minta pengelola kepegawaian lain memutus.", en="Ask another officer of human resources to decide."
            ),
        )


class DecreeError(RefusedError):
    about = ("decree_date", "decree_number")

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Nomor dan tanggal keputusan diisi bersama.",
                en="The number and the date of the decree are given together.",
            ),
            Text(id="Isi keduanya, atau kosongkan keduanya.", en="Fill in both, or leave both empty."),
        )
