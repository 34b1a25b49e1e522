"""What cannot be put on the record, each reason with what to do about it."""

from enum import StrEnum

from pembina.core.text import Text


class Refusal(StrEnum):
    """Which rule of the arguments was broken."""

    NAIVE = "naive"
    OPEN_AND_DONE = "open_and_done"
    DONE_LATER = "done_later"
    TOLERANCE = "tolerance"
    OFF_SCALE = "off_scale"


class UnusableEffortError(ValueError):
    """The facts cannot be put on the record; `reason` says which rule, `remedy` what to do."""

    def __init__(self, reason: Refusal, message: Text, remedy: Text) -> None:
        self.reason, self.message, self.remedy = reason, message, remedy
        super().__init__(f"{message} {remedy}")


def naive(moment: object) -> UnusableEffortError:
    return UnusableEffortError(
        Refusal.NAIVE,
        Text(id=f"Waktu {moment} tidak mempunyai zona.", en=f"The time {moment} has no zone."),
        Text(id="Berikan waktu beserta zonanya.", en="Give the time with its zone."),
    )


def open_and_done(done: object) -> UnusableEffortError:
    return UnusableEffortError(
        Refusal.OPEN_AND_DONE,
        Text(
            id=f"Langkah yang selesai {done} sekaligus dicatat masih berjalan.",
            en=f"A step that was done at {done} is recorded as still under way.",
        ),
        Text(id="Hapus salah satunya.", en="Remove one of the two."),
    )


def done_later(done: object) -> UnusableEffortError:
    return UnusableEffortError(
        Refusal.DONE_LATER,
        Text(id=f"{done} belum terjadi pada saat penilaian.", en=f"{done} has not come yet at the moment asked for."),
        Text(
            id="Perbaiki waktunya, atau hitung pada saat yang kemudian.", en="Mend the time, or ask for a later moment."
        ),
    )


def no_tolerance(tolerated: object) -> UnusableEffortError:
    return UnusableEffortError(
        Refusal.TOLERANCE,
        Text(id=f"{tolerated} bukan batas penurunan mutu.", en=f"{tolerated} is no bound of how far quality may fall."),
        Text(id="Isi bilangan desimal, nol atau lebih.", en="Give a decimal number, zero or more."),
    )


def off_scale(level: object) -> UnusableEffortError:
    return UnusableEffortError(
        Refusal.OFF_SCALE,
        Text(id=f"“{level}” bukan tingkat kesulitan.", en=f"“{level}” is no degree of difficulty."),
        Text(id="Pilih salah satu dari tiga tingkatnya.", en="Choose one of its three degrees."),
    )
