"""The parts of a decision paper that are lists: levels, cost, tasks, and on what every number rests."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from pembina.core.effect.wording import figure
from pembina.domain.development.enums import EvaluationLevel
from pembina.domain.impact.decision_facts import DecisionFacts, Task
from pembina.domain.impact.level_chain import LevelChain
from pembina.exchange.papers.decision_words import COMPARISONS, LEFT_OUT, TASK_STATES
from pembina.exchange.papers.indonesian_days import MONTHS, day_in_words
from pembina.exchange.papers.letters import settable

MOST_TASKS, MOST_TITLE = 6, 110
LEVELS: Mapping[EvaluationLevel, str] = {
    EvaluationLevel.REACTION: "Reaksi",
    EvaluationLevel.LEARNING: "Pembelajaran",
    EvaluationLevel.BEHAVIOUR: "Perilaku",
}
NO_COST = "Biaya yang terpakai tidak dicatat, maka biaya per satuan dampak tidak dapat dihitung."


def level_rows(chain: LevelChain) -> list[list[str]]:
    """Return the levels 1 to 3 as they stood at the run; the fourth is what the paper is about."""
    return [
        [f"{link.level.value}. {LEVELS[link.level]}", settable(link.sentence.id), str(link.n)]
        for link in chain.links
        if link.level in LEVELS
    ]


def cost_lines(facts: DecisionFacts) -> list[str]:
    """Return what was spent, and what one unit of improvement cost."""
    if facts.spent is None:
        return [NO_COST]
    lines = [f"Biaya yang terpakai sampai keputusan: {rupiah(facts.spent)}."]
    because = (facts.cost or {}).get("because")
    return [*lines, str(because["id"])] if because else lines


def task_rows(tasks: Sequence[Task]) -> list[list[str]]:
    """Return what follows, the earliest first."""
    rows = [
        [day_in_words(task.due_on), settable(shorter(task.title)), settable(task.owner), TASK_STATES[task.state]]
        for task in tasks[:MOST_TASKS]
    ]
    if len(tasks) > MOST_TASKS:
        rows.append(["", f"dan {len(tasks) - MOST_TASKS} lagi; lihat halaman keputusan", "", ""])
    return rows


def basis_rows(facts: DecisionFacts) -> list[list[str]]:
    """Return the facts from which anybody can repeat the numbers."""
    design, basis, run = facts.design, facts.basis, facts.run
    told = [
        ("Rancangan", f"versi {design.version}, dikunci {day_in_words(design.locked_on) if design.locked_on else '–'}"),
        ("Hash rancangan", design.digest),
        (
            "Jangka waktu",
            f"{month(design.first_month)} sampai {month(design.last_month)}, data sampai {month(basis.data_until)}",
        ),
        ("Unit", _units(facts)),
        ("Pembanding", COMPARISONS.get(design.comparison, design.comparison)),
        ("Urutan gelombang", "diundi" if run.random_timing else "tidak diundi atau tidak diketahui"),
        ("Dampak terkecil yang berarti", _smallest(facts)),
        ("Data beku", _data(facts)),
        ("Yang tidak dipakai", _left_out(facts)),
        ("Hash data", basis.data_hash),
        ("Perhitungan", f"ke-{basis.number}, Pembina {basis.code_version}{_finished(facts)}"),
        ("Hash hasil", basis.result_hash),
        ("Segel keputusan", facts.sealed or "belum disegel"),
    ]
    return [[term, settable(value)] for term, value in told if value]


def rupiah(amount: Decimal) -> str:
    """Return money in whole rupiah."""
    return f"Rp{figure(float(amount), 0).id}"


def month(day: Any) -> str:
    """Return ``Oktober 2026``."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def shorter(text: str) -> str:
    """Return a title that leaves room for the others."""
    return text if len(text) <= MOST_TITLE else f"{text[:MOST_TITLE].rsplit(' ', 1)[0]} …"


def _units(facts: DecisionFacts) -> str:
    waves = ", ".join(str(units) for units in facts.run.waves)
    return f"{sum(facts.run.waves)} ikut dalam {len(facts.run.waves)} gelombang ({waves}); {facts.run.never} tidak ikut"


def _smallest(facts: DecisionFacts) -> str:
    found = facts.run.primary
    if found is None or found.smallest_effect is None:
        return "tidak ditetapkan"
    digits = next((count for count in range(4) if round(found.smallest_effect, count) == found.smallest_effect), 4)
    return f"{figure(found.smallest_effect, digits).id} {found.unit}".strip()


def _data(facts: DecisionFacts) -> str:
    basis = facts.basis
    if not basis.rows:
        return ""
    return f"{figure(basis.rows, 0).id} baris, {basis.units} unit, {basis.months} bulan"


def _left_out(facts: DecisionFacts) -> str:
    told = [f"{count} {LEFT_OUT.get(reason, reason)}" for reason, count in facts.basis.left_out]
    return f"{'; '.join(told)} (namanya pada halaman hasil)" if told else ""


def _finished(facts: DecisionFacts) -> str:
    return f", selesai {day_in_words(facts.basis.finished_on)}" if facts.basis.finished_on else ""
