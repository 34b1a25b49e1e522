"""Twelve ways in which files of staff are really wrong, put into a sample at known rows."""

from collections.abc import Callable
from enum import StrEnum

# A row of a sample: field to text, as `samples` writes it under the header of a shape.
Record = dict[str, str]


class Defect(StrEnum):
    """What is wrong with a row. The last two can be found only by comparing with what is on record."""

    SPREADSHEET_NUMBER = "spreadsheet_number"
    SHORT_NUMBER = "short_number"
    IMPOSSIBLE_BIRTH = "impossible_birth"
    REPEATED_NUMBER = "repeated_number"
    NO_NAME = "no_name"
    LONG_NAME = "long_name"
    IMPOSSIBLE_DATE = "impossible_date"
    OTHER_BIRTH_DATE = "other_birth_date"
    UNKNOWN_RANK = "unknown_rank"
    OWN_SUPERIOR = "own_superior"
    UNKNOWN_UNIT = "unknown_unit"
    UNKNOWN_SUPERIOR = "unknown_superior"


ON_RECORD_ONLY = (Defect.UNKNOWN_UNIT, Defect.UNKNOWN_SUPERIOR)
# Of nobody: the sequence is beyond what the sample gives out.
NUMBER_OF_NOBODY = "197001011990011999"
_AGREEING = ("birth_date", "sex", "status", "legal_id", "legal", "rank", "position_since", "superior")


def spoil(record: Record, defect: Defect, other: Record) -> None:
    """Put a defect into a record; `other` is one that comes earlier in the file."""
    _SPOIL[defect](record, other)


def _set(field: str, value: str) -> Callable[[Record, Record], None]:
    def change(record: Record, _: Record) -> None:
        record[field] = value

    return change


def _change_number(change: Callable[[str], str]) -> Callable[[Record, Record], None]:
    def apply(record: Record, _: Record) -> None:
        record["nip"] = change(record["nip"])

    return apply


def _repeat_number(record: Record, other: Record) -> None:
    record["nip"] = other["nip"]
    # Only the number is repeated: what else the row says must agree with it, or it would have two defects.
    record |= {field: other[field] for field in _AGREEING}


def _lead_oneself(record: Record, _: Record) -> None:
    record["superior"] = record["nip"]


def _be_nowhere(record: Record, _: Record) -> None:
    record |= {"unit": "Dinas yang Tidak Ada", "unit_code": "TIDAK-ADA"}


_SPOIL = {
    Defect.SPREADSHEET_NUMBER: _change_number(lambda nip: f"{nip[0]}.{nip[1:3]}E+17"),
    Defect.SHORT_NUMBER: _change_number(lambda nip: nip[:-1]),
    Defect.IMPOSSIBLE_BIRTH: _change_number(lambda nip: f"{nip[:4]}13{nip[6:]}"),
    Defect.REPEATED_NUMBER: _repeat_number,
    Defect.NO_NAME: _set("name", ""),
    Defect.LONG_NAME: _set("name", "Contoh " * 30),
    Defect.IMPOSSIBLE_DATE: _set("position_since", "31-02-2020"),
    Defect.OTHER_BIRTH_DATE: _set("birth_date", "17-08-1945"),
    Defect.UNKNOWN_RANK: _set("rank", "V/z"),
    Defect.OWN_SUPERIOR: _lead_oneself,
    Defect.UNKNOWN_UNIT: _be_nowhere,
    Defect.UNKNOWN_SUPERIOR: _set("superior", NUMBER_OF_NOBODY),
}
