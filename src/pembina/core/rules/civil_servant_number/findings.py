"""What is odd about a number that could be read: reported to a human, never a reason to refuse."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from pembina.core.rules.civil_servant_number.formula import CivilServantNumber, Sex
from pembina.core.text import Text, written

Code = Literal["birth_date_differs", "sex_differs", "began_young", "begins_later"]
USUAL_AGE_TO_BEGIN = 18


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that somebody should look at."""

    code: Code
    message: Text


def findings_on(
    number: CivilServantNumber, *, on: date, birth_date: date | None = None, sex: Sex | None = None
) -> tuple[Finding, ...]:
    """Compare `number` with what else is known of the person; None is not compared."""
    found = (
        _birth_date(number, birth_date),
        _sex(number, sex),
        _began_young(number),
        _begins_later(number, on),
    )
    return tuple(filter(None, found))


def _birth_date(number: CivilServantNumber, recorded: date | None) -> Finding | None:
    if recorded is None or recorded == number.birth_date:
        return None
    said = written(number.birth_date)
    message = Text(
        id=f"Tanggal lahir pada NIP {said.id}, pada data {written(recorded).id}.",
        en=f"The date of birth is {said.en} in the number and {written(recorded).en} in the record.",
    )
    return Finding("birth_date_differs", message)


def _sex(number: CivilServantNumber, recorded: Sex | None) -> Finding | None:
    if recorded is None or recorded == number.sex:
        return None
    message = Text(
        id="Jenis kelamin pada NIP berbeda dengan data.", en="The sex in the number differs from the record."
    )
    return Finding("sex_differs", message)


def _began_young(number: CivilServantNumber) -> Finding | None:
    age = number.start_year - number.birth_date.year
    if age >= USUAL_AGE_TO_BEGIN:
        return None
    message = Text(
        id=f"Menurut NIP, mulai bekerja pada tahun ulang tahun ke-{age}.",
        en=f"By the number, work began in the year of birthday {age}.",
    )
    return Finding("began_young", message)


def _begins_later(number: CivilServantNumber, on: date) -> Finding | None:
    if (number.start_year, number.start_month or 1) <= (on.year, on.month):
        return None
    message = Text(
        id=f"Menurut NIP, baru mulai bekerja sesudah {written(on).id}.",
        en=f"By the number, work begins only after {written(on).en}.",
    )
    return Finding("begins_later", message)
