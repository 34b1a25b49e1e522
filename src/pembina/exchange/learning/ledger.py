"""One row of the ledger of learning hours, as it is handed over to be written for SIASN."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One thing learned by one person; what is not known is None or empty, never made up.

    Attributes
    ----------
    key : by which the caller knows the row again
    name : of the person, for the list of refused rows only; no field of SIASN holds it
    pns_id : the id of the person in SIASN (its column ``pns_id``), not the NIP
    form : id of a form of development in SIASN (`forms.FORMS`)
    structural_id : id of the structural training (`forms.STRUCTURAL_TRAININGS`), for that form alone
    number : of the certificate
    hours : learning hours (JP)
    year : in which it counts; where None, that of the last day told
    competence : kind of competence, as SIASN shall be told
    place_id : id of a place in SIASN
    weight : ``bobot``
    """

    key: str
    nip: str
    pns_id: str
    form: int | None
    title: str
    organiser: str
    number: str
    hours: Decimal | float | None
    first_day: date | None
    last_day: date | None
    name: str = ""
    year: int | None = None
    structural_id: int | None = None
    competence: str = ""
    place_id: str = ""
    weight: int | None = None

    @property
    def told_year(self) -> int | None:
        """Return the year in which it counts."""
        day = self.last_day or self.first_day
        return self.year if self.year is not None or day is None else day.year
