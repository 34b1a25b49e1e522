"""What is refused when a programme is decided on, a decision signed, or what follows from it is kept."""

from datetime import date

from pembina.core.text import Text
from pembina.domain.impact.refusals import RefusedError
from pembina.domain.people.refusals import spelled

__all__ = ["RefusedError"]


class RunNotDoneError(RefusedError):
    """Nobody decides on a run that has no result."""

    def __init__(self, state: str) -> None:
        super().__init__(
            Text(
                id=f"Perhitungan ini belum mempunyai hasil ({state.lower()}).",
                en=f"This run has no result yet ({state.lower()}).",
            ),
            Text(
                id="Tunggu sampai selesai, atau minta perhitungan baru.",
                en="Wait until it is done, or ask for a new one.",
            ),
        )


class OwnWorkError(RefusedError):
    """Whoever designed or ran an evaluation does not decide on it."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Anda yang mengunci rancangan atau meminta perhitungan ini.",
                en="You locked the design or asked for this run.",
            ),
            Text(id="Orang lain yang memutuskan.", en="Somebody else decides."),
        )


class OldDesignError(RefusedError):
    """A later version of the design was locked; what was promised last holds."""

    def __init__(self, version: int, latest: int) -> None:
        super().__init__(
            Text(
                id=f"Perhitungan ini memakai rancangan versi {version}; yang berlaku versi {latest}.",
                en=f"This run used version {version} of the design; version {latest} holds.",
            ),
            Text(
                id="Minta perhitungan baru menurut rancangan yang berlaku.",
                en="Ask for a new run by the design that holds.",
            ),
        )


class NewerRunError(RefusedError):
    """With several runs of one design nobody picks the one that suits: the latest decides."""

    def __init__(self, number: int, latest: int) -> None:
        super().__init__(
            Text(
                id=f"Perhitungan ke-{latest} lebih baru daripada perhitungan ke-{number}.",
                en=f"Run {latest} is later than run {number}.",
            ),
            Text(id="Putuskan atas perhitungan yang terakhir.", en="Decide on the latest run."),
        )


class RuleUnusableError(RefusedError):
    """The locked rule cannot be applied to what the run found."""

    def __init__(self, why: Text) -> None:
        super().__init__(
            Text(
                id=f"Aturan yang dikunci tidak dapat diterapkan: {why.id}",
                en=f"The locked rule cannot be applied: {why.en}",
            ),
            Text(
                id="Buka versi baru rancangan evaluasi dan perbaiki aturannya.",
                en="Open a new version of the design and mend its rule.",
            ),
        )


class DepartsWithoutReasonError(RefusedError):
    """Whoever departs from the rule says why."""

    about = ("reason",)

    def __init__(self, by_rule: Text) -> None:
        super().__init__(
            Text(
                id=f"Menurut aturan program ini {by_rule.id}; keputusan Anda lain, dan alasannya belum ditulis.",
                en=f"By the rule the answer is: {by_rule.en}; you decide otherwise, and the reason is missing.",
            ),
            Text(
                id="Tulis mengapa Anda menyimpang dari aturan; alasan itu ikut dibekukan.",
                en="Write why you depart from the rule; the reason is frozen too.",
            ),
        )


class ReviewTooEarlyError(RefusedError):
    about = ("review_on",)

    def __init__(self, day: date) -> None:
        super().__init__(
            Text(
                id=f"Hari peninjauan, {spelled(day).id}, tidak sesudah hari keputusan.",
                en=f"The day of the review, {spelled(day).en}, is not after the day of the decision.",
            ),
            Text(id="Pilih hari sesudah hari ini.", en="Choose a day after today."),
        )


class NotNamedToSignError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Rancangan evaluasi ini tidak menunjuk Anda sebagai penanda tangan.",
                en="The design of this evaluation does not name you to sign.",
            ),
            Text(
                id="Penanda tangan ditetapkan sebelum rancangan dikunci.",
                en="Who signs was settled before the design was locked.",
            ),
        )


class SignedAlreadyError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Anda sudah menandatangani keputusan ini.", en="You have signed this decision already."),
            Text(id="Tanda tangan tidak dapat diganti.", en="A signature cannot be replaced."),
        )


class DissentMissingError(RefusedError):
    about = ("dissent",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Pendapat Anda yang berbeda belum ditulis.", en="Your dissent is not written yet."),
            Text(id="Tulis pendapat Anda dalam beberapa kalimat.", en="Write it in a few sentences."),
        )


class DissentWhileAgreeingError(RefusedError):
    about = ("dissent",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Anda memilih setuju, tetapi menulis pendapat berbeda.", en="You agree, and yet wrote a dissent."),
            Text(
                id="Kosongkan pendapat itu, atau pilih berpendapat berbeda.", en="Leave it out, or choose to dissent."
            ),
        )


class ContentChangedError(RefusedError):
    """What would be signed is not what was sealed."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Isi keputusan ini tidak cocok dengan segelnya: sesudah diputuskan, isinya diubah.",
                en="This decision does not match its seal: it was changed after it was taken.",
            ),
            Text(id="Jangan tanda tangani. Laporkan kepada auditor.", en="Do not sign it. Report it to the auditor."),
        )


class DueTooEarlyError(RefusedError):
    about = ("due_on",)

    def __init__(self, decided: date) -> None:
        super().__init__(
            Text(
                id=f"Tenggatnya sebelum hari keputusan, {spelled(decided).id}.",
                en=f"It would be due before the day of the decision, {spelled(decided).en}.",
            ),
            Text(id="Pilih hari itu atau sesudahnya.", en="Choose that day or a later one."),
        )


class WordMissingError(RefusedError):
    """A task ends with a word about how."""

    about = ("note",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Catatan penutupnya belum ditulis.", en="The closing note is missing."),
            Text(id="Tulis dalam satu kalimat apa yang terjadi.", en="Write in one sentence what happened."),
        )
