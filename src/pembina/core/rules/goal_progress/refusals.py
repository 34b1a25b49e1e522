"""What cannot be measured, each reason with what to do about it."""

from enum import StrEnum

from pembina.core.text import Text


class Refusal(StrEnum):
    """Which rule of the arguments was broken."""

    AMOUNT = "amount"
    UNIT = "unit"
    CAP = "cap"
    NO_PERCENT = "no_percent"


class UnusableGoalError(ValueError):
    """The facts do not give an achievement; `reason` says which rule, `remedy` what to do."""

    def __init__(self, reason: Refusal, message: Text, remedy: Text) -> None:
        self.reason, self.message, self.remedy = reason, message, remedy
        super().__init__(f"{message} {remedy}")


def no_amount(amount: object) -> UnusableGoalError:
    return UnusableGoalError(
        Refusal.AMOUNT,
        Text(id=f"{amount} bukan angka yang dapat dihitung.", en=f"{amount} is no number that can be counted."),
        Text(
            id="Isi bilangan dengan paling banyak enam desimal; kosongkan bila belum diketahui.",
            en="Give a number with at most six decimals; leave it empty where it is not known.",
        ),
    )


def no_unit() -> UnusableGoalError:
    return UnusableGoalError(
        Refusal.UNIT,
        Text(id="Indikator belum mempunyai satuan.", en="The indicator has no unit."),
        Text(id="Tuliskan satuannya, misalnya hari, dokumen atau %.", en="Write its unit, such as days or documents."),
    )


def no_cap(cap: object) -> UnusableGoalError:
    return UnusableGoalError(
        Refusal.CAP,
        Text(id=f"{cap} bukan batas nilai.", en=f"{cap} is no cap of a score."),
        Text(id="Isi persentase di atas nol, atau tanpa batas.", en="Give a percentage above zero, or no cap."),
    )


def no_percent(why: Text) -> UnusableGoalError:
    return UnusableGoalError(
        Refusal.NO_PERCENT,
        Text(
            id=f"Tidak ada persentase yang dapat dinilai: {why.id}.", en=f"There is no percentage to score: {why.en}."
        ),
        Text(
            id="Lengkapi angkanya, atau nilai capaian ini tanpa persentase.",
            en="Complete the numbers, or judge this achievement without a percentage.",
        ),
    )
