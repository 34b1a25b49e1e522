"""What one row of a file of staff says about a person. The order of the checks is the order of the findings."""

import re
from collections.abc import Container
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from pembina.core.rules import civil_servant_number as numbers
from pembina.core.rules.civil_servant_number import CivilServantNumber, UnreadableNumberError, findings_on, read_number
from pembina.core.text import Text
from pembina.domain.people.enums import LegalPosition, Sex, Status
from pembina.domain.people.intake.rows import StaffRow
from pembina.domain.people.ranks import PNS_RANKS, PPPK_RANKS
from pembina.exchange.staff import limits, problems
from pembina.exchange.staff.checking import RowUnderCheck
from pembina.exchange.staff.dates import day_of
from pembina.exchange.staff.problems import REFUSED, WARNING, Problem
from pembina.exchange.staff.words import (
    education_of,
    legal_position_of,
    position_kind_of,
    rank_of,
    sex_of,
    status_of,
)

_NUMBERED_AS: dict[Status, numbers.Status] = {Status.PNS: "pns", Status.PPPK: "pppk"}
_NUMBERED_SEX: dict[Sex, numbers.Sex] = {Sex.MALE: "male", Sex.FEMALE: "female"}
_ADDRESS = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
)
_TELEPHONE = re.compile(r"\+?[0-9][0-9 ()./-]{4,}")
# The first civil servants with this number retired long ago; a year of ours beyond the next one is a slip of the pen.
YEARS_AHEAD = 1


@dataclass(slots=True)
class StaffRows:
    """Reads the rows of one file, one after another, and remembers which numbers it has met."""

    on: date
    unit_codes: Container[str] = frozenset()
    _met: dict[str, int] = field(default_factory=dict)

    def read(self, row: RowUnderCheck) -> StaffRow | None:
        """Return the person of the row; None where a finding of the row refuses it."""
        status = _status(row)
        number = self._number(row, status)
        status = status or _status_by_rank_or_number(row, number)
        name = _name(row)
        birth_date = _birth_date(row, self.on)
        sex = row.read("sex", sex_of)
        if number is not None:
            self._compare(row, number, birth_date, sex)
        person = StaffRow(
            row=row.number,
            nip=number.text if number else "",
            name=name or "",
            status=status,
            birth_date=birth_date,
            sex=sex,
            title_before=row.text("title_before", limits.TITLE_BEFORE),
            title_after=row.text("title_after", limits.TITLE_AFTER),
            rank=row.read("rank", lambda text: rank_of(text, status)),
            education=row.read("education", education_of),
            legal_position=_legal_position(row),
            email=row.read("email", _address),
            phone=row.read("phone", _telephone),
            unit=self._unit(row),
            unit_above=row.text("unit_above", limits.UNIT_NAME),
            position=row.text("position", limits.POSITION),
            position_code=row.text("position_code", limits.POSITION_CODE),
            position_kind=row.read("position_kind", position_kind_of),
            position_since=_position_since(row, self.on, number),
            superior=_superior(row, number, self.on),
        )
        return None if row.refused else person

    def _number(self, row: RowUnderCheck, status: Status | None) -> CivilServantNumber | None:
        text = row.cell("nip")
        try:
            number = read_number(text, on=self.on, status=_NUMBERED_AS[status] if status else None)
        except UnreadableNumberError as error:
            row.find("nip", problems.number(error))
            return None
        first = self._met.setdefault(number.text, row.number)
        if first != row.number:
            row.find("nip", problems.repeated_number(first))
        return number

    def _compare(self, row: RowUnderCheck, number: CivilServantNumber, born: date | None, sex: Sex | None) -> None:
        for found in findings_on(number, on=self.on, birth_date=born, sex=_NUMBERED_SEX[sex] if sex else None):
            row.find(_ABOUT[found.code], problems.numbered_oddly(found))

    def _unit(self, row: RowUnderCheck) -> str | None:
        """Return the code where it is one on record, else the name, which every export has; a code for want of both."""
        code = row.text("unit_code", limits.UNIT_CODE)
        if code is not None and code in self.unit_codes:
            return code
        return row.text("unit", limits.UNIT_NAME) or code


_ABOUT = {"birth_date_differs": "birth_date", "sex_differs": "sex", "began_young": "nip", "begins_later": "nip"}


def _status(row: RowUnderCheck) -> Status | None:
    """Return what the row says of the kind of employee; None where it says nothing."""
    told = row.cell("status")
    if len(told) < 2 and "pppk" in row.cell("legal_words").casefold():
        return Status.PPPK
    return row.read("status", status_of)


def _status_by_rank_or_number(row: RowUnderCheck, number: CivilServantNumber | None) -> Status:
    """Return the status that rank or number tell of: a month in the number is a PNS, unless the rank is a PPPK's."""
    rank = row.cell("rank").upper().removeprefix("GOLONGAN ").strip()
    if rank in PPPK_RANKS and rank not in PNS_RANKS:
        return Status.PPPK
    return Status.PPPK if number is not None and number.layout == "pppk" else Status.PNS


def _name(row: RowUnderCheck) -> str | None:
    name = row.text("name", limits.NAME)
    if not row.cell("name"):
        row.find("name", problems.nothing(Text(id="Nama", en="The name")))
    elif name is not None and not any(letter.isalpha() for letter in name):
        row.find("name", problems.no_letters())
    return name


def _birth_date(row: RowUnderCheck, on: date) -> date | None:
    def reader(text: str) -> date | Problem:
        day = day_of(text)
        if day is None:
            return problems.no_date(WARNING)
        if day >= on:
            return problems.unlikely_date(_later_than(on), WARNING)
        return day

    return row.read("birth_date", reader)


def _position_since(row: RowUnderCheck, on: date, number: CivilServantNumber | None) -> date | None:
    """Return the first day in the position. Refused where wrong: a history cannot be guessed at."""

    def reader(text: str) -> date | Problem:
        day = day_of(text)
        if day is None:
            return problems.no_date(REFUSED)
        if day.year > on.year + YEARS_AHEAD:
            return problems.unlikely_date(_later_than(on), REFUSED)
        if number is not None and day <= number.birth_date:
            why = Text(id="Tanggal ini mendahului tanggal lahir.", en="This date precedes the date of birth.")
            return problems.unlikely_date(why, REFUSED)
        return day

    return row.read("position_since", reader)


def _later_than(on: date) -> Text:
    return Text(id=f"Tanggal ini sesudah {on.isoformat()}.", en=f"This date is later than {on.isoformat()}.")


def _legal_position(row: RowUnderCheck) -> LegalPosition | None:
    """Return the legal position by its code; by its words where the code is none of those we know."""
    if isinstance(legal_position_of(row.cell("legal_position")), Problem):
        told = legal_position_of(row.cell("legal_words"))
        if not isinstance(told, Problem):
            return told
    return row.read("legal_position", legal_position_of)


def _superior(row: RowUnderCheck, number: CivilServantNumber | None, on: date) -> str | None:
    superior = row.read("superior", lambda text: _number_of_superior(text, on))
    if number is not None and superior == number.text:
        row.find("superior", problems.own_superior())
        return None
    return superior


@lru_cache(maxsize=4096)
def _number_of_superior(text: str, on: date) -> str | Problem:
    """Return the number; kept, for one superior stands in many rows. Under "pppk" no month is asked of it."""
    try:
        return read_number(text, on=on, status="pppk").text
    except UnreadableNumberError as error:
        return problems.superior_number(error)


def _address(text: str) -> str | Problem:
    usable = len(text) <= limits.EMAIL and ".." not in text and _ADDRESS.fullmatch(text)
    return text if usable and not text.startswith(".") and ".@" not in text else problems.not_an_address()


def _telephone(text: str) -> str | Problem:
    return text if len(text) <= limits.PHONE and _TELEPHONE.fullmatch(text) else problems.not_a_telephone()
