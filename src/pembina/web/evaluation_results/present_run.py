"""One run as its page shows it, and runs as lists show them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from pembina.domain.impact.enums import RunState
from pembina.domain.impact.joint_words import joint_notes
from pembina.domain.impact.level_chain import primary_of
from pembina.domain.impact.models import EvaluationRun
from pembina.web.components.effect import words
from pembina.web.components.formatting import MISSING, day, in_language, number, signed
from pembina.web.evaluation_results.present_outcome import figures_of, language

TONES = {RunState.WAITING: "info", RunState.RUNNING: "info", RunState.DONE: "success", RunState.FAILED: "danger"}


@dataclass(frozen=True, slots=True)
class RunRow:
    """One run of the list."""

    pk: int
    number: str
    is_done: bool
    state: str
    tone: str
    design: str
    until: str
    asked: str
    effect: str
    word: str
    word_tone: str


@dataclass(frozen=True, slots=True)
class Headline:
    """The verdict of a run with its effect; of a primary outcome that was not answered, why."""

    verdict: words.Verdict
    effect: str
    interval: str


def run_rows(runs: Iterable[EvaluationRun]) -> list[RunRow]:
    return [run_row(run) for run in runs]


def run_row(run: EvaluationRun) -> RunRow:
    found = headline(run)
    return RunRow(
        pk=run.pk,
        number=_("Perhitungan ke-%s") % number(run.number),
        is_done=run.state == RunState.DONE,
        state=str(run.get_state_display()),
        tone=TONES[RunState(run.state)],
        design=_("versi %s") % number(run.design.version),
        until=month_of(run.data_until),
        asked=_("%(when)s oleh %(who)s") % {"when": stamp(run.asked_at), "who": run.asked_by.display_name},
        effect=f"{found.effect} ({found.interval})" if found else MISSING,
        word=found.verdict.word if found else "",
        word_tone=found.verdict.tone if found else "",
    )


def headline(run: EvaluationRun) -> Headline | None:
    """The answer of the primary outcome; None without one."""
    outcome = primary_of(run.result)
    if outcome is None or outcome["planned"] is None:
        return None
    found, figures = outcome["planned"][language()], figures_of(outcome)
    effect = f"{signed(found['headline']['estimate'], figures.digits)} {outcome['unit']}".strip()
    return Headline(words.verdict(found["verdict"]), effect, figures.interval(found["headline"]))


def lead(run: EvaluationRun) -> str:
    return _("Perhitungan ke-%(number)s · data sampai %(until)s · selesai %(at)s") % {
        "number": number(run.number), "until": month_of(run.data_until), "at": stamp(run.finished_at),
    }  # fmt: skip


def notices(run: EvaluationRun, newer: EvaluationRun | None, latest_version: int) -> list[str]:
    """What a reader must know before reading an answer that is not the latest."""
    told = []
    if newer is not None:
        told.append(
            _("Ada perhitungan yang lebih baru, dengan data sampai %s. Yang ini tetap disimpan apa adanya.")
            % month_of(newer.data_until)
        )
    if run.design.version < latest_version:
        told.append(
            _("Dihitung menurut rancangan versi %(used)s; yang berlaku sekarang versi %(latest)s.")
            % {"used": number(run.design.version), "latest": number(latest_version)}
        )
    return told + [in_language(message) for _code, message in joint_notes(run.evaluation)]


def cautions(run: EvaluationRun) -> list[tuple[str, str]]:
    """What happened to units and standards while they were watched, each with the names it is about."""
    return [(one["message"][language()], ", ".join(one["names"])) for one in run.cautions]


def failure_of(run: EvaluationRun) -> tuple[str, str]:
    """Why a run failed and what to do."""
    told = run.failure
    message = told.get("message", {}).get(language()) or _("Perhitungan gagal.")
    remedy = told.get("remedy", {}).get(language()) or _("Minta perhitungan sekali lagi.")
    return message, remedy


def finding_of(run: EvaluationRun) -> str:
    """The sentence that is proposed for the record of level 4, in the language of records."""
    outcome = primary_of(run.result)
    if outcome is None or outcome["planned"] is None:
        return ""
    sentence: str = outcome["planned"]["id"]["verdict"]["sentence"]
    return sentence


def month_of(value: Any) -> str:
    return date_format(value, "F Y") if value else MISSING


def stamp(moment: Any) -> str:
    """A moment by the clock of the installation: ``22 November 2026, 09.15``."""
    if moment is None:
        return MISSING
    local = timezone.localtime(moment)
    return f"{day(local.date())}, {local:%H.%M}"


def chosen(values: Sequence[str]) -> list[int]:
    """The numbers among what was sent."""
    return [int(value) for value in values if value.isdecimal() and len(value) < len("10000000000")]
