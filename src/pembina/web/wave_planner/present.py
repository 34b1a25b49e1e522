"""A plan of waves in words: the picture, how alike the waves are, the lot, and who starts when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from pembina.core.effect.assign import Axis, imbalance_of
from pembina.core.effect.assign_wording import lot_explained
from pembina.domain.development.enums import WaveOrder
from pembina.domain.development.models import WavePlan
from pembina.domain.impact.models import EvaluationDesign
from pembina.domain.impact.plan_reckoning import Window, window_for
from pembina.domain.impact.queries.design_units import PlannedUnit
from pembina.domain.impact.wave_planning import Group, Past
from pembina.domain.people.enums import Sector
from pembina.domain.people.models import Unit
from pembina.web.components.charts.staircase import Stair, StaircaseChart
from pembina.web.components.formatting import MISSING, day, in_language, number, significant_digits
from pembina.web.wave_planner.month_names import month_name
from pembina.web.wave_planner.present_reckoning import ReckoningShown

# How far apart, in standard deviations of all units, waves may lie before a reader must know: What Works Clearinghouse.
ALIKE, FAR = 0.25, 0.5
ONE_WAVE = 1


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One wave, or those that stay out, in the table of balance."""

    label: str
    starts: str
    units: str
    baseline: str
    staff: str
    sectors: str


@dataclass(frozen=True, slots=True)
class Balance:
    """How alike the waves are before anybody starts; `tone` is empty, warning or danger."""

    rows: list[GroupRow]
    sentence: str
    tone: str


@dataclass(frozen=True, slots=True)
class StratumRow:
    """One stratum of a lot that has yet to be drawn."""

    label: str
    units: str


@dataclass(frozen=True, slots=True)
class LotWords:
    """What the lot is drawn from."""

    explained: str
    strata: list[StratumRow]
    units: list[tuple[str, str]]
    small: str


@dataclass(frozen=True, slots=True)
class TriedPlan:
    """A plan before it is kept."""

    facts: list[tuple[str, str]]
    chart: StaircaseChart
    reckoning: ReckoningShown
    lot: LotWords | None = None
    balance: Balance | None = None
    seen: str = ""


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit of the plan."""

    name: str
    code: str
    group: str
    starts: str
    stratum: str


def tried_plan(
    design: EvaluationDesign, groups: Sequence[Group], reckoning: ReckoningShown, *, lot: LotWords | None = None,
    balance: Balance | None = None, seen: str = "",
) -> TriedPlan:  # fmt: skip
    """Return what is shown of a plan before it is kept."""
    starts = [one.starts_on for one in groups if one.starts_on]
    out = sum(one.units for one in groups if one.wave is None)
    facts = [
        (_("Unit dalam gelombang"), number(sum(one.units for one in groups) - out)),
        (_("Gelombang"), number(len(starts))),
        (_("Mulai"), "; ".join(map(month_name, starts))),
        (_("Unit yang tetap di luar"), number(out)),
    ]
    return TriedPlan(facts, chart_of(groups, window_for(design, starts)), reckoning, lot, balance, seen)


def chart_of(groups: Sequence[Group], window: Window) -> StaircaseChart:
    """Draw one row per wave, and one for those that stay out."""
    rows = [Stair(group_name(one.wave), units_in_words(one.units), one.starts_on) for one in groups]
    return StaircaseChart(_("Rencana gelombang menurut bulan"), rows, window.first, window.last)


def group_name(wave: int | None) -> str:
    return _("Pembanding") if wave is None else _("Gelombang %s") % number(wave)


def units_in_words(count: int) -> str:
    return ngettext("%(count)s unit", "%(count)s unit", count) % {"count": number(count)}


def order_in_words(plan: WavePlan | None) -> list[tuple[str, str]]:
    """Return how the order that stands came about."""
    if plan is None:
        return []
    local = timezone.localtime(plan.decided_at)
    by = f"{plan.decided_by.display_name}, {day(local.date())}, {local:%H.%M}"
    if plan.order == WaveOrder.RANDOM:
        return [(_("Urutan"), _("Diundi")), (_("Teks undian"), plan.seed), (_("Diputus oleh"), by)]
    return [(_("Urutan"), _("Dengan alasan")), (_("Alasan"), plan.reason), (_("Diputus oleh"), by)]


def balance(groups: Sequence[Group], past: Past, *, is_drawn: bool) -> Balance:
    """Return how alike the groups are: units, the year before, people and sectors."""
    baselines = [one.baseline for one in groups]
    digits = significant_digits([value for value in baselines if value is not None])
    unit = past.unit.in_language(get_language() or "id") if past.unit else ""
    rows = [
        GroupRow(
            group_name(one.wave), month_name(one.starts_on), number(one.units),
            f"{number(one.baseline, digits)} {unit}" if one.baseline is not None else MISSING, number(one.staff, 1),
            sectors_in_words(one.sectors),
        )
        for one in groups
    ]  # fmt: skip
    apart = imbalance_of(baselines, list(past.baseline().values())) if len(groups) > ONE_WAVE else None
    return Balance(rows, balance_sentence(apart, is_drawn=is_drawn), tone_of(apart))


def tone_of(apart: float | None) -> str:
    if apart is None or apart <= ALIKE:
        return ""
    return "warning" if apart <= FAR else "danger"


def balance_sentence(apart: float | None, *, is_drawn: bool) -> str:
    """Say how far the groups lie apart before anybody starts, and what that means."""
    if apart is None:
        return _("Capaian sebelum program belum cukup tercatat untuk membandingkan gelombang.")
    told = {"apart": number(apart, 2)}
    if apart <= ALIKE:
        return _("Capaian tahun sebelumnya hampir setara: jarak terjauh %(apart)s simpangan baku.") % told
    if is_drawn:
        return (
            _(
                "Jarak terjauh capaian tahun sebelumnya %(apart)s simpangan baku. Undian membuat jarak ini kebetulan; "
                "perhitungan dampak pun membandingkan perubahan, bukan tingkatnya. Jangan mengundi ulang karena ini."
            )
            % told
        )
    return (
        _(
            "Jarak terjauh capaian tahun sebelumnya %(apart)s simpangan baku: urutan ini mendahulukan unit yang memang "
            "berbeda, sehingga perbedaan sesudah mulai lebih sulit diartikan sebagai dampak."
        )
        % told
    )


def sectors_in_words(sectors: Mapping[str, int]) -> str:
    told = sorted(sectors.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{sector_name(sector)} {number(count)}" for sector, count in told) or MISSING


def sector_name(sector: str) -> str:
    return str(Sector(sector).label) if sector in Sector.values else sector


def unit_rows(planned: Iterable[PlannedUnit]) -> list[UnitRow]:
    """Return the units of one page."""
    return [
        UnitRow(
            one.name, one.code, group_name(one.wave), month_name(one.planned_month),
            stratum_in_words(one.stratum),
        )
        for one in planned
    ]  # fmt: skip


def lot_in_words(
    units: Sequence[Unit], strata: Mapping[str, str], axes: Sequence[Axis], groups: Sequence[Group], *, seed: str,
    stays_out: bool,
) -> LotWords:  # fmt: skip
    """Return what the lot is drawn from, and how anybody can repeat it."""
    waves = sum(1 for one in groups if one.wave is not None)
    explained = lot_explained(len(units), waves, seed, [axis.value for axis in axes], stays_out)
    sizes: dict[str, int] = {}
    for stratum in strata.values():
        sizes[stratum] = sizes.get(stratum, 0) + 1
    rows = [StratumRow(stratum_in_words(name), number(count)) for name, count in sorted(sizes.items())]
    small = sum(1 for count in sizes.values() if count < len(groups))
    listed = [(f"{unit.name} ({unit.code})", stratum_in_words(strata[unit.code])) for unit in units]
    return LotWords(in_language(explained), rows, listed, small_in_words(small))


def small_in_words(small: int) -> str:
    if not small:
        return ""
    return ngettext(
        "%(count)s kelompok undian lebih kecil daripada banyaknya gelombang; unitnya tidak dapat sampai ke semua "
        "gelombang.",
        "%(count)s kelompok undian lebih kecil daripada banyaknya gelombang; unitnya tidak dapat sampai ke semua "
        "gelombang.",
        small,
    ) % {"count": number(small)}


def stratum_in_words(stratum: str) -> str:
    """Return ``Kesehatan · unit besar · capaian tinggi`` for what the lot calls ``sector:health|size:2|baseline:3``."""
    if not stratum or stratum == "all":
        return MISSING
    return " · ".join(part_in_words(part) for part in stratum.split("|"))


def part_in_words(part: str) -> str:
    axis, found, value = part.partition(":")
    if not found:
        return sector_name(part)
    if axis == Axis.SECTOR:
        return sector_name(value)
    words: dict[tuple[str, str], Any] = {
        (Axis.SIZE, "1"): _("pegawai lebih sedikit"), (Axis.SIZE, "2"): _("pegawai lebih banyak"),
        (Axis.SIZE, "?"): _("jumlah pegawai tidak diketahui"),
        (Axis.BASELINE, "1"): _("angka sepertiga terendah"), (Axis.BASELINE, "2"): _("angka sepertiga tengah"),
        (Axis.BASELINE, "3"): _("angka sepertiga tertinggi"), (Axis.BASELINE, "?"): _("angka tidak diketahui"),
    }  # fmt: skip
    return str(words.get((axis, value), part))
