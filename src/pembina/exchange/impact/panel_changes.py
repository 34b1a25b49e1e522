"""What differs between the frozen data of two runs: months that came later, figures that were corrected."""

from dataclasses import dataclass

import numpy as np

from pembina.core.effect.frozen_study import FrozenColumns
from pembina.exchange.impact.panel_parquet import read_panel


@dataclass(frozen=True, slots=True)
class PanelChanges:
    """Counts of cells, each a unit in a month with a figure.

    Attributes
    ----------
    added, removed : cells with a figure in only one of the two
    corrected : cells with another figure in each
    largest : largest correction, in the unit of the figure; 0 without one
    moved : units with another planned or actual start
    """

    added: int
    removed: int
    corrected: int
    largest: float
    moved: int


def panel_changes(before: bytes, after: bytes) -> PanelChanges:
    """Compare two Parquet files; raises ``UnreadableFileError`` for one that is damaged."""
    old, new = read_panel(before, name="panel"), read_panel(after, name="panel")
    was, now = _cells(old), _cells(new)
    both = was.keys() & now.keys()
    gaps = [abs(now[cell] - was[cell]) for cell in both if now[cell] != was[cell]]
    began, begins = _starts(old), _starts(new)
    return PanelChanges(
        added=len(now) - len(both),
        removed=len(was) - len(both),
        corrected=len(gaps),
        largest=max(gaps, default=0.0),
        moved=sum(began[unit] != begins[unit] for unit in began.keys() & begins.keys()),
    )


def _cells(columns: FrozenColumns) -> dict[tuple[str, int], float]:
    rows = zip(columns.unit, columns.month.tolist(), columns.outcome.tolist(), strict=True)
    return {(unit, month): value for unit, month, value in rows if value == value}


def _starts(columns: FrozenColumns) -> dict[str, tuple[float, float]]:
    """Return the two starts of each unit, with 0 for never."""
    starts = zip(np.nan_to_num(columns.planned).tolist(), np.nan_to_num(columns.actual).tolist(), strict=True)
    return dict(zip(columns.unit, starts, strict=True))
