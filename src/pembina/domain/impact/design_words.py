"""A design in words: what an outcome is called, in what it counts, and the sentence that is promised beforehand."""

from decimal import Decimal

from pembina.core.effect.wording import figure
from pembina.core.rules.service_time import Measure
from pembina.core.text import Text
from pembina.domain.development.enums import OutcomeDirection
from pembina.domain.impact.enums import Comparison, DesignFigure, OutcomeRole
from pembina.domain.impact.models import DesignOutcome
from pembina.domain.people.models import Unit
from pembina.domain.services.models import PublicService
from pembina.domain.services.questionnaire import QUESTIONS
from pembina.domain.services.tally_basis import measures_of

TIMES = (DesignFigure.MEDIAN_TIME, DesignFigure.P90_TIME)
FIGURES = {
    DesignFigure.MEDIAN_TIME: Text(id="waktu layanan (median)", en="service time (median)"),
    DesignFigure.P90_TIME: Text(id="waktu layanan (persentil 90)", en="service time (90th percentile)"),
    DesignFigure.SHARE_ON_TIME: Text(id="bagian tepat waktu", en="share on time"),
    DesignFigure.SATISFACTION: Text(id="indeks kepuasan masyarakat (SKM)", en="satisfaction index (SKM)"),
    DesignFigure.TARGETS_MET: Text(
        id="bagian indikator SKP yang mencapai target", en="share of indicators (SKP) that reach their target"
    ),
    DesignFigure.REPORTS_IN_TIME: Text(
        id="bagian pegawai yang mencatat realisasi tepat waktu", en="share of staff who note realisations in time"
    ),
    DesignFigure.FEEDBACK_SHARE: Text(
        id="bagian pegawai yang menerima umpan balik", en="share of staff who received feedback"
    ),
    DesignFigure.GOOD_PREDICATES: Text(
        id="bagian predikat kinerja sedikitnya Baik", en="share of predicates of at least Baik (good)"
    ),
}
DAYS, HOURS = Text(id="hari kerja", en="working days"), Text(id="jam kerja", en="working hours")
PERCENT, POINTS = Text(id="poin persen", en="percentage points"), Text(id="poin", en="points")
THIS, ONE = Text(id="program ini", en="this programme"), Text(id="program", en="the programme")
TOGETHER = Text(id="kedua program bersama-sama", en="both programmes together")
BOTH = Text(id="keduanya", en="both")
AGAINST = {
    Comparison.NOT_YET: Text(
        id="unit yang belum mulai dan yang tidak ikut", en="units that have not begun or stay out"
    ),
    Comparison.NEVER: Text(id="unit yang tidak ikut", en="units that stay out"),
}


def name_of(outcome: DesignOutcome) -> Text:
    """Return what an outcome is called: ``waktu layanan (median)``, ``SKM U3 Waktu penyelesaian``."""
    if outcome.figure == DesignFigure.SATISFACTION_ELEMENT:
        question = list(QUESTIONS.values())[(outcome.element or 1) - 1]
        return Text(id=f"SKM U{outcome.element} {question.name.id}", en=f"SKM U{outcome.element} {question.name.en}")
    return FIGURES[DesignFigure(outcome.figure)]


def unit_of(outcome: DesignOutcome, units: list[Unit] | None = None) -> Text:
    """Return in what an outcome counts; times by the measure of most of the services.

    Those of the outcome, or, where it names none, those of `units`; working days where there is no service at all.
    """
    figure_of = DesignFigure(outcome.figure)
    if figure_of == DesignFigure.SHARE_ON_TIME or figure_of.is_of_performance:
        return PERCENT
    if figure_of not in TIMES:
        return POINTS
    named = list(outcome.services.values_list("pk", flat=True))
    if not named and units:
        named = list(PublicService.objects.filter(unit__in=units).values_list("pk", flat=True))
    measures = list(measures_of(named).values())
    hours = sum(measure == Measure.WORKING_TIME for measure in measures)
    return HOURS if 2 * hours > len(measures) else DAYS


def effect_unit(unit: Text) -> Text:
    """Return in what a change is told of what counts in `unit`: a share moves by points, not by percent of itself."""
    return PERCENT if unit.id == "%" else unit


def amount(value: Decimal, unit: Text) -> Text:
    """Return ``1,5 hari kerja``."""
    exponent = value.normalize().as_tuple().exponent
    size = figure(float(value), max(0, -exponent) if isinstance(exponent, int) else 0)
    return Text(id=f"{size.id} {unit.id}", en=f"{size.en} {unit.en}")


def promise_of(
    outcome: DesignOutcome, *, unit: Text, comparison: str, treated: int, is_joint: bool = False
) -> Text:  # fmt: skip
    """Return for the primary outcome when the programme, or both, will be said to have worked, before anybody knows."""
    what, against = name_of(outcome), AGAINST[Comparison(comparison)]
    is_down = outcome.direction == OutcomeDirection.DOWN
    ways = Text(id="turun", en="fell") if is_down else Text(id="naik", en="rose")
    if outcome.smallest_effect is None:
        return Text(id=f"{what.id} dilihat.", en=f"{what.en} is looked at.")
    least = amount(outcome.smallest_effect, unit)
    who, cause = (TOGETHER, BOTH) if is_joint else (THIS, ONE)
    return Text(
        id=f"Kami akan menyebut {who.id} berhasil bila {what.id} pada {treated} unit yang ikut {ways.id} sedikitnya "
        f"{least.id} karena {cause.id}, dibandingkan dengan {against.id}, dan seluruh selang kepastian 95% mencapai "
        "batas itu.",
        en=f"We shall say that {who.en} worked if {what.en} in {treated} units that take part {ways.en} by at "
        f"least {least.en} because of {cause.en}, compared with {against.en}, and the whole 95% interval reaches "
        "that bound.",
    )


def beside_of(outcome: DesignOutcome, *, unit: Text) -> Text:
    """Return what an outcome that does not decide is for."""
    what = name_of(outcome)
    if outcome.role == OutcomeRole.GUARD:
        most = amount(outcome.tolerated or Decimal(0), unit)
        return Text(
            id=f"Sambil dijaga: {what.id} tidak boleh memburuk lebih dari {most.id}.",
            en=f"While guarded: {what.en} may not get worse by more than {most.en}.",
        )
    return Text(
        id=f"Diceritakan di sampingnya, tanpa menentukan: {what.id}.",
        en=f"Told beside it, without deciding: {what.en}.",
    )
