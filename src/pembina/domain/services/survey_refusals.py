"""What the survey refuses, each with what happened and what to do next."""

from datetime import date

from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError
from pembina.domain.people.refusals import spelled


class SurveyClosedError(RefusedError):
    def __init__(self, place: str) -> None:
        super().__init__(
            Text(id=f"Survei di {place} sedang tidak dibuka.", en=f"The survey at {place} is not open."),
            Text(
                id="Jawaban tidak tersimpan. Sampaikan langsung kepada petugas, atau datang lagi saat survei dibuka.",
                en="The answers were not stored. Tell the staff, or come back when the survey is open.",
            ),
        )


class WrongScoreError(RefusedError):
    """`element` is the key of the answer."""

    def __init__(self, element: str, value: object) -> None:
        self.element = element
        super().__init__(
            Text(
                id=f"Jawaban untuk {element} bukan 1, 2, 3, atau 4: {str(value)[:20]}.",
                en=f"The answer to {element} is not 1, 2, 3 or 4: {str(value)[:20]}.",
            ),
            Text(id="Pilih salah satu dari empat jawaban.", en="Choose one of the four answers."),
        )


class UnansweredError(RefusedError):
    """`elements` are the keys without an answer."""

    def __init__(self, elements: tuple[str, ...]) -> None:
        self.elements = elements
        super().__init__(
            Text(
                id=f"Belum dijawab: {len(elements)} pertanyaan.",
                en=f"Not answered yet: {len(elements)} of the questions.",
            ),
            Text(id="Pilih jawabannya, lalu kirim lagi.", en="Choose an answer, then send again."),
        )


class ServiceNotHereError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Layanan itu tidak termasuk dalam survei di tempat ini.",
                en="That service is not part of the survey here.",
            ),
            Text(id="Pilih salah satu layanan yang ditawarkan.", en="Choose one of the services offered."),
        )


class TextTooLongError(RefusedError):
    def __init__(self, most: int) -> None:
        super().__init__(
            Text(id=f"Saran lebih dari {most} huruf.", en=f"The suggestion is longer than {most} characters."),
            Text(id="Pendekkan, lalu kirim lagi.", en="Shorten it, then send again."),
        )


class CodeRefusedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Kode itu tidak dikenal, sudah dipakai, atau sudah kedaluwarsa.",
                en="That code is not known, was used before, or has expired.",
            ),
            Text(id="Periksa hurufnya, atau minta kode baru di loket.", en="Check it, or ask for another at the desk."),
        )


class TooManyAnswersError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Terlalu banyak jawaban dari perangkat atau jaringan ini dalam beberapa menit.",
                en="Too many answers came from this device or network within a few minutes.",
            ),
            Text(
                id="Tunggu 15 menit lalu kirim lagi, atau minta kode sekali pakai di loket.",
                en="Wait 15 minutes and send again, or ask for a one-time code at the desk.",
            ),
        )


class KeyReusedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Jawaban dari halaman ini sudah tersimpan, dengan isi yang berbeda.",
                en="The answers of this page were stored already, and they were different.",
            ),
            Text(
                id="Yang tersimpan tetap berlaku. Buka halaman survei lagi bila ini jawaban orang lain.",
                en="What is stored stays. Open the survey again if these are somebody else's answers.",
            ),
        )


class PeriodsOverlapError(RefusedError):
    def __init__(self, other: str) -> None:
        super().__init__(
            Text(id=f"Hari-harinya beririsan dengan periode {other}.", en=f"Its days overlap the period {other}."),
            Text(
                id="Ubah tanggalnya, atau pilih layanan yang tidak termasuk periode itu di kedua periode.",
                en="Change the dates, or choose services in both periods that they do not share.",
            ),
        )


class RoundsMeetError(RefusedError):
    def __init__(self, title: str, other: str) -> None:
        super().__init__(
            Text(
                id=f"Periode SKM {title} beririsan dengan periode {other} di unit tujuan.",
                en=f"The survey period {title} overlaps the period {other} of the other unit.",
            ),
            Text(
                id="Tutup salah satunya lebih dahulu, lalu gabungkan unit ini.",
                en="Close one of them first, then merge the unit.",
            ),
        )


class PeriodReversedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Hari terakhir sebelum hari pertama.", en="The last day comes before the first."),
            Text(id="Perbaiki tanggalnya.", en="Correct the dates."),
        )


class AnswersOutsideError(RefusedError):
    def __init__(self, number: int) -> None:
        super().__init__(
            Text(
                id=f"{number} jawaban yang tersimpan berada di luar tanggal itu.",
                en=f"{number} stored answers lie outside those dates.",
            ),
            Text(id="Pilih tanggal yang memuat semua jawaban.", en="Choose dates that hold all the answers."),
        )


class DayOutsidePeriodError(RefusedError):
    def __init__(self, opens: date, closes: date) -> None:
        super().__init__(
            Text(
                id=f"Hari jawaban di luar periode {spelled(opens).id} sampai {spelled(closes).id}.",
                en=f"The day of the answer lies outside {spelled(opens).en} to {spelled(closes).en}.",
            ),
            Text(id="Tulis hari formulir itu diisi.", en="Give the day on which the form was filled in."),
        )


class CodesExpiredError(RefusedError):
    about = ("expires_on",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Hari itu sudah lewat; kodenya tidak akan berlaku.", en="That day is over; no code would be good."),
            Text(id="Pilih hari ini atau sesudahnya.", en="Choose today or a later day."),
        )


class NothingAnsweredError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Tidak ada satu pun jawaban.", en="There is not a single answer."),
            Text(id="Isi paling sedikit satu unsur.", en="Give at least one answer."),
        )


class PlaceTakenError(RefusedError):
    def __init__(self, name: str) -> None:
        super().__init__(
            Text(id=f"Loket {name} sudah ada di unit ini.", en=f"There is a counter {name} in this unit already."),
            Text(id="Beri nama lain, atau ubah loket itu.", en="Give it another name, or change that counter."),
        )


class ServiceOfOtherUnitError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Layanan itu milik unit lain.", en="That service belongs to another unit."),
            Text(id="Pilih layanan dari unit itu atau unit di bawahnya.", en="Choose one of the unit or those below."),
        )


class DecisionReasonMissingError(RefusedError):
    about = ("reason",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Alasannya belum ditulis.", en="The reason is missing."),
            Text(
                id="Tulis mengapa jawaban ini dikeluarkan atau tetap dihitung.", en="Say why it is left out or counted."
            ),
        )


class AnswersChangedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Jawaban bertanda berubah sejak daftar ini ditampilkan; belum ada yang diputuskan.",
                en="The marked answers have changed since this list was shown; nothing was decided.",
            ),
            Text(id="Periksa daftar yang baru, lalu simpan lagi.", en="Check the new list, then save again."),
        )


class NothingDecidedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Tidak ada keputusan yang dapat dibatalkan.", en="There is no decision to take back."),
            Text(id="Muat ulang daftarnya.", en="Load the list again."),
        )


class NotYoursToUndoError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Jawaban ini bukan ketikan, sudah diputuskan, atau diketik lebih dari sehari lalu.",
                en="This answer was not typed, was decided on, or was typed more than a day ago.",
            ),
            Text(
                id="Keluarkan dari hitungan dengan alasan di daftar jawaban.",
                en="Leave it out with a reason in the list of answers.",
            ),
        )


class FileAppliedError(RefusedError):
    def __init__(self, at: date) -> None:
        super().__init__(
            Text(
                id=f"Berkas yang sama sudah diterapkan pada {spelled(at).id}.",
                en=f"The same file was applied on {spelled(at).en}.",
            ),
            Text(id="Urungkan impor itu dahulu bila memang perlu.", en="Undo that import first where it is needed."),
        )


class ImportDecidedError(RefusedError):
    def __init__(self, number: int) -> None:
        super().__init__(
            Text(
                id=f"{number} jawaban dari berkas ini sudah diputuskan.",
                en=f"{number} answers of this file were decided on.",
            ),
            Text(id="Batalkan keputusan itu dahulu.", en="Take those decisions back first."),
        )


class ImportUndoneError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Impor ini sudah diurungkan.", en="This import was undone already."),
            Text(id="Impor lagi berkasnya bila perlu.", en="Import the file again where it is needed."),
        )
