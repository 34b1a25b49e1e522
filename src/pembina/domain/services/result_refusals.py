"""What operations on the results of surveys refuse."""

from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError


class NothingToPublishError(RefusedError):
    def __init__(self, lacking: Text | None) -> None:
        why = lacking or Text(id="Belum ada indeks.", en="There is no index yet.")
        super().__init__(
            Text(id=f"Hasil ini belum dapat diterbitkan. {why.id}", en=f"This result cannot be published. {why.en}"),
            Text(id="Tunggu jawaban yang cukup.", en="Wait until there are enough answers."),
        )


class TooFewToPublishError(RefusedError):
    def __init__(self, respondents: int, smallest: int) -> None:
        super().__init__(
            Text(
                id=f"Hanya {respondents} jawaban yang dihitung; hasil dari kurang dari {smallest} orang tidak terbit.",
                en=f"Only {respondents} answers count; a result of fewer than {smallest} people is never made public.",
            ),
            Text(id="Kumpulkan jawaban lagi pada periode ini.", en="Collect more answers in this period."),
        )


class StillOpenError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Periode survei ini belum berakhir.", en="This survey period has not ended."),
            Text(id="Terbitkan sesudah hari terakhirnya.", en="Publish it after its last day."),
        )


class CorrectionUnexplainedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Alasan perbaikan belum ditulis.", en="The reason for the correction is missing."),
            Text(
                id="Tulis apa yang diperbaiki; pembaca melihatnya di samping versi sebelumnya.",
                en="Write what was corrected; readers see it beside the version before.",
            ),
        )


class SameAsPublishedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Tidak ada yang berubah sejak versi terakhir.", en="Nothing has changed since the last version."),
            Text(id="Tidak perlu diterbitkan lagi.", en="It need not be published again."),
        )


class FollowUpUnfinishedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Kegiatan atau penanggung jawab masih kosong.", en="The activity or who answers for it is missing."
            ),
            Text(id="Isi keduanya.", en="Fill in both."),
        )


class FollowUpEndedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Tindak lanjut ini sudah selesai atau dibatalkan.", en="This follow-up is done or dropped."),
            Text(id="Buat rencana baru bila masih perlu.", en="Make a new plan where one is needed."),
        )


class NoteMissingError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Belum ditulis apa yang terjadi.", en="What happened is not said."),
            Text(
                id="Tulis hasilnya, atau alasan dibatalkan; catatan ini ikut tercetak dalam laporan berikutnya.",
                en="Write the result, or why it was dropped; the next report prints it.",
            ),
        )
