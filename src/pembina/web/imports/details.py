"""The rows of one import, a page at a time: what is new, changes, leaves, was refused or is worth a look."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from pembina.domain.people.enums import ChangeKind, ImportKind
from pembina.domain.people.intake.rows import Severity
from pembina.domain.people.models import ImportBatch, ImportChange, ImportFinding
from pembina.web.components.formatting import MISSING, in_language, number
from pembina.web.imports.filters import searched
from pembina.web.imports.values import Words
from pembina.web.imports.wording import FIELDS

ROWS_ON_A_PAGE = 25
LARGEST_ROW = 9_999_999
# What is most in need of a look stands first.
TABS = (Severity.REFUSED, ChangeKind.CHANGED, ChangeKind.NEW, ChangeKind.LEAVING, Severity.WARNING)
TOLD_OF_NEW = ("status", "position", "unit", "superior", "rank", "kind", "sector", "parent")


@dataclass(frozen=True, slots=True)
class Difference:
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    name: str
    number: str
    row: str
    differences: list[Difference]


@dataclass(frozen=True, slots=True)
class FindingRow:
    row: str
    column: str
    value: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Details:
    """One tab: its rows on this page, and how it was searched."""

    tab: str
    tabs: list[dict[str, object]]
    label: str
    q: str
    page: Page[Any]
    rows: list[ChangeRow] | list[FindingRow]
    shows_changes: bool
    reset: str
    query: str
    subject: str
    what: str
    search_label: str


def details(batch: ImportBatch, data: QueryDict, *, told: int = 0) -> Details | None:
    """Return the tab that the address names, or else the first one that has rows; None where no tab has any."""
    counted = {tab: count for tab, count in counts_of(batch, told).items() if count > 0}
    if not counted:
        return None
    tab = data.get("tab", "") if data.get("tab", "") in counted else next(iter(counted))
    q = searched(data)
    shows_changes = tab in ChangeKind.values
    found = changes(batch, tab, q) if shows_changes else findings(batch, tab, q)
    page: Page[Any] = Paginator(found, ROWS_ON_A_PAGE).get_page(data.get("page"))
    address = f"{reverse('imports:batch', args=[batch.pk])}?{urlencode({'tab': tab})}"
    titles = tab_titles()
    return Details(
        tab=tab,
        tabs=[tab_entry(name, titles[name], count, here=name == tab) for name, count in counted.items()],
        label=titles[tab],
        q=q,
        page=page,
        rows=change_rows(page, batch) if shows_changes else finding_rows(page),
        shows_changes=shows_changes,
        reset=address if q else "",
        query=f"{urlencode({'tab': tab, 'q': q} if q else {'tab': tab})}&",
        subject=_("Pegawai") if batch.kind == ImportKind.STAFF else _("Unit kerja"),
        what=column_title(tab),
        search_label=search_label(tab),
    )


def about_the_file(batch: ImportBatch) -> list[FindingRow]:
    """Return what concerns the file as a whole: it stands above everything else."""
    return finding_rows(batch.findings.filter(row=0).order_by("id"))


def counts_of(batch: ImportBatch, told: int) -> dict[str, int]:
    """Return how many rows each tab has; `told` of the warnings stand above the tabs already."""
    counts = batch.counts
    numbers = (counts.refused, counts.changed, counts.new, counts.leaving, counts.warnings - told)
    return dict(zip(map(str, TABS), numbers, strict=True))


def tab_titles() -> dict[str, str]:
    return dict(zip(map(str, TABS), (_("Ditolak"), _("Berubah"), _("Baru"), _("Keluar"), _("Catatan")), strict=True))


def tab_entry(name: str, title: str, count: int, *, here: bool) -> dict[str, object]:
    return {"label": f"{title} ({number(count)})", "address": f"?tab={name}", "here": here}


def column_title(tab: str) -> str:
    if tab not in ChangeKind.values:
        return _("Masalah")
    return _("Data baru") if tab == ChangeKind.NEW else _("Perubahan")


def search_label(tab: str) -> str:
    return _("Nama, NIP, atau nomor baris") if tab in ChangeKind.values else _("Baris, kolom, isi, nama, atau NIP")


def changes(batch: ImportBatch, kind: str, q: str) -> QuerySet[ImportChange]:
    return batch.changes.filter(Q(kind=kind) & change_matches(q)).order_by("id")


def findings(batch: ImportBatch, severity: str, q: str) -> QuerySet[ImportFinding]:
    found = batch.findings.filter(severity=severity, row__gt=0)
    if q:
        named = batch.changes.filter(change_matches(q)).exclude(row=None).values("row")
        found = found.filter(Q(column__icontains=q) | Q(value__icontains=q) | row_matches(q) | Q(row__in=named))
    return found.order_by("row", "id")


def change_matches(q: str) -> Q:
    """Search the name, the NIP or code with or without its spaces, and the row."""
    if not q:
        return Q()
    return Q(name__icontains=q) | Q(key__startswith="".join(q.split())) | row_matches(q)


def row_matches(q: str) -> Q:
    is_row = q.isascii() and q.isdecimal() and int(q) <= LARGEST_ROW
    return Q(row=int(q)) if is_row else Q(pk__in=[])


def change_rows(page: Page[ImportChange], batch: ImportBatch) -> list[ChangeRow]:
    found = list(page)
    words = Words(found, kind=batch.kind)
    return [ChangeRow(change.name, change.key, row_of(change.row), differences(change, words)) for change in found]


def row_of(row: int | None) -> str:
    """Return a row as the spreadsheet numbers it; a change that no row asks for, and a word on the file, have none."""
    return str(row) if row else MISSING


def differences(change: ImportChange, words: Words) -> list[Difference]:
    told = [found for found in change.differences if change.kind != ChangeKind.NEW or found[0] in TOLD_OF_NEW]
    return [
        Difference(str(FIELDS.get(field, field)), words.of(field, before), words.of(field, after) or MISSING)
        for field, before, after in told
    ]


def finding_rows(page: Iterable[ImportFinding]) -> list[FindingRow]:
    return [
        FindingRow(row_of(found.row), found.column, found.value, in_language(found.reason), in_language(found.remedy))
        for found in page
    ]
