"""Why an import of requests is not applied; nothing was written."""

from pembina.core.text import Text
from pembina.domain.people.refusals import RefusedError


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
