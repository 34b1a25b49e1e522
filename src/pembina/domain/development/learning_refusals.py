"""What questions, tests, reactions and grades refuse, each with what happened and what to do next."""

from decimal import Decimal

from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError


class QuestionIncompleteError(RefusedError):
    def __init__(self, problem: Text) -> None:
        super().__init__(
            problem,
            Text(
                id="Tulis pertanyaan, dua sampai enam jawaban yang berbeda, dan satu yang benar.",
                en="Write the question, two to six different answers, and which one is right.",
            ),
        )


class QuestionRetiredError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Soal ini sudah tidak dipakai.", en="This question is retired."),
            Text(id="Pakai lagi soalnya lebih dahulu.", en="Bring it back first."),
        )


class QuestionElsewhereError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Ada soal dari kurikulum lain.", en="A question belongs to another curriculum."),
            Text(id="Pilih soal dari bank kurikulum angkatan ini.", en="Choose from the bank of this curriculum."),
        )


class NoQuestionsError(RefusedError):
    def __init__(self, wanted: int, there: int) -> None:
        super().__init__(
            Text(
                id=f"Diminta {wanted} soal, tersedia {there}.",
                en=f"{wanted} questions were asked for, {there} are there.",
            ),
            Text(id="Tambah soal ke bank, atau minta lebih sedikit.", en="Add questions to the bank, or ask for less."),
        )


class TestTimesReversedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Tes ditutup sebelum dibuka.", en="The test closes before it opens."),
            Text(id="Periksa tanggal dan jamnya.", en="Check day and hours."),
        )


class TestTakenError(RefusedError):
    """Somebody has handed in; the questions stay as they were asked."""

    def __init__(self, attempts: int) -> None:
        super().__init__(
            Text(
                id=f"Sudah {attempts} peserta mengumpulkan tes ini; soalnya tidak dapat diganti.",
                en=f"{attempts} participants have handed in; the questions cannot change any more.",
            ),
            Text(id="Yang masih dapat diubah hanya jam tutupnya.", en="Only the hour of closing may still change."),
        )


class TestOverError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Tes ini sudah ditutup dan sudah ada yang mengumpulkan; jam tutupnya tidak dapat diundur.",
                en="The test is closed and somebody has handed in; it cannot close later any more.",
            ),
            Text(
                id="Biarkan jam tutupnya; yang berhalangan dihitung tidak lengkap.",
                en="Leave the hour of closing; whoever could not come counts as incomplete.",
            ),
        )


class TestClosedError(RefusedError):
    def __init__(self, *, is_over: bool) -> None:
        super().__init__(
            Text(
                id="Tes ini sudah ditutup." if is_over else "Tes ini belum dibuka.",
                en="This test is closed." if is_over else "This test is not open yet.",
            ),
            Text(
                id="Jawaban tidak tersimpan. Hubungi penyelenggara bila Anda berhalangan."
                if is_over
                else "Kembali pada jam bukanya.",
                en="The answers were not kept. Speak to the organiser." if is_over else "Come back when it opens.",
            ),
        )


class HandedInError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Tes ini sudah Anda kumpulkan.", en="You have handed in this test already."),
            Text(id="Yang pertama tetap berlaku.", en="The first one counts."),
        )


class ForeignAnswerError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Ada jawaban yang bukan milik tes ini.", en="An answer does not belong to this test."),
            Text(id="Muat ulang halaman tes, lalu kumpulkan lagi.", en="Load the test again and hand in once more."),
        )


class NotAttendedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Evaluasi ini untuk peserta yang hadir pada sedikitnya satu sesi.",
                en="This form is for those who attended at least one session.",
            ),
            Text(
                id="Bila Anda hadir, minta penyelenggara membetulkan daftar hadir.",
                en="If you were there, ask the organiser to correct the list.",
            ),
        )


class ReactionGivenError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Evaluasi ini sudah Anda isi.", en="You have filled in this form already."),
            Text(
                id="Jawaban tidak dapat ditarik: tidak tersimpan siapa yang menjawab apa.",
                en="Answers cannot be taken back: nobody knows whose they are.",
            ),
        )


class ReactionIncompleteError(RefusedError):
    """`missing` are the names of the fields without an answer of 1-4."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        self.missing = missing
        super().__init__(
            Text(id=f"{len(missing)} pernyataan belum dijawab.", en=f"{len(missing)} items have no answer."),
            Text(id="Pilih satu jawaban untuk setiap pernyataan.", en="Choose one answer for each."),
        )


class ReactionClosedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Evaluasi angkatan ini sudah ditutup.", en="The form of this batch is closed."),
            Text(id="Sampaikan langsung kepada penyelenggara.", en="Speak to the organiser."),
        )


class ScoreOutsideError(RefusedError):
    def __init__(self, score: Decimal) -> None:
        super().__init__(
            Text(id=f"Nilai {score} bukan antara 0 dan 100.", en=f"The grade {score} does not lie between 0 and 100."),
            Text(id="Isi 0 sampai 100, paling banyak dua desimal.", en="Give 0 to 100 with at most two decimals."),
        )


class NotOfBatchError(RefusedError):
    def __init__(self, number: int) -> None:
        super().__init__(
            Text(
                id=f"{number} nilai bukan milik peserta angkatan ini.",
                en=f"{number} grades are of nobody in this batch.",
            ),
            Text(id="Muat ulang daftarnya; peserta mungkin mundur.", en="Reload the list; somebody may have left."),
        )


class GradesAppliedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Berkas nilai ini sudah diterapkan.", en="This file of grades was applied already."),
            Text(id="Urungkan yang pertama bila perlu diulang.", en="Undo the first one to repeat it."),
        )


class GradesUndoneError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Impor nilai ini sudah diurungkan.", en="This import was undone already."),
            Text(id="Muat ulang halaman.", en="Reload the page."),
        )


class GradesChangedSinceError(RefusedError):
    def __init__(self, number: int) -> None:
        super().__init__(
            Text(
                id=f"{number} nilai dari berkas ini sudah diubah sesudahnya.",
                en=f"{number} grades of this file were changed since.",
            ),
            Text(
                id="Ubah nilainya satu per satu; impor tidak dapat diurungkan lagi.",
                en="Change them one by one; the import cannot be undone any more.",
            ),
        )
