"""What whoever locks a design has to have read: nothing forbids it, but it weakens what can be concluded."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.timezone import localdate

from pembina.core.text import Text
from pembina.domain.development.enums import WaveOrder
from pembina.domain.development.models import Wave, WavePlan
from pembina.domain.impact.design_data import OutcomeData, data_of
from pembina.domain.impact.design_judgements import recorded_by_those_involved
from pembina.domain.impact.design_warning import DesignWarning, upper_first
from pembina.domain.impact.enums import DesignFigure
from pembina.domain.impact.joint_words import FIRST_OF_TWO, joint_notes
from pembina.domain.impact.lots import off_the_lot
from pembina.domain.impact.models import EvaluationDesign, EvaluationRun
from pembina.domain.impact.queries.design_services import changed_standards, services_of
from pembina.domain.impact.queries.design_units import PlannedUnit, units_of
from pembina.domain.impact.queries.earlier import waves_judged_before
from pembina.domain.impact.queries.joint_units import joint_units
from pembina.domain.impact.queries.overlaps import Overlap, overlaps_of
from pembina.domain.impact.queries.unit_changes import changes_of, moved_units
from pembina.domain.impact.whole_months import moved

MANY = 3
"""An outcome lacks data where one unit in so many, or more, has none."""


def warnings_of(
    design: EvaluationDesign, *, at: datetime, data: Sequence[OutcomeData] | None = None
) -> list[DesignWarning]:
    """Return all warnings of a draft; `data` spares reading the ledger where the caller has done so."""
    units = units_of(design)
    known = data_of(design, units, at=at) if data is None else data
    sources = (
        _thin(known), _late(known), recorded_by_those_involved(known),
        changes_within(design, units, until=_last_day(design.last_month)),
        _overlaps(overlaps_of(design, units)), _order(design, units), _judged(design), _due(design, at),
    )  # fmt: skip
    return [warning for source in sources for warning in source]


def _thin(data: Iterable[OutcomeData]) -> Iterator[DesignWarning]:
    for one in data:
        lacking, all_of_them = len(one.without), one.units
        if lacking and MANY * lacking >= all_of_them:
            yield DesignWarning(
                "without_data", "outcomes",
                Text(
                    id=f"{upper_first(one.name.id)}: {lacking} dari {all_of_them} unit belum mempunyai data dalam "
                    "jangka waktu ini. Unit tanpa data tidak ikut dihitung.",
                    en=f"{upper_first(one.name.en)}: {lacking} of {all_of_them} units have no data in the window. "
                    "Units without data are left out.",
                ),
                one.without,
            )  # fmt: skip


def _late(data: Iterable[OutcomeData]) -> Iterator[DesignWarning]:
    for one in data:
        if one.after_start:
            yield DesignWarning(
                "data_after_start", "outcomes",
                Text(
                    id=f"{upper_first(one.name.id)}: unit berikut baru mempunyai data sejak mulai ikut, jadi tidak ada "
                    "keadaan sebelumnya untuk dibandingkan.",
                    en=f"{upper_first(one.name.en)}: these units have data only since they began, so there is no "
                    "before to compare with.",
                ),
                one.after_start,
            )  # fmt: skip


def changes_within(
    design: EvaluationDesign, units: Sequence[PlannedUnit], *, until: date
) -> Iterator[DesignWarning]:  # fmt: skip
    """Yield what happened to units and standards of a design from its first month to a day; before a lock and after."""
    yield from _changed_units(design, units, until)
    yield from _moved_units(design, units, until)
    yield from _standards(design, units, until)


def cautions_of(run: EvaluationRun) -> list[dict[str, Any]]:
    """Return what a reader of a run must know of its units and standards, as `EvaluationRun.cautions` keeps it."""
    found = changes_within(run.design, units_of(run.design), until=_last_day(run.data_until))
    return [
        {"message": {"id": one.message.id, "en": one.message.en}, "names": list(one.names)} for one in found
    ]  # fmt: skip


def _last_day(month: date) -> date:
    return moved(month, 1) - timedelta(days=1)


def _moved_units(design: EvaluationDesign, units: Sequence[PlannedUnit], last: date) -> Iterator[DesignWarning]:
    found = moved_units([one.unit for one in units], first=design.first_month, last=last)
    if found:
        yield DesignWarning(
            "units_move", "units",
            Text(
                id="Unit berikut dipindahkan ke bawah unit lain dalam jangka waktu ini: pimpinannya berganti, dan "
                "perubahan angka dapat berasal dari sana.",
                en="These units were put under another unit in the window: those above them changed, and the figure "
                "may move because of that.",
            ),
            tuple(found),
        )  # fmt: skip


def _changed_units(design: EvaluationDesign, units: Sequence[PlannedUnit], last: date) -> Iterator[DesignWarning]:
    found = changes_of([one.unit for one in units], first=design.first_month, last=last)
    if found:
        yield DesignWarning(
            "units_change", "units",
            Text(
                id="Unit berikut dibentuk, dipecah, digabung, atau ditutup dalam jangka waktu ini: angkanya sebelum "
                "dan sesudah bukan angka unit yang sama.",
                en="These units were opened, split, merged or closed in the window: their figures before and after are "
                "not those of the same unit.",
            ),
            tuple(found),
        )  # fmt: skip


def _standards(design: EvaluationDesign, units: Sequence[PlannedUnit], last: date) -> Iterator[DesignWarning]:
    named: dict[str, None] = {}
    for outcome in design.outcomes.prefetch_related("services"):
        if DesignFigure(outcome.figure).is_of_performance:
            continue
        services = services_of(outcome, [one.unit for one in units], reach=design.reach)
        named |= dict.fromkeys(changed_standards(services, after=design.first_month, until=last))
    if named:
        yield DesignWarning(
            "standards_change", "window",
            Text(
                id="Standar layanan berikut berubah dalam jangka waktu ini: perubahan angka dapat berasal dari "
                "standar, bukan dari program.",
                en="The standards of these services change in the window: the figure may move because of the standard, "
                "not the programme.",
            ),
            tuple(sorted(named)),
        )  # fmt: skip


def _overlaps(overlaps: Iterable[Overlap]) -> Iterator[DesignWarning]:
    for overlap in overlaps:
        title, count = overlap.programme.title, len(overlap.shared)
        yield DesignWarning(
            "two_programmes", "together",
            Text(
                id=f"Program {title} juga mulai pada {count} unit rancangan ini dalam jangka waktu yang sama: dampak "
                "keduanya dapat tercampur. Bandingkan gelombangnya dan rancang bersama.",
                en=f"The programme {title} begins in {count} units of this design in the same window: the two effects "
                "may be mixed. Compare their waves and design them together.",
            ),
            tuple(one.unit.name for one in overlap.shared),
        )  # fmt: skip


def _order(design: EvaluationDesign, units: Sequence[PlannedUnit]) -> Iterator[DesignWarning]:
    if design.evaluation.is_joint:
        yield from _joint(design)
        return
    plan = WavePlan.objects.filter(programme=design.evaluation.programme_id).first()
    if plan is not None and plan.order == WaveOrder.RANDOM:
        beside = set(off_the_lot(plan, {one.code: one.wave for one in units}))
        if beside:
            yield _off_lot(tuple(one.name for one in units if one.code in beside))
        return
    reason = plan.reason if plan else ""
    yield DesignWarning(
        "own_order", "waves",
        Text(
            id="Urutan gelombang dipilih, tidak diundi. Bila yang didahulukan memang sedang membaik, perbaikan itu "
            "dapat tampak sebagai dampak; hasilnya bergantung pada anggapan bahwa arah semua unit sejajar.",
            en="The order of the waves was chosen, not drawn. Where those that came first were improving anyway, that "
            "may look like an effect; the result rests on the assumption that all units were moving in parallel.",
        ),
        (reason,) if reason else (),
    )  # fmt: skip


def _joint(design: EvaluationDesign) -> Iterator[DesignWarning]:
    """Yield what a joint design cannot tell, and which units it leaves out."""
    yield from (DesignWarning(code, "together", message) for code, message in joint_notes(design.evaluation))
    yield DesignWarning("own_order", "waves", FIRST_OF_TWO)
    alone = [one.unit.name for one in joint_units(design.evaluation.programme_numbers) if one.start is None]
    if alone:
        yield DesignWarning(
            "one_programme_only", "units",
            Text(
                id=f"{len(alone)} unit hanya menerima satu dari kedua program: tidak ikut dihitung, juga tidak sebagai "
                "pembanding.",
                en=f"{len(alone)} units receive only one of the two programmes: they are left out, as a comparison "
                "too.",
            ),
            tuple(alone),
        )  # fmt: skip


def _off_lot(names: tuple[str, ...]) -> DesignWarning:
    return DesignWarning(
        "outside_the_lot", "units",
        Text(
            id=f"{len(names)} unit tidak ikut diundi, atau tidak berada pada gelombang hasil undiannya. Karena itu "
            "urutan rancangan ini dihitung sebagai urutan yang dipilih, dan hasilnya bergantung pada anggapan bahwa "
            "arah semua unit sejajar.",
            en=f"{len(names)} units were not in the lot, or are not in the wave that it drew for them. The order of "
            "this design is therefore reckoned as one that was chosen, and the result rests on the assumption that "
            "all units were moving in parallel.",
        ),
        names,
    )  # fmt: skip


def _due(design: EvaluationDesign, at: datetime) -> Iterator[DesignWarning]:
    """Yield the waves whose planned start has passed without one on record: their data may have been seen."""
    judged = waves_judged_before(design).values("pk")
    due = Wave.objects.filter(
        programme__in=design.evaluation.programme_numbers, planned_on__lte=localdate(at), started_on__isnull=True
    ).exclude(pk__in=judged)
    numbers = [str(number) for number in due.order_by("number").values_list("number", flat=True)]
    if numbers:
        told = ", ".join(numbers)
        yield DesignWarning(
            "wave_due", "waves",
            Text(
                id=f"Menurut rencana gelombang {told} sudah mulai; datanya mungkin sudah terlihat. Bila memang sudah "
                "mulai, catat dahulu pada rencana gelombang.",
                en=f"By the plan wave {told} has begun; its data may have been seen. If it has, note that with the "
                "waves first.",
            ),
        )  # fmt: skip


def _judged(design: EvaluationDesign) -> Iterator[DesignWarning]:
    numbers = [str(wave.number) for wave in waves_judged_before(design)]
    if design.version == 1 and numbers:
        told = ", ".join(numbers)
        yield DesignWarning(
            "waves_judged", "waves",
            Text(
                id=f"Gelombang {told} sudah mulai dan dinilai pada evaluasi sebelumnya; datanya sudah terlihat.",
                en=f"Wave {told} began and was judged in an evaluation before this one; its data were seen.",
            ),
        )  # fmt: skip
