"""Why an import is not applied, or not undone: in either case nothing was written."""

from collections.abc import Sequence

from pembina.core.text import Text
from pembina.domain.people.refusals import RefusedError

NAMED = 3


class ChangedSinceError(RefusedError):
    """What is on record is no longer what it was at the check."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        super().__init__(
            Text(
                id=f"Data berubah sejak diperiksa: {_listed(names, 'dan', 'lainnya')}.",
                en=f"The record has changed since the check: {_listed(names, 'and', 'more')}.",
            ),
            Text(id="Periksa lagi berkas ini, lalu terapkan.", en="Check the file again, then apply it."),
        )


class CircleSinceError(RefusedError):
    """With what has been moved meanwhile, some units would lie below themselves; `names` leads round, once each."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        around = " → ".join((*names, names[0]))
        super().__init__(
            Text(
                id=f"Ada unit yang dipindahkan sejak itu, sehingga unit induk akan berputar: {around}.",
                en=f"Units were moved since, so that the parents would go round in a circle: {around}.",
            ),
            Text(
                id="Pindahkan salah satu unit itu keluar dari lingkaran, lalu coba lagi.",
                en="Move one of these units out of the circle, then try again.",
            ),
        )


class OtherPlanError(RefusedError):
    """The plan to be applied is not the one that was looked at, or not the one that the check wrote."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Rencana perubahan ini bukan lagi yang ditampilkan.",
                en="The planned changes are no longer those that were shown.",
            ),
            Text(id="Lihat rencananya lagi, lalu terapkan.", en="Look at them again, then apply."),
        )


class ChangedAfterwardsError(RefusedError):
    """Somebody has changed by now what the import wrote."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        super().__init__(
            Text(
                id=f"Sudah diubah lagi setelah impor: {_listed(names, 'dan', 'lainnya')}.",
                en=f"Changed again since the import: {_listed(names, 'and', 'more')}.",
            ),
            Text(
                id="Impor ini tidak dapat diurungkan seluruhnya; perbaiki satu per satu di halaman pegawai atau unit.",
                en="This import cannot be undone as a whole; correct the records one by one on their pages.",
            ),
        )


class LaterImportError(RefusedError):
    """A later import has touched the same records."""

    def __init__(self, file_name: str) -> None:
        super().__init__(
            Text(
                id=f"Impor sesudahnya ({file_name}) menyentuh data yang sama.",
                en=f"A later import ({file_name}) touches the same records.",
            ),
            Text(id="Urungkan impor itu lebih dahulu.", en="Undo that one first."),
        )


class InUseSinceError(RefusedError):
    """Something hangs by now on a record that the import has made."""

    def __init__(self, names: Sequence[str], what: str) -> None:
        self.names = tuple(names)
        super().__init__(
            Text(
                id=f"Sudah dipakai data lain ({what}): {_listed(names, 'dan', 'lainnya')}.",
                en=f"Other records ({what}) need them by now: {_listed(names, 'and', 'more')}.",
            ),
            Text(
                id="Hapus atau pindahkan data itu lebih dahulu, atau biarkan impor ini.",
                en="Remove or move those records first, or let the import stand.",
            ),
        )


def _listed(names: Sequence[str], conjunction: str, more: str) -> str:
    shown = ", ".join(names[:NAMED])
    left = len(names) - NAMED
    return f"{shown} {conjunction} {left} {more}" if left > 0 else shown
