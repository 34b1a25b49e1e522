"""What operations on programmes refuse, each with the field it is about, what happened and what to do next."""

from collections.abc import Sequence
from datetime import date

from pembina.core.text import Text
from pembina.domain.development.refusals import RefusedError
from pembina.domain.people.refusals import spelled


class ProgrammeCodeTakenError(RefusedError):
    about = ("code",)

    def __init__(self, code: str, title: str) -> None:
        super().__init__(
            Text(id=f"Kode {code} sudah dipakai program {title}.", en=f"The programme {title} has the code {code}."),
            Text(id="Pakai kode lain.", en="Use another code."),
        )


class ProgrammeDatesError(RefusedError):
    about = ("ends_on",)

    def __init__(self, starts_on: date, ends_on: date) -> None:
        super().__init__(
            Text(
                id=f"Program berakhir {spelled(ends_on).id}, sebelum mulai {spelled(starts_on).id}.",
                en=f"The programme ends on {spelled(ends_on).en}, before it starts on {spelled(starts_on).en}.",
            ),
            Text(id="Periksa kedua tanggalnya.", en="Check both days."),
        )


class EvaluationMissingError(RefusedError):
    """One of the four levels is not planned, or twice."""

    about = ("method_1",)

    def __init__(self, levels: Sequence[int]) -> None:
        named = ", ".join(str(level) for level in levels)
        super().__init__(
            Text(id=f"Evaluasi jenjang {named} belum dijadwalkan.", en=f"Evaluation of level {named} is not planned."),
            Text(
                id="Isi keempat jenjang: reaksi, pembelajaran, perilaku, dan hasil.",
                en="Plan all four: reaction, learning, behaviour and results.",
            ),
        )


class EvaluationMonthsError(RefusedError):
    """A level is judged too early or too late; behaviour needs time to change and has to be remembered."""

    def __init__(self, level: int, first: int, last: int | None) -> None:
        self.about = (f"months_{level}",)
        span = f"{first}–{last}" if last else f"≥ {first}"
        super().__init__(
            Text(
                id=f"Evaluasi jenjang {level} dilakukan {span} bulan sesudahnya.",
                en=f"Level {level} is judged {span} months later.",
            ),
            Text(id="Ubah jumlah bulannya.", en="Change the number of months."),
        )


class ElementError(RefusedError):
    """The element of the survey is missing, or named although the figure is another."""

    about = ("element",)

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Unsur SKM diisi bila, dan hanya bila, angkanya satu unsur SKM.",
                en="The element of the survey belongs to that figure, and to no other.",
            ),
            Text(id="Pilih unsur 1–9, atau kosongkan.", en="Choose element 1-9, or leave it empty."),
        )


class BudgetError(RefusedError):
    """There is money without a source."""

    about = ("funding",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Ada anggaran, tetapi tanpa sumber dana.", en="There is a budget, but no source of money."),
            Text(id="Pilih sumber dananya, atau kosongkan anggaran.", en="Choose the source, or leave the budget out."),
        )


class FrozenError(RefusedError):
    """What is to be shown was agreed on; changing it after approval would move the goal."""

    def __init__(self, names: Sequence[str]) -> None:
        self.about = tuple(names)
        super().__init__(
            Text(
                id="Layanan, angka, arah, dan evaluasi terkunci sejak program disetujui.",
                en="Services, figure, direction and evaluation are locked since the approval.",
            ),
            Text(
                id="Kembalikan program ke rancangan dengan alasannya, lalu ubah.",
                en="Send the programme back to draft with the reason, then change it.",
            ),
        )


class ProgrammeIncompleteError(RefusedError):
    """Something without which nobody can approve."""

    def __init__(self, missing: Sequence[Text]) -> None:
        super().__init__(
            Text(
                id=f"Belum dapat disetujui: {'; '.join(part.id for part in missing)}.",
                en=f"Cannot be approved yet: {'; '.join(part.en for part in missing)}.",
            ),
            Text(id="Lengkapi lewat Ubah.", en="Complete it with Change."),
        )


class WavesOutsideError(RefusedError):
    about = ("starts_on", "ends_on")

    def __init__(self, number: int, day: date) -> None:
        super().__init__(
            Text(
                id=f"Gelombang {number} mulai {spelled(day).id}, di luar tanggal program yang baru.",
                en=f"Wave {number} begins on {spelled(day).en}, outside the new days of the programme.",
            ),
            Text(id="Geser gelombangnya lebih dahulu, atau ubah tanggalnya.", en="Move the wave first, or the days."),
        )


class BatchesOpenError(RefusedError):
    def __init__(self, count: int) -> None:
        super().__init__(
            Text(
                id=f"{count} angkatan belum selesai atau dibatalkan.",
                en=f"{count} batch{'es are' if count > 1 else ' is'} neither finished nor cancelled.",
            ),
            Text(id="Selesaikan atau batalkan angkatannya lebih dahulu.", en="Finish or cancel them first."),
        )


class BatchesBegunError(RefusedError):
    """People have been let in for the goal as it was approved."""

    def __init__(self, count: int) -> None:
        super().__init__(
            Text(
                id=f"{count} angkatan program ini sudah dibuka, berlangsung, atau selesai.",
                en=f"{count} batch{'es' if count > 1 else ''} of this programme opened, began or finished.",
            ),
            Text(
                id="Batalkan angkatannya lebih dahulu; bila ada yang sudah selesai, rencanakan program baru.",
                en="Cancel them first; where one has finished, plan another programme.",
            ),
        )


class TooEarlyError(RefusedError):
    """Something is said to have happened on a day that has not come."""

    about = ("on", "done_on")

    def __init__(self, day: date) -> None:
        super().__init__(
            Text(id=f"{spelled(day).id} belum tiba.", en=f"{spelled(day).en} has not come."),
            Text(id="Tulis hari ini atau sebelumnya.", en="Write today or an earlier day."),
        )
