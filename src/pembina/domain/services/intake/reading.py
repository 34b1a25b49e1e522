"""How a file of requests is to be read: which column is which, and what its words mean. Guessed, shown, corrected."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from pembina.core.text import Text


class Shape(StrEnum):
    """How a file tells of requests."""

    ROWS = "rows"
    EVENTS = "events"

    @property
    def label(self) -> Text:
        """Return the shape in words."""
        return _SHAPES[self]


_SHAPES = {
    Shape.ROWS: Text(id="Satu baris untuk satu permohonan", en="One row a request"),
    Shape.EVENTS: Text(id="Catatan kejadian, beberapa baris untuk satu permohonan", en="A log, many rows a request"),
}


class Meaning(StrEnum):
    """What an activity or a status of a file says about the clock of its request."""

    PROGRESS = "progress"
    WAITING_APPLICANT = "waiting_applicant"
    WAITING_OTHER_OFFICE = "waiting_other_office"
    WAITING_OFFICE = "waiting_office"
    COMPLETED = "completed"
    WITHDRAWN = "withdrawn"
    IGNORED = "ignored"

    @property
    def label(self) -> Text:
        """Return the meaning in words."""
        return _MEANINGS[self]


_MEANINGS = {
    Meaning.PROGRESS: Text(id="Sedang dikerjakan", en="Being worked on"),
    Meaning.WAITING_APPLICANT: Text(id="Menunggu pemohon", en="Waiting for the applicant"),
    Meaning.WAITING_OTHER_OFFICE: Text(id="Menunggu instansi lain", en="Waiting for another office"),
    Meaning.WAITING_OFFICE: Text(id="Ditunda oleh unit", en="Put off by the unit"),
    Meaning.COMPLETED: Text(id="Selesai", en="Completed"),
    Meaning.WITHDRAWN: Text(id="Ditarik atau dibatalkan pemohon", en="Withdrawn by the applicant"),
    Meaning.IGNORED: Text(id="Abaikan", en="Pass over"),
}
ENDS = (Meaning.COMPLETED, Meaning.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a file.

    Attributes
    ----------
    columns : field to the column of the file; the fields are those of `exchange.requests.columns`
    meanings : activity or status as written, in lower case, to what it means
    service : code of the service all rows belong to; empty where a column says it
    zone : zone of times written without an offset, WIB or +07:00; empty for that of the unit of each service
    """

    shape: Shape
    columns: Mapping[str, str] = field(default_factory=dict)
    meanings: Mapping[str, Meaning] = field(default_factory=dict)
    service: str = ""
    zone: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return the reading as JSON keeps it."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Reading":
        """Return the reading that was kept."""
        meanings = {word: Meaning(meaning) for word, meaning in kept["meanings"].items()}
        return cls(Shape(kept["shape"]), kept["columns"], meanings, kept["service"], kept["zone"])

    @property
    def tells_the_end(self) -> bool:
        """Say whether a word of a log ends a request; where none does, the last event does."""
        return any(meaning in ENDS for meaning in self.meanings.values())

    @property
    def tells_of_pauses(self) -> bool:
        """Say whether the file knows of pauses; one that does not leaves those on record."""
        waiting = any(meaning.value.startswith("waiting") for meaning in self.meanings.values())
        return "pause_began" in self.columns or (self.shape is Shape.EVENTS and waiting)
