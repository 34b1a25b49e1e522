"""What results of the national record refuse, each with what to do next."""

from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError


class ResultImportUndoneError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Impor ini sudah diurungkan.", en="This import was taken back already."),
            Text(id="Impor lagi berkasnya bila perlu.", en="Import the file again where it is needed."),
        )


class ResultTouchedError(RefusedError):
    def __init__(self, count: int) -> None:
        super().__init__(
            Text(
                id=f"{count} hasil dari berkas ini sudah diubah impor lain sesudahnya; tidak ada yang diurungkan.",
                en=f"A later import changed {count} results of this file; nothing was taken back.",
            ),
            Text(id="Urungkan dulu impor yang sesudahnya.", en="Take the later import back first."),
        )


class OwnResultError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Hasil kinerja sendiri tidak diimpor atau diurungkan sendiri.",
                en="Nobody imports the result of oneself, or takes it back.",
            ),
            Text(id="Minta petugas kepegawaian lain.", en="Ask another officer of human resources."),
        )


class ResultOutOfReachError(RefusedError):
    def __init__(self, count: int) -> None:
        super().__init__(
            Text(
                id=f"{count} baris adalah pegawai di luar unit Anda; tidak ada yang ditulis.",
                en=f"{count} rows are about staff outside your units; nothing was written.",
            ),
            Text(
                id="Impor hanya pegawai dalam jangkauan Anda, atau minta petugas kepegawaian pusat.",
                en="Import staff within your reach only, or ask the central officers.",
            ),
        )


class TooManyResultsError(RefusedError):
    def __init__(self, count: int, most: int) -> None:
        super().__init__(
            Text(
                id=f"{count} baris terlalu banyak untuk satu berkas; paling banyak {most}.",
                en=f"{count} rows are too many for one file; at most {most}.",
            ),
            Text(id="Persempit dengan saringan.", en="Narrow the list with the filters."),
        )
