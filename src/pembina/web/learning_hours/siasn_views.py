"""Hours in the form of SIASN: what can be sent, what it would refuse and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.core.text import Language
from pembina.domain.access.permissions import Permission
from pembina.domain.development.models import LearningRecord
from pembina.domain.development.operations.exports import note_siasn_export
from pembina.domain.development.operations.siasn_ids import note_siasn_identities
from pembina.domain.development.queries.learning_hours import records_counted
from pembina.domain.development.queries.siasn import people_by_nip
from pembina.exchange.bounded import ComputationStoppedError
from pembina.exchange.bounded_reading import read_within_limits
from pembina.exchange.learning import (
    LedgerRow,
    SiasnExport,
    SiasnFinding,
    export_workbook,
    read_identities,
    siasn_export,
    structural_named,
)
from pembina.exchange.tables import UnreadableFileError
from pembina.web.access import requires, signed_in
from pembina.web.access.address import client_address
from pembina.web.components.formatting import in_language, number
from pembina.web.components.refusals import refuse_on
from pembina.web.learning_hours.filters import YearFilters
from pembina.web.learning_hours.import_plan import FindingRow, finding_rows
from pembina.web.learning_hours.import_views import FileForm
from pembina.web.learning_hours.visitors import actor_of, board_trail, reader_of, tabs, writes
from pembina.web.uploads.file_words import WORKBOOK, attached

ON_A_PAGE = 50
STRUCTURAL = 1


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """One row that SIASN would refuse."""

    name: str
    nip: str
    shape: str
    field: str
    value: str
    reason: str
    remedy: str


@signed_in
@require_safe
def siasn(request: HttpRequest) -> HttpResponse:
    """Show how many rows of a year can be sent, and every reason why others cannot."""
    reader_of(request)
    on = timezone.localdate()
    filters = YearFilters(request.GET, on=on)
    made = export_of(filters.year_chosen, on=on)
    page = Paginator(made.findings, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "tabs": tabs(request, "siasn"),
        "filters": filters,
        "diklat": number(len(made.diklat)),
        "kursus": number(len(made.kursus)),
        "refused": number(made.refused_count),
        "page": page,
        "rows": refused_rows(page),
        "may_write": writes(request),
    }
    return render(request, "learning_hours/siasn.html", context)


@signed_in
@require_POST
def download(request: HttpRequest) -> HttpResponse:
    """Give the workbook with both histories and the rows that would be refused; who took it is written down."""
    actor, on = reader_of(request), timezone.localdate()
    year = YearFilters(request.POST, on=on).year_chosen
    note_siasn_export(
        records=records_counted(year), filters=str(year), by=actor, at=timezone.now(), address=client_address(request)
    )
    language: Language = "en" if get_language() == "en" else "id"
    return attached(export_workbook(export_of(year, on=on), language=language), WORKBOOK, f"siasn-jp-{year}.xlsx")


@requires(Permission.PLAN_PROGRAMME)
def identities(request: HttpRequest) -> HttpResponse:
    """Take over the ids of persons from the staff export of SIASN; rows with a fault are left out and listed."""
    form, findings = FileForm(request.POST or None, request.FILES or None), list[FindingRow]()
    if form.is_bound and form.is_valid():
        given = form.cleaned_data["file"]
        try:
            told = {"name": given.name, "known": people_by_nip(), "on": timezone.localdate()}
            file = read_within_limits(read_identities, given.read(), **told)
            noted = note_siasn_identities(ids=file.ids, by=actor_of(request), at=timezone.now())
            text = ngettext("%(count)d ID dicatat.", "%(count)d ID dicatat.", noted.written)
            messages.success(request, text % {"count": noted.written})
            findings = finding_rows(file.findings)
            if not findings:
                return redirect("learning_hours:siasn")
        except (UnreadableFileError, ComputationStoppedError) as refused:
            refuse_on(form, refused, field="file")
    context = {"form": form, "findings": findings, "trail": board_trail()}
    return render(request, "learning_hours/identities.html", context, status=422 if form.errors else 200)


def export_of(year: int, *, on: date) -> SiasnExport:
    rows = map(ledger_row, records_counted(year))
    return siasn_export(rows, agency_id=settings.PEMBINA_SIASN_AGENCY_ID, on=on)


def ledger_row(row: LearningRecord) -> LedgerRow:
    identity = getattr(row.person, "siasn", None)
    return LedgerRow(
        key=str(row.pk), nip=row.person.nip, pns_id=identity.pns_id if identity else "", form=row.form,
        title=row.title, organiser=row.organiser, number=row.number, hours=row.hours, first_day=row.first_day,
        last_day=row.last_day, name=row.person.titled_name, year=row.year,
        structural_id=structural_named(row.title) if row.form == STRUCTURAL else None,
    )  # fmt: skip


def refused_rows(findings: Iterable[SiasnFinding]) -> list[RefusedRow]:
    return [
        RefusedRow(
            found.name, found.nip, _("diklat") if found.shape == "diklat" else _("kursus"), found.field, found.value,
            in_language(found.reason), in_language(found.remedy),
        )
        for found in findings
    ]  # fmt: skip
