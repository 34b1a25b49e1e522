"""Answers as a workbook in which nothing is a formula."""

from collections.abc import Iterable, Sequence

from pembina.exchange.staff.workbook import staff_workbook


def response_workbook(head: Sequence[str], rows: Iterable[Sequence[str]], *, sheet: str) -> bytes:
    """Return a workbook of one sheet whose cells are all text: a suggestion may begin like a formula (CWE-1236)."""
    return staff_workbook(head, rows, sheet=sheet)
