"""A column as numbers, in the Indonesian (1.234,5) or the English (1,234.5) form, decided for the column as a whole.

The cells are reduced to shapes (every digit written 9): a column of millions has a handful, and a decision about the
shapes is a decision about all cells. Where the shapes leave it open, the column is refused rather than guessed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from pembina.core.text import Text
from pembina.exchange.tables.table import Table
from pembina.exchange.tables.unreadable import UnreadableFileError

Decimals = Literal["auto", "comma", "point"]

MISSING_WORDS = ("na", "n/a", "nan", "null", "none", "#n/a", "-", "–", "—")
INFINITE_WORDS = ("inf", "+inf", "-inf", "infinity", "-infinity", "+infinity", "∞", "-∞")

_NUMBER = re.compile(r"[+-]?(\d[\d.,]*|[.,]\d+)(e[+-]?\d+)?%?")
_WHOLE = re.compile(r"[+-]?\d+%?")
# One separator before exactly three digits, at most three digits before it and no leading zero: 1.234 or 1,234.
_EITHER = re.compile(r"[+-]?[1-9]\d{0,2}([.,])\d{3}%?")
# Thousands count as evidence only where they cannot be a fraction: two groups, or a group and a decimal sign.
_COMMA = re.compile(r"[+-]?(\d*,\d+|[1-9]\d{0,2}((\.\d{3}){2,}|(\.\d{3})+,\d*))%?")
_POINT = re.compile(r"[+-]?(\d*\.\d*|[1-9]\d{0,2}((,\d{3}){2,}|(,\d{3})+\.\d*))(e[+-]?\d+)?%?|[+-]?\d+e[+-]?\d+")


@dataclass(frozen=True, slots=True)
class NumberColumn:
    """Numbers of a column, NaN where the cell is empty, and what the person should know about the reading."""

    values: NDArray[np.float64]
    notes: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class _Shape:
    """A form that cells of the column have: how many, and the first of them, without spaces and as written."""

    example: str
    written: str
    count: int
    record: int

    def fits(self, pattern: re.Pattern[str]) -> bool:
        return pattern.fullmatch(self.example) is not None


def number_column(table: Table, column: str, *, decimals: Decimals = "auto") -> NumberColumn:
    """Read a column as numbers.

    Parameters
    ----------
    decimals : "auto" decides by the column; "comma" or "point" states it

    Raises
    ------
    UnreadableFileError : text, infinite values, mixed or undecidable decimals, naming column, row and value
    """
    if table.named(column) in table.numeric:
        values = np.ma.filled(table.arrays(f"SELECT {table.cell(column)} AS v FROM data")["v"], np.nan)
        return NumberColumn(_finite(table, column, np.asarray(values, dtype=np.float64)), ())
    if decimals != "comma" and _plainly_points(table, column):
        return NumberColumn(_finite(table, column, _converted(table, column, ".")), ())
    shapes = _shapes(table, column)
    words = [shape for shape in shapes if not shape.fits(_NUMBER)]
    _refuse_words(table, column, [shape for shape in words if shape.example not in MISSING_WORDS])
    numbers = [shape for shape in shapes if shape.fits(_NUMBER)]
    sign, notes = _decimal_sign(table, column, numbers, decimals)
    notes += _percent_note(table, column, numbers) + _missing_note(column, words)
    return NumberColumn(_finite(table, column, _converted(table, column, sign)), notes)


def _clean(table: Table, column: str) -> str:
    """Return the SQL of a cell without spaces, in lower case: 1 234,5 and 1E3 read like 1234,5 and 1e3."""
    return f"lower(replace(replace({table.cell(column)}, ' ', ''), chr(160), ''))"


def _plainly_points(table: Table, column: str) -> bool:
    """Tell quickly whether all cells are like 12 or 12.5, and the point, if there is one, is decided."""
    cell = table.cell(column)
    plain = rf"regexp_full_match({cell}, '[+-]?[0-9]+(\.[0-9]+)?')"
    either = rf"regexp_full_match({cell}, '[+-]?[1-9][0-9]{{0,2}}\.[0-9]{{3}}')"
    others, points, undecided = table.query(f"""
        SELECT count(*) FILTER (NOT {plain}), count(*) FILTER (contains({cell}, '.')), count(*) FILTER ({either})
        FROM data""")[0]
    return bool(others == 0 and (points == 0 or undecided < points))


def _shapes(table: Table, column: str) -> list[_Shape]:
    # The first digit keeps whether it is zero: 0.123 cannot be a thousand, 1.234 can.
    found = table.query(f"""
        WITH cells AS (
            SELECT {_clean(table, column)} AS v, {table.cell(column)} AS w, r FROM data WHERE w IS NOT NULL)
        SELECT arg_min(v, r), arg_min(w, r), count(*), min(r)
        FROM cells
        GROUP BY CASE WHEN translate(v, '0123456789.,+-e%', '') = ''
                      THEN translate(v, '123456789', '999999999')[:3] || translate(v, '0123456789', '9999999999')[4:]
                      ELSE v END
        ORDER BY min(r)""")
    return [_Shape(str(example), str(written), int(count), int(record)) for example, written, count, record in found]


def _decimal_sign(
    table: Table, column: str, shapes: Sequence[_Shape], decimals: Decimals
) -> tuple[str, tuple[Text, ...]]:
    open_to_both = [shape for shape in shapes if shape.fits(_EITHER)]
    clear = [shape for shape in shapes if not shape.fits(_EITHER) and not shape.fits(_WHOLE)]
    comma = [shape for shape in clear if shape.fits(_COMMA)]
    point = [shape for shape in clear if shape.fits(_POINT)]
    strange = [shape for shape in clear if shape not in comma and shape not in point]
    if strange:
        raise _not_a_number(table, column, strange)
    if decimals != "auto":
        _refuse_contrary(table, column, point if decimals == "comma" else comma, decimals)
        return ("," if decimals == "comma" else "."), ()
    if comma and point:
        raise _mixed(table, column, comma[0], point[0])
    if comma or point or not open_to_both:
        return ("," if comma else "."), ()
    return _by_separator(table, column, shapes, open_to_both)


def _by_separator(
    table: Table, column: str, shapes: Sequence[_Shape], open_to_both: Sequence[_Shape]
) -> tuple[str, tuple[Text, ...]]:
    """Accept 1.234 as a decimal in a file separated by commas if every number has three decimals; else refuse."""
    example = open_to_both[0]
    if table.separator != "," or len(open_to_both) < len(shapes) or any("," in shape.example for shape in shapes):
        raise _undecidable(table, column, example)
    as_read = f"{float(example.example.rstrip('%')):g}".replace(".", ",")
    return ".", (
        Text(
            id=f"Kolom “{column}”: {example.example} dibaca {as_read} (titik sebagai desimal, sebab kolom "
            "dipisah koma). Bila titik memisahkan ribuan, nyatakan desimalnya koma.",
            en=f"Column “{column}”: {example.example} is read with a decimal point, since commas separate the cells. "
            "If the point separates thousands, state that the decimal sign is a comma.",
        ),
    )


def _converted(table: Table, column: str, sign: str) -> NDArray[np.float64]:
    cell = f"replace({_clean(table, column)}, '%', '')"
    plain = f"replace(replace({cell}, '.', ''), ',', '.')" if sign == "," else f"replace({cell}, ',', '')"
    values = table.arrays(f"SELECT TRY_CAST({plain} AS DOUBLE) AS v FROM data")["v"]
    return np.asarray(np.ma.filled(values, np.nan), dtype=np.float64)


def _finite(table: Table, column: str, values: NDArray[np.float64]) -> NDArray[np.float64]:
    infinite = np.flatnonzero(np.isinf(values))
    if infinite.size:
        raise _infinite(column, table.file_rows(infinite[:1])[0], str(values[infinite[0]]), int(infinite.size))
    return values


def _refuse_words(table: Table, column: str, words: Sequence[_Shape]) -> None:
    if not words:
        return
    infinite = [shape for shape in words if shape.example in INFINITE_WORDS]
    if infinite:
        first = infinite[0]
        raise _infinite(column, table.file_row(first.record), first.written, sum(shape.count for shape in infinite))
    raise _not_a_number(table, column, words)


def _not_a_number(table: Table, column: str, wrong: Sequence[_Shape]) -> UnreadableFileError:
    row, all_of_them = table.file_row(wrong[0].record), _all_of_them(table, wrong)
    return UnreadableFileError(
        Text(
            id=f"Kolom “{column}” baris {row}: “{wrong[0].written[:40]}” bukan angka.{all_of_them.id}",
            en=f"Column “{column}” row {row}: “{wrong[0].written[:40]}” is not a number.{all_of_them.en}",
        ),
        Text(
            id="Tulis angkanya, atau kosongkan sel yang tidak ada nilainya.",
            en="Write the number, or leave a cell without a value empty.",
        ),
        column=column,
        row=row,
        value=wrong[0].written,
    )


def _all_of_them(table: Table, wrong: Sequence[_Shape]) -> Text:
    """Say how many such cells there are and where the first few stand, if there is more than one."""
    count = sum(shape.count for shape in wrong)
    if count == 1:
        return Text(id="", en="")
    listed = ", ".join(f"“{shape.written[:40]}” ({table.file_row(shape.record)})" for shape in wrong[:5])
    return Text(
        id=f" Ada {count} sel seperti itu; isi dan barisnya: {listed}.",
        en=f" There are {count} such cells; contents and rows: {listed}.",
    )


def _infinite(column: str, row: int, value: str, count: int) -> UnreadableFileError:
    return UnreadableFileError(
        Text(
            id=f"Kolom “{column}” baris {row}: nilai tak hingga ({value}); seluruhnya {count} sel.",
            en=f"Column “{column}” row {row}: infinite value ({value}); {count} cells in all.",
        ),
        Text(
            id="Biasanya hasil pembagian dengan nol; perbaiki atau kosongkan selnya.",
            en="Usually a division by zero; correct the cell or leave it empty.",
        ),
        column=column,
        row=row,
        value=value,
    )


def _mixed(table: Table, column: str, comma: _Shape, point: _Shape) -> UnreadableFileError:
    rows = table.file_row(comma.record), table.file_row(point.record)
    return UnreadableFileError(
        Text(
            id=f"Kolom “{column}” mencampur desimal koma (“{comma.written}”, baris {rows[0]}) dan titik "
            f"(“{point.written}”, baris {rows[1]}).",
            en=f"Column “{column}” mixes decimal commas (“{comma.written}”, row {rows[0]}) and points "
            f"(“{point.written}”, row {rows[1]}).",
        ),
        Text(id="Pakai satu bentuk untuk seluruh kolom.", en="Use one form throughout the column."),
        column=column,
        row=max(rows),
        value=point.written if rows[1] > rows[0] else comma.written,
    )


def _undecidable(table: Table, column: str, shape: _Shape) -> UnreadableFileError:
    row = table.file_row(shape.record)
    return UnreadableFileError(
        Text(
            id=f"Kolom “{column}” baris {row}: “{shape.written}” dapat berarti ribuan atau desimal, dan sel lain tidak "
            "memutuskannya.",
            en=f"Column “{column}” row {row}: “{shape.written}” may mean thousands or decimals, and no other cell "
            "decides it.",
        ),
        Text(
            id="Nyatakan tanda desimalnya, koma atau titik; atau hapus pemisah ribuan.",
            en="State the decimal sign, comma or point; or remove the thousands separators.",
        ),
        option="--decimal",
        column=column,
        row=row,
        value=shape.written,
    )


def _refuse_contrary(table: Table, column: str, contrary: Sequence[_Shape], decimals: Decimals) -> None:
    if not contrary:
        return
    row = table.file_row(contrary[0].record)
    signs = ("koma", "comma") if decimals == "comma" else ("titik", "point")
    raise UnreadableFileError(
        Text(
            id=f"Kolom “{column}” baris {row}: “{contrary[0].written}” tidak memakai {signs[0]} sebagai desimal.",
            en=f"Column “{column}” row {row}: “{contrary[0].written}” has no decimal {signs[1]}.",
        ),
        Text(id="Perbaiki selnya, atau ubah pilihan desimalnya.", en="Correct the cell, or change the decimal sign."),
        column=column,
        row=row,
        value=contrary[0].written,
    )


def _percent_note(table: Table, column: str, shapes: Sequence[_Shape]) -> tuple[Text, ...]:
    percent = [shape for shape in shapes if shape.example.endswith("%")]
    if not percent:
        return ()
    bare = [shape for shape in shapes if not shape.example.endswith("%")]
    if bare:
        row = table.file_row(bare[0].record)
        raise UnreadableFileError(
            Text(
                id=f"Kolom “{column}” mencampur angka dengan dan tanpa persen (baris {row}: “{bare[0].written}”).",
                en=f"Column “{column}” mixes numbers with and without a percent sign (row {row}: “{bare[0].written}”).",
            ),
            Text(id="Pakai satu bentuk untuk seluruh kolom.", en="Use one form throughout the column."),
            column=column,
            row=row,
            value=bare[0].written,
        )
    return (
        Text(
            id=f"Kolom “{column}” dibaca dalam persen: 85% menjadi 85.",
            en=f"Column “{column}” is read in percent: 85% becomes 85.",
        ),
    )


def _missing_note(column: str, words: Sequence[_Shape]) -> tuple[Text, ...]:
    count = sum(shape.count for shape in words)
    if not count:
        return ()
    return (
        Text(
            id=f"Kolom “{column}”: {count} sel bertulisan seperti “{words[0].written}” dianggap kosong.",
            en=f"Column “{column}”: {count} cells that say something like “{words[0].written}” count as empty.",
        ),
    )
