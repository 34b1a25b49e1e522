"""What operations on impact refuse, each with what happened and what to do next."""

from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError

__all__ = ["RefusedError"]


class WrongStepError(RefusedError):
    """The record is not in the state in which this can be done; somebody else may have been faster."""

    def __init__(self, state: str) -> None:
        super().__init__(
            Text(id=f"Keadaannya sekarang: {state}.", en=f"Its state is now: {state}."),
            Text(
                id="Muat ulang halaman dan lihat langkah yang tersedia.", en="Reload the page for the steps open now."
            ),
        )


class ReasonMissingError(RefusedError):
    """Something that must be explained was not."""

    def __init__(self) -> None:
        super().__init__(
            Text(id="Alasannya belum ditulis.", en="The reason is missing."),
            Text(id="Tulis alasannya dalam satu kalimat.", en="Write the reason in one sentence."),
        )
