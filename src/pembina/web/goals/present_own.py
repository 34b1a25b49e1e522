"""What somebody sees of the own performance: what is expected, where it stands, what is next, and which rights."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.core.rules.appraisal_rating import PlanningDuty
from pembina.core.rules.goal_progress import GoalState, plan_standing
from pembina.domain.people.models import Assignment
from pembina.domain.performance.enums import PlanState
from pembina.domain.performance.models import Indicator, PerformancePlan
from pembina.domain.performance.plan_duty import standing_of
from pembina.domain.performance.queries.progress import IndicatorStanding
from pembina.web.components.formatting import day, in_language, number
from pembina.web.goals.present_indicators import IndicatorLine, indicator_line
from pembina.web.goals.present_plan import TONES

REGULATION = "PermenPANRB 6/2022"


@dataclass(frozen=True, slots=True)
class Step:
    """What is next; `address` and `label` are empty where it is for somebody else."""

    tone: str
    title: str
    words: str
    article: str
    address: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class PlanLink:
    title: str
    state: str
    tone: str
    about: str
    address: str


@dataclass(frozen=True, slots=True)
class OwnPage:
    """`lines` are the indicators of the plan in force; `stats` count how they stand."""

    step: Step
    lines: tuple[IndicatorLine, ...]
    stats: tuple[tuple[str, str], ...]
    current: PlanLink | None
    others: tuple[PlanLink, ...]
    rights: tuple[tuple[str, str], ...]


def present_own(
    plans: Sequence[PerformancePlan],
    indicators: Sequence[Indicator],
    standings: Mapping[int, IndicatorStanding],
    *,
    held: Assignment | None,
    duty: PlanningDuty,
    on: date,
) -> OwnPage:
    """Return the page; `plans` are all of the person, `indicators` those of the plan in force."""
    current = _current(plans, held, on)
    lines = tuple(indicator_line(one, standings[one.pk], mine=True, editable=False) for one in indicators)
    return OwnPage(
        step=next_step(plans, held=held, duty=duty, on=on),
        lines=lines,
        stats=_stats([standings[one.pk] for one in indicators]),
        current=_link(current) if current else None,
        others=tuple(_link(plan) for plan in plans if plan is not current),
        rights=rights(on=on),
    )


def in_force(plans: Sequence[PerformancePlan], *, held: Assignment | None, on: date) -> PerformancePlan | None:
    """Return the agreed plan of the present position and year."""
    found = (plan for plan in plans if plan.year == on.year and plan.state == PlanState.AGREED)
    return next((plan for plan in found if held is not None and plan.assignment_id == held.pk), None)


def next_step(plans: Sequence[PerformancePlan], *, held: Assignment | None, duty: PlanningDuty, on: date) -> Step:
    """Return what is next, by when, and where that stands in the regulation."""
    if not duty.applies:
        return Step("info", _("Tanpa SKP"), in_language(duty.because), duty.article)
    if held is None:
        told = _("Tidak ada jabatan utama yang tercatat. Laporkan pada halaman data pegawai Anda.")
        return Step("warning", _("Jabatan belum tercatat"), told, "")
    mine = [plan for plan in plans if plan.assignment_id == held.pk and plan.year >= on.year]
    making = next((plan for plan in mine if plan.state in (PlanState.DRAFT, PlanState.RETURNED)), None)
    waiting = next((plan for plan in mine if plan.state == PlanState.PROPOSED), None)
    if making is not None:
        return _of_draft(making, on)
    if waiting is not None:
        return _of_proposed(waiting, on)
    if mine:
        told = _("Catat realisasi dengan bukti dukung. Bila ekspektasi berubah, buka SKP dan buat versi baru.")
        article = f"{REGULATION}, Pasal 14 ayat (2)"
        return Step(
            "success", _("SKP sudah ditetapkan"), told, article, reverse("goals:show", args=[mine[0].pk]), _("Buka SKP")
        )
    return _to_begin(plans, held, on)


def _to_begin(plans: Sequence[PerformancePlan], held: Assignment, on: date) -> Step:
    start, label = reverse("goals:start"), _("Susun SKP %s") % on.year
    if any(plan.year == on.year and plan.assignment_id != held.pk for plan in plans):
        told = _("Jabatan atau pimpinan Anda berganti. Lakukan dialog dengan pimpinan sekarang, lalu susun SKP baru.")
        article = f"{REGULATION}, Lampiran Bab II huruf C angka 6 dan 7 (hlm. 65)"
        return Step("warning", _("SKP untuk jabatan baru"), told, article, start, label)
    if held.starts_on.year == on.year:
        told = _("Anda mulai di jabatan ini pada %(day)s. Susun SKP setelah dialog dengan pimpinan.")
        return Step("warning", _("SKP belum disusun"), told % {"day": day(held.starts_on)}, "", start, label)
    standing = plan_standing(year=on.year, agreed=None, on=on)
    return Step("warning", _("SKP belum disusun"), in_language(standing.because), standing.article, start, label)


def _of_draft(plan: PerformancePlan, on: date) -> Step:
    address, standing = reverse("goals:show", args=[plan.pk]), standing_of(plan, agreed=None, on=on)
    if plan.state == PlanState.RETURNED:
        told = _("Dikembalikan: %(comment)s") % {"comment": plan.comment}
        return Step("danger", _("Perbaiki dan ajukan lagi"), told, "", address, _("Lanjutkan"))
    told = in_language(standing.because) if standing else _("Lengkapi, lalu ajukan kepada pejabat penilai.")
    article = standing.article if standing else ""
    return Step("warning", _("Lengkapi dan ajukan rancangan"), told, article, address, _("Lanjutkan"))


def _of_proposed(plan: PerformancePlan, on: date) -> Step:
    standing = standing_of(plan, agreed=None, on=on)
    name = plan.rater.titled_name if plan.rater else ""
    since = day(timezone.localdate(plan.proposed_at)) if plan.proposed_at else ""
    told = _("Diajukan %(day)s kepada %(name)s.") % {"day": since, "name": name}
    if standing:
        told = f"{told} {in_language(standing.because)}"
    article = standing.article if standing else ""
    return Step("info", _("Menunggu penetapan"), told, article, reverse("goals:show", args=[plan.pk]), _("Buka SKP"))


def rights(*, on: date) -> tuple[tuple[str, str], ...]:
    """Return what somebody may ask for, each with where it stands."""
    standing = plan_standing(year=on.year, agreed=None, on=date(on.year, 2, 1))
    return (
        (
            _("Bila SKP belum ditetapkan sampai akhir Januari, Anda melakukan dialog dengan atasan pejabat penilai."),
            standing.article,
        ),
        (
            _("SKP dapat berkembang sepanjang tahun; versi lama tetap tersimpan."),
            f"{REGULATION}, Pasal 14 ayat (2)",
        ),
        (
            _("Bila sumber daya tidak disepakati atau tidak terpenuhi, pimpinan dapat menyesuaikan ekspektasi."),
            f"{REGULATION}, Pasal 11",
        ),
        (
            _("Pindah jabatan, atau pimpinan Anda berganti: ada dialog dan SKP baru."),
            f"{REGULATION}, Lampiran Bab II huruf C angka 6 dan 7 (hlm. 65)",
        ),
        (
            _("Atas hasil evaluasi Anda dapat mengajukan keberatan dalam 14 hari kerja, dan kedua pihak didengar."),
            f"{REGULATION}, Pasal 29; Lampiran Bab V huruf B (hlm. 117)",
        ),
        (
            _("Realisasi di atas target dicatat penuh; yang belum ada bukan nol."),
            _("Ketentuan Pembina"),
        ),
    )


def _current(plans: Sequence[PerformancePlan], held: Assignment | None, on: date) -> PerformancePlan | None:
    agreed = in_force(plans, held=held, on=on)
    mine = (plan for plan in plans if held is not None and plan.assignment_id == held.pk and plan.year >= on.year)
    return agreed or next(mine, None)


def _link(plan: PerformancePlan) -> PlanLink:
    about = f"{plan.assignment.position} · {day(plan.starts_on)} – {day(plan.ends_on)}"
    title = _("SKP %s") % plan.year if plan.version == 1 else _("SKP %(year)s, versi %(version)s") % {
        "year": plan.year, "version": plan.version,
    }  # fmt: skip
    state = PlanState(plan.state)
    return PlanLink(title, str(state.label), TONES[state], about, reverse("goals:show", args=[plan.pk]))


def _stats(standings: Sequence[IndicatorStanding]) -> tuple[tuple[str, str], ...]:
    counted = [one.state for one in standings if one.state is not None]
    if not counted:
        return ()
    return tuple(
        (in_language(state.label), number(counted.count(state)))
        for state in (GoalState.ABOVE, GoalState.MET, GoalState.BELOW, GoalState.UNKNOWN)
    )
