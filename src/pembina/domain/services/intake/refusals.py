"""Why an import of requests is not applied; nothing was written."""

from pembina.core.text import Text
from pembina.domain.people.refusals import RefusedError


class ImportOutOfReachError(RefusedError):
    """Whoever asked for it does not, or no longer, reach all services that the import touches."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Yang memintanya tidak berwenang atas semua layanan dalam impor ini. Tidak ada data yang berubah.",
                en="Whoever asked for this does not reach all services of this import. Nothing on record has changed.",
            ),
            Text(
                id="Mintalah petugas atau koordinator layanan unit itu untuk meneruskannya.",
                en="Ask an officer or the coordinator of services of that unit to go on with it.",
            ),
        )


class RequestsChangedSinceError(RefusedError):
    """What is on record, or what may be named by whoever imports, is no longer what it was at the check."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Permohonan yang tercatat sudah berubah sejak berkas ini diperiksa.",
                en="The requests on record have changed since this file was checked.",
            ),
            Text(id="Periksa lagi berkas ini, lalu terapkan.", en="Check the file again, then apply it."),
        )
