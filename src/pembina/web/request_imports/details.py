"""The rows of one import, a page at a time: what was refused, is impossible, still open, worth a look, or changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pembina.core.rules.service_time import MISSING as NO_INSTANT
from pembina.core.rules.service_time import Flaw
from pembina.core.rules.service_time.zones import EPOCH
from pembina.domain.people.intake.rows import Severity
from pembina.domain.services.enums import Channel, RequestStep
from pembina.domain.services.intake.checking import STILL_OPEN
from pembina.domain.services.models import RequestImport, RequestImportChange, RequestImportFinding, ServiceRequest
from pembina.web.components.formatting import MISSING, in_language, number
from pembina.web.request_imports.filters import searched
from pembina.web.uploads.file_words import moment

ROWS_ON_A_PAGE = 25
LARGEST_ROW = 999_999_999
FLAWS = [flaw.value for flaw in Flaw]
# What is most in need of a look stands first.
TABS = ("refused", "impossible", "changed", "warning", "open")
TITLES = dict(
    zip(
        TABS,
        (
            gettext_lazy("Ditolak"),
            gettext_lazy("Mustahil"),
            gettext_lazy("Berubah"),
            gettext_lazy("Catatan"),
            gettext_lazy("Belum selesai"),
        ),
        strict=True,
    )
)
CONDITIONS = {
    "refused": Q(severity=Severity.REFUSED.value),
    "impossible": Q(severity=Severity.WARNING.value, code__in=FLAWS),
    "warning": Q(severity=Severity.WARNING.value) & ~Q(code__in=[*FLAWS, STILL_OPEN]),
    "open": Q(severity=Severity.WARNING.value, code=STILL_OPEN),
}


@dataclass(frozen=True, slots=True)
class FindingRow:
    row: str
    column: str
    value: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Difference:
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    row: str
    number: str
    differences: list[Difference]


@dataclass(frozen=True, slots=True)
class Details:
    """One tab: its rows on this page, and how it was searched."""

    tab: str
    tabs: list[dict[str, object]]
    label: str
    q: str
    page: Page[Any]
    rows: list[FindingRow] | list[ChangeRow]
    shows_changes: bool
    reset: str
    query: str
    note: str


def details(batch: RequestImport, data: QueryDict) -> Details | None:
    """Return the tab that the address names, or else the first one that has rows; None where no tab has any."""
    counted = {tab: count for tab, count in counts_of(batch).items() if count}
    if not counted:
        return None
    tab = data.get("tab", "") if data.get("tab", "") in counted else next(iter(counted))
    q = searched(data)
    shows_changes = tab == "changed"
    found: Any = changes(batch, q) if shows_changes else findings(batch, tab, q)
    page: Page[Any] = Paginator(found, ROWS_ON_A_PAGE).get_page(data.get("page"))
    address = f"{reverse('request_imports:batch', args=[batch.pk])}?{urlencode({'tab': tab})}"
    return Details(
        tab=tab,
        tabs=[tab_entry(name, count, here=name == tab) for name, count in counted.items()],
        label=str(TITLES[tab]),
        q=q,
        page=page,
        rows=change_rows(page) if shows_changes else finding_rows(page),
        shows_changes=shows_changes,
        reset=address if q else "",
        query=f"{urlencode({'tab': tab, 'q': q} if q else {'tab': tab})}&",
        note=cut_short(counted[tab], page.paginator.count, q),
    )


def counts_of(batch: RequestImport) -> dict[str, int]:
    """Return how many rows each tab has."""
    counts = batch.counts
    return dict(
        zip(TABS, (counts.refused, counts.impossible, counts.changed, counts.warnings, counts.open), strict=True)
    )


def cut_short(counted: int, listed: int, q: str) -> str:
    """Say that only the first rows of a long list are kept."""
    if q or listed >= counted:
        return ""
    words = {"listed": number(listed), "counted": number(counted)}
    return _("Ditampilkan %(listed)s yang pertama dari %(counted)s.") % words


def tab_entry(name: str, count: int, *, here: bool) -> dict[str, object]:
    return {"label": f"{TITLES[name]} ({number(count)})", "address": f"?tab={name}", "here": here}


def findings(batch: RequestImport, tab: str, q: str) -> QuerySet[RequestImportFinding]:
    found = batch.findings.filter(CONDITIONS[tab])
    if q:
        found = found.filter(Q(value__icontains=q) | Q(column__icontains=q) | row_matches(q))
    return found.order_by("row", "id")


def changes(batch: RequestImport, q: str) -> QuerySet[RequestImportChange]:
    found = batch.changes.filter(step=RequestStep.CHANGED)
    if q:
        numbered = ServiceRequest.objects.filter(number__icontains=q).values("pk")
        found = found.filter(Q(request__in=numbered) | row_matches(q))
    return found.order_by("id")


def row_matches(q: str) -> Q:
    is_row = q.isascii() and q.isdecimal() and int(q) <= LARGEST_ROW
    return Q(row=int(q)) if is_row else Q(pk__in=[])


def finding_rows(page: Iterable[RequestImportFinding]) -> list[FindingRow]:
    return [
        FindingRow(number(found.row), found.column, found.value, in_language(found.reason), in_language(found.remedy))
        for found in page
    ]


def change_rows(page: Iterable[RequestImportChange]) -> list[ChangeRow]:
    """Return the requests of a page with what differs."""
    found = list(page)
    numbers = dict(ServiceRequest.objects.filter(pk__in=[each.request for each in found]).values_list("pk", "number"))
    return [
        ChangeRow(number(each.row), numbers.get(each.request, MISSING), differences(each.before, each.after))
        for each in found
    ]


def differences(before: Any, after: Any) -> list[Difference]:
    return [
        Difference(str(label), told(field, before[field]), told(field, after[field]))
        for field, label in LABELS.items()
        if before[field] != after[field]
    ]


LABELS = {
    "received": gettext_lazy("Diterima"),
    "ended": gettext_lazy("Selesai"),
    "withdrawn": gettext_lazy("Ditarik"),
    "channel": gettext_lazy("Kanal"),
    "rests": gettext_lazy("Jeda"),
    "flaw": gettext_lazy("Cacat data"),
}


def told(field: str, value: Any) -> str:
    """Return one thing about a request in words."""
    if field in ("received", "ended"):
        return instant(value)
    if field == "rests":
        return number(len(value)) if value else MISSING
    if field == "withdrawn":
        return _("Ya") if value else _("Tidak")
    if field == "channel":
        return str(Channel(value).label)
    return in_language(Flaw(value).message) if value else MISSING


def instant(count: int) -> str:
    """Return microseconds since 1970 on the clock of the installation."""
    if count == NO_INSTANT:
        return MISSING
    return moment(timezone.localtime(EPOCH + timedelta(microseconds=count)))
