"""One evaluation: a panel and a question in, everything a reader may ask out."""

from dataclasses import dataclass

from pembina.core.effect import credibility, report
from pembina.core.effect.adjusted import AdjustedEvidence
from pembina.core.effect.effects import Effects, adjusted_effects, efficient_effects, estimate_effects
from pembina.core.effect.estimation import Evidence
from pembina.core.effect.group_time import group_time_effects
from pembina.core.effect.inference import Estimate
from pembina.core.effect.naive import Naive, naive_change
from pembina.core.effect.notes import Note, RefusedError
from pembina.core.effect.panel import Panel
from pembina.core.effect.parameters import SIMPLE, families_of
from pembina.core.effect.pretrend import PreTrend
from pembina.core.effect.question import Question
from pembina.core.effect.randomised_pretrend import pretrend_of
from pembina.core.effect.report import Json
from pembina.core.effect.robustness import Robustness, check_robustness
from pembina.core.effect.verdict import Verdict, decide, decimals_of
from pembina.core.text import Text


@dataclass(frozen=True, slots=True)
class Wave:
    """Units that start together; ``start`` is None for those that never do."""

    start: int | None
    units: int


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The answer to one question about one panel.

    Attributes
    ----------
    units, periods, cohorts : how many; ``cohorts`` counts the waves that start within the panel
    waves : each wave with its size, those that never start last
    estimates : by comparison with the not-yet or never treated
    efficient : the same by the efficient estimator; None unless the timing was drawn by lot and units that
        have not begun may be compared with
    headline : the estimate the verdict rests on: ``efficient.simple`` if there is one, else ``estimates.simple``
    notes : warnings about the input, then about the answer
    """

    question: Question
    units: int
    periods: int
    cohorts: int
    waves: tuple[Wave, ...]
    estimates: Effects
    efficient: Effects | None
    headline: Estimate
    naive: Naive
    naive_sentence: Text
    pretrend: PreTrend
    robustness: Robustness
    verdict: Verdict
    notes: tuple[Note, ...]

    def as_dict(self, language: str = "id") -> dict[str, Json]:
        """Return the object printed by ``--json``: plain numbers, None where undefined, sentences in one language."""
        return report.as_dict(self, language)


def evaluate(panel: Panel, question: Question) -> Evaluation:
    """Answer the question.

    Covariates of the panel are held fixed in ``estimates``; the efficient estimator does not use them, and the
    robustness checks are left out.

    Raises
    ------
    RefusedError
        No group-time effect has a comparison (for example "never" where every unit joins in the end), or covariates
        with fewer units than they need.
    """
    evidence = Evidence(panel, question)
    _refuse_without_comparison(evidence)
    adjusted = AdjustedEvidence(panel, question) if panel.covariates.shape[1] else None
    effects = adjusted_effects(adjusted) if adjusted else estimate_effects(evidence)
    # It draws on units that have not begun; who asks for those that never do, distrusts them.
    by_lot = question.random_timing and question.comparison == "not-yet"
    efficient = efficient_effects(evidence) if by_lot else None
    headline = efficient.simple if efficient else effects.simple
    simple = families_of(evidence.moments, question.comparison, (SIMPLE,))[SIMPLE]
    pretrend = adjusted.pretrend if adjusted else pretrend_of(evidence, headline.estimate)
    robustness = check_robustness(evidence, headline.estimate)
    against = credibility.obstacles(evidence, simple, headline, pretrend)
    naive = naive_change(panel)
    return Evaluation(
        question,
        len(panel.units),
        len(panel.periods),
        len(panel.treated_cohorts),
        _waves(panel),
        effects,
        efficient,
        headline,
        naive,
        naive.sentence(headline.estimate, decimals=decimals_of(headline), unit=question.outcome_unit),
        pretrend,
        robustness,
        decide(headline, question, against),
        _distinct(
            (
                *panel.notes,
                *(adjusted.notes if adjusted else ()),
                *against,
                *credibility.signals(evidence, simple, headline, pretrend, robustness),
            )
        ),
    )


def _refuse_without_comparison(evidence: Evidence) -> None:
    cells = group_time_effects(evidence.moments, comparison=evidence.question.comparison).labels
    if any(getattr(cell, "event_time", -1) >= 0 for cell in cells):
        return
    if evidence.question.comparison == "never" and evidence.panel.never not in evidence.panel.cohorts:
        raise RefusedError(
            "no_never_treated",
            Text(
                id="Tidak ada unit yang tidak pernah ikut program, padahal pembandingnya diminta dari unit itu.",
                en="No unit stays out of the programme, but only such units were to be compared with.",
            ),
            Text(
                id="Pakai pembanding not-yet (unit yang belum mulai).",
                en="Use the comparison not-yet (units that have not started).",
            ),
        )
    raise RefusedError(
        "no_comparison",
        Text(
            id="Tidak ada periode setelah mulai yang teramati bersama pembandingnya.",
            en="No period after a start is observed together with a comparison.",
        ),
        Text(
            id="Sertakan periode tepat sebelum dan sesudah mulai untuk unit yang ikut dan yang belum.",
            en="Include the periods just before and after the start for units that joined and units that had not.",
        ),
    )


def _waves(panel: Panel) -> tuple[Wave, ...]:
    return tuple(
        Wave(None if cohort == panel.never else panel.periods[cohort], int(size))
        for cohort, size in zip(panel.cohorts, panel.sizes.tolist(), strict=True)
    )


def _distinct(notes: tuple[Note, ...]) -> tuple[Note, ...]:
    """Return the notes without a second one of the same code and message."""
    return tuple(dict.fromkeys(notes))
