"""Guess which columns of a request file are the unit, the times and the start, by their names. No Django here."""

import re

from pembina.core.text import Text
from pembina.exchange.panel_files.guess import named_like
from pembina.exchange.tables import Table

Guessed = dict[str, tuple[str | None, Text]]

NAMES = {
    "received": "terima diterima masuk daftar pendaftaran permohonan received startdate start submitted opened created",
    "completed": "selesai terbit diterbitkan tutup completed enddate end finished closed issued done",
}
FITS = Text(id="namanya cocok", en="the name fits")
NOTHING = Text(id="tidak ada nama kolom yang cocok", en="no column name fits")


def guess_request_columns(table: Table) -> Guessed:
    """Return role to (column or None, reason); a column serves one role only."""
    free = list(table.columns)
    found: Guessed = {}
    for role in ("received", "completed", "unit", "start"):
        column = max(free, key=lambda name: likeness(role, name), default=None)
        if column is None or likeness(role, column) == 0:
            found[role] = (None, NOTHING)
            continue
        found[role] = (column, FITS)
        free.remove(column)
    return found


def likeness(role: str, column: str) -> float:
    """1 for a usual name of the role, 0.5 for a name that contains one as a word, else 0."""
    if role not in NAMES:
        return named_like(role, column)
    words = [word for word in re.split(r"[\W_]+", column.lower()) if word]
    usual = NAMES[role].split()
    if "".join(words) in usual:
        return 1.0
    return 0.5 if any(word in usual for word in words) else 0.0
