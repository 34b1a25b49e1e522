"""What the levels 1 to 3 of a programme say on a day, as plain data that is kept with a run. No names.

    {"on": "2026-11-22",
     "reaction": {"mean", "best", "n", "batches", "left_out", "basis"},
     "learning": {"mean", "low", "high", "before", "after", "best", "normalised", "n", "left_out", "basis"},
     "behaviour": {"self": {"share", "n"}, "superior": {"share", "n"}, "asked", "basis"},
     "plans": {"share", "kept", "items", "n", "basis"}}

`n` counts people; a figure is None where nobody or too few answered. `basis` says in ``id`` and ``en`` what was
counted.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from statistics import fmean

from django.db.models import Avg
from django.utils.timezone import localdate

from pembina.core.rules.training_follow_up import follow_up
from pembina.core.text import Text
from pembina.domain.development.enums import EnrolmentState
from pembina.domain.development.follow_up_enums import Finding, Side
from pembina.domain.development.models import ActionCheck, BehaviourRating, Enrolment, Programme
from pembina.domain.development.models.learning_tests import BEST
from pembina.domain.development.models.ratings import HIGHEST
from pembina.domain.development.models.reactions import HIGHEST as BEST_REACTION
from pembina.domain.development.queries.evaluations import programme_gain, programme_reaction
from pembina.domain.development.queries.follow_up_tasks import took_part

Told = dict[str, object]
# The scale of follow-up calls it "Memadai".
SUFFICIENT = 3
REACTION = Text(
    id="Rata-rata jawaban peserta tentang angkatannya, skala 1-4, dari angkatan yang masa isinya sudah lewat.",
    en="Mean answer of participants about their batch on a scale of 1-4, of batches that take no more answers.",
)
LEARNING = Text(
    id="Selisih nilai post-test dan pre-test setiap peserta yang mengikuti keduanya; selang 95%.",
    en="Difference of the test after and the test before of everybody who took both; 95 % interval.",
)
BEHAVIOUR = Text(
    id=f"Bagian peserta yang rata-rata nilai perilakunya di tempat kerja paling sedikit {SUFFICIENT} dari {HIGHEST} "
    "(memadai), menurut peserta sendiri dan menurut atasannya.",
    en=f"Share of participants whose behaviour at work was rated {SUFFICIENT} of {HIGHEST} (sufficient) or better on "
    "average, by themselves and by their superiors.",
)
PLANS = Text(
    id="Bagian butir rencana aksi yang pada pemeriksaan terakhirnya tercapai; bila ada, menurut atasan.",
    en="Share of the items of action plans found met at their last check, by the superior where there is one.",
)


def levels_of(programme: Programme, *, at: datetime) -> Told:
    """Return what is known at a moment, in a fixed number of queries."""
    on = localdate(at)
    least = follow_up(on=on).smallest_group
    return {
        "on": on.isoformat(),
        "reaction": _reaction(programme, at),
        "learning": _learning(programme, least),
        "behaviour": _behaviour(programme, least),
        "plans": _plans(programme, least),
    }


def _reaction(programme: Programme, at: datetime) -> Told:
    found = programme_reaction(programme, at=at)
    return {
        "mean": found.mean, "best": BEST_REACTION, "n": found.sheets, "batches": found.batches,
        "left_out": found.left_out, "basis": _both(REACTION),
    }  # fmt: skip


def _learning(programme: Programme, least: int) -> Told:
    found = programme_gain(programme)
    told = found.paired >= least
    figures = {
        "mean": found.difference.mean, "low": found.difference.low, "high": found.difference.high,
        "before": found.mean_pre, "after": found.mean_post, "normalised": found.class_normalised,
    }  # fmt: skip
    shown = {name: value if told else None for name, value in figures.items()}
    return shown | {"best": BEST, "n": found.paired, "left_out": found.left_out, "basis": _both(LEARNING)}


def _behaviour(programme: Programme, least: int) -> Told:
    """Return both sides; a batch in which too few were rated adds nothing, so that nothing of it can be read."""
    rated = BehaviourRating.objects.filter(check_of__enrolment__batch__programme=programme, score__isnull=False)
    rows = rated.values_list("check_of__side", "check_of__enrolment__batch", "check_of").annotate(mean=Avg("score"))
    means: dict[str, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    for side, batch, _check, mean in rows.order_by():
        means[side][batch].append(float(mean))
    asked = Enrolment.objects.filter(took_part(), batch__programme=programme, state=EnrolmentState.ENROLLED).count()
    sides: Told = {side.value: _share(means[side.value], least) for side in Side}
    return sides | {"asked": asked, "basis": _both(BEHAVIOUR)}


def _share(by_batch: Mapping[int, list[float]], least: int) -> Told:
    shown = [mean for means in by_batch.values() if len(means) >= least for mean in means]
    answered = sum(len(means) for means in by_batch.values())
    return {"share": fmean(mean >= SUFFICIENT for mean in shown) if shown else None, "n": len(shown) or answered}


def _plans(programme: Programme, least: int) -> Told:
    checks = ActionCheck.objects.filter(item__plan__enrolment__batch__programme=programme)
    last: dict[int, tuple[bool, int, str]] = {}
    people: set[int] = set()
    for item, seat, side, day, finding in checks.values_list("item", "item__plan__enrolment", "side", "day", "finding"):
        people.add(seat)
        last[item] = max(last.get(item, (False, 0, "")), (side == Side.SUPERIOR, day, finding))
    kept = sum(finding == Finding.MET for _led, _day, finding in last.values())
    told = len(people) >= least
    return {
        "share": kept / len(last) if told else None, "kept": kept if told else None, "items": len(last),
        "n": len(people), "basis": _both(PLANS),
    }  # fmt: skip


def _both(text: Text) -> dict[str, str]:
    return {"id": text.id, "en": text.en}


def measured_on(levels: Mapping[str, object]) -> date | None:
    """Return the day of a snapshot; None of a run that has none."""
    told = levels.get("on")
    return date.fromisoformat(str(told)) if told else None
