"""The waves of a programme: a picture, a table, and the log of what slipped."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from pembina.core.learning import draw_key
from pembina.domain.development.enums import WaveOrder
from pembina.domain.development.models import Programme, WavePlan, WaveUnit
from pembina.web.components.charts.waves import WaveChart, WaveRow
from pembina.web.components.formatting import MISSING, day, number
from pembina.web.programmes.present_programme import stamp


@dataclass(frozen=True, slots=True)
class WaveLineRow:
    """One wave in the list."""

    pk: int
    number: str
    planned: str
    due: str
    has_moved: bool
    started: str
    units: str
    slips: list[str]
    can_move: bool


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One unit in its wave."""

    pk: int
    unit: str
    code: str
    wave: str
    planned: str
    started: str
    left: str
    reason: str
    has_left: bool
    draw: str


def order_in_words(plan: WavePlan | None) -> list[tuple[str, str]]:
    """Return how the order came about."""
    if plan is None:
        return []
    by = f"{plan.decided_by.display_name}, {stamp(plan.decided_at)}"
    if plan.order == WaveOrder.RANDOM:
        return [(_("Urutan"), _("Diundi")), (_("Teks undian"), plan.seed), (_("Diputus oleh"), by)]
    return [(_("Urutan"), _("Dengan alasan")), (_("Alasan"), plan.reason), (_("Diputus oleh"), by)]


def wave_rows(waves: Iterable[Any]) -> list[WaveLineRow]:
    """Return the waves that carry `present` and `left`."""
    return [_wave_row(wave) for wave in waves]


def _wave_row(wave: Any) -> WaveLineRow:
    left = _(" (%s keluar)") % number(wave.left) if wave.left else ""
    slips = [
        _("%(from)s → %(to)s: %(reason)s (%(who)s)")
        % {"from": day(one.from_day), "to": day(one.to_day), "reason": one.reason, "who": one.noted_by.display_name}
        for one in wave.slips.all()
    ]
    return WaveLineRow(
        pk=wave.pk, number=number(wave.number), planned=day(wave.planned_on), due=day(wave.due_on),
        has_moved=wave.due_on != wave.planned_on, started=day(wave.started_on), units=f"{number(wave.present)}{left}",
        slips=slips, can_move=wave.started_on is None,
    )  # fmt: skip


def member_rows(members: Iterable[WaveUnit], plan: WavePlan | None) -> list[MemberRow]:
    """Return the units; of a draw each with the first digits by which it was sorted."""
    seed = plan.seed if plan and plan.order == WaveOrder.RANDOM else ""
    return [
        MemberRow(
            pk=one.pk, unit=one.unit.name, code=one.unit.code, wave=number(one.wave.number),
            planned=day(one.wave.due_on), started=day(one.started_on),
            left=day(one.left_on) if one.left_on else MISSING, reason=one.leave_reason, has_left=bool(one.left_on),
            draw=draw_key(seed, one.unit.code)[:12] if seed else "",
        )
        for one in members
    ]  # fmt: skip


def chart_of_waves(programme: Programme, waves: Sequence[Any], *, on: date) -> WaveChart:
    """Draw one row per wave."""
    rows = [
        WaveRow(
            _("Gelombang %s") % number(wave.number), _("%s unit") % number(wave.present), wave.planned_on, wave.due_on,
            wave.started_on,
        )
        for wave in waves
    ]  # fmt: skip
    return WaveChart(_("Gelombang menurut bulan"), rows, programme.starts_on, programme.ends_on, on)


def chart_of_units(programme: Programme, members: Iterable[WaveUnit], *, on: date) -> WaveChart:
    """Draw one row per unit of the page."""
    rows = [
        WaveRow(
            one.unit.name, _("gelombang %s") % number(one.wave.number), one.wave.planned_on, one.wave.due_on,
            one.started_on, one.left_on, has_left=one.left_on is not None,
        )
        for one in members
    ]  # fmt: skip
    return WaveChart(_("Unit kerja menurut bulan"), rows, programme.starts_on, programme.ends_on, on)
