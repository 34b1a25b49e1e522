"""What operations on process and effort refuse, each with what happened and what to do next."""

from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError


class NotOfTheTwoError(RefusedError):
    """Difficulty and guards are for the person and for whoever leads the person that day."""

    def __init__(self) -> None:
        super().__init__(
            Text(id="Langkah ini milik pegawai dan atasannya.", en="This is for the person and the superior."),
            Text(
                id="Mintalah salah satu dari keduanya, atau Plt/Plh atasan pada hari itu.",
                en="Ask one of the two, or whoever stands in for the superior that day.",
            ),
        )


class OwnProposalError(RefusedError):
    """Both must have said the same: nobody agrees to what the own side proposed."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Usul sendiri tidak dapat disetujui sendiri.",
                en="What your own side proposed is not yours to agree to.",
            ),
            Text(id="Tunggu jawaban pihak lain, atau tarik usulnya.", en="Wait for the other side, or take it back."),
        )


class DifficultyOpenError(RefusedError):
    about = ("degree",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Masih ada usul Anda yang menunggu jawaban.", en="A proposal of your side still waits."),
            Text(id="Tarik usul itu dahulu.", en="Take that one back first."),
        )


class DifficultySameError(RefusedError):
    about = ("degree",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Tingkat itu sudah diusulkan atau disepakati.", en="That degree is proposed or agreed already."),
            Text(id="Setujui usul yang ada, atau pilih tingkat lain.", en="Agree to it, or choose another degree."),
        )


class DifficultyEndedError(RefusedError):
    """Somebody was faster, in another window or on the other side."""

    def __init__(self, state: str) -> None:
        super().__init__(
            Text(id=f"Usul ini tidak lagi menunggu: {state}.", en=f"This proposal does not wait any more: {state}."),
            Text(id="Muat ulang halaman dan lihat kesepakatannya.", en="Reload the page and see what was agreed."),
        )


class GuardUnmeasuredError(RefusedError):
    """An indicator in words cannot improve by a number, nor guard one."""

    about = ("guard",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Indikator itu tidak mempunyai target dalam angka.", en="That indicator has no target in numbers."),
            Text(id="Pilih indikator yang terukur.", en="Choose one that is measured."),
        )


class GuardItselfError(RefusedError):
    about = ("guard",)

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Indikator yang membaik tidak dapat menjaga mutunya sendiri.",
                en="The indicator that improves cannot guard its own quality.",
            ),
            Text(
                id="Pilih angka lain, misalnya SKM layanan atau indikator mutu.",
                en="Choose another figure, such as the satisfaction index or an indicator of quality.",
            ),
        )


class GuardElsewhereError(RefusedError):
    about = ("guard",)

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Penjaga mutu dipilih dari SKP yang sama atau dari layanan unitnya.",
                en="A guard is another indicator of the same plan, or a figure of a service of the unit.",
            ),
            Text(id="Pilih salah satu dari daftar.", en="Choose one of the list."),
        )


class GuardToleranceError(RefusedError):
    about = ("tolerated",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Batas penurunan mutu bukan angka nol atau lebih.", en="The tolerance is no number of 0 or more."),
            Text(id="Isi 0 bila sama sekali tidak boleh memburuk.", en="Write 0 where it may not get worse at all."),
        )


class GuardNamedError(RefusedError):
    about = ("guard",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Penjaga mutu itu sudah disebut.", en="That guard is named already."),
            Text(id="Pilih angka lain.", en="Choose another figure."),
        )


class GuardsManyError(RefusedError):
    about = ("guard",)

    def __init__(self, most: int) -> None:
        super().__init__(
            Text(
                id=f"Satu indikator mempunyai paling banyak {most} penjaga mutu.",
                en=f"An indicator has at most {most} guards.",
            ),
            Text(id="Tarik salah satunya selagi dapat ditarik.", en="Take one back while that is possible."),
        )


class GuardStaysError(RefusedError):
    """A guard that could be lost once its figure is known would guard nothing."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Penjaga mutu ini tidak dapat ditarik lagi: hasilnya mungkin sudah terlihat, atau orang lain "
                "yang menyebutnya.",
                en="This guard cannot be taken back: the outcome may be in sight, or somebody else named it.",
            ),
            Text(id="Sebut penjaga lain di sampingnya.", en="Name another one beside it."),
        )


class StepNotLateError(RefusedError):
    about = ("words",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Keterangan ditulis untuk langkah sendiri yang terlambat.", en="This is for an own late step."),
            Text(id="Pilih langkah yang terlambat di halaman Anda.", en="Choose a late step on your page."),
        )


class RemarkEmptyError(RefusedError):
    about = ("words",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Keterangan masih kosong.", en="The remark is empty."),
            Text(id="Tulis apa yang terjadi, misalnya sistem mati.", en="Write what happened, such as a failure."),
        )
