"""What the result page and the paper say, in the order of what matters: verdict, naive beside honest, the rest."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from pembina.core.effect.wording import decimals_for
from pembina.web.components.charts.event_study import EventPoint, EventStudy
from pembina.web.components.formatting import number, percent, signed
from pembina.web.effect_tool.advice import advice
from pembina.web.effect_tool.carried import CarriedResult
from pembina.web.effect_tool.present_tables import EstimateTable, Figures, estimate_tables, robustness_table

MOST_WAVES = 12
TONES = {
    "effective": "success",
    "effective_size_uncertain": "info",
    "no_meaningful_effect": "",
    "inconclusive": "warning",
    "harmful": "danger",
    "not_credible": "danger",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The badge, its sentence, and the part of the rule that decided; empty where the sentence says it."""

    word: str
    tone: str
    sentence: str
    reason: str


@dataclass(frozen=True, slots=True)
class Stat:
    """One of the two large figures."""

    label: str
    value: str
    unit: str
    note: str


@dataclass(frozen=True, slots=True)
class ResultPage:
    """The whole result, ready to be shown.

    Attributes
    ----------
    naive, honest : the two answers side by side
    why : why they differ
    chart : the effect by time since the start
    tables : estimates by family, the averages first
    robustness : pretended starts and waves left out
    pretrend : the test before the start, in words
    facts : what was in the data
    advice : what would make the answer firmer; empty where it is firm
    """

    verdict: Verdict
    naive: Stat
    honest: Stat
    why: str
    chart: EventStudy
    warnings: tuple[str, ...]
    tables: tuple[EstimateTable, ...]
    robustness: EstimateTable
    pretrend: str
    facts: tuple[tuple[str, str], ...]
    advice: tuple[str, ...]
    random_timing: bool
    few_units: bool
    file: str


def present_result(carried: CarriedResult) -> ResultPage:
    evaluation = carried.answer.evaluation
    figures = figures_of(carried)
    return ResultPage(
        verdict=verdict(evaluation["verdict"]),
        naive=naive(evaluation["naive"], figures),
        honest=honest(evaluation, figures),
        why=evaluation["naive"]["sentence"],
        chart=chart(carried),
        warnings=warnings(evaluation),
        tables=estimate_tables(evaluation, figures),
        robustness=robustness_table(evaluation, figures),
        pretrend=pretrend(evaluation["pretrend"]),
        facts=facts(carried, figures),
        advice=advice(evaluation, missing=carried.answer.missing),
        random_timing=evaluation["question"]["random_timing"],
        few_units=evaluation["headline"]["method"] != "analytic",
        file=carried.file,
    )


def figures_of(carried: CarriedResult) -> Figures:
    """How figures of this result are written: two digits of what is known."""
    headline = carried.answer.evaluation["headline"]
    low, high = headline["ci_low"], headline["ci_high"]
    spread = abs(headline["estimate"] or 0) if low is None or high is None else high - low
    return Figures(decimals_for(spread), carried.unit, carried.answer.period_names)


def verdict(found: dict) -> Verdict:
    word = found["label"][:1].upper() + found["label"][1:]
    reason = "" if repeats(found["sentence"], found["reason"]) else found["reason"]
    return Verdict(word, TONES[found["code"]], found["sentence"], reason)


def repeats(sentence: str, reason: str) -> bool:
    """Whether the sentence already ends with the reason, begun with a small letter."""
    return sentence.endswith(reason[1:])


def warnings(evaluation: dict) -> tuple[str, ...]:
    """What a reader must know; the reason that decided the verdict stands there already."""
    decided = evaluation["verdict"]["reason"]
    return tuple(warning["message"] for warning in evaluation["warnings"] if warning["message"] != decided)


def naive(found: dict, figures: Figures) -> Stat:
    note = _("Rata-rata %(before)s sebelum mulai, %(after)s sesudahnya") % {
        "before": number(found["before"], figures.digits),
        "after": number(found["after"], figures.digits),
    }
    if found["change_percent"] is not None:
        note += f" ({signed(found['change_percent'], 0)}%)"
    return Stat(_("Sebelum-sesudah saja"), signed(found["change"], figures.digits), figures.unit, f"{note}.")


def honest(evaluation: dict, figures: Figures) -> Stat:
    headline = evaluation["headline"]
    note = _("Selang %(confidence)s: %(interval)s.") % {
        "confidence": percent(evaluation["question"]["confidence"]),
        "interval": figures.interval(headline),
    }
    return Stat(_("Dengan pembanding"), signed(headline["estimate"], figures.digits), figures.unit, note)


def chart(carried: CarriedResult) -> EventStudy:
    points = [EventPoint(time, *values) for time, values in carried.answer.event]
    return EventStudy(_("Dampak menurut waktu sejak program mulai"), points, carried.unit)


def pretrend(found: dict) -> str:
    if found["p"] is None:
        return _("Gerak sebelum mulai tidak dapat diuji: datanya terlalu sedikit.")
    words = {"p": number(found["p"], 3), "statistic": number(found["statistic"], 2), "degrees": found["degrees"]}
    if found["p"] < 0.05:
        return (
            _("Sebelum mulai, unit dan pembandingnya tidak bergerak searah (statistik %(statistic)s, p = %(p)s).")
            % words
        )
    return (
        _("Sebelum mulai tidak terlihat gerak yang berbeda dari pembandingnya (statistik %(statistic)s, p = %(p)s).")
        % words
    )


def facts(carried: CarriedResult, figures: Figures) -> tuple[tuple[str, str], ...]:
    evaluation, found = carried.answer.evaluation, carried.answer
    first, *_between, last = found.period_names
    question = evaluation["question"]
    smallest = question["smallest_effect"]
    return (
        (_("Berkas"), carried.file),
        (_("Unit"), number(evaluation["units"])),
        (
            _("Periode"),
            _("%(count)s, dari %(first)s sampai %(last)s")
            % {"count": number(evaluation["periods"]), "first": figures.period(first), "last": figures.period(last)},
        ),
        (_("Gelombang"), waves(evaluation["waves"], figures)),
        (
            _("Sel kosong"),
            _("%(missing)s dari %(cells)s") % {"missing": number(found.missing), "cells": number(found.cells)},
        ),
        (_("Membaik bila"), _("angkanya turun") if question["lower_is_better"] else _("angkanya naik")),
        (_("Perubahan terkecil yang berarti"), figures.plain(smallest) if smallest else _("tidak ditetapkan")),
        (
            _("Pembanding"),
            _("unit yang tidak pernah ikut")
            if question["comparison"] == "never"
            else _("unit yang belum mulai dan yang tidak pernah ikut"),
        ),
        (_("Urutan gelombang"), _("diundi") if question["random_timing"] else _("tidak diundi atau tidak diketahui")),
    )


def waves(found: list[dict], figures: Figures) -> str:
    """The waves with their sizes; of many only the first."""
    written = [wave(each, figures) for each in found]
    if len(written) > MOST_WAVES:
        rest = _("dan %(count)s gelombang lain") % {"count": len(written) - MOST_WAVES}
        written = [*written[:MOST_WAVES], rest]
    return "; ".join(written)


def wave(found: dict, figures: Figures) -> str:
    words = {"units": number(found["units"]), "start": "" if found["start"] is None else figures.period(found["start"])}
    if found["start"] is None:
        return _("tidak pernah: %(units)s unit") % words
    return _("%(start)s: %(units)s unit") % words
