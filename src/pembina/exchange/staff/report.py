"""What is wrong with a file, as a list to work through: one line a finding, where it stands and what to do."""

import csv
import io
from collections.abc import Iterable, Iterator

import xlsxwriter

from pembina.core.text import Text
from pembina.domain.people.intake.rows import RowFinding, Severity
from pembina.exchange.staff.workbook import CREATED, guarded

_HEAD = (
    Text(id="Baris", en="Row"),
    Text(id="Kolom", en="Column"),
    Text(id="Isi sel", en="Value"),
    Text(id="Akibat", en="Consequence"),
    Text(id="Alasan", en="Reason"),
    Text(id="Perbaikan", en="Remedy"),
)
SEVERITIES = {
    Severity.REFUSED: Text(id="Ditolak", en="Refused"),
    Severity.WARNING: Text(id="Peringatan", en="Warning"),
}
_WIDTHS = (8, 24, 30, 12, 60, 80)
_SHEET = Text(id="Temuan", en="Findings")


def findings_workbook(findings: Iterable[RowFinding], *, language: str = "id") -> bytes:
    """Return a workbook of findings that can be filtered and sorted; nothing of the file in it is a formula."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"constant_memory": True}) as book:
        book.set_properties({"created": CREATED})
        page = book.add_worksheet(_SHEET.in_language(language))
        text, bold = book.add_format({"num_format": "@"}), book.add_format({"bold": True, "bottom": 1})
        for place, width in enumerate(_WIDTHS):
            page.set_column(place, place, width, text if place else None)
        page.freeze_panes(1, 0)
        page.write_row(0, 0, _head(language), bold)
        last = 0
        for last, (row, *words) in enumerate(_lines(findings, language), start=1):
            page.write_number(last, 0, row)
            for place, word in enumerate(words, start=1):
                page.write_string(last, place, word, text)
        page.autofilter(0, 0, last, len(_HEAD) - 1)
    return content.getvalue()


def findings_csv(findings: Iterable[RowFinding], *, language: str = "id") -> bytes:
    """Return the same as CSV, as a spreadsheet in Indonesian opens it in columns."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(_head(language))
    writer.writerows(_lines(findings, language))
    return text.getvalue().encode("utf-8-sig")


def _head(language: str) -> list[str]:
    return [word.in_language(language) for word in _HEAD]


def _lines(findings: Iterable[RowFinding], language: str) -> Iterator[tuple[int, str, str, str, str, str]]:
    for found in findings:
        words = (
            found.column,
            found.value,
            SEVERITIES[found.severity].in_language(language),
            found.reason.in_language(language),
            found.remedy.in_language(language),
        )
        column, value, severity, reason, remedy = map(guarded, words)
        yield found.row, column, value, severity, reason, remedy
