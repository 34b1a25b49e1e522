"""What a plan could see, in words, as a table and as a curve."""

import math
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from pembina.core.effect.power import POWER, Detectable
from pembina.domain.impact.models import EvaluationDesign
from pembina.domain.impact.panels import REASONS
from pembina.domain.impact.plan_reckoning import Reckoning, Row
from pembina.domain.impact.wave_planning import Past
from pembina.web.components.charts.line import LineChart, Series
from pembina.web.components.formatting import MISSING, in_language, number, percent, significant_digits
from pembina.web.components.onward import address_of
from pembina.web.wave_planner.month_names import month_name

MOST_CODES = 8
ENOUGH, SOME = POWER, 0.5


@dataclass(frozen=True, slots=True)
class Stat:
    """One figure above the tables."""

    label: str
    value: str
    unit: str
    note: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What so many waves over so many months would see; `tone` ok, warning or danger by the power."""

    head: str
    effect: str
    power: str
    tone: str
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class ReckoningShown:
    """What a plan could see; `refused` says why not, with `remedy` and the address where it lies."""

    refused: str = ""
    remedy: str = ""
    design: str = ""
    stats: list[Stat] = field(default_factory=list)
    sentence: str = ""
    tone: str = ""
    bought: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    rows: list[tuple[str, list[Cell]]] = field(default_factory=list)
    curve: LineChart | None = None
    notes: list[str] = field(default_factory=list)
    basis: str = ""


def present_reckoning(
    found: Reckoning, past: Past, *, has_outcome: bool, design: EvaluationDesign
) -> ReckoningShown:  # fmt: skip
    """Return what a plan could see in words; without a primary outcome nothing can be reckoned."""
    address = address_of("evaluations:show", design.evaluation_id)
    if not has_outcome:
        return ReckoningShown(
            _("Ukuran hasil utama belum ditetapkan, jadi belum dapat dihitung apa yang akan terlihat."),
            _("Tetapkan ukurannya dalam rancangan evaluasi. Gelombang tetap dapat disimpan."), address,
        )  # fmt: skip
    notes = notes_of(found, past)
    if found.refused is not None or found.now is None:
        refused = found.refused
        told = (in_language(refused.message), in_language(refused.remedy)) if refused else ("", "")
        return ReckoningShown(
            told[0], _("%s Gelombang tetap dapat disimpan.") % told[1], address, notes=notes, basis=basis_of(found)
        )
    now = found.now
    return ReckoningShown(
        design=address, stats=stats_of(found, now), sentence=in_language(now.because),
        tone=power_tone(now.power_at_smallest), bought=[in_language(one.because) for one in found.bought],
        heads=[_("%s bulan") % number(months * found.step) for months in found.months],
        rows=[(_("%s gelombang") % number(row.waves), cells_of(found, row)) for row in found.table],
        curve=curve_of(found), notes=notes, basis=basis_of(found),
    )  # fmt: skip


def stats_of(found: Reckoning, now: Detectable) -> list[Stat]:
    """Return the smallest effect that is seen, the chance to see the one that matters, and what the past is."""
    unit, smallest = found.question.outcome_unit, found.question.smallest_effect
    stats = [
        Stat(
            _("Dampak terkecil yang terlihat"), size(now.effect), unit,
            _("dengan peluang %s, bila memang ada") % percent(now.power),
        )
    ]  # fmt: skip
    if smallest is not None:
        tone = power_tone(now.power_at_smallest)
        note = _("sebesar %(size)s %(unit)s") % {"size": size(smallest), "unit": unit}
        stats.append(Stat(_("Peluang melihat dampak yang berarti"), percent(now.power_at_smallest), "", note, tone))
    if found.past is not None:
        told = {"units": number(found.past.units), "months": number(found.past.months)}
        note = _("unit dengan catatan lengkap")
        stats.append(Stat(_("Masa lalu yang dipakai"), _("%(units)s unit × %(months)s bulan") % told, "", note))
    return stats


def cells_of(found: Reckoning, row: Row) -> list[Cell]:
    """Return the cells of so many waves, each with the power for the smallest effect that matters."""
    now, cells = found.now, []
    for months, cell in zip(found.months, row.cells, strict=True):
        head = _("%s bulan") % number(months * found.step)
        if cell is None:
            cells.append(Cell(head, MISSING, "", ""))
            continue
        sure = cell.power_at_smallest
        power = _("peluang %s") % percent(sure) if sure is not None else ""
        is_own = now is not None and cell.plan == now.plan
        cells.append(Cell(head, size(cell.effect), power, power_tone(sure), is_own))
    return cells


def curve_of(found: Reckoning) -> LineChart | None:
    """Draw the chance to see an effect over its true size."""
    points = found.curve
    if not points:
        return None
    unit, most = found.question.outcome_unit, significant_digits([points[-1][0]])
    labels = [number(effect, most) for effect, _power in points]
    series = Series(_("peluang terlihat, persen"), [100 * power for _effect, power in points])
    title = _("Peluang melihat dampak menurut besarnya (%s)") % unit if unit else _("Peluang menurut besar dampak")
    return LineChart(title, labels, [series], digits=0, include=(0.0, 100.0))


def notes_of(found: Reckoning, past: Past) -> list[str]:
    """Return what a reader must know about the past and the months."""
    notes = [in_language(note.message) for note in found.now.notes] if found.now else []
    if found.window.is_assumed:
        told = {"first": month_name(found.window.first), "last": month_name(found.window.last)}
        notes.append(
            _("Jangka waktu dalam rancangan tidak memuat rencana ini; dihitung dari %(first)s sampai %(last)s. "
              "Sesuaikan jangka waktunya dalam rancangan evaluasi.") % told
        )  # fmt: skip
    if found.step > 1:
        notes.append(
            _("Ukuran ini hanya mempunyai angka setiap %s bulan; kalimat di atas menghitung periode itu, jadi satu "
              "bulan di situ berarti satu periode.") % number(found.step)
        )  # fmt: skip
    return notes + [excluded_in_words(one.reason, one.codes) for one in past.excluded]


def excluded_in_words(reason: str, codes: tuple[str, ...]) -> str:
    said = in_language(REASONS[reason]) if reason in REASONS else reason
    more = _(" dan %s lagi") % number(len(codes) - MOST_CODES) if len(codes) > MOST_CODES else ""
    return f"{said} ({', '.join(codes[:MOST_CODES])}{more})"


def basis_of(found: Reckoning) -> str:
    """Say from what it was reckoned."""
    by = _("urutan diundi") if found.question.random_timing else _("urutan dipilih")
    told = {"by": by, "sure": percent(found.question.confidence), "first": month_name(found.window.first)}
    return (
        _(
            "Dihitung dari naik turunnya capaian unit itu sendiri sebelum program, %(by)s, selang %(sure)s, "
            "diamati sejak %(first)s. Tanpa memperhitungkan kelompok undian, yang sedikit membantu."
        )
        % told
    )


def power_tone(sure: float | None) -> str:
    """Return ok, warning or danger; nothing where nobody said which effect matters."""
    if sure is None:
        return ""
    if sure >= ENOUGH:
        return "ok"
    return "warning" if sure >= SOME else "danger"


def size(effect: float) -> str:
    return "∞" if math.isinf(effect) else number(effect, significant_digits([effect]))
