"""Lists of staff for spreadsheets."""

from pembina.exchange.staff.workbook import staff_workbook

__all__ = ["staff_workbook"]
