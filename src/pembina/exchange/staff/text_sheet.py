"""A workbook of one sheet of text, row by row under given numbers.

A copy of every file that comes in is written while somebody waits. The general writer takes three times as long for it
as reading the file took; a sheet without formulas, numbers or styles needs nothing of what it does.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence

# The row as a person counts it, and its cells; nothing is written of an empty one.
Row = tuple[int, Sequence[str | None]]
LONGEST_CELL = 32_767  # of the format
A_QUIET_YEAR = (2026, 1, 1, 0, 0, 0)  # the same rows give the same bytes on every day
# What XML cannot say, the format writes as _x0001_; what looks like that already, it writes with its own mark before.
_UNSAYABLE = {code: f"_x{code:04X}_" for code in range(32) if chr(code) not in "\t\n"}
_MARKUP = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", 0xFFFE: "", 0xFFFF: ""} | _UNSAYABLE
_LIKE_A_MARK = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_PLAIN = 'numFmtId="0" fontId="0" fillId="0" borderId="0"'
_TEXT = 'numFmtId="49" fontId="0" fillId="0" borderId="0"'


def text_sheet(rows: Iterable[Row], *, sheet: str, width: int) -> bytes:
    """Return the workbook; its cells are text of at most `LONGEST_CELL` characters, whatever they look like."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in _frame(sheet):
            archive.writestr(zipfile.ZipInfo(name, A_QUIET_YEAR), part)
        member = zipfile.ZipInfo("xl/worksheets/sheet1.xml", A_QUIET_YEAR)
        member.compress_type = zipfile.ZIP_DEFLATED
        with archive.open(member, "w") as page:
            page.write(f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>'.encode())
            for line in _lines(rows, [letters(place) for place in range(width)]):
                page.write(line.encode())
            page.write(b"</sheetData></worksheet>")
    return content.getvalue()


def letters(place: int) -> str:
    """Return the name of a column: A, B, ... Z, AA."""
    before, last = divmod(place, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def _lines(rows: Iterable[Row], columns: Sequence[str]) -> Iterator[str]:
    for number, cells in rows:
        written = [
            f'<c r="{column}{number}" s="1" t="inlineStr"><is><t xml:space="preserve">'
            f"{_said(cell[:LONGEST_CELL])}</t></is></c>"
            for column, cell in zip(columns, cells, strict=True)
            if cell
        ]
        yield f'<row r="{number}">{"".join(written)}</row>'


def _said(text: str) -> str:
    return (_LIKE_A_MARK.sub("_x005F_", text) if "_x" in text else text).translate(_MARKUP)


def _frame(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a workbook that say that there is one sheet, whose cells are text."""
    yield (
        "[Content_Types].xml",
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/></Types>',
    )
    yield "_rels/.rels", _relations(("officeDocument", "xl/workbook.xml"))
    yield (
        "xl/workbook.xml",
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>'
        f'<sheet name="{sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>',
    )
    yield "xl/_rels/workbook.xml.rels", _relations(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"))
    # Format 49 is text: a number that somebody types into such a cell keeps its digits.
    yield (
        "xl/styles.xml",
        f'{_HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        f'<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/>'
        f'</fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        f'<cellStyleXfs count="1"><xf {_PLAIN}/></cellStyleXfs><cellXfs count="2"><xf {_PLAIN} xfId="0"/>'
        f'<xf {_TEXT} xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>',
    )


def _relations(*parts: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(parts, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'
