"""Whether enough people stay in a unit while others learn.

On any day at most a set share of a unit's staff may be away for learning, rounded down. One person may always go,
however small the unit: a share of a fifth would else shut every unit of four out of learning for good. A day on which
nobody at all is left is told (`leaves_nobody`) even where the rule allows it.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from pembina.core.learning.refused import RefusedInputError
from pembina.core.text import Text, written

Share = Fraction | Decimal


class UnusableCoverError(RefusedInputError):
    """The share, or what is known of a unit, cannot be used."""


@dataclass(frozen=True, slots=True)
class CoverGap:
    """A day on which more people of a unit would be away than the rule allows, or all of them.

    Attributes
    ----------
    away : the persons, sorted
    staff : people of the unit
    allowed : how many may be away on one day
    exceeds : whether `away` are more than `allowed`; where it is False nobody is left, which the rule allows here
    leaves_nobody : whether nobody would be left
    because : one sentence for the leader
    """

    unit: str
    day: date
    away: tuple[str, ...]
    staff: int
    allowed: int
    exceeds: bool
    leaves_nobody: bool
    because: Text


def allowed_away(staff: int, share: Share) -> int:
    """Return how many of a unit may be away on one day; raises ``UnusableCoverError``."""
    if staff < 1:
        raise UnusableCoverError(
            Text(id=f"Unit dengan {staff} pegawai tidak dapat dihitung.", en=f"No count for a unit of {staff} people."),
            Text(id="Periksa penempatan pegawai pada unit itu.", en="Check who is assigned to the unit."),
        )
    return max(1, int(staff * _checked(share)))


def cover_gaps(
    *, staff: Mapping[str, int], away: Mapping[tuple[str, date], Set[str]], share: Share
) -> tuple[CoverGap, ...]:
    """Return where too many would be away, by day and unit; empty where the rule holds everywhere.

    Parameters
    ----------
    staff : number of people by unit, those who are away included
    away : persons away by unit and day, whatever session takes them; a person counts once a day
    share : above 0, at most 1; a fraction or a decimal, since 0.3 as a float is a little less than three tenths

    Raises
    ------
    UnusableCoverError : the share, a unit without people, or one whose number is not known
    """
    gaps = (_gap(unit, day, persons, _known(staff, unit), share) for (unit, day), persons in away.items() if persons)
    return tuple(sorted((gap for gap in gaps if gap is not None), key=lambda gap: (gap.day, gap.unit)))


def _gap(unit: str, day: date, persons: Set[str], staff: int, share: Share) -> CoverGap | None:
    allowed = allowed_away(staff, share)
    exceeds, nobody = len(persons) > allowed, len(persons) >= staff
    if not (exceeds or nobody):
        return None
    names = tuple(sorted(persons))
    because = _too_many(unit, day, len(names), staff, allowed) if exceeds else _empty(unit, day)
    return CoverGap(unit, day, names, staff, allowed, exceeds, nobody, because)


def _known(staff: Mapping[str, int], unit: str) -> int:
    if unit not in staff:
        raise UnusableCoverError(
            Text(id=f"Jumlah pegawai {unit} tidak diketahui.", en=f"The number of people of {unit} is not known."),
            Text(id="Lengkapi jumlah pegawai setiap unit.", en="Give the number of people of every unit."),
        )
    return staff[unit]


def _checked(share: Share) -> Fraction:
    usable = isinstance(share, Fraction | int) or (isinstance(share, Decimal) and share.is_finite())
    if not usable or not 0 < share <= 1:
        raise UnusableCoverError(
            Text(id=f"Batas {share} tidak dapat dipakai.", en=f"A share of {share} cannot be used."),
            Text(
                id="Isi pecahan atau desimal di atas 0 sampai 1.", en="Give a fraction or decimal above 0, at most 1."
            ),
        )
    return Fraction(share)


def _too_many(unit: str, day: date, away: int, staff: int, allowed: int) -> Text:
    return Text(
        id=f"{unit}, {written(day).id}: {away} dari {staff} pegawai tidak di tempat; paling banyak {allowed}.",
        en=f"{unit}, {written(day).en}: {away} of {staff} people would be away; at most {allowed} may be.",
    )


def _empty(unit: str, day: date) -> Text:
    return Text(
        id=f"{unit}, {written(day).id}: tidak ada pegawai yang tinggal. Ini diperbolehkan, tetapi siapkan pengganti.",
        en=f"{unit}, {written(day).en}: nobody would be left. This is allowed, but arrange for a stand-in.",
    )
