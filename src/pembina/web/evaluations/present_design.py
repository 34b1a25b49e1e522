"""A design in words: what is promised, on what it rests, by which rule, and who signs."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.core.text import Text
from pembina.domain.impact.design_words import amount, beside_of, name_of, promise_of, unit_of
from pembina.domain.impact.enums import DesignFigure, DesignState, OutcomeRole
from pembina.domain.impact.models import DesignOutcome, EvaluationDesign
from pembina.domain.impact.queries.design_units import PlannedUnit, units_of
from pembina.web.components.formatting import MISSING, day, in_language, month, named_once, number
from pembina.web.evaluations.rule_words import action_of, condition_of

MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """One outcome in the table."""

    name: str
    role: str
    direction: str
    services: str
    bound: str


@dataclass(frozen=True, slots=True)
class WaveLine:
    """One wave, or those that stay out, with the first of its units."""

    label: str
    month: str
    count: str
    names: str


@dataclass(frozen=True, slots=True)
class DesignWords:
    """A whole design."""

    promise: str
    beside: list[str]
    outcomes: list[OutcomeLine]
    facts: list[tuple[str, str]]
    waves: list[WaveLine]
    rule: list[tuple[str, str]]
    rule_source: str
    signers: list[tuple[str, str]]
    digest: str


def design_in_words(design: EvaluationDesign) -> DesignWords:
    """Return a design in words: as it was locked, or as it stands now."""
    units = units_of(design)
    treated = sum(one.wave is not None for one in units)
    outcomes = list(design.outcomes.prefetch_related("services"))
    counted = _units_of_figures(design, outcomes, units)
    primary = next((one for one in outcomes if one.role == OutcomeRole.PRIMARY), None)
    return DesignWords(
        promise=_promise(design, primary, counted[primary.position] if primary else None, treated),
        beside=[in_language(beside_of(one, unit=counted[one.position])) for one in outcomes if one is not primary],
        outcomes=[_outcome_line(one, counted[one.position]) for one in outcomes],
        facts=_facts(design, treated, len(units) - treated),
        waves=wave_rows(units),
        rule=[(condition_of(line), action_of(line)) for line in design.decision_rule],
        rule_source=design.rule_source,
        signers=[
            (one.user.display_name, str(one.get_capacity_display())) for one in design.signers.select_related("user")
        ],
        digest=design.digest,
    )


def _promise(design: EvaluationDesign, primary: DesignOutcome | None, unit: Text | None, treated: int) -> str:
    """Return when the programme, or both together, will be said to have worked."""
    is_joint = design.evaluation.is_joint
    if primary is not None and unit is not None:
        return in_language(
            promise_of(primary, unit=unit, comparison=design.comparison, treated=treated, is_joint=is_joint)
        )
    if is_joint:
        return _("Belum ada ukuran utama: belum dapat dikatakan kapan kedua program bersama-sama disebut berhasil.")
    return _("Belum ada ukuran utama, jadi belum dapat dikatakan kapan program ini disebut berhasil.")


def _units_of_figures(
    design: EvaluationDesign, outcomes: Sequence[DesignOutcome], units: Sequence[PlannedUnit]
) -> dict[int, Text]:
    """Return in what each outcome counts by its position: of a locked design as it was locked."""
    found = {}
    if design.state == DesignState.LOCKED:
        told = json.loads(design.content).get("outcomes", [])
        found = {one["position"]: Text(**one["unit"]) for one in told}
    served = [one.unit for one in units]
    return {one.position: found.get(one.position) or unit_of(one, served) for one in outcomes}


def _outcome_line(outcome: DesignOutcome, unit: Text) -> OutcomeLine:
    bound = outcome.tolerated if outcome.role == OutcomeRole.GUARD else outcome.smallest_effect
    words = _("boleh memburuk %s") if outcome.role == OutcomeRole.GUARD else _("sedikitnya %s")
    services = named_once(service.name for service in outcome.services.all())
    return OutcomeLine(
        name=_first_upper(in_language(name_of(outcome))),
        role=str(outcome.get_role_display()),
        direction=str(outcome.get_direction_display()),
        services=services or _of_all(outcome),
        bound=words % in_language(amount(bound, unit)) if bound is not None else MISSING,
    )


def _of_all(outcome: DesignOutcome) -> str:
    is_of_people = DesignFigure(outcome.figure).is_of_performance
    return _("pegawai unit") if is_of_people else _("semua layanan unit")


def _facts(design: EvaluationDesign, treated: int, outside: int) -> list[tuple[str, str]]:
    window = {"first": month(f"{design.first_month:%Y-%m}"), "last": month(f"{design.last_month:%Y-%m}")}
    facts = [
        (_("Satuan analisis"), str(design.get_reach_display())),
        (_("Unit yang ikut"), number(treated)),
        (_("Unit pembanding yang tidak ikut"), number(outside)),
        (_("Dibandingkan dengan"), str(design.get_comparison_display())),
        (_("Jangka waktu"), _("%(first)s sampai %(last)s") % window),
        (_("Hari keputusan"), day(design.decides_on)),
        (_("Koreksi banyak ukuran"), str(design.get_correction_display())),
        (_("Banyak pengacakan dan benih"), f"{number(design.draws)} · {design.seed}"),
    ]
    if design.locked_at and design.locked_by:
        locked = f"{design.locked_by.display_name}, {stamp(design.locked_at)}"
        facts.append((_("Dikunci"), locked))
    return facts


def wave_rows(units: Sequence[PlannedUnit]) -> list[WaveLine]:
    """Return one line a wave, and one for those that stay out."""
    rows = []
    for (wave, start), members in groupby(units, key=lambda one: (one.wave, one.planned_month)):
        names = [one.unit.name for one in members]
        rows.append(
            WaveLine(
                label=_("Gelombang %s") % number(wave) if wave else _("Tidak ikut"),
                month=month(f"{start:%Y-%m}") if start else MISSING,
                count=number(len(names)),
                names=named(names),
            )
        )
    return rows


def named(names: Sequence[str]) -> str:
    """Return the first names, and how many more there are."""
    more = _(" dan %s lagi") % number(len(names) - MOST_NAMED) if len(names) > MOST_NAMED else ""
    return ", ".join(names[:MOST_NAMED]) + more


def stamp(moment: object) -> str:
    """Return a moment by the clock of the installation: ``22 November 2026, 09.15``."""
    local = timezone.localtime(moment)  # type: ignore[arg-type]
    return f"{day(local.date())}, {local:%H.%M}"


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]
