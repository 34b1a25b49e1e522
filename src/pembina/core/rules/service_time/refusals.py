"""What cannot be counted, each reason with what to do about it."""

from datetime import date, datetime
from enum import StrEnum

from pembina.core.text import Text


class Refusal(StrEnum):
    """Which rule of the arguments was broken."""

    NAIVE = "naive"
    OUT_OF_RANGE = "out_of_range"
    UNKNOWN_ZONE = "unknown_zone"
    HOURS = "hours"
    OVERLAP = "overlap"
    WEEK = "week"
    EXCEPTION = "exception"
    HOLIDAY = "holiday"
    BACKWARDS = "backwards"
    AMOUNT = "amount"
    NEVER_OPEN = "never_open"


class UnusableTimesError(ValueError):
    """The times or the calendar do not allow a count; `reason` says which rule, `remedy` what to do."""

    def __init__(self, reason: Refusal, message: Text, remedy: Text) -> None:
        self.reason, self.message, self.remedy = reason, message, remedy
        super().__init__(f"{message} {remedy}")


def naive(instant: datetime) -> UnusableTimesError:
    return UnusableTimesError(
        Refusal.NAIVE,
        Text(id=f"{instant.isoformat()} tidak menyebut zona waktu.", en=f"{instant.isoformat()} has no time zone."),
        Text(
            id="Nyatakan zona waktunya: WIB, WITA, WIT, atau selisih seperti +07:00.",
            en="State its time zone: WIB, WITA, WIT or an offset like +07:00.",
        ),
    )


def out_of_range(instant: datetime | None, first: int, last: int) -> UnusableTimesError:
    said = ("Waktu", "A time") if instant is None else (instant.isoformat(), instant.isoformat())
    return UnusableTimesError(
        Refusal.OUT_OF_RANGE,
        Text(
            id=f"{said[0]} berada di luar tahun {first} sampai {last}.",
            en=f"{said[1]} lies outside the years {first} to {last}.",
        ),
        Text(id="Periksa tahunnya.", en="Check the year."),
    )


def unknown_zone(name: str) -> UnusableTimesError:
    return UnusableTimesError(
        Refusal.UNKNOWN_ZONE,
        Text(id=f"Zona waktu “{name}” tidak dikenal.", en=f"Time zone “{name}” is not known."),
        Text(
            id="Tulis WIB, WITA, WIT, atau nama IANA seperti Asia/Jakarta.",
            en="Write WIB, WITA, WIT or an IANA name like Asia/Jakarta.",
        ),
    )


def no_hours(text: str) -> UnusableTimesError:
    return UnusableTimesError(
        Refusal.HOURS,
        Text(id=f"“{text}” bukan jam buka.", en=f"“{text}” are no office hours."),
        Text(
            id="Tulis buka dan tutup seperti 07.30-12.00, tutup paling lambat 24.00; jam yang melewati tengah malam "
            "ditulis pada dua hari.",
            en="Write opening and closing like 07.30-12.00, closing at 24.00 at the latest; hours past midnight are "
            "written on two days.",
        ),
    )


def overlapping_hours(first: str, second: str) -> UnusableTimesError:
    return UnusableTimesError(
        Refusal.OVERLAP,
        Text(
            id=f"Jam {first} dan {second} bertumpang tindih atau tidak berurutan.",
            en=f"The hours {first} and {second} overlap or are out of order.",
        ),
        Text(id="Tulis jam buka berurutan tanpa tumpang tindih.", en="Write the hours in order, without overlap."),
    )


def not_a_week(days: int) -> UnusableTimesError:
    return UnusableTimesError(
        Refusal.WEEK,
        Text(id=f"Pekan terdiri atas 7 hari; ini {days}.", en=f"A week has 7 days; this one has {days}."),
        Text(
            id="Tulis Senin sampai Minggu; hari tutup tanpa jam buka.",
            en="Write Monday to Sunday; a closed day has no hours.",
        ),
    )


def closed_week() -> UnusableTimesError:
    return UnusableTimesError(
        Refusal.WEEK,
        Text(id="Tidak ada satu pun jam buka dalam sepekan.", en="There are no hours in the whole week."),
        Text(id="Isi jam buka paling sedikit satu hari.", en="Give at least one day its hours."),
    )


def repeated_week(day: date) -> UnusableTimesError:
    return UnusableTimesError(
        Refusal.WEEK,
        Text(
            id=f"Dua pekan kerja sama-sama mulai berlaku pada {day.isoformat()}.",
            en=f"Two weeks both begin to apply on {day.isoformat()}.",
        ),
        Text(id="Hapus salah satunya.", en="Remove one of them."),
    )


def backwards_exception(first: date, last: date) -> UnusableTimesError:
    return UnusableTimesError(
        Refusal.EXCEPTION,
        Text(
            id=f"Jam khusus berakhir {last.isoformat()} sebelum mulai {first.isoformat()}.",
            en=f"Special hours end on {last.isoformat()} before they begin on {first.isoformat()}.",
        ),
        Text(id="Tukar kedua tanggalnya.", en="Exchange the two dates."),
    )


def ambiguous_exceptions(day: date) -> UnusableTimesError:
    return UnusableTimesError(
        Refusal.EXCEPTION,
        Text(
            id=f"Dua jam khusus yang sama panjang berlaku pada {day.isoformat()}.",
            en=f"Two special hours of equal length apply on {day.isoformat()}.",
        ),
        Text(
            id="Hapus salah satunya, atau persingkat: yang terpendek yang berlaku.",
            en="Remove one of them, or shorten it: the shorter one applies.",
        ),
    )


def repeated_holiday(day: date) -> UnusableTimesError:
    return UnusableTimesError(
        Refusal.HOLIDAY,
        Text(
            id=f"{day.isoformat()} tercatat dua kali sebagai hari libur.",
            en=f"{day.isoformat()} is listed twice as a holiday.",
        ),
        Text(id="Catat sekali saja.", en="List it once."),
    )


def backwards(start: datetime, end: datetime) -> UnusableTimesError:
    return UnusableTimesError(
        Refusal.BACKWARDS,
        Text(
            id=f"Akhir {end.isoformat()} mendahului awal {start.isoformat()}.",
            en=f"The end {end.isoformat()} comes before the start {start.isoformat()}.",
        ),
        Text(id="Periksa kedua waktunya.", en="Check both times."),
    )


def no_amount(amount: object) -> UnusableTimesError:
    return UnusableTimesError(
        Refusal.AMOUNT,
        Text(id=f"Janji waktu {amount} tidak dapat dipakai.", en=f"A promised time of {amount} cannot be used."),
        Text(id="Isi bilangan bulat mulai dari 1.", en="Give a whole number from 1."),
    )


def never_open(after: date, days: int) -> UnusableTimesError:
    return UnusableTimesError(
        Refusal.NEVER_OPEN,
        Text(
            id=f"Janji waktu tidak tercapai dalam {days} hari sesudah {after.isoformat()}.",
            en=f"The promised time is not reached within {days} days after {after.isoformat()}.",
        ),
        Text(id="Periksa kalender kerja dan janji waktunya.", en="Check the working calendar and the promised time."),
    )
