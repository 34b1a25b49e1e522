"""What is refused where human resources name somebody to rate."""

from datetime import date

from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError
from pembina.domain.people.refusals import spelled


class RaterNotWantedError(RefusedError):
    """There is a superior who takes over, or the head of region rates."""

    def __init__(self) -> None:
        super().__init__(
            Text(id="Evaluasi ini sudah ada yang menilai.", en="Somebody is there to rate this appraisal."),
            Text(
                id="Penilai ditunjuk hanya bila penilainya lalai dan atasannya tidak ada.",
                en="A rater is named only where the rater was silent and has no superior on record.",
            ),
        )


class RaterStillHasTimeError(RefusedError):
    def __init__(self, ends_on: date) -> None:
        super().__init__(
            Text(
                id=f"Penilai masih mempunyai waktu sampai {spelled(ends_on).id}.",
                en=f"The rater has time until {spelled(ends_on).en}.",
            ),
            Text(id="Tunggu sampai hari itu lewat.", en="Wait until that day has passed."),
        )


class UnfitRaterError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Orang ini tidak dapat menjadi penilainya.", en="This person cannot be the rater."),
            Text(
                id="Pilih pejabat lain yang memangku jabatan: bukan pegawai itu, bukan penilai yang lalai, bukan Anda.",
                en="Choose another who holds a position: not the person rated, not the silent rater, not yourself.",
            ),
        )
