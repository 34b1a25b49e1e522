"""Guess which columns of a request file play which role: by name, and times only where times stand. No Django here."""

import re

from pembina.core.text import Text
from pembina.exchange.panel_files.guess import named_like
from pembina.exchange.tables import Table

Guessed = dict[str, tuple[str | None, Text]]

NAMES = {
    "received": "terima diterima masuk daftar pendaftaran permohonan received startdate start submitted opened created",
    "completed": "selesai terbit diterbitkan tutup completed enddate end finished closed issued done",
}
ROWS_LOOKED_AT = 200
# A date as people and programs begin it, or the day number of a spreadsheet.
TIME = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{5}([.,]\d+)?$")
FITS = Text(id="namanya cocok", en="the name fits")
NOTHING = Text(id="tidak ada nama kolom yang cocok", en="no column name fits")


def guess_request_columns(table: Table) -> Guessed:
    """Return role to (column or None, reason); a column serves one role only."""
    free, times = list(table.columns), columns_of_times(table)
    found: Guessed = {}
    for role in ("received", "completed", "unit", "start"):
        candidates = [column for column in free if role not in NAMES or column in times]
        column = max(candidates, key=lambda name: likeness(role, name), default=None)
        if column is None or likeness(role, column) == 0:
            found[role] = (None, NOTHING)
            continue
        found[role] = (column, FITS)
        free.remove(column)
    return found


def columns_of_times(table: Table) -> set[str]:
    """Return the columns whose first cells are times, or empty."""
    cells = zip(*table.first_rows(ROWS_LOOKED_AT), strict=True)
    return {
        column
        for column, written in zip(table.columns, cells, strict=True)
        if all(TIME.match(str(cell)) for cell in written if cell)
    }


def likeness(role: str, column: str) -> float:
    """1 for a usual name of the role, 0.5 for a name that contains one as a word, else 0."""
    if role not in NAMES:
        return named_like(role, column)
    words = [word for word in re.split(r"[\W_]+", column.lower()) if word]
    usual = NAMES[role].split()
    if "".join(words) in usual:
        return 1.0
    return 0.5 if any(word in usual for word in words) else 0.0
