"""The lot of a programme's waves, for anybody who wants to draw it again: who was drawn, from what, and by which keys.

How to draw it stands in `core.learning.wave_order`; whatever became of the units later does not change what was drawn.
A locked design holds its own lot: a plan that is drawn anew for a later version does not change it.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from pembina.core.learning import draw_key, wave_order
from pembina.domain.development.enums import WaveOrder
from pembina.domain.development.models import Programme, Wave, WavePlan, WaveUnit
from pembina.domain.impact.enums import DesignState
from pembina.domain.impact.models import EvaluationDesign


@dataclass(frozen=True, slots=True)
class Keyed:
    """A name with the SHA-256 by which it was sorted."""

    name: str
    key: str


@dataclass(frozen=True, slots=True)
class DrawnUnit:
    """One unit of the lot. `group` counts from 1; the one beyond the last wave stays out."""

    code: str
    stratum: str
    key: str
    group: int


@dataclass(frozen=True, slots=True)
class Lot:
    """All that was drawn, in the order in which the units lie in their groups.

    `moved` are the codes whose wave is another one now: they left, joined later, or were merged.
    """

    seed: str
    waves: int
    stays_out: bool
    units: tuple[DrawnUnit, ...]
    strata: tuple[Keyed, ...]
    turns: tuple[Keyed, ...]
    starts: tuple[date, ...]
    moved: tuple[str, ...]

    def told(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        plain = asdict(self)
        return plain | {"starts": [start.isoformat() for start in self.starts]}


def lot_of(design: EvaluationDesign) -> Lot | None:
    """Return the lot of a design: of a draft that of the plan as it stands, of a locked one that which was locked.

    None where the order was not drawn, or before anybody wrote down what from.
    """
    if design.state == DesignState.LOCKED:
        order = json.loads(design.content).get("order", {})
        return _lot(design, order.get("seed", ""), order.get("lot", {}))
    plan = _drawn_plan(design.evaluation.programme)
    return _lot(design, plan.seed, lot_told(plan)) if plan else None


def lot_told(plan: WavePlan) -> dict[str, Any]:
    """Return what a plan was drawn from, with the days on which its waves were to begin, in values JSON knows."""
    starts = Wave.objects.filter(programme=plan.programme_id).order_by("number").values_list("planned_on", flat=True)
    return dict(plan.lot) | {"starts": [start.isoformat() for start in starts]} if plan.lot.get("units") else {}


def _lot(design: EvaluationDesign, seed: str, lot: Mapping[str, Any]) -> Lot | None:
    if not lot.get("units"):
        return None
    strata: dict[str, str] = lot["units"]
    order, out = _groups(seed, lot), lot.get("out", [])
    drawn = tuple(
        DrawnUnit(code, strata[code], draw_key(seed, code), group)
        for group, codes in enumerate(order, start=1)
        for code in codes
    )
    return Lot(
        seed=seed, waves=len(order) - bool(out), stays_out=bool(out), units=drawn,
        strata=tuple(Keyed(name, draw_key(seed, f"stratum:{name}")) for name in sorted(set(strata.values()))),
        turns=tuple(Keyed(str(turn), draw_key(seed, f"wave:{turn}")) for turn in range(1, len(order) + 1)),
        starts=tuple(date.fromisoformat(start) for start in lot["starts"]),
        moved=_moved(design, drawn, len(order) if out else None),
    )  # fmt: skip


def _groups(seed: str, lot: Mapping[str, Any]) -> Sequence[Sequence[str]]:
    """Return the codes of each group, the first wave first."""
    strata: dict[str, str] = lot["units"]
    return wave_order(
        list(strata), waves=int(lot["groups"]), seed=seed, strata=strata if any(strata.values()) else None
    )


def _drawn_plan(programme: Programme) -> WavePlan | None:
    return WavePlan.objects.filter(programme=programme, order=WaveOrder.RANDOM).first()


def strata_of_lot(programme: Programme) -> dict[str, str]:
    """Return the stratum in which each unit was drawn, by code, empty without strata; nothing without a lot."""
    plan = _drawn_plan(programme)
    return dict(plan.lot.get("units", {})) if plan else {}


def off_the_lot(plan: WavePlan | None, places: Mapping[str, int | None]) -> list[str]:
    """Return the codes among `places` that are not where the lot put them, or that no lot knew; all without a lot.

    `places` says by code in which wave each unit of a design is, None for one that stays out. A group of the lot that
    is no wave of the design stays out as a whole.
    """
    if plan is None or plan.order != WaveOrder.RANDOM or not plan.lot.get("units"):
        return sorted(places)
    waves = set(places.values())
    put = {
        code: group if group in waves else None
        for group, codes in enumerate(_groups(plan.seed, plan.lot), start=1)
        for code in codes
    }
    return sorted(code for code, place in places.items() if code not in put or put[code] != place)


def lot_digest(strata: Mapping[str, str], starts: Sequence[date], *, stay_out: bool) -> str:
    """Return the SHA-256 of what is about to be drawn from, so that nobody draws from other units than were shown."""
    told = {"units": dict(strata), "starts": [start.isoformat() for start in starts], "out": stay_out}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def _moved(design: EvaluationDesign, drawn: Sequence[DrawnUnit], outside: int | None) -> tuple[str, ...]:
    """Return the codes that are not where the lot put them, and those it did not know."""
    known = {pk: code for pk, code in design.units.values_list("unit", "code") if code}
    members = WaveUnit.objects.filter(programme=design.evaluation.programme_id, left_on__isnull=True)
    now = {
        known.get(pk, code): number for pk, code, number in members.values_list("unit", "unit__code", "wave__number")
    }
    put = {one.code: one.group for one in drawn if one.group != outside}
    return tuple(sorted(code for code in now.keys() | put.keys() if now.get(code) != put.get(code)))
