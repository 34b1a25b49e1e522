"""What cannot be counted as learning hours, each reason with what to do about it."""

from datetime import date
from enum import StrEnum

from pembina.core.text import Text, written


class Refusal(StrEnum):
    """Which rule of the arguments was broken."""

    UNKNOWN_FORM = "unknown_form"
    NOTHING_TO_COUNT = "nothing_to_count"
    NO_EQUIVALENT = "no_equivalent"
    AMOUNT = "amount"
    AMBIGUOUS = "ambiguous"
    BACKWARDS = "backwards"


class UnusableHoursError(ValueError):
    """The facts do not give learning hours; `reason` says which rule, `remedy` what to do."""

    def __init__(self, reason: Refusal, message: Text, remedy: Text) -> None:
        self.reason, self.message, self.remedy = reason, message, remedy
        super().__init__(f"{message} {remedy}")


_GIVE_ONE = Text(
    id="Isi JP pada sertifikat, lamanya dalam menit, atau banyaknya kegiatan.",
    en="Give the hours on the certificate, the length in minutes, or the number of activities.",
)


def unknown_form(siasn_id: int) -> UnusableHoursError:
    return UnusableHoursError(
        Refusal.UNKNOWN_FORM,
        Text(
            id=f"Bentuk pengembangan dengan id SIASN {siasn_id} tidak dikenal.",
            en=f"There is no form of development with the SIASN id {siasn_id}.",
        ),
        Text(id="Pilih salah satu bentuk pada daftar.", en="Choose one of the forms on the list."),
    )


def nothing_to_count(form: Text) -> UnusableHoursError:
    message = Text(
        id=f"{form.id}: tidak ada yang dapat dihitung sebagai JP.", en=f"{form.en}: nothing to count as learning hours."
    )
    return UnusableHoursError(Refusal.NOTHING_TO_COUNT, message, _GIVE_ONE)


def no_equivalent(form: Text) -> UnusableHoursError:
    return UnusableHoursError(
        Refusal.NO_EQUIVALENT,
        Text(id=f"{form.id} tidak mempunyai padanan JP.", en=f"{form.en} has no equivalent in learning hours."),
        Text(
            id="Isi JP pada sertifikat atau lamanya dalam menit, atau tetapkan padanannya untuk pemerintah ini.",
            en="Give the hours on the certificate or the length in minutes, or set an equivalent for this government.",
        ),
    )


def no_amount(amount: object) -> UnusableHoursError:
    return UnusableHoursError(
        Refusal.AMOUNT,
        Text(id=f"{amount} bukan jumlah yang dapat dihitung.", en=f"{amount} is no amount that can be counted."),
        Text(
            id="Isi bilangan di atas nol, paling banyak sejuta; kosongkan bila tidak diketahui.",
            en="Give a number above zero, at most a million; leave it empty where it is not known.",
        ),
    )


def ambiguous(what: str, on: date) -> UnusableHoursError:
    return UnusableHoursError(
        Refusal.AMBIGUOUS,
        Text(
            id=f"Dua ketetapan sendiri berlaku untuk {what} pada {written(on).id}.",
            en=f"Two decisions of this government apply to {what} on {written(on).en}.",
        ),
        Text(id="Akhiri yang lama sebelum yang baru mulai.", en="End the old one before the new one begins."),
    )


def backwards(what: str, first: date, last: date) -> UnusableHoursError:
    return UnusableHoursError(
        Refusal.BACKWARDS,
        Text(
            id=f"Ketetapan untuk {what} berakhir {written(last).id} sebelum mulai {written(first).id}.",
            en=f"The decision for {what} ends on {written(last).en} before it begins on {written(first).en}.",
        ),
        Text(id="Tukar kedua tanggalnya.", en="Exchange the two dates."),
    )
