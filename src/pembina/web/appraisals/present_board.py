"""Periods as human resources see them: counts, units, work under way and what it would do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from pembina.core.text import Text
from pembina.domain.performance.appraisal_enums import AppraisalState, RunKind, RunState
from pembina.domain.performance.models import AppraisalRun, EvaluationPeriod
from pembina.domain.performance.operations.closing import Closing
from pembina.domain.performance.operations.making import Renewal
from pembina.web.components.formatting import MISSING, day, in_language, number

LONGEST_WAIT = timedelta(minutes=2)
GOING = (RunState.WAITING, RunState.RUNNING)


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """One period in the list."""

    address: str
    label: str
    cycle: str
    window: str
    state: str
    tone: str
    people: str
    waiting: str
    signed: str


@dataclass(frozen=True, slots=True)
class UnitRow:
    """How far one unit is."""

    name: str
    address: str
    wanted: str
    signed: str
    delivered: str
    waiting: str
    exempt: str


@dataclass(frozen=True, slots=True)
class RunShown:
    """The latest work on a period: under way, stalled, done or failed."""

    title: str
    text: str
    tone: str
    done: int
    total: int
    is_going: bool
    is_stalled: bool


@dataclass(frozen=True, slots=True)
class WorkShown:
    """What work would do, before it is asked for."""

    kind: str
    title: str
    lead: str
    submit: str
    facts: list[tuple[str, str]]
    note: str


@dataclass(frozen=True, slots=True)
class RenewalRow:
    """One snapshot that differs from the register."""

    person: str
    before: str
    after: str
    remark: str


def period_rows(periods: Iterable[Any], *, on: date) -> list[PeriodRow]:
    """Return rows of periods with their counts `people`, `waiting` and `signed`."""
    return [_period_row(period, on) for period in periods]


def period_facts(period: EvaluationPeriod, *, on: date) -> list[tuple[str, str]]:
    state, _tone = _standing(period, on)
    return [
        (_("Siklus"), str(period.get_cycle_display())),
        (_("Masa kinerja"), f"{day(period.starts_on)} – {day(period.ends_on)}"),
        (_("Waktu evaluasi"), f"{day(period.window_opens)} – {day(period.window_ends)}"),
        (_("Keadaan"), state),
        (_("Capaian organisasi tercatat"), number(period.organisation_ratings.count())),
    ]


def state_counts(counts: dict[str, int]) -> list[tuple[str, str]]:
    """Return how many appraisals are in each state, in the order of the course."""
    return [(str(state.label), number(counts.get(state.value, 0))) for state in AppraisalState]


def unit_rows(units: Iterable[Any]) -> list[UnitRow]:
    """Return rows of units with their counts."""
    address = reverse("appraisals:everybody")
    return [
        UnitRow(
            unit.name, f"{address}?q={unit.name}", number(unit.wanted), number(unit.signed), number(unit.delivered),
            number(unit.waiting), number(unit.exempt),
        )
        for unit in units
    ]  # fmt: skip


def present_run(run: AppraisalRun | None, *, at: datetime) -> RunShown | None:
    """Return the latest work; None where nothing was asked for."""
    if run is None:
        return None
    label = str(run.get_kind_display())
    if run.state in GOING:
        stalled = run.state == RunState.WAITING and at - run.asked_at > LONGEST_WAIT
        text = (
            _("Belum ada yang mengerjakannya. Beri tahu pengelola sistem bila tetap begitu.")
            if stalled
            else _("Halaman ini boleh ditutup; pekerjaan berjalan terus di server.")
        )
        title = f"{label}: {number(run.progress_done)} / {number(run.progress_total)}"
        return RunShown(title, text, "info", run.progress_done, run.progress_total or 1, True, stalled)
    if run.state == RunState.FAILED:
        told = {name: in_language(Text(**said)) for name, said in run.failure.items()}
        return RunShown(f"{label}: {run.get_state_display()}", " ".join(told.values()), "danger", 0, 1, False, False)
    return RunShown(f"{label}: {run.get_state_display()}", _counted(run), "success", 1, 1, False, False)


def work_facts(kind: RunKind, closing: Closing, *, people: int, there: int) -> WorkShown:
    """Return the preview of work on a period."""
    if kind is RunKind.MAKE:
        return WorkShown(
            kind.value, _("Buat evaluasi"), _("Satu evaluasi bagi setiap pegawai yang belum punya."),
            _("Buat evaluasi"),
            [(_("Pegawai dengan jabatan utama"), number(people)), (_("Sudah dibuat"), number(there))],
            _("Nama, jabatan, unit, dan penilai dibekukan. Diulang pun tidak mengubah yang sudah ada."),
        )  # fmt: skip
    return WorkShown(
        kind.value, _("Tutup periode"), _("Menyampaikan yang ditandatangani dan meneruskan yang terlambat."),
        _("Tutup periode"),
        [
            (_("Dokumen yang disampaikan kepada pegawai"), number(closing.to_deliver)),
            (_("Diteruskan kepada atasan penilai"), number(closing.to_escalate)),
            (_("Belum dinilai, tanpa atasan penilai"), number(closing.without_superior)),
            (_("Tetap menunggu dinilai"), number(closing.stays_open)),
        ],
        _("Tidak seorang pun dinilai otomatis. Periode tertutup bila tidak ada lagi yang menunggu dinilai."),
    )  # fmt: skip


def renewal_rows(renewals: Iterable[Renewal]) -> list[RenewalRow]:
    return [_renewal_row(each) for each in renewals]


def _renewal_row(each: Renewal) -> RenewalRow:
    before, after = each.appraisal.snapshot, each.taken.told
    remark = _("Penilai lama tetap mengevaluasi: pindah dalam waktu evaluasi.") if each.rater_stays else ""
    if not each.taken.duty.applies:
        remark = in_language(each.taken.duty.because)
    return RenewalRow(each.taken.called, _who(before), _who(after), remark)


def _who(told: Any) -> str:
    rater = (told.get("rater") or {}).get("name", MISSING)
    return f"{told['person']['unit']} · {rater}"


def _period_row(period: Any, on: date) -> PeriodRow:
    state, tone = _standing(period, on)
    return PeriodRow(
        address=reverse("appraisals:period", args=[period.pk]),
        label=period.label,
        cycle=str(period.get_cycle_display()),
        window=f"{day(period.window_opens)} – {day(period.window_ends)}",
        state=state,
        tone=tone,
        people=number(period.people),
        waiting=number(period.waiting),
        signed=number(period.signed),
    )


def _standing(period: EvaluationPeriod, on: date) -> tuple[str, str]:
    if period.closed_at is not None:
        return _("Ditutup"), ""
    if on < period.window_opens:
        return _("Belum dibuka untuk evaluasi"), "info"
    if on <= period.window_ends:
        return _("Sedang dievaluasi"), "success"
    return _("Waktu evaluasi lewat"), "warning"


def _counted(run: AppraisalRun) -> str:
    counts = {name: number(count) for name, count in run.counts.items()}
    if run.kind == RunKind.MAKE:
        return _("%(made)s dibuat, di antaranya %(exempt)s dikecualikan; %(before)s sudah ada.") % counts
    return _("%(delivered)s disampaikan, %(escalated)s diteruskan, %(left)s masih menunggu dinilai.") % counts
