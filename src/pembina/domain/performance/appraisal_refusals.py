"""What is refused around appraisals and objections, each with what happened and what to do next."""

from datetime import date

from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError
from pembina.domain.people.refusals import spelled

__all__ = ["RefusedError"]


class PeriodOpenAlreadyError(RefusedError):
    def __init__(self, label: str) -> None:
        super().__init__(
            Text(id=f"Periode {label} sudah dibuka.", en=f"The period {label} is open already."),
            Text(id="Buka periode itu dari daftarnya.", en="Open that period from the list."),
        )


class NoSuchPeriodError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Bulan atau triwulan itu tidak ada.", en="There is no such month or quarter."),
            Text(id="Isi bulan 1–12, atau triwulan 1–4.", en="Give a month from 1 to 12, or a quarter from 1 to 4."),
        )


class WindowError(RefusedError):
    """The days of evaluating a month or a quarter are missing or the wrong way round."""

    def __init__(self, ends_on: date) -> None:
        super().__init__(
            Text(
                id=f"Hari evaluasi belum lengkap, terbalik, atau berakhir sebelum {spelled(ends_on).id}.",
                en=f"The days of evaluation are missing, reversed or end before {spelled(ends_on).en}.",
            ),
            Text(
                id="Isi hari dibuka dan batasnya; batasnya sesudah periode berakhir.",
                en="Give the first and the last day; the last one comes after the period.",
            ),
        )


class PeriodClosedError(RefusedError):
    def __init__(self, label: str) -> None:
        super().__init__(
            Text(id=f"Periode {label} sudah ditutup.", en=f"The period {label} is closed."),
            Text(id="Hasilnya dapat dibaca, tidak diubah.", en="Its results are read, not changed."),
        )


class RunGoingError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Pekerjaan untuk periode ini masih berjalan.", en="Work on this period is still under way."),
            Text(id="Tunggu sampai selesai, lalu coba lagi.", en="Wait until it is done, then try again."),
        )


class NothingToRateError(RefusedError):
    """The appraisal is not in the step in which this can be done."""

    def __init__(self, state: str) -> None:
        super().__init__(
            Text(id=f"Keadaan evaluasi ini: {state.lower()}.", en=f"The state of this appraisal: {state.lower()}."),
            Text(
                id="Muat ulang halaman dan lihat langkah yang tersedia.", en="Reload the page for the steps open now."
            ),
        )


class ChangedMeanwhileError(RefusedError):
    """Somebody else, or another browser, saved first."""

    def __init__(self, by: str) -> None:
        super().__init__(
            Text(
                id=f"Sementara Anda mengisi, evaluasi ini sudah disimpan oleh {by}.",
                en=f"While you were writing, this appraisal was saved by {by}.",
            ),
            Text(
                id="Muat ulang halaman, baca isinya, lalu simpan lagi bila masih perlu.",
                en="Reload the page, read what it says, and save again where that is still needed.",
            ),
        )


class OwnAppraisalError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Tidak seorang pun menilai evaluasinya sendiri.", en="Nobody rates the own appraisal."),
            Text(id="Atasan Anda yang menilai.", en="Your superior rates it."),
        )


class NotTheRaterError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Evaluasi ini tidak dinilai oleh Anda.", en="This appraisal is not yours to rate."),
            Text(
                id="Bila penilainya keliru, minta pengelola kepegawaian memperbarui keadaan yang dibekukan.",
                en="Where the rater is wrong, ask human resources to renew the snapshot.",
            ),
        )


class RatingOffScaleError(RefusedError):
    def __init__(self, given: str) -> None:
        super().__init__(
            Text(id=f"“{given}” bukan rating.", en=f"“{given}” is no rating."),
            Text(
                id="Pilih diatas, sesuai, atau dibawah ekspektasi.",
                en="Choose above, as expected, or below expectation.",
            ),
        )


class RuleSaysNoError(RefusedError):
    """The rule of appraisal refuses; its own words are passed on."""


class RatingReasonMissingError(RefusedError):
    """`about` names the field of a form in which the reason stands."""

    def __init__(self, of: Text, about: str) -> None:
        self.about = (about,)
        super().__init__(
            Text(
                id=f"Alasan rating {of.id} belum ditulis, padahal bukan “sesuai ekspektasi”.",
                en=f"The reason for the rating of {of.en} is missing, though it is not “as expected”.",
            ),
            Text(
                id="Tulis apa yang terlihat: hasil atau perilaku, kapan, dan buktinya.",
                en="Write what was seen: which result or behaviour, when, and the evidence.",
            ),
        )


class AdviceMissingError(RefusedError):
    """The document holds at least the predicate and a note or recommendation (p 114 number 3)."""

    def __init__(self) -> None:
        super().__init__(
            Text(id="Catatan atau rekomendasi belum ditulis.", en="The note or recommendation is missing."),
            Text(
                id="Dokumen evaluasi memuat predikat dan catatan/rekomendasi penilai; tulis satu kalimat.",
                en="The document holds the predicate and a note or recommendation; write one sentence.",
            ),
        )


class WindowNotOpenError(RefusedError):
    def __init__(self, opens: date) -> None:
        super().__init__(
            Text(id=f"Evaluasi baru dibuka {spelled(opens).id}.", en=f"Evaluation opens on {spelled(opens).en}."),
            Text(id="Simpan sebagai konsep sampai hari itu.", en="Keep it as a draft until then."),
        )


class WindowOverError(RefusedError):
    """The rater let the time pass (p 90 number 11; p 115 number 8)."""

    def __init__(self, ended: date) -> None:
        super().__init__(
            Text(
                id=f"Jangka waktu evaluasi berakhir {spelled(ended).id}; sekarang atasan penilai yang menandatangani.",
                en=f"The time for evaluating ended on {spelled(ended).en}; now the superior of the rater signs.",
            ),
            Text(id="Konsep Anda tetap tersimpan dan terbaca olehnya.", en="Your draft is kept, and readable to them."),
        )


class NoOrganisationRatingError(RefusedError):
    def __init__(self, unit: str) -> None:
        super().__init__(
            Text(
                id=f"Capaian kinerja organisasi {unit} untuk periode ini belum ditetapkan.",
                en=f"The rating of the organisation {unit} for this period is not set.",
            ),
            Text(
                id="Minta pengelola kepegawaian mencatatnya; simpan dahulu sebagai konsep.",
                en="Ask human resources to record it; until then keep the draft.",
            ),
        )


class PatternReasonMissingError(RefusedError):
    def __init__(self, because: Text) -> None:
        super().__init__(
            because,
            Text(
                id="Tulis alasannya satu kali untuk periode ini, lalu tandatangani.",
                en="Write the reason once for this period, then sign.",
            ),
        )


class NoPaperYetError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Dokumen ini belum ditandatangani.", en="This document is not signed yet."),
            Text(id="Tunggu sampai penilai menandatangani.", en="Wait until the rater signs."),
        )


class NoteMissingError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Catatannya belum ditulis.", en="The note is missing."),
            Text(id="Tulis alasannya dalam satu kalimat.", en="Write the reason in one sentence."),
        )


class FinalResultError(RefusedError):
    """No objection lies against a final result; the article stands in the message."""

    def __init__(self, because: Text, article: str) -> None:
        super().__init__(
            because,
            Text(
                id=f"Dasar: {article}. Bicarakan hasilnya dengan penilai.",
                en=f"Basis: {article}. Talk the result over with the rater.",
            ),
        )


class NotReceivedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Dokumen evaluasi belum Anda terima.", en="You have not received the document yet."),
            Text(id="Nyatakan dahulu bahwa Anda menerimanya.", en="Confirm first that you received it."),
        )


class ObjectionFiledAlreadyError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Keberatan atas evaluasi ini sudah diajukan.", en="An objection is filed already."),
            Text(id="Tambahkan keterangan Anda pada keberatan itu.", en="Add what you want to say to that one."),
        )


class BothSidesError(RefusedError):
    """The superior hears the rater and the person before deciding (p 117 B.4)."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Penjelasan penilai dan keterangan pegawai belum keduanya tercatat.",
                en="The statement of the rater and what the person says are not both on record.",
            ),
            Text(
                id="Dengar kedua pihak dan catat keterangannya, lalu putuskan.",
                en="Hear both sides, write down what they say, then decide.",
            ),
        )


class DecidedAlreadyError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Keberatan ini sudah diputus.", en="This objection is decided."),
            Text(id="Baca keputusannya; tidak ada langkah lagi.", en="Read the decision; nothing is left to do."),
        )


class NothingChangedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Kedua rating sama seperti semula.", en="Both ratings are as they were."),
            Text(
                id="Pilih “menguatkan”, atau ubah salah satu rating.", en="Choose to confirm, or change one of the two."
            ),
        )


class WindowRunningError(RefusedError):
    """A period is closed only once the time for evaluating is over."""

    def __init__(self, ends: date) -> None:
        super().__init__(
            Text(
                id=f"Evaluasi masih berjalan sampai {spelled(ends).id}.",
                en=f"Evaluation runs until {spelled(ends).en}.",
            ),
            Text(id="Tutup periode sesudah hari itu.", en="Close the period after that day."),
        )
