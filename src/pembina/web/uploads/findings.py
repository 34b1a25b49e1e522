"""What is wrong with a file: shown on its page, and carried by the visitor until it is taken as a workbook."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from pembina.core.text import Text
from pembina.exchange.learning import CellFinding
from pembina.exchange.staff import staff_workbook
from pembina.web.components.formatting import in_language
from pembina.web.uploads.sealed import opened, sealed

MOST_CARRIED = 20_000
"""The visitor carries the findings from page to page: so many stay well below what a form may send."""
MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding."""

    row: str
    column: str
    value: str
    reason: str
    remedy: str
    is_refusal: bool


def finding_rows(findings: Iterable[CellFinding]) -> list[FindingRow]:
    """Return the first findings as a page shows them."""
    return [_finding(found) for found in _in_order(findings)[:MOST_SHOWN]]


def carried_report(name: str, findings: Sequence[CellFinding], *, purpose: str) -> str:
    """Return the findings of the file `name` as sealed text, every sentence once."""
    texts: dict[Text, int] = {}
    rows = [
        [found.row, found.column, found.value, texts.setdefault(found.reason, len(texts)),
         texts.setdefault(found.remedy, len(texts)), found.is_refusal]
        for found in _in_order(findings)[:MOST_CARRIED]
    ]  # fmt: skip
    told = {"name": name, "texts": [[text.id, text.en] for text in texts], "rows": rows}
    return sealed(told, purpose=purpose)


def report_workbook(text: str, *, purpose: str) -> bytes:
    """Return the findings that were carried as a workbook; raises ``BrokenSealError``."""
    told: dict[str, Any] = opened(text, purpose=purpose)
    texts = [Text(id=each[0], en=each[1]) for each in told["texts"]]
    head = [_("Baris"), _("Kolom"), _("Isi"), _("Keadaan"), _("Alasan"), _("Perbaikan")]
    rows = (
        [str(row), column, value, _("Ditolak") if refused else _("Peringatan"),
         in_language(texts[reason]), in_language(texts[remedy])]
        for row, column, value, reason, remedy, refused in told["rows"]
    )  # fmt: skip
    return staff_workbook(head, rows, sheet=_("Temuan"))


def _in_order(findings: Iterable[CellFinding]) -> list[CellFinding]:
    """Return what is refused first, each in the order of the file."""
    return sorted(findings, key=lambda found: (not found.is_refusal, found.row))


def _finding(found: CellFinding) -> FindingRow:
    reason, remedy = in_language(found.reason), in_language(found.remedy)
    return FindingRow(str(found.row), found.column, found.value, reason, remedy, found.is_refusal)
