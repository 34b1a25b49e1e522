"""The file to start from: the four columns with a few invented rows."""

import csv
import io

import xlsxwriter

HEADER = ("unit", "bulan", "hasil", "mulai")
MONTHS = tuple(f"2024-{month:02d}" for month in range(1, 7))
# Dinas A joins in March, Dinas B in May, Dinas C never: the start is written in every row of the unit, or left empty.
UNITS = (
    ("Dinas A", "2024-03", (12.4, 12.1, 10.6, 10.2, 9.9, 9.8)),
    ("Dinas B", "2024-05", (14.0, 13.8, 13.7, 13.4, 11.9, 11.5)),
    ("Dinas C", "", (11.2, 11.0, 11.1, 10.8, 10.7, 10.6)),
)


def rows() -> list[tuple[str, str, float, str]]:
    return [
        (unit, month, figure, start)
        for unit, start, figures in UNITS
        for month, figure in zip(MONTHS, figures, strict=True)
    ]


def template_as_csv() -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([HEADER, *rows()])
    return text.getvalue()


def template_as_xlsx() -> bytes:
    """Months are text cells: a spreadsheet would otherwise turn 2024-03 into a day of its own choosing."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("data")
        sheet.write_row(0, 0, HEADER, workbook.add_format({"bold": True}))
        as_text = workbook.add_format({"num_format": "@"})
        for place, (unit, month, figure, start) in enumerate(rows(), start=1):
            sheet.write_string(place, 0, unit)
            sheet.write_string(place, 1, month, as_text)
            sheet.write_number(place, 2, figure)
            sheet.write_string(place, 3, start, as_text)
        sheet.set_column(0, 3, 14)
    return content.getvalue()
