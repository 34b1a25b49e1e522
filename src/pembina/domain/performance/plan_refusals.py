"""What operations on plans refuse, each with what happened and what to do next."""

from datetime import date

from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError
from pembina.domain.people.refusals import spelled


class PlanStepError(RefusedError):
    """The plan is not in the state in which this can be done; somebody else may have been faster."""

    def __init__(self, state: str) -> None:
        super().__init__(
            Text(id=f"Keadaan SKP ini sekarang: {state}.", en=f"The state of this plan is now: {state}."),
            Text(
                id="Muat ulang halaman dan lihat langkah yang tersedia.", en="Reload the page for the steps open now."
            ),
        )


class NotYourExpectationsError(RefusedError):
    """A plan is written by the person, agreed by the rater, and nobody agrees to the own one."""

    def __init__(self) -> None:
        super().__init__(
            Text(id="Langkah ini milik orang lain.", en="This step is for somebody else."),
            Text(
                id="SKP ditulis oleh pegawai dan ditetapkan pejabat penilainya, atau Plt/Plh-nya pada hari itu.",
                en="The person writes the plan; the rater, or whoever stands in that day, agrees to it.",
            ),
        )


class NoPositionError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Tidak ada jabatan utama yang tercatat pada hari ini.", en="No main position is on record today."),
            Text(id="Laporkan pada halaman data pegawai Anda.", en="Report it on the page of your record."),
        )


class PlanningExemptError(RefusedError):
    """The planning rules do not cover the person; the article stands in the message."""

    def __init__(self, because: Text, article: str) -> None:
        super().__init__(
            Text(id=f"{because.id} ({article})", en=f"{because.en} ({article})"),
            Text(
                id="Bila kedudukan hukum Anda tercatat keliru, laporkan pada halaman data pegawai.",
                en="Where your legal position is on record wrongly, report it on the page of your record.",
            ),
        )


class PlanYearError(RefusedError):
    def __init__(self, first: int, last: int) -> None:
        super().__init__(
            Text(id=f"SKP disusun untuk {first} sampai {last}.", en=f"Plans are made for {first} to {last}."),
            Text(id="Pilih tahun di antaranya.", en="Choose a year between them."),
        )


class PlanInTheMakingError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Untuk jabatan dan tahun ini sudah ada SKP.",
                en="There is a plan for this position and year already.",
            ),
            Text(id="Buka SKP itu dan lanjutkan di sana.", en="Open that plan and go on there."),
        )


class NothingToCopyError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Belum ada SKP Anda yang pernah ditetapkan.", en="None of your plans has been agreed yet."),
            Text(id="Mulai dari lembar kosong.", en="Start from an empty sheet."),
        )


class TooManyPartsError(RefusedError):
    def __init__(self, most: int, of: Text) -> None:
        super().__init__(
            Text(id=f"Paling banyak {most} {of.id}.", en=f"At most {most} {of.en}."),
            Text(
                id="Pilih yang paling penting; gabungkan yang serupa.", en="Keep what matters most; join what is alike."
            ),
        )


class WordsMissingError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Kalimatnya masih kosong.", en="There are no words yet."),
            Text(id="Tulis hasil yang diharapkan dalam satu kalimat.", en="Write what is expected in one sentence."),
        )


class MeasureIncompleteError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Target, satuan, dan arah diisi bersama; angka awal hanya dengan target.",
                en="Target, unit and direction belong together; a baseline needs a target.",
            ),
            Text(
                id="Lengkapi ketiganya, atau kosongkan semuanya dan tulis target dalam kata-kata.",
                en="Fill in all three, or leave all empty and write the target in words.",
            ),
        )


class TargetMissingError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Indikator ini belum mempunyai target.", en="The indicator has no target yet."),
            Text(
                id="Isi target dalam angka, atau dalam kata-kata.",
                en="Give a target in numbers or in words.",
            ),
        )


class UnusableAmountError(RefusedError):
    """What the rule says about a number; the rule words it."""


class ReadingIncompleteError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Indikator yang dibaca memerlukan layanan, angka yang dibaca, target, dan arah.",
                en="An indicator that is read needs a service, the figure to read, a target and a direction.",
            ),
            Text(
                id="Lengkapi keempatnya, atau pilih sumber “dilaporkan pegawai”.",
                en="Complete all four, or choose the source that is reported by hand.",
            ),
        )


class SupportsElsewhereError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="RHK itu bukan milik pimpinan Anda pada tahun ini.", en="That result is not one of your superior."),
            Text(id="Pilih dari daftar, atau tulis dalam kata-kata.", en="Choose from the list, or put it in words."),
        )


class PerspectiveElsewhereError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Perspektif hanya dipakai pada SKP JPT dan pimpinan unit kerja mandiri.",
                en="Perspectives belong to plans of top officials and heads of independent units only.",
            ),
            Text(id="Kosongkan perspektif.", en="Leave the perspective empty."),
        )


class NothingExpectedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="SKP ini belum memuat hasil kerja.", en="This plan names no result yet."),
            Text(id="Tulis sedikitnya satu rencana hasil kerja.", en="Write at least one result."),
        )


class GoalUnseenError(RefusedError):
    def __init__(self, goal: str) -> None:
        super().__init__(
            Text(id=f"Belum ada indikator untuk: {goal}.", en=f"No indicator yet for: {goal}."),
            Text(
                id="Tambahkan indikator, supaya terlihat kapan hasil itu tercapai.",
                en="Add an indicator, so that one can see when the result is reached.",
            ),
        )


class NoRaterError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Belum ada atasan yang tercatat.", en="No superior is on record."),
            Text(
                id="Hubungi kepegawaian. Rancangan Anda tetap tersimpan.",
                en="Ask human resources. Your draft stays as it is.",
            ),
        )


class ReturnReasonError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Yang perlu diperbaiki belum ditulis.", en="What should be different is missing."),
            Text(id="Tulis dalam satu kalimat.", en="Write it in one sentence."),
        )


class PositionEndedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Jabatan dalam SKP ini sudah berakhir; SKP lama tidak dapat diubah lagi.",
                en="The position of this plan has ended; the old plan is not changed any more.",
            ),
            Text(
                id="Buat SKP baru untuk jabatan sekarang; isinya dapat disalin.",
                en="Make a new plan for the present position; its content can be copied.",
            ),
        )


class RealisationReadError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Realisasi indikator ini dibaca dari catatan layanan atau SKM.",
                en="The realisation of this indicator is read from the ledger or the survey.",
            ),
            Text(
                id="Bila angkanya keliru, betulkan pada catatan asalnya.",
                en="Where the figure is wrong, correct it where it is recorded.",
            ),
        )


class RealisationDayError(RefusedError):
    def __init__(self, first: date, last: date) -> None:
        super().__init__(
            Text(
                id=f"Hari itu di luar {spelled(first).id} sampai {spelled(last).id}.",
                en=f"The day lies outside {spelled(first).en} to {spelled(last).en}.",
            ),
            Text(
                id="Pilih hari di antaranya, paling lambat hari ini.",
                en="Choose a day between them, up to today.",
            ),
        )


class RealisationIncompleteError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Indikator berangka memerlukan angka realisasi, dan setiap realisasi memerlukan bukti dukung.",
                en="A measured indicator needs an amount, and every realisation its evidence.",
            ),
            Text(
                id="Isi keduanya. Indikator tanpa angka cukup dengan bukti dukung.",
                en="Give both. Without a number the evidence is enough.",
            ),
        )
