"""Which units begin when: drawn by lot from a published text, or laid for a reason that is written down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from pembina.core.learning import UnusableDrawError, wave_order
from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.development.enums import ProgrammeState, WaveOrder
from pembina.domain.development.models import Programme, Wave, WavePlan, WaveSlip, WaveUnit
from pembina.domain.development.operations.programmes import locked_programme
from pembina.domain.development.refusals import ReasonMissingError
from pembina.domain.development.wave_refusals import (
    SlipsLoggedError,
    UnitInTwoWavesError,
    UnusableOrderError,
    WaveEmptyError,
    WaveOrderError,
    WaveOutsideError,
    WavesFixedError,
)
from pembina.domain.people.models import Unit
from pembina.domain.people.refusals import UnitClosedError

OPEN = (ProgrammeState.DRAFT, ProgrammeState.APPROVED, ProgrammeState.RUNNING)


@dataclass(frozen=True, slots=True)
class WaveLine:
    """One wave before it is kept."""

    starts_on: date
    units: Sequence[Unit]


def draw_waves(
    *, programme: Programme, units: Sequence[Unit], starts: Sequence[date], seed: str, by: User, at: datetime,
    again_because: str = "", by_sector: bool = False, strata: Mapping[str, str] | None = None, stay_out: bool = False,
) -> list[Unit]:  # fmt: skip
    """Let the lot decide: anybody can draw the same order from `seed`, the codes of the units and their strata.

    With `by_sector` every wave gets its share of each sector, with `strata` of each of those (by code). With `stay_out`
    one more group is drawn, which joins no wave; its units are returned. A plan that stands is replaced only with a
    reason.

    Raises
    ------
    UnusableOrderError : no seed, fewer units than groups, a unit without a stratum
    ReasonMissingError : a second draw without a word; whoever may draw until it fits has chosen
    WaveOutsideError, WaveOrderError, UnitClosedError, WavesFixedError, SlipsLoggedError
    """
    divided = {unit.code: unit.sector for unit in units} if by_sector else strata
    groups = len(starts) + stay_out
    order = _order([unit.code for unit in units], groups, seed, divided)
    by_code = {unit.code: unit for unit in units}
    dealt = [[by_code[code] for code in codes] for codes in order]
    lines, out = [WaveLine(day, drawn) for day, drawn in zip(starts, dealt, strict=False)], dealt[len(starts) :]
    outside = [unit.code for drawn in out for unit in drawn]
    lot = {"units": {code: (divided or {}).get(code, "") for code in sorted(by_code)}, "groups": groups, "out": outside}
    plan = WavePlan(order=WaveOrder.RANDOM, seed=seed.strip(), lot=lot, decided_by=by, decided_at=at)
    with one_event():
        kept = _replaced(programme, lines, again_because)
        before = _keep(kept, plan, lines)
        changes = {"seed": (before, seed.strip()), "waves": ("", _codes(lines))}
        record("draw_waves", on=kept, by=by, at=at, changes=changes, why=again_because.strip())
    return [unit for drawn in out for unit in drawn]


def _order(codes: Sequence[str], groups: int, seed: str, strata: Mapping[str, str] | None) -> Sequence[Sequence[str]]:
    try:
        return wave_order(codes, waves=groups, seed=seed, strata=strata)
    except UnusableDrawError as refused:
        raise UnusableOrderError(refused) from refused


def lay_waves(
    *, programme: Programme, waves: Sequence[WaveLine], reason: str, by: User, at: datetime
) -> None:  # fmt: skip
    """Keep an order that somebody chose, with the reason. Raises as `draw_waves`, and ``UnitInTwoWavesError``."""
    if not reason.strip():
        raise ReasonMissingError
    plan = WavePlan(order=WaveOrder.REASONED, reason=reason.strip(), decided_by=by, decided_at=at)
    with one_event():
        kept = _replaced(programme, waves, reason)
        _keep(kept, plan, waves)
        changes = {"waves": ("", _codes(waves))}
        record("lay_waves", on=kept, by=by, at=at, changes=changes, why=reason.strip())


def _replaced(programme: Programme, waves: Sequence[WaveLine], again_because: str) -> Programme:
    """Check the waves and clear the way for them; returns the programme, locked."""
    kept = locked_programme(programme, *OPEN)
    present = Wave.objects.filter(programme=kept)
    if present.filter(started_on__isnull=False).exists() or present.filter(batches__isnull=False).exists():
        raise WavesFixedError
    if WaveUnit.objects.filter(wave__in=present, started_on__isnull=False).exists():
        raise WavesFixedError
    # A new plan would begin with new days: that the old ones were not kept would be forgotten.
    if slips := WaveSlip.objects.filter(wave__in=present).count():
        raise SlipsLoggedError(slips)
    if present.exists() and not again_because.strip():
        raise ReasonMissingError
    _check(kept, waves)
    return kept


def _check(programme: Programme, waves: Sequence[WaveLine]) -> None:
    seen: dict[int, int] = {}
    for number, wave in enumerate(waves, start=1):
        check_day(programme, number, wave.starts_on)
        if not wave.units:
            raise WaveEmptyError(number)
        for unit in wave.units:
            if unit.pk in seen:
                raise UnitInTwoWavesError(unit.name, seen[unit.pk], number)
            seen[unit.pk] = number
            if unit.closed_on is not None and unit.closed_on < wave.starts_on:
                raise UnitClosedError(unit.name, wave.starts_on)
    for number, (one, other) in enumerate(pairwise(waves), start=2):
        if other.starts_on <= one.starts_on:
            raise WaveOrderError(number, other.starts_on)


def check_day(programme: Programme, number: int, day: date) -> None:
    """Raise ``WaveOutsideError`` where a wave would begin on a day on which the programme does not run."""
    if not programme.starts_on <= day <= programme.ends_on:
        raise WaveOutsideError(number, day, programme.starts_on, programme.ends_on)


def _keep(programme: Programme, plan: WavePlan, waves: Sequence[WaveLine]) -> str:
    """Write the plan and its waves in the place of those that stood; returns the seed that stood."""
    standing = WavePlan.objects.filter(programme=programme).first()
    WaveUnit.objects.filter(programme=programme).delete()
    Wave.objects.filter(programme=programme).delete()
    WavePlan.objects.filter(programme=programme).delete()
    plan.programme = programme
    plan.save()
    for number, line in enumerate(waves, start=1):
        made = Wave.objects.create(programme=programme, number=number, planned_on=line.starts_on, due_on=line.starts_on)
        WaveUnit.objects.bulk_create([WaveUnit(programme=programme, wave=made, unit=unit) for unit in line.units])
    return standing.seed if standing else ""


def _codes(waves: Sequence[WaveLine]) -> str:
    return "; ".join(
        f"{number} ({wave.starts_on.isoformat()}): {', '.join(unit.code for unit in wave.units)}"
        for number, wave in enumerate(waves, start=1)
    )
