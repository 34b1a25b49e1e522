"""Input that a computation about learning refuses, with what to do about it."""

from datetime import UTC, datetime

from pembina.core.text import Text


class RefusedInputError(ValueError):
    """The input cannot be used; `message` says why, `remedy` what to do. Each module derives its own."""

    def __init__(self, message: Text, remedy: Text) -> None:
        self.message, self.remedy = message, remedy
        super().__init__(f"{message} {remedy}")


class NaiveMomentError(RefusedInputError):
    """A moment without time zone: in a country of three zones it is three moments."""

    def __init__(self, moment: datetime) -> None:
        said = moment.isoformat()
        super().__init__(
            Text(id=f"{said} tidak menyebut zona waktu.", en=f"{said} has no time zone."),
            Text(
                id="Nyatakan zona waktunya: WIB, WITA, WIT, atau selisih seperti +07:00.",
                en="State its time zone: WIB, WITA, WIT or an offset like +07:00.",
            ),
        )


def instant(moment: datetime) -> datetime:
    """Return an aware moment in UTC; within one zone Python compares clocks, which may show an hour twice."""
    if moment.utcoffset() is None:
        raise NaiveMomentError(moment)
    return moment.astimezone(UTC)
