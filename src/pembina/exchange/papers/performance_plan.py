"""A plan of performance (SKP) on the forms A.1.1, A.1.2, A.1.6 and A.1.7 of PermenPANRB 6/2022, with appendix A.1.8.

The headings are those of the regulation; what a person wrote is theirs. What is not agreed yet says so on every page.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.timezone import localdate

from pembina.core.rules.appraisal_rating import core_values
from pembina.domain.people.models import Assignment
from pembina.domain.performance.enums import Direction, GoalKind, NoteKind, PlanForm
from pembina.domain.performance.models import Goal, Indicator, PerformancePlan
from pembina.domain.performance.models.plans import IN_FORCE
from pembina.exchange.papers.identity import MISSING, both_sides
from pembina.exchange.papers.indonesian_days import day_in_words, days_in_words
from pembina.exchange.papers.letters import settable
from pembina.exchange.papers.writing import write_paper

FORMATS = {
    PlanForm.TOP_QUALITATIVE: "A.1.1",
    PlanForm.TOP_QUANTITATIVE: "A.1.2",
    PlanForm.QUALITATIVE: "A.1.6",
    PlanForm.QUANTITATIVE: "A.1.7",
}
FOR_TOP = "BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI"
FOR_OTHERS = "BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL"
HEADS = {
    PlanForm.TOP_QUANTITATIVE: ["NO", "RENCANA HASIL KERJA", "INDIKATOR KINERJA INDIVIDU", "TARGET", "PERSPEKTIF"],
    PlanForm.QUANTITATIVE: [
        "NO", "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI", "RENCANA HASIL KERJA", "ASPEK",
        "INDIKATOR KINERJA INDIVIDU", "TARGET",
    ],
}  # fmt: skip
ASPECTS = {"quantity": "Kuantitas", "quality": "Kualitas", "time": "Waktu", "cost": "Biaya"}
PERSPECTIVES = {
    "recipients": "Penerima Layanan", "processes": "Proses Bisnis", "strengthening": "Penguatan Internal",
    "budget": "Anggaran",
}  # fmt: skip
WAYS = {Direction.HIGHER: "makin tinggi makin baik", Direction.LOWER: "makin rendah makin baik"}
APPENDIX = {
    NoteKind.RESOURCE: "DUKUNGAN SUMBER DAYA",
    NoteKind.ACCOUNTABILITY: "SKEMA PERTANGGUNGJAWABAN",
    NoteKind.CONSEQUENCE: "KONSEKUENSI",
}
KINDS = ((GoalKind.MAIN, "A. UTAMA"), (GoalKind.ADDITIONAL, "B. TAMBAHAN"))


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """What is set: a plan with its content, and in which position the rater agreed; None where that is not known."""

    plan: PerformancePlan
    rater_post: Assignment | None
    government: str
    written_on: date


def performance_plan_paper(paper: PlanPaper) -> bytes:
    """Return the PDF/A of a plan with its appendix.

    Raises
    ------
    PaperError : it cannot be written
    """
    return write_paper("performance_plan", performance_plan_data(paper))


def performance_plan_data(paper: PlanPaper) -> dict[str, Any]:
    """Return what the template is given."""
    plan, form = paper.plan, PlanForm(paper.plan.form)
    return {
        "title": "Sasaran Kinerja Pegawai",
        "approach": f"PENDEKATAN HASIL KERJA {'KUANTITATIF' if form.is_quantitative else 'KUALITATIF'}",
        "whom": FOR_TOP if form.is_top else FOR_OTHERS,
        "language": "id",
        "government": settable(paper.government),
        "period": f"PERIODE PENILAIAN: {days_in_words(plan.starts_on, plan.ends_on).upper()}",
        "written_on": paper.written_on.isoformat(),
        "source": _source(plan, form),
        "draft": "" if plan.state in IN_FORCE else f"Belum ditetapkan: {plan.get_state_display()}",
        "people": _people(paper),
        "heads": HEADS.get(form, []),
        "columns": _columns(form),
        "parts": _parts(plan, form),
        "values": _values(plan, paper.written_on),
        "appendix": [{"title": title, "lines": _lines(plan, kind)} for kind, title in APPENDIX.items()],
        "signed_on": _signed_on(plan),
        "signers": _signers(plan),
    }


def _source(plan: PerformancePlan, form: PlanForm) -> str:
    version = f", versi {plan.version}" if plan.version > 1 else ""
    return settable(
        f"Format {FORMATS[form]} dan A.1.8 PermenPANRB 6/2022; SKP {plan.year}{version}. "
        "e-Kinerja BKN tetap menjadi catatan resmi."
    )


def _people(paper: PlanPaper) -> list[list[str]]:
    """Return five rows: the label and the value of each side."""
    plan = paper.plan
    return both_sides((plan.person, plan.assignment), (plan.rater, paper.rater_post))


def _columns(form: PlanForm) -> list[str]:
    if not form.is_quantitative:
        return ["auto", "1fr"]
    return ["auto", "1.2fr", "1.2fr", "1fr", "auto"] if form.is_top else ["auto", "1fr", "1.1fr", "auto", "1fr", "1fr"]


def _parts(plan: PerformancePlan, form: PlanForm) -> list[dict[str, Any]]:
    """Return the main results and the additional ones, numbered through."""
    parts, number = [], 1
    for kind, title in KINDS:
        goals = [goal for goal in plan.goals.all() if goal.kind == kind]
        parts.append({"title": title, "rows": _rows(goals, number, form)})
        number += len(goals)
    return parts


def _rows(goals: list[Goal], first: int, form: PlanForm) -> list[list[str]]:
    """Return the rows of a part: one for each indicator, the result said once."""
    rows: list[list[str]] = []
    for number, goal in enumerate(goals, start=first):
        listed = list(goal.indicators.all())
        if not form.is_quantitative:
            rows.append([str(number), settable(_told(goal, listed, form))])
            continue
        for place, one in enumerate(listed or [None]):
            rows.append([settable(cell) for cell in _row(number if place == 0 else 0, goal, one, form)])
    return rows


def _row(number: int, goal: Goal, one: Indicator | None, form: PlanForm) -> list[str]:
    first = number > 0
    words, target = (one.words, target_told(one)) if one else (MISSING, MISSING)
    begins = [str(number) if first else ""]
    if form.is_top:
        perspective = PERSPECTIVES.get(goal.perspective, MISSING) if first else ""
        return [*begins, goal.words if first else "", words, target, perspective]
    above = goal.supports.words if goal.supports else goal.supports_words
    aspects = ", ".join(ASPECTS[aspect] for aspect in one.aspects) if one else ""
    return [
        *begins,
        (above or MISSING) if first else "",
        goal.words if first else "",
        aspects or MISSING,
        words,
        target,
    ]


def _told(goal: Goal, indicators: list[Indicator], form: PlanForm) -> str:
    """Return a result of the qualitative forms, with how it is seen below it."""
    lines = [goal.words, "Ukuran keberhasilan/ Indikator Kinerja Individu dan Target:"]
    lines += [f"• {one.words}: {target_told(one)}" for one in indicators] or [MISSING]
    if form.is_top:
        lines.append(f"Perspektif: {PERSPECTIVES.get(goal.perspective, MISSING)}")
    return "\n".join(lines)


def target_told(one: Indicator) -> str:
    """Return a target as the paper has it: from where to where, and which way is better."""
    if one.target is None:
        return one.target_words
    begins = f"dari {_amount(one.baseline)} menjadi " if one.baseline is not None else ""
    said = f"{begins}{_amount(one.target)} {one.unit} ({WAYS[Direction(one.direction)]})"
    return f"{said}; {one.target_words}" if one.target_words else said


def _amount(amount: Decimal) -> str:
    whole = f"{amount:,f}"
    plain = whole.rstrip("0").rstrip(".") if "." in whole else whole
    return plain.translate(str.maketrans(",.", ".,"))


def _values(plan: PerformancePlan, on: date) -> list[dict[str, Any]]:
    said = {one.value: one.words for one in plan.expectations.all()}
    return [
        {
            "number": str(number),
            "title": each.label.id,
            "behaviours": [behaviour.id for behaviour in each.behaviours],
            "expected": settable(said.get(each.value.value, "")),
        }
        for number, each in enumerate(core_values(on=on), start=1)
    ]


def _lines(plan: PerformancePlan, kind: NoteKind) -> list[str]:
    return [settable(note.words) for note in plan.notes.all() if note.kind == kind]


def _signed_on(plan: PerformancePlan) -> str:
    return day_in_words(localdate(plan.agreed_at)) if plan.agreed_at else ""


def _signers(plan: PerformancePlan) -> list[dict[str, str]]:
    """Return both sides with their names and dates; who stood in for the rater is named too."""
    proposed = f"Diajukan {day_in_words(localdate(plan.proposed_at))}" if plan.proposed_at else ""
    agreed = ""
    if plan.agreed_by and plan.agreed_at:
        agreed = f"Ditetapkan {day_in_words(localdate(plan.agreed_at))}"
        if plan.rater is None or plan.agreed_by.username != plan.rater.nip:
            agreed += f" oleh {plan.agreed_by.display_name}"
    rater = (plan.rater.titled_name, plan.rater.nip) if plan.rater else (MISSING, "")
    sides = (
        ("Pegawai yang Dinilai", plan.person.titled_name, plan.person.nip, proposed),
        ("Pejabat Penilai Kinerja", *rater, agreed),
    )
    return [
        {"role": role, "name": settable(name), "nip": f"NIP {nip}" if nip else "", "told": settable(words)}
        for role, name, nip, words in sides
    ]
