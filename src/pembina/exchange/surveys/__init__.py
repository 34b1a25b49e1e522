"""Answers of satisfaction surveys row by row: paper forms in, anonymous answers out."""

from pembina.exchange.surveys.reading import FormRow, FormsFile, RowFinding, read_forms
from pembina.exchange.surveys.template import forms_template
from pembina.exchange.surveys.workbook import response_workbook

__all__ = ["FormRow", "FormsFile", "RowFinding", "forms_template", "read_forms", "response_workbook"]
