"""The ledger of learning hours as files for SIASN: what can be sent, and what would be refused."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pembina.core.text import Language
from pembina.exchange.learning.ledger import LedgerRow
from pembina.exchange.learning.refusals import SiasnFinding, refused_by_siasn
from pembina.exchange.learning.shapes import DIKLAT_FIELDS, KURSUS_FIELDS, Field, Shape, shape_of, siasn_fields
from pembina.exchange.staff.workbook import guarded
from pembina.exchange.survey_files.result_workbook import Sheet, result_workbook

FIELDS: Mapping[Shape, Sequence[str]] = {Shape.DIKLAT: DIKLAT_FIELDS, Shape.KURSUS: KURSUS_FIELDS}
REFUSED = {
    "id": ("Ditolak", ("NIP", "Nama", "Jenis", "Kolom", "Isi", "Alasan", "Perbaikan")),
    "en": ("Refused", ("NIP", "Name", "Kind", "Column", "Value", "Reason", "Remedy")),
}


@dataclass(frozen=True, slots=True)
class SiasnExport:
    """The rows of each shape that nothing speaks against, by their field names, and what is wrong with the others."""

    diklat: tuple[Mapping[str, Field], ...]
    kursus: tuple[Mapping[str, Field], ...]
    findings: tuple[SiasnFinding, ...]
    refused_count: int

    def rows(self, shape: Shape) -> tuple[Mapping[str, Field], ...]:
        """Return the rows of one shape."""
        return self.diklat if shape is Shape.DIKLAT else self.kursus


def siasn_export(rows: Iterable[LedgerRow], *, agency_id: str, on: date) -> SiasnExport:
    """Return rows in the shapes of SIASN; a row with a finding is left out of both, in whole.

    Parameters
    ----------
    agency_id : id of the government in SIASN (``instansiId``)
    on : the day of the export
    """
    held = list(rows)
    findings = refused_by_siasn(held, on=on)
    refused = {found.key for found in findings}
    told: dict[Shape, list[Mapping[str, Field]]] = {Shape.DIKLAT: [], Shape.KURSUS: []}
    for row in held:
        if row.key not in refused:
            told[shape_of(row)].append(siasn_fields(row, agency_id=agency_id))
    return SiasnExport(tuple(told[Shape.DIKLAT]), tuple(told[Shape.KURSUS]), findings, len(refused))


def export_workbook(export: SiasnExport, *, language: Language = "id") -> bytes:
    """Return a workbook with a sheet for each shape and one for what would be refused; nothing in it is a formula."""
    name, head = REFUSED[language]
    sheets = [Sheet(shape.value, FIELDS[shape], [list(row.values()) for row in export.rows(shape)]) for shape in Shape]
    return result_workbook([*sheets, Sheet(name, head, [_told(found, language) for found in export.findings])])


def export_csv(export: SiasnExport, shape: Shape) -> bytes:
    """Return the rows of one shape as CSV, as a spreadsheet in Indonesian opens it in columns."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(FIELDS[shape])
    writer.writerows([guarded(str(cell)) for cell in row.values()] for row in export.rows(shape))
    return text.getvalue().encode("utf-8-sig")


def _told(found: SiasnFinding, language: Language) -> list[str]:
    reason, remedy = found.reason.in_language(language), found.remedy.in_language(language)
    return [found.nip, found.name, found.shape.value, found.field, found.value, reason, remedy]
