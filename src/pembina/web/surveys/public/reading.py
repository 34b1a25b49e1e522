"""From what a page sent, as a form or from its outbox, to answers; the same for both."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from pembina.core.rules.satisfaction_index import ELEMENTS
from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError
from pembina.domain.services.answered import Answered
from pembina.domain.services.enums import AgeBand, Education, Occupation, Sex
from pembina.domain.services.survey_refusals import ServiceNotHereError

PROFILE = {
    name: frozenset(known.values)
    for name, known in (("sex", Sex), ("age_band", AgeBand), ("education", Education), ("occupation", Occupation))
}
LONGEST_VALUE = 4_000


class UnreadableKeyError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Kunci kiriman tidak dapat dibaca.", en="The key of what was sent cannot be read."),
            Text(id="Muat ulang halaman survei, lalu kirim lagi.", en="Load the survey again, then send again."),
        )


@dataclass(frozen=True, slots=True)
class Sent:
    """Everything a page sent, as text; what is not text, or no field of ours, is left out."""

    values: Mapping[str, str]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "Sent":
        """Read a form or a JSON object."""
        fields = (*ELEMENTS, *PROFILE, "suggestion", "service", "code", "key", "ticket", "device_at")
        found = {name: data.get(name, "") for name in fields}
        return cls({name: _text(value) for name, value in found.items()})

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "")

    @property
    def answered(self) -> Answered:
        """Return the answers; a score that is none stays what it is, for the check to name. An unknown profile is none.

        Raises ``ServiceNotHereError`` for a service that is no number.
        """
        if self["service"] and not _is_number(self["service"]):
            raise ServiceNotHereError
        profile = {name: self[name] if self[name] in known else "" for name, known in PROFILE.items()}
        return Answered(
            answers={element: _score(self[element]) for element in ELEMENTS},
            service_id=int(self["service"]) if self["service"] else None,
            suggestion=self["suggestion"].replace("\r\n", "\n").strip(),
            **profile,
        )

    @property
    def client_key(self) -> UUID:
        """Return the key made on the device; raises ``UnreadableKeyError``."""
        try:
            return UUID(self["key"])
        except ValueError:
            raise UnreadableKeyError from None

    @property
    def device_at(self) -> datetime | None:
        """Return the clock of the device, sent as milliseconds since 1970, where that is a moment."""
        if not _is_number(self["device_at"]) or len(self["device_at"]) > len("9999999999999"):
            return None
        return datetime.fromtimestamp(int(self["device_at"]) / 1000, tz=UTC)


def _text(value: Any) -> str:
    """Return text that can be stored: no NUL, and no half of a pair that JSON may hold and UTF-8 cannot."""
    if not isinstance(value, str | int):
        return ""
    return str(value).replace("\0", "").encode("utf-8", "ignore").decode()[:LONGEST_VALUE]


def _score(written: str) -> Any:
    """Return a number as a number, nothing as None, and anything else as it was written."""
    if not written:
        return None
    return int(written) if _is_number(written) else written


def _is_number(written: str) -> bool:
    return written.isascii() and written.isdigit() and len(written) <= len("9999999999999")
