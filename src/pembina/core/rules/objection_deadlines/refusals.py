"""What cannot be dated, each reason with what to do about it."""

from datetime import date
from enum import StrEnum

from pembina.core.text import Text, written


class Refusal(StrEnum):
    """Which rule of the arguments was broken."""

    BACKWARDS = "backwards"
    NO_RECEIPT = "no_receipt"
    FINAL = "final"


class UnusableClockError(ValueError):
    """The facts do not give a clock; `reason` says which rule, `remedy` what to do."""

    def __init__(self, reason: Refusal, message: Text, remedy: Text) -> None:
        self.reason, self.message, self.remedy = reason, message, remedy
        super().__init__(f"{message} {remedy}")


def backwards(since: date, done: date) -> UnusableClockError:
    return UnusableClockError(
        Refusal.BACKWARDS,
        Text(
            id=f"Selesai {written(done).id}, sebelum jangka waktunya mulai {written(since).id}.",
            en=f"Done on {written(done).en}, before its time began on {written(since).en}.",
        ),
        Text(id="Periksa kedua tanggalnya.", en="Check both dates."),
    )


def no_receipt(filed: date) -> UnusableClockError:
    return UnusableClockError(
        Refusal.NO_RECEIPT,
        Text(
            id=f"Keberatan {written(filed).id} tercatat, tetapi dokumen evaluasi belum tercatat diterima.",
            en=f"An objection of {written(filed).en} is recorded, but no receipt of the document.",
        ),
        Text(id="Catat tanggal dokumen diterima.", en="Record the day on which the document was received."),
    )


def final(filed: date) -> UnusableClockError:
    return UnusableClockError(
        Refusal.FINAL,
        Text(
            id=f"Keberatan {written(filed).id} tercatat atas hasil yang bersifat final.",
            en=f"An objection of {written(filed).en} is recorded against a result that is final.",
        ),
        Text(
            id="Periksa siapa yang mengevaluasi dan jabatan pegawai; hasil final tidak dapat diajukan keberatan.",
            en="Check who evaluated and the person's position; no objection lies against a final result.",
        ),
    )
