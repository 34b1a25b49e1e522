"""A list of people as a workbook to take along."""

from typing import cast

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.models import User
from pembina.domain.people.models import Person
from pembina.domain.people.operations import note_export
from pembina.domain.people.permissions import record_open_to
from pembina.exchange.staff import staff_workbook
from pembina.web.access.address import client_address
from pembina.web.people.present import exported_rows, head_of_export

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook_of(people: QuerySet[Person], request: HttpRequest, *, filters: str) -> HttpResponse:
    """Give those of `people` whose records are open to the visitor, and write down who took the list."""
    actor, on = cast(User, request.user), timezone.localdate()
    opened = people.filter(pk__in=record_open_to(actor, on=on).values("pk"))
    address = client_address(request)
    note_export(people=opened, filters=filters, by=actor, at=timezone.now(), address=address)
    content = staff_workbook(head_of_export(), exported_rows(opened), sheet=_("Pegawai"))
    name = f"pegawai-{on.isoformat()}.xlsx"
    disposition = f'attachment; filename="{name}"'
    return HttpResponse(content, content_type=WORKBOOK, headers={"Content-Disposition": disposition})
