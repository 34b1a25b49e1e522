"""Files of staff and of units, in and out."""

from pembina.exchange.staff.layouts import Layout
from pembina.exchange.staff.reading import StaffFile, UnitFile, read_staff, read_units
from pembina.exchange.staff.report import findings_csv, findings_workbook
from pembina.exchange.staff.template import staff_template, staff_template_csv, unit_template, unit_template_csv
from pembina.exchange.staff.workbook import staff_workbook

__all__ = [
    "Layout",
    "StaffFile",
    "UnitFile",
    "findings_csv",
    "findings_workbook",
    "read_staff",
    "read_units",
    "staff_template",
    "staff_template_csv",
    "staff_workbook",
    "unit_template",
    "unit_template_csv",
]
