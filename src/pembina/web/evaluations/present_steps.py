"""What the steps of the wizard tell beside their forms."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.core.rules.programme_decision import rule_in_force
from pembina.domain.development.models import Programme
from pembina.domain.impact.design_data import OutcomeData
from pembina.domain.impact.design_obstacle import Obstacle
from pembina.domain.impact.design_warning import DesignWarning
from pembina.domain.impact.design_words import amount
from pembina.domain.impact.models import Evaluation, EvaluationDesign
from pembina.domain.impact.queries.design_units import PlannedUnit
from pembina.domain.impact.queries.overlaps import Overlap
from pembina.domain.impact.whole_months import months_between, moved
from pembina.web.components.charts.waves import WaveChart, WaveRow
from pembina.web.components.formatting import MISSING, in_language, month, number
from pembina.web.evaluations.present_design import named

MOST_SHARED = 200


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One outcome with what the records hold about it."""

    edit: str
    remove: str
    name: str
    role: str
    direction: str
    bound: str
    level: str
    since: str
    lacking: str


def outcome_rows(known: Iterable[OutcomeData]) -> list[OutcomeRow]:
    return [_outcome_row(one) for one in known]


def _outcome_row(data: OutcomeData) -> OutcomeRow:
    outcome = data.outcome
    bound = outcome.tolerated if outcome.tolerated is not None else outcome.smallest_effect
    lacking = {"lacking": number(len(data.without)), "all": number(data.units)}
    span = {"first": month(f"{data.first:%Y-%m}"), "last": month(f"{data.last:%Y-%m}")} if data.first else {}
    name = in_language(data.name)
    return OutcomeRow(
        edit=reverse("evaluations:outcome_edit", args=[outcome.pk]),
        remove=reverse("evaluations:outcome_remove", args=[outcome.pk]),
        name=name[:1].upper() + name[1:],
        role=str(outcome.get_role_display()),
        direction=str(outcome.get_direction_display()),
        bound=in_language(amount(bound, data.unit)) if bound is not None else MISSING,
        level=f"{number(data.level, 2)} {in_language(data.unit)}" if data.level is not None else MISSING,
        since=_("%(first)s sampai %(last)s") % span if span else _("belum ada data"),
        lacking=_("%(lacking)s dari %(all)s unit tanpa data") % lacking if data.without else "",
    )


def window_facts(design: EvaluationDesign, units: Sequence[PlannedUnit]) -> list[tuple[str, str]]:
    """Return how many months lie before the first and after the last start."""
    starts = [one.planned_month for one in units if one.planned_month is not None]
    if not starts:
        return [(_("Gelombang"), _("belum direncanakan"))]
    before, after = months_between(design.first_month, min(starts)), months_between(max(starts), design.last_month)
    return [
        (_("Gelombang pertama mulai"), month(f"{min(starts):%Y-%m}")),
        (_("Gelombang terakhir mulai"), month(f"{max(starts):%Y-%m}")),
        (_("Bulan sebelum mulai"), number(before)),
        (_("Bulan sesudah gelombang terakhir mulai"), number(after)),
    ]


def rule_note() -> str:
    """Return whose rule is proposed."""
    return in_language(rule_in_force(on=timezone.localdate()).certainty.sentence)


@dataclass(frozen=True, slots=True)
class ObstacleRow:
    """What is in the way, and where it is put right."""

    message: str
    remedy: str
    address: str


def obstacle_rows(obstacles: Iterable[Obstacle], address: Callable[[str], str]) -> list[ObstacleRow]:
    return [ObstacleRow(in_language(one.message), in_language(one.remedy), address(one.step)) for one in obstacles]


@dataclass(frozen=True, slots=True)
class WarningRow:
    """One warning to tick."""

    key: str
    message: str
    names: list[str]
    count: str
    is_read: bool
    together: str


def warning_rows(
    warnings: Iterable[DesignWarning], read: Sequence[str], evaluation: Evaluation
) -> list[WarningRow]:  # fmt: skip
    return [
        WarningRow(
            key=one.key, message=in_language(one.message), names=list(one.names), count=number(len(one.names)),
            is_read=one.key in read,
            together=reverse("evaluations:together", args=[evaluation.pk]) if one.step == "together" else "",
        )
        for one in warnings
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class SharedRow:
    """One unit in two programmes."""

    unit: str
    own: str
    other: str
    verdict: str


@dataclass(frozen=True, slots=True)
class OverlapRow:
    """One other programme beside this one."""

    title: str
    chart: WaveChart
    shared: list[SharedRow]
    more: str
    advice: list[str]
    spoiled: str
    joint: str


def overlap_rows(
    own: Programme, overlaps: Iterable[Overlap], design: EvaluationDesign, *, on: date
) -> list[OverlapRow]:
    return [_overlap_row(own, one, design, on) for one in overlaps]


def _overlap_row(own: Programme, overlap: Overlap, design: EvaluationDesign, on: date) -> OverlapRow:
    rows = [*_wave_rows(own), *_wave_rows(overlap.programme)]
    last = moved(design.last_month, 1) - timedelta(days=1)
    first = min([design.first_month, *(row.planned for row in rows)])
    hidden = len(overlap.shared) - MOST_SHARED
    return OverlapRow(
        title=overlap.programme.title,
        chart=WaveChart(_("Gelombang kedua program"), rows, max(first, moved(design.first_month, 12)), last, on),
        shared=[_shared_row(one) for one in overlap.shared[:MOST_SHARED]],
        more=_("dan %s unit lagi") % number(hidden) if hidden > 0 else "",
        advice=_advice(overlap),
        spoiled=number(len(overlap.spoils_comparison)) if overlap.spoils_comparison else "",
        joint=_joint_address(overlap, design),
    )


def _joint_address(overlap: Overlap, design: EvaluationDesign) -> str:
    """Return where a joint design is offered: where some unit begins with both programmes."""
    if design.evaluation.is_joint or not any(one.own for one in overlap.shared):
        return ""
    return reverse("evaluations:joint", args=[design.evaluation_id, overlap.programme.pk])


def _wave_rows(programme: Programme) -> list[WaveRow]:
    label = _("Gelombang %s")
    return [
        WaveRow(
            f"{programme.code} · {label % number(wave.number)}", _("%s unit") % number(wave.units.count()),
            wave.planned_on, wave.due_on, wave.started_on,
        )
        for wave in programme.waves.all()
    ]  # fmt: skip


def _shared_row(one: Any) -> SharedRow:
    if one.own is None:
        verdict = _("bukan pembanding lagi sejak program lain mulai")
    elif one.is_inseparable:
        verdict = _("tidak dapat dipisahkan: keduanya mulai bersamaan")
    else:
        verdict = _("dapat dipisahkan bila digabung dalam satu rancangan")
    own = month(f"{one.own:%Y-%m}") if one.own else _("tidak ikut")
    return SharedRow(one.unit.name, own, month(f"{one.other:%Y-%m}"), verdict)


def _advice(overlap: Overlap) -> list[str]:
    told = []
    inseparable = [one.unit.name for one in overlap.shared if one.is_inseparable]
    if inseparable:
        told.append(
            _("Mulai pada bulan yang sama, sehingga dampaknya hanya dapat dinilai bersama: %s. Geser salah satu "
              "program, atau nilai keduanya sebagai satu paket.") % named(inseparable)
        )  # fmt: skip
    if overlap.spoils_comparison:
        told.append(
            _("Dipilih sebagai pembanding tetapi menerima program lain: %s. Keluarkan dari pembanding.")
            % named([one.unit.name for one in overlap.spoils_comparison])
        )
    told.append(
        _("Paling kuat: undi urutan kedua program bersama-sama, sehingga tiap unit menerima keduanya pada bulan yang "
          "berbeda, lalu kunci kedua rancangan pada hari yang sama.")
    )  # fmt: skip
    return told
