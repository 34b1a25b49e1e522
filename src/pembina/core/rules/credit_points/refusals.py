"""What gives no credit points, each reason with what to do about it."""

from enum import StrEnum

from pembina.core.text import Text


class Refusal(StrEnum):
    """Which rule of the arguments was broken."""

    MONTHS = "months"
    OFF_SCALE = "off_scale"
    UNKNOWN_CODE = "unknown_code"
    HELD = "held"


class UnusableCreditError(ValueError):
    """The facts give no credit points; `reason` says which rule, `remedy` what to do."""

    def __init__(self, reason: Refusal, message: Text, remedy: Text) -> None:
        self.reason, self.message, self.remedy = reason, message, remedy
        super().__init__(f"{message} {remedy}")


def no_months(months: object) -> UnusableCreditError:
    return UnusableCreditError(
        Refusal.MONTHS,
        Text(id=f"{months} bukan jumlah bulan satu penilaian.", en=f"{months} is no number of months of an appraisal."),
        Text(
            id="Isi bilangan bulat dari 1 sampai 12; periode yang lebih panjang dihitung per tahun.",
            en="Give a whole number from 1 to 12; a longer period is reckoned year by year.",
        ),
    )


def off_scale(given: object) -> UnusableCreditError:
    return UnusableCreditError(
        Refusal.OFF_SCALE,
        Text(
            id=f"Tidak ada baris angka kredit untuk “{given}”.", en=f"There is no row of credit points for “{given}”."
        ),
        Text(
            id="Pilih salah satu dari lima predikat dan salah satu dari delapan jenjang.",
            en="Choose one of the five predicates and one of the eight levels.",
        ),
    )


def unknown_code(code: object) -> UnusableCreditError:
    return UnusableCreditError(
        Refusal.UNKNOWN_CODE,
        Text(id=f"SIASN tidak mempunyai kode jenjang “{code}”.", en=f"SIASN has no code of a level “{code}”."),
        Text(id="Periksa kodenya pada berkas asal.", en="Check the code in the file it came from."),
    )


def no_points(held: object) -> UnusableCreditError:
    return UnusableCreditError(
        Refusal.HELD,
        Text(id=f"{held} bukan jumlah angka kredit.", en=f"{held} is no number of credit points."),
        Text(
            id="Isi bilangan desimal, nol atau lebih; kosongkan bila belum diketahui.",
            en="Give a decimal number, zero or more; leave it empty where it is not known.",
        ),
    )
