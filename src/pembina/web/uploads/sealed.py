"""A small result that the visitor carries between pages, so that the server keeps nothing.

The text is JSON, compressed and signed: it can be read by whoever holds it, and not changed.
"""

from typing import Any

from django.core import signing

TWELVE_HOURS = 12 * 60 * 60


class BrokenSealError(ValueError):
    """The text was changed, belongs to another purpose, or is too old."""


def sealed(value: Any, *, purpose: str) -> str:
    """Return ``value`` (anything JSON can say) as text for a hidden form field."""
    return signing.dumps(value, salt=_salt(purpose), compress=True)


def opened(text: str, *, purpose: str, seconds: int = TWELVE_HOURS) -> Any:
    """Return what was sealed for ``purpose`` within the last ``seconds``, or raise `BrokenSealError`."""
    try:
        return signing.loads(text, salt=_salt(purpose), max_age=seconds)
    except signing.BadSignature as broken:
        raise BrokenSealError(str(broken)) from None


def _salt(purpose: str) -> str:
    return f"pembina.uploads.{purpose}"
