"""What stands against a conclusion, and what a reader must know before believing one."""

import math

import numpy as np

from pembina.core.effect.estimation import Evidence
from pembina.core.effect.inference import ANALYTIC_FROM, NEYMAN_FROM, Estimate
from pembina.core.effect.notes import Note
from pembina.core.effect.parameters import Parameters
from pembina.core.effect.pretrend import PreTrend
from pembina.core.effect.robustness import Robustness
from pembina.core.effect.wording import figure
from pembina.core.text import Text

PRETREND_LEVEL = 0.05
PRETREND_LEVEL_BY_LOT = 0.001
FEWEST_COMPARISONS = 2
SHORT_BEFORE = 3


def obstacles(evidence: Evidence, headline: Parameters, estimate: Estimate, pretrend: PreTrend) -> tuple[Note, ...]:
    """Return the reasons for which no conclusion is credible, the gravest first."""
    moments, question = evidence.moments, evidence.question
    if int(headline.treated_units(moments)[0]) < 2:
        return (_one_treated_unit(),)
    compared = headline.comparison_units(moments, "not-yet" if question.random_timing else question.comparison)
    if compared < FEWEST_COMPARISONS:
        return (_few_comparisons(),)
    if not estimate.has_interval:
        return (_no_interval(evidence),)
    level = PRETREND_LEVEL_BY_LOT if question.random_timing else PRETREND_LEVEL
    return (_pretrend_failed(pretrend),) if pretrend.p < level else ()


def signals(
    evidence: Evidence, headline: Parameters, estimate: Estimate, pretrend: PreTrend, robustness: Robustness
) -> tuple[Note, ...]:
    """Return warnings about the answer; those about the input are the panel's own notes."""
    smallest = int(headline.smallest_carrier(evidence.moments)[0])
    found = [
        _few_units(smallest) if smallest < ANALYTIC_FROM and estimate.has_interval else None,
        _short_before(evidence),
        _pretrend_note(evidence, pretrend),
        _no_smallest_effect() if evidence.question.smallest_effect is None else None,
        _placebo(robustness),
        _strata(evidence),
    ]
    return tuple(note for note in found if note is not None)


def _one_treated_unit() -> Note:
    message = Text(
        id="Hanya satu unit yang ikut program dan dapat dibandingkan, sehingga dampaknya tidak dapat dibedakan dari "
        "kebetulan di unit itu. Sertakan sedikitnya dua unit yang ikut.",
        en="Only one unit that joined the programme can be compared, so that its effect cannot be told from chance in "
        "that unit. Include at least two units that join.",
    )
    return Note("one_treated_unit", message)


def _few_comparisons() -> Note:
    message = Text(
        id="Kurang dari dua unit pembanding yang belum ikut program. Sertakan unit lain yang belum atau tidak ikut.",
        en="There are fewer than two units to compare with that had not joined. Include others that have not joined.",
    )
    return Note("few_comparison_units", message)


def _no_interval(evidence: Evidence) -> Note:
    if evidence.assignments.exhaustive:
        count = len(evidence.assignments.labels)
        message = Text(
            id=f"Hanya ada {count} cara membagi gelombang pada unit sebanyak ini, terlalu sedikit untuk membedakan "
            "dampak dari kebetulan. Sertakan lebih banyak unit.",
            en=f"There are only {count} ways to assign the waves to so few units, too few to tell an effect from "
            "chance. Include more units.",
        )
        return Note("too_few_assignments", message)
    message = Text(
        id="Ketidakpastian dampak tidak dapat dihitung dari data ini. Sertakan lebih banyak unit atau periode.",
        en="The uncertainty of the effect cannot be computed from these data. Include more units or periods.",
    )
    return Note("no_interval", message)


def _pretrend_failed(pretrend: PreTrend) -> Note:
    p = figure(pretrend.p, 3)
    message = Text(
        id=f"Sebelum program mulai, unit yang ikut sudah bergerak lain dari pembandingnya (p = {p.id}), sehingga "
        "pembandingnya tidak setara. Pilih pembanding yang searah sebelum mulai.",
        en=f"Before the programme started, the units that joined already moved differently from those compared with "
        f"(p = {p.en}), so that the comparison is not a fair one. Choose comparisons that moved alike.",
    )
    return Note("pretrend_failed", message)


def _pretrend_note(evidence: Evidence, pretrend: PreTrend) -> Note | None:
    if math.isnan(pretrend.p):
        message = Text(
            id="Data sebelum mulai terlalu sedikit untuk menguji apakah unit dan pembandingnya bergerak searah.",
            en="There are too few data before the start to test whether units and comparisons moved alike.",
        )
        return Note("pretrend_untested", message)
    if evidence.question.random_timing and PRETREND_LEVEL_BY_LOT <= pretrend.p < PRETREND_LEVEL:
        p = figure(pretrend.p, 3)
        message = Text(
            id=f"Unit bergerak agak berbeda sebelum mulai (p = {p.id}); pada giliran yang diundi hal itu dapat terjadi "
            "kebetulan.",
            en=f"Units moved somewhat differently before the start (p = {p.en}); with waves drawn by lot that can "
            "happen by chance.",
        )
        return Note("pretrend_signal", message)
    return _pretrend_failed(pretrend) if pretrend.p < PRETREND_LEVEL else None


def _few_units(smallest: int) -> Note:
    how_id, how_en = (
        ("galat baku dan sebaran t untuk contoh kecil", "small-sample standard errors and the t distribution")
        if smallest >= NEYMAN_FROM
        else ("pengacakan ulang gelombang", "re-assignment of the waves")
    )
    message = Text(
        id=f"Gelombang terkecil hanya berisi {smallest} unit; selang dihitung dengan {how_id}.",
        en=f"The smallest wave has only {smallest} units; intervals come from {how_en}.",
    )
    return Note("few_units", message)


def _short_before(evidence: Evidence) -> Note | None:
    short = [cohort for cohort in evidence.panel.treated_cohorts if cohort < SHORT_BEFORE]
    if not short:
        return None
    message = Text(
        id=f"Gelombang pertama hanya punya {short[0]} periode sebelum mulai; kecenderungan awal sulit diperiksa.",
        en=f"The first wave has only {short[0]} period(s) before its start; an earlier trend is hard to check.",
    )
    return Note("short_before", message)


def _no_smallest_effect() -> Note:
    message = Text(
        id="Belum ditetapkan seberapa besar dampak yang berarti, sehingga putusan tidak dapat menyebut dampaknya "
        "berarti atau tidak.",
        en="Nobody said how large an effect matters, so that the verdict cannot call the effect meaningful or not.",
    )
    return Note("no_smallest_effect", message)


def _placebo(robustness: Robustness) -> Note | None:
    leads = [str(placebo.lead) for placebo in robustness.placebo_signals]
    if not leads:
        return None
    listed = ", ".join(leads)
    message = Text(
        id=f"Uji tanggal semu ({listed} periode lebih awal) menemukan perbedaan padahal program belum mulai.",
        en=f"Pretended starts ({listed} periods earlier) find a difference although nothing had started.",
    )
    return Note("placebo_signal", message)


def _strata(evidence: Evidence) -> Note | None:
    strata = evidence.question.strata
    unknown = int(np.sum([unit not in strata for unit in evidence.panel.units])) if strata else 0
    if not unknown:
        return None
    message = Text(
        id=f"{unknown} unit tidak punya strata dan diperlakukan sebagai satu strata sendiri.",
        en=f"{unknown} units have no stratum and are treated as a stratum of their own.",
    )
    return Note("unit_without_stratum", message)
