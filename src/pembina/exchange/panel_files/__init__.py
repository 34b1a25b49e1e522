"""Panel files: which column is what, and the rows as the arrays of the effect engine."""

from pembina.exchange.panel_files.columns import (
    PanelColumns,
    blamed_column,
    panel_from_columns,
    read_panel,
    refusal_with_rows,
)
from pembina.exchange.panel_files.guess import ColumnGuess, Guess, guess_columns
from pembina.exchange.panel_files.periods import Calendar

__all__ = [
    "Calendar",
    "ColumnGuess",
    "Guess",
    "PanelColumns",
    "blamed_column",
    "guess_columns",
    "panel_from_columns",
    "read_panel",
    "refusal_with_rows",
]
