"""Finding the unit that a row of staff speaks of, by its code or by its name."""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from pembina.domain.people.intake.record import KnownUnit, UnitRecord

# Comparing one unknown name with all known ones takes milliseconds; a file full of them must not take minutes.
MOST_SUGGESTIONS = 200


@dataclass(frozen=True, slots=True)
class Found:
    """The units that a text may mean: one where all is well. ``closest`` are names that look alike where it is none."""

    units: tuple[KnownUnit, ...]
    closest: tuple[str, ...] = ()


class UnitNames:
    """Looks a text up once, however often it stands in the file."""

    def __init__(self, record: UnitRecord, *, on: date) -> None:
        self._record, self._on = record, on
        self._by_name: dict[str, list[KnownUnit]] = defaultdict(list)
        for unit in record.by_id.values():
            self._by_name[plain(unit.name)].append(unit)
        self._found: dict[tuple[str, str | None], Found] = {}
        self._suggested = 0

    def find(self, text: str, above: str | None) -> Found:
        """Return what `text` may mean: a code, or a name, told apart by a unit `above` where one is given."""
        asked = (text, above)
        if asked not in self._found:
            self._found[asked] = self._look_up(text.strip(), above)
        return self._found[asked]

    def _look_up(self, text: str, above: str | None) -> Found:
        if unit := self._record.by_code.get(text):
            return Found((unit,))
        named = self._by_name.get(plain(text), [])
        for narrower in (self._open(named), self._below(self._open(named) or named, above)):
            named = narrower or named
        return Found(tuple(named), () if named else self._closest(text))

    def _open(self, units: list[KnownUnit]) -> list[KnownUnit]:
        return [unit for unit in units if unit.closed_on is None or unit.closed_on >= self._on]

    def _below(self, units: list[KnownUnit], above: str | None) -> list[KnownUnit]:
        """Return those that have `above`, a code or a name, somewhere above them."""
        if above is None or len(units) < 2:
            return units
        wanted = above.strip()
        return [
            unit
            for unit in units
            if any(higher.code == wanted or plain(higher.name) == plain(wanted) for higher in self._record.above(unit))
        ]

    def _closest(self, text: str) -> tuple[str, ...]:
        self._suggested += 1
        if self._suggested > MOST_SUGGESTIONS:
            return ()
        alike = get_close_matches(plain(text), self._by_name, n=3)
        return tuple(f"{unit.name} ({unit.code})" for name in alike for unit in self._open(self._by_name[name])[:1])


def plain(name: str) -> str:
    """Return a name without what people write differently: capitals, points, double spaces."""
    return " ".join(re.findall(r"\w+", name.casefold()))
