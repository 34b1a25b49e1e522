"""The audit trail as files: of any length, held in memory row by row."""

from pembina.exchange.trail.writing import MOST_ROWS, trail_csv, trail_workbook

__all__ = ["MOST_ROWS", "trail_csv", "trail_workbook"]
