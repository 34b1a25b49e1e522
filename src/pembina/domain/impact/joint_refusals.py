"""What operations on joint evaluations refuse, each with what happened and what to do next."""

from pembina.core.text import Text
from pembina.domain.impact.refusals import RefusedError


class NothingSharedError(RefusedError):
    """No unit is in waves of both programmes."""

    def __init__(self, title: str) -> None:
        super().__init__(
            Text(
                id=f"Tidak ada unit yang masuk gelombang program ini dan gelombang {title}.",
                en=f"No unit is in a wave of this programme and in one of {title}.",
            ),
            Text(
                id="Nilai kedua program sendiri-sendiri; keluarkan unit bersama dari pembanding.",
                en="Judge the programmes by themselves; take shared units out of the comparison.",
            ),
        )


class JointOpenError(RefusedError):
    def __init__(self, title: str) -> None:
        super().__init__(
            Text(
                id=f"Kedua program sudah mempunyai rancangan bersama yang belum selesai: {title}.",
                en=f"The two programmes have a joint design that is not finished: {title}.",
            ),
            Text(id="Lanjutkan rancangan itu, atau hentikan dengan alasannya.", en="Go on with it, or drop it."),
        )


class JointOnlyError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Evaluasi bersama hanya menyatakan dampak kedua program bersama-sama.",
                en="A joint evaluation tells the effect of both programmes together only.",
            ),
            Text(
                id="Jenjang 4 satu program dicatat dari evaluasi program itu sendiri.",
                en="Level 4 of one programme is put on record from its own evaluation.",
            ),
        )
