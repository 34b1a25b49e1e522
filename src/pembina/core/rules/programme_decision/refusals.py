"""What a decision cannot rest on, each reason with what to do about it."""

from enum import StrEnum

from pembina.core.text import Text


class Refusal(StrEnum):
    """Why it was refused."""

    NO_INTERVAL = "no_interval"
    CONTRADICTION = "contradiction"
    BACKWARDS = "backwards"
    TOLERANCE = "tolerance"
    EARLIER = "earlier"
    INCOMPLETE = "incomplete"
    EXPANDS_HARM = "expands_harm"
    UNKNOWN_WORD = "unknown_word"


class UnusableDecisionError(ValueError):
    """The evidence or the rule cannot be used; `reason` says why, `remedy` what to do."""

    def __init__(self, reason: Refusal, message: Text, remedy: Text) -> None:
        self.reason, self.message, self.remedy = reason, message, remedy
        super().__init__(f"{message} {remedy}")


def refused(reason: Refusal, about: str = "") -> UnusableDecisionError:
    """Return the refusal; ``about`` is the name it concerns."""
    message, remedy = _SAID[reason]
    return UnusableDecisionError(reason, Text(id=message.id.format(about), en=message.en.format(about)), remedy)


_SAID = {
    Refusal.NO_INTERVAL: (
        Text(id="Dugaan dampak tidak mempunyai selang.", en="The effect has no interval."),
        Text(id="Pakai putusan bukti tidak layak.", en="Use the verdict that the evidence is not credible."),
    ),
    Refusal.CONTRADICTION: (
        Text(id="Putusan {} tidak sesuai dengan selangnya.", en="The verdict {} does not follow from its interval."),
        Text(
            id="Ambil putusan, selang dan dampak terkecil dari evaluasi yang sama.",
            en="Take the verdict, the interval and the smallest effect from the same evaluation.",
        ),
    ),
    Refusal.BACKWARDS: (
        Text(id="Selang {} terbalik atau bukan angka.", en="The interval of {} is reversed or no number."),
        Text(id="Isi batas bawah, lalu batas atas.", en="Give the lower end, then the upper one."),
    ),
    Refusal.TOLERANCE: (
        Text(id="Batas turun {} tidak dapat dipakai.", en="The tolerated fall of {} cannot be used."),
        Text(id="Isi angka 0 atau lebih.", en="Give a number of 0 or more."),
    ),
    Refusal.EARLIER: (
        Text(id="Jumlah evaluasi sebelumnya tidak mungkin negatif.", en="Earlier evaluations cannot be fewer than 0."),
        Text(id="Isi 0 bila ini yang pertama.", en="Give 0 where this is the first."),
    ),
    Refusal.INCOMPLETE: (
        Text(id="Aturan ini tidak menjawab setiap keadaan: {}.", en="This rule does not answer every case: {}."),
        Text(id="Tambahkan baris terakhir tanpa syarat.", en="Add a last line without a condition."),
    ),
    Refusal.EXPANDS_HARM: (
        Text(
            id="Aturan ini mengembangkan program yang merugikan: {}.",
            en="This rule expands a programme that harms: {}.",
        ),
        Text(
            id="Putuskan dihentikan atau diperbaiki lebih dulu bagi keadaan itu.",
            en="Let an earlier line stop or fix the programme in that case.",
        ),
    ),
    Refusal.UNKNOWN_WORD: (
        Text(id="Aturan memuat kata yang tidak dikenal: {}.", en="The rule has a word that is not known: {}."),
        Text(
            id="Pakai syarat, putusan, keadaan dan tindakan yang tersedia.",
            en="Use the conditions, verdicts, states and actions that there are.",
        ),
    ),
}
