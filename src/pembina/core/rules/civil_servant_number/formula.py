"""Reading a NIP or NI PPPK: birth date (8), start (6), sex (1), sequence (3). There is no check digit.

Real records disagree with the number often enough that a difference is a finding (`findings`), never a refusal; only
what cannot be a number at all is refused.
"""

import re
from datetime import date
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from pembina.core.rules.civil_servant_number import refusals
from pembina.core.rules.dated import parameters_in_force
from pembina.core.text import Text, written

Status = Literal["pns", "pppk"]
Sex = Literal["male", "female"]

# A point or, in Indonesian spreadsheets, a comma: 1.98E+17, 1,98501E+17.
SCIENTIFIC = re.compile(r"[0-9]+([.,][0-9]+)?[eE]\+?[0-9]+")
WRITTEN_AS_DECIMAL = re.compile(r"[0-9]{16,}[.,]0+")
# As the regulation itself prints its example.
WITH_POINTS = re.compile(r"([0-9]{8})\.([0-9]{6})\.([0-9])\.([0-9]{3})")
MONTHS = range(1, 13)


class CivilServantNumber(NamedTuple):
    """A number that was read; a tuple, which is made faster than a frozen record.

    Attributes
    ----------
    text : the 18 digits
    layout : "pns" where digits 13 and 14 are read as a month, else "pppk"
    birth_date : of the person, as the number says
    start_year : of first appointment
    start_month : 1 to 12; None under the layout "pppk"
    sex : as digit 15 says
    sequence : 1 to 999
    article : legal basis, for print
    """

    text: str
    layout: Status
    birth_date: date
    start_year: int
    start_month: int | None
    sex: Sex
    sequence: int
    article: str

    @property
    def because(self) -> Text:
        """Return one sentence that opens the number to a reader; a file of thousands never asks for it."""
        return _because(self.text, self.birth_date, self.start_year, self.start_month, self.sex)

    @property
    def spaced(self) -> str:
        """Return the number as it is printed, in groups of 8, 6, 1 and 3."""
        return f"{self.text[:8]} {self.text[8:14]} {self.text[14]} {self.text[15:]}"


def read_number(text: str, *, on: date, status: Status | None = None) -> CivilServantNumber:
    """Read a number by the regulation in force on a day.

    Parameters
    ----------
    text : the number, with or without spaces or points between its parts; SIASN exports put an apostrophe in front
    on : day whose regulation applies
    status : what the person is, if known; without it the layout is "pns" wherever digits 13 and 14 can be a month

    Raises
    ------
    UnreadableNumberError : no number; its `reason`, `message` and `remedy` say why and what to do
    NotInForceError : `on` lies before the regulation
    """
    parameters = _parameters(on)
    digits = _digits(text, parameters["length"])
    birth_date = _birth_date(digits, on)
    year, two = int(digits[8:12]), int(digits[12:14])
    layout: Status = status or ("pns" if two in MONTHS else "pppk")
    month = two if layout == "pns" else None
    if not birth_date.year < year <= 9998 or (month is not None and month not in MONTHS):
        raise refusals.no_start(digits[8:14])
    sex = parameters["sexes"].get(digits[14])
    if sex is None:
        raise refusals.no_sex(digits[14])
    sequence = int(digits[15:])
    if sequence == 0:
        raise refusals.no_sequence()
    article = parameters["articles"][layout]
    return CivilServantNumber(digits, layout, birth_date, year, month, sex, sequence, article)


@lru_cache(maxsize=64)
def _parameters(on: date) -> dict[str, Any]:
    """Return the parameters; kept, for a file of staff asks for the same day thousands of times."""
    return parameters_in_force("pembina.core.rules.civil_servant_number", on=on)


def _digits(text: str, length: int) -> str:
    """Return the bare digits of `text`, or refuse it."""
    bare = "".join(text.split()).lstrip("'’`")
    if len(bare) == length and bare.isascii() and bare.isdigit():
        return bare
    bare = WITH_POINTS.sub(r"\1\2\3\4", bare)
    if not bare:
        raise refusals.empty()
    if SCIENTIFIC.fullmatch(bare) or WRITTEN_AS_DECIMAL.fullmatch(bare):
        raise refusals.damaged_by_spreadsheet(bare)
    if not (bare.isascii() and bare.isdigit()):
        raise refusals.not_digits(bare)
    if len(bare) != length:
        raise refusals.wrong_length(bare, length)
    return bare


def _birth_date(digits: str, on: date) -> date:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        raise refusals.no_birth_date(digits[:8]) from None
    if born >= on:
        raise refusals.no_birth_date(digits[:8])
    return born


def _because(digits: str, born: date, year: int, month: int | None, sex: Sex) -> Text:
    start = f"{year}" if month is None else f"{year}-{month:02}"
    sexes = {"male": ("laki-laki", "a man"), "female": ("perempuan", "a woman")}[sex]
    return Text(
        id=f"Lahir {written(born).id} ({digits[:8]}), mulai {start} ({digits[8:14]}), {sexes[0]} ({digits[14]}), "
        f"nomor urut {digits[15:]}.",
        en=f"Born {written(born).en} ({digits[:8]}), began {start} ({digits[8:14]}), {sexes[1]} ({digits[14]}), "
        f"sequence {digits[15:]}.",
    )
