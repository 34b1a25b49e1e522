"""Lists of requests leave the system; who took which is written down."""

from datetime import datetime

from django.db.models import QuerySet

from pembina.core.text import Text
from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.access.refusals import RefusedError
from pembina.domain.services.models import ServiceRequest

MOST_EXPORTED = 50_000


class TooManyToExportError(RefusedError):
    def __init__(self, count: int) -> None:
        super().__init__(
            Text(
                id=f"{count} permohonan terlalu banyak untuk satu berkas; paling banyak {MOST_EXPORTED}.",
                en=f"{count} requests are too many for one file; at most {MOST_EXPORTED}.",
            ),
            Text(id="Pilih satu layanan atau satu bulan.", en="Choose one service or one month."),
        )


def note_request_export(
    *, requests: QuerySet[ServiceRequest], filters: str, by: User, at: datetime, address: str | None = None
) -> None:
    """Write down that `by` takes a list of requests, narrowed as `filters` says; raises ``TooManyToExportError``."""
    count = requests.count()
    if count > MOST_EXPORTED:
        raise TooManyToExportError(count)
    with one_event():
        changes = {"requests": ("", str(count)), "filters": ("", filters)}
        record("export_requests", on=by, by=by, at=at, changes=changes, address=address)
