"""What the result page and the paper say, in the order of what matters: verdict, naive beside honest, the rest."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from pembina.web.components.charts.event_study import EventStudy
from pembina.web.components.effect import words
from pembina.web.components.effect.tables import EstimateTable, Figures, estimate_tables, robustness_table
from pembina.web.components.formatting import number
from pembina.web.effect_tool.advice import advice
from pembina.web.effect_tool.carried import CarriedResult


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

    verdict: words.Verdict
    naive: words.Stat
    honest: words.Stat
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
        verdict=words.verdict(evaluation["verdict"]),
        naive=words.naive(evaluation["naive"], figures),
        honest=words.honest(evaluation, figures),
        why=evaluation["naive"]["sentence"],
        chart=words.event_study(carried.answer.event, carried.unit),
        warnings=words.warnings(evaluation),
        tables=estimate_tables(evaluation, figures),
        robustness=robustness_table(evaluation, figures),
        pretrend=words.pretrend(evaluation["pretrend"]),
        facts=facts(carried, figures),
        advice=advice(evaluation, missing=carried.answer.missing),
        random_timing=evaluation["question"]["random_timing"],
        few_units=evaluation["headline"]["method"] != "analytic",
        file=carried.file,
    )


def figures_of(carried: CarriedResult) -> Figures:
    """How figures of this result are written."""
    return words.figures_of(carried.answer.evaluation, carried.unit, carried.answer.period_names)


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
        (_("Gelombang"), words.waves(evaluation["waves"], figures)),
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
