"""How files write ratings, predicates and cycles: codes of SIASN, its misspelt words, and the words of the regulation.

SIASN writes ESPEKTASI where the regulation writes ekspektasi; "diatas" and "di atas" are one. In its codes 1 is the
best. Words and codes are those of the rule (`appraisal_rating`), never a list of our own.
"""

import re
from datetime import date
from functools import lru_cache

from pembina.core.rules.appraisal_rating import Predicate, Rating, predicates, ratings
from pembina.exchange.staff.cells import key_of

MONTHLY, QUARTERLY, ANNUAL = "monthly", "quarterly", "annual"
_CODE = re.compile(r"0*(\d)(?:[.,]0+)?")
_CYCLES = {
    "1": MONTHLY, "bulanan": MONTHLY, "bulan": MONTHLY, "2": QUARTERLY, "triwulan": QUARTERLY,
    "triwulanan": QUARTERLY, "tahunan": ANNUAL, "tahun": ANNUAL,
}  # fmt: skip
_MONTHS = (
    "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november",
    "desember",
)  # fmt: skip
# The older word for the third predicate, which the rule on credit points still has beside the new one.
_ALSO = {"cukup": Predicate.NEEDS_IMPROVEMENT, "misconduct": Predicate.POOR, "kurangmisconduct": Predicate.POOR}


def rating_named(written: str, *, on: date) -> Rating | None:
    """Return the rating that a cell tells by code or words, None where it tells none."""
    return _ratings(on).get(_bare_word(written))


def predicate_named(written: str, *, on: date) -> Predicate | None:
    """Return the predicate that a cell tells by code or words, None where it tells none."""
    return _predicates(on).get(_bare_word(written))


def cycle_named(written: str) -> str | None:
    """Return the cycle behind SIASN's `periodik`, None where it is none."""
    return _CYCLES.get(_bare_word(written))


def month_named(written: str) -> int | None:
    """Return the month of a number or an Indonesian name, None where it is none."""
    number = re.fullmatch(r"0*(\d{1,2})(?:[.,]0+)?", written)
    if number:
        return int(number[1]) if 1 <= int(number[1]) <= 12 else None
    word = key_of(written)
    return _MONTHS.index(word) + 1 if word in _MONTHS else None


def _bare_word(written: str) -> str:
    code = _CODE.fullmatch(written)
    return code[1] if code else key_of(written).replace("espektasi", "ekspektasi")


@lru_cache(maxsize=8)
def _ratings(on: date) -> dict[str, Rating]:
    told: dict[str, Rating] = {}
    for step in ratings(on=on):
        for word in (str(step.siasn_code), step.siasn_name, step.label.id):
            told[_bare_word(word)] = step.rating
    return told


@lru_cache(maxsize=8)
def _predicates(on: date) -> dict[str, Predicate]:
    told: dict[str, Predicate] = dict(_ALSO)
    for step in predicates(on=on):
        for word in (str(step.siasn_code), step.siasn_name, step.label.id):
            told[_bare_word(word)] = step.predicate
    return told
