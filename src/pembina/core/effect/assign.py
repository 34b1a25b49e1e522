"""A proposal who starts when: drawn by lot within strata, so that the waves are alike before anybody starts.

The lot itself is `core.learning.wave_order`, which anybody can repeat from the published seed. Here the strata are
made: sector, size (the smaller and the larger half of a sector) and baseline (thirds of a sector by the outcome before
the programme). Strata of fewer units than there are waves cannot be balanced, so that the finest division is taken in
which most units lie in a stratum with one unit for every wave (Kernan et al. 1999, Journal of Clinical Epidemiology 52,
on how many strata a small design bears).
"""

import math
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean, stdev

from pembina.core.effect.assign_wording import lot_explained
from pembina.core.effect.notes import Note
from pembina.core.effect.wave_plan import WavePlan
from pembina.core.learning.wave_order import draw_key, wave_order
from pembina.core.text import Text

SMALL_SHARE = 0.5


class Axis(StrEnum):
    """What units are divided by."""

    SECTOR = "sector"
    SIZE = "size"
    BASELINE = "baseline"


DIVISIONS: tuple[tuple[Axis, ...], ...] = (
    (Axis.SECTOR, Axis.SIZE, Axis.BASELINE), (Axis.SECTOR, Axis.BASELINE), (Axis.BASELINE,), ()
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit that may be drawn; None where its size (people) or its baseline (the outcome before) is not known."""

    code: str
    sector: str
    size: float | None = None
    baseline: float | None = None


@dataclass(frozen=True, slots=True)
class DrawnUnit:
    """One unit in the proposal; ``key`` is what it was sorted by, to be checked with any SHA-256."""

    code: str
    stratum: str
    key: str


@dataclass(frozen=True, slots=True)
class DrawnWave:
    """One wave; ``baseline`` is the mean over its units with a known one, None without any."""

    units: tuple[DrawnUnit, ...]
    baseline: float | None


@dataclass(frozen=True, slots=True)
class WaveProposal:
    """Who starts when.

    Attributes
    ----------
    waves : the first wave first
    staying_out : units that serve as comparison until the end; no units where everybody joins
    divided_by : what the strata were made of
    imbalance : largest distance between the groups' mean baselines, in standard deviations of all units; None where
        it cannot be told
    because : the lot explained to those who must defend it
    """

    seed: str
    waves: tuple[DrawnWave, ...]
    staying_out: DrawnWave
    divided_by: tuple[Axis, ...]
    imbalance: float | None
    notes: tuple[Note, ...]
    because: Text

    def plan(self, *, starts: Sequence[int], months: int) -> WavePlan:
        """Return the plan of these waves, starting in the given months counted from 0."""
        return WavePlan(
            tuple(len(wave.units) for wave in self.waves), tuple(starts), months, len(self.staying_out.units)
        )


def propose_waves(
    candidates: Sequence[Candidate], *, waves: int, seed: str, keep_out: bool = False, by: Sequence[Axis] | None = None
) -> WaveProposal:
    """Draw a proposal; the same candidates and seed always give the same, in whatever order they come.

    Parameters
    ----------
    waves : number of waves, of equal size but for one unit
    seed : the published text
    keep_out : draw one more group of the same size, which stays out until the end
    by : what to divide by; None takes the finest division that the units bear

    Raises
    ------
    UnusableDrawError : as `wave_order`
    """
    groups = waves + keep_out
    divided_by = finest_division(candidates, groups) if by is None else tuple(by)
    strata = strata_of(candidates, divided_by)
    order = wave_order([unit.code for unit in candidates], waves=groups, seed=seed, strata=strata)
    known = {unit.code: unit.baseline for unit in candidates if _is_known(unit.baseline)}
    drawn = [_wave(codes, strata, seed, known) for codes in order]
    return WaveProposal(
        seed=seed.strip(),
        waves=tuple(drawn[:waves]),
        staying_out=drawn[waves] if keep_out else DrawnWave((), None),
        divided_by=divided_by,
        imbalance=imbalance_of([wave.baseline for wave in drawn], list(known.values())),
        notes=_notes(candidates, divided_by),
        because=lot_explained(len(candidates), waves, seed.strip(), [axis.value for axis in divided_by], keep_out),
    )


def strata_of(candidates: Sequence[Candidate], by: Sequence[Axis]) -> dict[str, str]:
    """Return the stratum of every unit, named by its parts; halves and thirds are those of the unit's sector."""
    classes = {
        Axis.SECTOR: {unit.code: unit.sector.strip() or "?" for unit in candidates},
        Axis.SIZE: _shares(candidates, {unit.code: unit.size for unit in candidates}, 2, Axis.SECTOR in by),
        Axis.BASELINE: _shares(candidates, {unit.code: unit.baseline for unit in candidates}, 3, Axis.SECTOR in by),
    }
    return {unit.code: "|".join(f"{axis}:{classes[axis][unit.code]}" for axis in by) or "all" for unit in candidates}


def _shares(
    candidates: Sequence[Candidate], values: dict[str, float | None], parts: int, within_sector: bool
) -> dict[str, str]:
    """Return which of the equal parts of its peers each unit lies in, by rank: 1 is the lowest, ? is not known.

    Equal values lie in the same part.
    """
    peers = {unit.code: unit.sector.strip() if within_sector else "" for unit in candidates}
    ranked: dict[str, list[float]] = {}
    for code, value in values.items():
        if value is not None and _is_known(value):
            insort(ranked.setdefault(peers[code], []), value)
    found = {}
    for code, value in values.items():
        own = ranked.get(peers[code], [])
        if value is None or not _is_known(value):
            found[code] = "?"
        else:
            found[code] = str(1 + parts * bisect_left(own, value) // len(own))
    return found


def _is_known(value: float | None) -> bool:
    return value is not None and math.isfinite(value)


def finest_division(candidates: Sequence[Candidate], groups: int) -> tuple[Axis, ...]:
    """Return the finest division that leaves at most half of the units in strata smaller than the number of groups.

    That is what `propose_waves` takes where nobody says what to divide by.
    """
    for division in DIVISIONS:
        sizes = Counter(strata_of(candidates, division).values())
        small = sum(size for size in sizes.values() if size < groups)
        if small <= SMALL_SHARE * len(candidates):
            return division
    return ()


def _wave(codes: Sequence[str], strata: dict[str, str], seed: str, known: dict[str, float | None]) -> DrawnWave:
    values = [value for code in codes if (value := known.get(code)) is not None]
    units = tuple(DrawnUnit(code, strata[code], draw_key(seed, code)) for code in codes)
    return DrawnWave(units, fmean(values) if values else None)


def imbalance_of(means: Sequence[float | None], values: Sequence[float | None]) -> float | None:
    """Return how far the groups' means lie apart, in standard deviations of all values; None where nobody can tell."""
    known = [value for value in values if value is not None]
    apart = [mean for mean in means if mean is not None]
    spread = stdev(known) if len(known) > 1 else 0.0
    return (max(apart) - min(apart)) / spread if spread > 0 and apart else None


def _notes(candidates: Sequence[Candidate], by: Sequence[Axis]) -> tuple[Note, ...]:
    found = []
    for axis, label in ((Axis.SIZE, _SIZE), (Axis.BASELINE, _BASELINE)):
        missing = sum(1 for unit in candidates if not _is_known(getattr(unit, axis.value)))
        if axis in by and missing:
            message = Text(
                id=f"{label.id} {missing} unit tidak diketahui; unit itu menjadi kelompok sendiri.",
                en=f"{label.en} of {missing} units is not known; they are a stratum of their own.",
            )
            found.append(Note(f"unknown_{axis.value}", message))
    return tuple(found)


_SIZE = Text(id="Jumlah pegawai", en="The number of people")
_BASELINE = Text(id="Capaian sebelum program", en="The outcome before the programme")
