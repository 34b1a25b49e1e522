"""On what a run rests: its frozen data, what was left out and why, its hashes, and how anybody repeats it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from pembina.domain.impact.models import EvaluationRun, FrozenPanel
from pembina.domain.impact.panels import REASONS
from pembina.domain.impact.queries.design_units import units_of
from pembina.exchange.impact.code_version import source_of
from pembina.web.components.formatting import MISSING, in_language, number
from pembina.web.evaluation_results.present_run import month_of

MOST_NAMED = 40


@dataclass(frozen=True, slots=True)
class Exclusion:
    """One reason with the units or services it is about; of many only the first."""

    reason: str
    count: str
    names: tuple[str, ...]
    more: str


@dataclass(frozen=True, slots=True)
class PanelRow:
    """The frozen data of one outcome."""

    pk: int
    name: str
    rows: str
    units: str
    months: str
    digest: str
    exclusions: tuple[Exclusion, ...]


@dataclass(frozen=True, slots=True)
class DataPart:
    """The panels of a run and what identifies it."""

    panels: tuple[PanelRow, ...]
    facts: list[tuple[str, str]]
    source: str


def present_data(run: EvaluationRun, panels: Sequence[FrozenPanel], names: Mapping[int, str]) -> DataPart:
    """`names` are those of the outcomes by position."""
    units = names_of(run, panels)
    return DataPart(tuple(panel_row(panel, names, units) for panel in panels), facts(run), source_of(run.code_version))


def names_of(run: EvaluationRun, panels: Iterable[FrozenPanel]) -> dict[str, str]:
    """The names of the units left out, by code, as the design has them."""
    codes = {code for panel in panels for one in panel.exclusions for code in one["units"]}
    return {one.code: one.name for one in units_of(run.design) if one.code in codes} if codes else {}


def panel_row(panel: FrozenPanel, names: Mapping[int, str], units: Mapping[str, str]) -> PanelRow:
    return PanelRow(
        pk=panel.pk,
        name=names.get(panel.outcome.position, str(panel.outcome.get_figure_display())),
        rows=number(panel.rows),
        units=number(panel.units),
        months=number(panel.months),
        digest=panel.sha256,
        exclusions=tuple(exclusion(one["reason"], one["units"], units) for one in panel.exclusions),
    )


def exclusion(code: str, left_out: Sequence[str], units: Mapping[str, str]) -> Exclusion:
    reason = in_language(REASONS[code]) if code in REASONS else code
    named = tuple(f"{units[one]} ({one})" if one in units else one for one in left_out[:MOST_NAMED])
    rest = len(left_out) - len(named)
    more = _("dan %s lainnya") % number(rest) if rest else ""
    return Exclusion(reason, number(len(left_out)), named, more)


def facts(run: EvaluationRun) -> list[tuple[str, str]]:
    return [
        (_("Rancangan"), _("versi %s") % number(run.design.version)),
        (_("Hash rancangan"), run.design.digest or MISSING),
        (_("Hash data"), run.data_hash or MISSING),
        (_("Versi program"), run.code_version or MISSING),
        (_("Hash hasil"), run.result_hash or MISSING),
        (_("Data sampai bulan"), month_of(run.data_until)),
        (_("Benih perhitungan"), str(run.design.seed)),
    ]
