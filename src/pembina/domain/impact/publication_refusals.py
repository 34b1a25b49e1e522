"""What is refused when a decision is published, or what was published is withdrawn."""

from collections.abc import Sequence

from pembina.core.text import Text
from pembina.domain.impact.refusals import RefusedError

__all__ = ["RefusedError"]


class PublishedAlreadyError(RefusedError):
    """Citizens read one version at a time."""

    def __init__(self) -> None:
        super().__init__(
            Text(id="Kabar keputusan ini sudah terbit.", en="This decision is published already."),
            Text(
                id="Tarik dulu dengan alasannya, lalu terbitkan yang baru.",
                en="Withdraw it with the reason, then publish it anew.",
            ),
        )


class NotPublishedError(RefusedError):
    """There is nothing to take back."""

    def __init__(self) -> None:
        super().__init__(
            Text(id="Kabar keputusan ini tidak sedang terbit.", en="This decision is not published now."),
            Text(id="Muat ulang halaman.", en="Reload the page."),
        )


class TracesError(RefusedError):
    """A number or an address in a text leads to a person."""

    about = ("message",)

    def __init__(self, traces: Sequence[str]) -> None:
        listed = ", ".join(f"“{trace}”" for trace in traces)
        super().__init__(
            Text(
                id=f"Tulisan yang akan dibaca warga menunjuk orang: {listed}.",
                en=f"What citizens would read points to a person: {listed}.",
            ),
            Text(
                id="Keluarkan dari pesan; bila ada dalam alasan keputusan, kabar ini tidak dapat diterbitkan.",
                en="Take it out of the message; where it is in the reason of the decision, that cannot be published.",
            ),
        )
