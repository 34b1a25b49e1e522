"""Complaints of SP4N-LAPOR!, in and out."""

from pembina.exchange.complaints.reading import read_lapor
from pembina.exchange.complaints.writing import lapor_csv, lapor_template, lapor_workbook

__all__ = ["lapor_csv", "lapor_template", "lapor_workbook", "read_lapor"]
