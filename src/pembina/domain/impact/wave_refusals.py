"""What the planner of waves refuses, each with what happened and what to do next."""

from pembina.core.text import Text
from pembina.domain.impact.refusals import RefusedError


class LotMovedError(RefusedError):
    """What would be drawn from is not what was shown: figures, staff or the plan changed meanwhile."""

    about = ("seed",)

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Unit atau kelompok undiannya berubah sejak pratinjau; belum ada yang diundi.",
                en="The units or their strata have changed since they were shown; nothing was drawn.",
            ),
            Text(id="Lihat pratinjaunya sekali lagi, lalu simpan.", en="Look at the preview once more, then keep it."),
        )


class UnitOutsideAndInError(RefusedError):
    """A unit would join a wave and stay out of all of them."""

    about = ("outside",)

    def __init__(self, unit: str, wave: int) -> None:
        super().__init__(
            Text(
                id=f"{unit} ada di gelombang {wave}; tidak dapat sekaligus tetap di luar.",
                en=f"{unit} is in wave {wave}; it cannot stay out as well.",
            ),
            Text(id="Hapus dari salah satunya.", en="Take it out of one of them."),
        )
