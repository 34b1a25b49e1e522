"""The lot of a programme's waves, for anybody who wants to draw it again: who was drawn, from what, and by which keys.

How to draw it stands in `core.learning.wave_order`; whatever became of the units later does not change what was drawn.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from pembina.core.learning import draw_key, wave_order
from pembina.domain.development.enums import WaveOrder
from pembina.domain.development.models import Programme, WavePlan, WaveUnit


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


def lot_of(programme: Programme) -> Lot | None:
    """Return the lot that stands; None where the order was not drawn, or before anybody wrote down what from."""
    plan = WavePlan.objects.filter(programme=programme, order=WaveOrder.RANDOM).first()
    if plan is None or not plan.lot.get("units"):
        return None
    strata: dict[str, str] = plan.lot["units"]
    groups, out = int(plan.lot["groups"]), plan.lot.get("out", [])
    order = wave_order(list(strata), waves=groups, seed=plan.seed, strata=strata if any(strata.values()) else None)
    drawn = tuple(
        DrawnUnit(code, strata[code], draw_key(plan.seed, code), group)
        for group, codes in enumerate(order, start=1)
        for code in codes
    )
    waves = list(programme.waves.order_by("number").values_list("planned_on", flat=True))
    return Lot(
        seed=plan.seed, waves=groups - bool(out), stays_out=bool(out), units=drawn,
        strata=tuple(Keyed(name, draw_key(plan.seed, f"stratum:{name}")) for name in sorted(set(strata.values()))),
        turns=tuple(Keyed(str(turn), draw_key(plan.seed, f"wave:{turn}")) for turn in range(1, groups + 1)),
        starts=tuple(waves), moved=_moved(programme, drawn, groups if out else None),
    )  # fmt: skip


def strata_of_lot(programme: Programme) -> dict[str, str]:
    """Return the stratum in which each unit was drawn, by code, empty without strata; nothing without a lot."""
    plan = WavePlan.objects.filter(programme=programme, order=WaveOrder.RANDOM).first()
    return dict(plan.lot.get("units", {})) if plan else {}


def outside_the_lot(plan: WavePlan | None, codes: Iterable[str]) -> list[str]:
    """Return the codes among these that no lot has put where they are: all of them where there was none."""
    drawn = plan.lot.get("units", {}) if plan is not None and plan.order == WaveOrder.RANDOM else {}
    return sorted(code for code in codes if code not in drawn)


def lot_digest(strata: Mapping[str, str], starts: Sequence[date], *, stay_out: bool) -> str:
    """Return the SHA-256 of what is about to be drawn from, so that nobody draws from other units than were shown."""
    told = {"units": dict(strata), "starts": [start.isoformat() for start in starts], "out": stay_out}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def _moved(programme: Programme, drawn: Sequence[DrawnUnit], outside: int | None) -> tuple[str, ...]:
    """Return the codes that are not where the lot put them, and those it did not know."""
    members = WaveUnit.objects.filter(programme=programme, left_on__isnull=True)
    now = dict(members.values_list("unit__code", "wave__number"))
    put = {one.code: one.group for one in drawn if one.group != outside}
    return tuple(sorted(code for code in now.keys() | put.keys() if now.get(code) != put.get(code)))
