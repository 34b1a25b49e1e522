"""Survey files to begin with: a workbook that refuses a wrong score while it is typed, or plain CSV."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime

import xlsxwriter

from pembina.exchange.survey_files.sources import SCORES

ROWS = 2_000
# The day the regulation came into force: a workbook without a clock is the same every day.
CREATED = datetime(2017, 5, 12)  # noqa: DTZ001


def survey_csv(head: Sequence[str], rows: Sequence[Sequence[object]] = ()) -> bytes:
    """Return a table with semicolons and a byte order mark: a spreadsheet in Indonesian opens it in columns."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def survey_workbook(head: Sequence[str], *, refusal: str) -> bytes:
    """Return a workbook with a header; the cells below all columns but the first take 1 to 4 or stay empty.

    Parameters
    ----------
    head : names of the columns, that of the respondent first
    refusal : what the spreadsheet says about any other score, at most 255 characters
    """
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"created": CREATED})
        sheet = book.add_worksheet("SKM")
        sheet.write_row(0, 0, head, book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}))
        sheet.set_column(0, len(head) - 1, 16)
        sheet.freeze_panes(1, 1)
        allowed = {"validate": "list", "source": list(SCORES), "error_title": "SKM", "error_message": refusal}
        sheet.data_validation(1, 1, ROWS, len(head) - 1, allowed)
    return content.getvalue()
