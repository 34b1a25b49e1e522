"""The workblocks of the results of a leader (format A.1.4): one group of tables for each result."""

from datetime import date

from pembina.domain.performance.models import Goal, PerformancePlan, StrategyBlock
from pembina.exchange.papers.indonesian_days import days_in_words
from pembina.exchange.papers.official_form import MISSING, OfficialForm, Section
from pembina.exchange.papers.performance_plan import target_told

# A longer table goes on over the page.
LONGEST_WHOLE = 1800
NUMBERED = (0.045, 1.0)


def workblocks_form(plan: PerformancePlan, *, government: str, written_on: date) -> OfficialForm:
    """Return the form of a plan that was fetched with its content; a result without a workblock says so."""
    sections = [part for number, goal in enumerate(plan.goals.all(), start=1) for part in _parts(number, goal, plan)]
    return OfficialForm(
        number="A.1.4", title="Workblock untuk Identifikasi Strategi Pencapaian Hasil Kerja", people=(), signers=(),
        government=government, sections=sections, written_on=written_on,
        lines=(
            f"{plan.person.titled_name}, {plan.assignment.position}",
            f"PERIODE PENILAIAN: {days_in_words(plan.starts_on, plan.ends_on).upper()}",
        ),
    )  # fmt: skip


def _parts(number: int, goal: Goal, plan: PerformancePlan) -> list[Section]:
    block: StrategyBlock | None = getattr(goal, "strategy_block", None)
    title = f"RENCANA HASIL KERJA {number}: {goal.words}"
    known = [("INDIKATOR DAN TARGET YANG DIINTERVENSI", _intervened(goal)), ("PEMILIK STRATEGI", _owner(plan))]
    if block is None:
        return [Section(title, "Workblock belum ditulis", rows=known, widths=(1.0, 2.6), is_whole=_is_short(known))]
    rows = [
        ("JUDUL INISIATIF STRATEGI PENCAPAIAN IKU", block.title), *known,
        ("PIHAK YANG TERLIBAT", block.parties or MISSING), ("WAKTU PENYELESAIAN", block.due or MISSING),
        ("PENERIMA MANFAAT", block.beneficiaries or MISSING), ("TUJUAN", block.aim or MISSING),
        ("ANGGARAN", block.budget or MISSING),
    ]  # fmt: skip
    return [
        Section(title, rows=rows, widths=(1.0, 2.6), is_whole=_is_short(rows)),
        _listed("STRATEGI (KEY ACTIVITIES)", block.activities),
        _listed("KELUARAN KUNCI (KEY MILESTONE)", block.milestones),
    ]


def _listed(title: str, said: tuple[list[str], list[str]]) -> Section:
    """Return the routine lines and those that change something, with numbers that run on."""
    rows: list[tuple[str, ...]] = []
    for head, lines in zip(("A. RUTIN", "B. TRANSFORMATIF"), said, strict=True):
        rows += [(head,), *([_row(line) for line in lines] or [("", MISSING)])]
    return Section(title, rows=rows, widths=NUMBERED, is_whole=_is_short(rows))


def _row(line: str) -> tuple[str, str]:
    number, _dot, words = line.partition(". ")
    return number, words


def _is_short(rows: list[tuple[str, str]] | list[tuple[str, ...]]) -> bool:
    return sum(len(cell) for row in rows for cell in row) < LONGEST_WHOLE


def _intervened(goal: Goal) -> str:
    return "\n".join(f"{one.words}: {target_told(one)}" for one in goal.indicators.all()) or MISSING


def _owner(plan: PerformancePlan) -> str:
    return f"{plan.assignment.position} ({plan.person.titled_name})"
