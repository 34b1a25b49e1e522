"""The manual of the indicators of a top official (format A.1.3): one table for each indicator."""

from collections.abc import Mapping
from datetime import date

from pembina.domain.performance.manual_enums import ControlLevel, ReportingPeriod
from pembina.domain.performance.models import Goal, Indicator, IndicatorManual, PerformancePlan
from pembina.exchange.papers.indonesian_days import days_in_words
from pembina.exchange.papers.official_form import MISSING, OfficialForm, Section
from pembina.exchange.papers.performance_plan import target_told

# In the language of the form.
CONTROL: Mapping[str, str] = {
    ControlLevel.OUTCOME: "Outcome", ControlLevel.INTERMEDIATE: "Outcome Antara",
    ControlLevel.LOW: "Output kendali rendah",
}  # fmt: skip
PERIODS: Mapping[str, str] = {
    ReportingPeriod.MONTH: "Bulanan", ReportingPeriod.QUARTER: "Triwulanan", ReportingPeriod.HALF_YEAR: "Semesteran",
    ReportingPeriod.YEAR: "Tahunan",
}  # fmt: skip
# A longer manual goes on over the page.
LONGEST_WHOLE = 2500
READ = {"service": "Catatan waktu layanan", "survey": "Survei Kepuasan Masyarakat (SKM)"}


def manuals_form(plan: PerformancePlan, *, government: str, written_on: date) -> OfficialForm:
    """Return the form of a plan that was fetched with its content; an indicator without a manual says so."""
    indicators = [(goal, one) for goal in plan.goals.all() for one in goal.indicators.all()]
    return OfficialForm(
        number="A.1.3", title="Manual Indikator Kinerja", people=(), signers=(), government=government,
        sections=[_section(number, *each) for number, each in enumerate(indicators, start=1)], written_on=written_on,
        lines=(
            "SKP PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI",
            f"{plan.person.titled_name}, {plan.assignment.position}",
            f"PERIODE PENILAIAN: {days_in_words(plan.starts_on, plan.ends_on).upper()}",
        ),
    )  # fmt: skip


def _section(number: int, goal: Goal, one: Indicator) -> Section:
    manual: IndicatorManual | None = getattr(one, "manual", None)
    rows = [
        ("RENCANA HASIL KERJA", goal.words),
        ("UKURAN KEBERHASILAN/ INDIKATOR KINERJA DAN TARGET", f"{one.words}\n{target_told(one)}"),
        ("TUJUAN", manual.aim if manual else MISSING),
        ("DESKRIPSI: Definisi", manual.definition if manual else MISSING),
        ("DESKRIPSI: Formula", (manual.formula if manual else "") or MISSING),
        ("SATUAN PENGUKURAN", one.unit or MISSING),
        ("KUALITAS DAN TINGKAT KENDALI", _ticked(CONTROL, manual.control if manual else "")),
        ("SUMBER DATA", _source(one)),
        ("PERIODE PELAPORAN", _ticked(PERIODS, manual.reporting if manual else "")),
    ]
    is_whole = sum(len(words) for _label, words in rows) < LONGEST_WHOLE
    remark = "" if manual else "Manual belum ditulis"
    return Section(f"INDIKATOR {number}", remark, rows=rows, widths=(1.0, 2.6), is_whole=is_whole)


def _ticked(choices: Mapping[str, str], chosen: str) -> str:
    """Return every choice of the form on a line, the one that holds with a cross."""
    return "\n".join(f"({' X ' if each == chosen else '    '}) {words}" for each, words in choices.items())


def _source(one: Indicator) -> str:
    """Return where its figures come from; one that is read names the service."""
    if one.service is None:
        return one.source_words or MISSING
    return f"{READ[one.source]}: {one.service.name}"
