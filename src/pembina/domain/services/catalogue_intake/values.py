"""The cells of a standard as values."""

import re
from datetime import date
from typing import Any

from pembina.domain.services.catalogue_intake.findings import MistakeError
from pembina.domain.services.components import CONTENT
from pembina.domain.services.enums import PromiseUnit

WORDS = {
    "menit": PromiseUnit.MINUTES,
    "menit kerja": PromiseUnit.MINUTES,
    "jam": PromiseUnit.HOURS,
    "jam kerja": PromiseUnit.HOURS,
    "hari": PromiseUnit.WORKING_DAYS,
    "hari kerja": PromiseUnit.WORKING_DAYS,
    "hk": PromiseUnit.WORKING_DAYS,
}
LARGEST_PROMISE = 10_000
SHORT = {"decree": 200, "start_event": 200, "stop_event": 200}
YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00(?::00)?)?")
DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")


def standard_told(cells: dict[str, str]) -> dict[str, Any]:
    """Return what the cells of a row say about a standard; raises ``MistakeError``."""
    told: dict[str, Any] = {name: cells[name] for name in CONTENT if name in cells}
    for name, most in SHORT.items():
        if len(told.get(name, "")) > most:
            raise MistakeError.too_long(name)
    if "promised_amount" in told:
        told["promised_amount"] = _amount(told["promised_amount"])
    if "promised_unit" in told:
        told["promised_unit"] = _unit(told["promised_unit"])
    if "starts_on" in cells:
        told["starts_on"] = _day(cells["starts_on"])
    return told


def _amount(written: str) -> int:
    if not (written.isascii() and written.isdigit() and 1 <= int(written[:9]) <= LARGEST_PROMISE):
        raise MistakeError.no_number("promised_amount")
    return int(written)


def _unit(written: str) -> str:
    found = WORDS.get(" ".join(written.lower().split()))
    if found is None:
        raise MistakeError.no_unit("promised_unit")
    return found.value


def _day(written: str) -> date:
    year_first, day_first = YEAR_FIRST.fullmatch(written), DAY_FIRST.fullmatch(written)
    parts = year_first.groups() if year_first else day_first.groups()[::-1] if day_first else ()
    try:
        return date(*map(int, parts))
    except (TypeError, ValueError):
        raise MistakeError.no_day("starts_on") from None
