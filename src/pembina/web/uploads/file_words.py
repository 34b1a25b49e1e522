"""When and by whom a file came, as the pages of every import say it; and how a file is given."""

from datetime import datetime

from django.http import HttpResponse
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from pembina.domain.people.models import FileImport
from pembina.web.components.formatting import MISSING

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"


def moment(at: datetime | None) -> str:
    """``22 November 2026, 11.20 WIB``: the clock of the installation, with its zone."""
    if at is None:
        return MISSING
    local = timezone.localtime(at)
    return f"{formats.date_format(local, 'j F Y')}, {formats.date_format(local, 'H.i')} {local.tzname()}"


def officer(batch: FileImport) -> str:
    """Who brought a file in."""
    return batch.by.display_name if batch.by else _("Baris perintah")


def attached(content: bytes, kind: str, name: str) -> HttpResponse:
    """Give a file that no cache keeps."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type=kind, headers=headers)
