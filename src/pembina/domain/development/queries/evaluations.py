"""The first two levels of evaluation side by side: of the batches of a programme, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Avg, Count, Q, QuerySet

from pembina.core.learning import BatchGain, Scores, batch_gain
from pembina.domain.development.enums import AttendanceStatus, EnrolmentState, SessionState, TestMoment
from pembina.domain.development.models import (
    Batch,
    Enrolment,
    Programme,
    Reaction,
    ReactionGiven,
    Session,
    TestAttempt,
)
from pembina.domain.development.models.learning_tests import BEST
from pembina.domain.development.queries.reactions import OPEN_AFTER
from pembina.domain.development.reaction_items import BATCH_ITEMS, LEAST_SHOWN


@dataclass(frozen=True, slots=True)
class BatchFigures:
    """A batch at the first two levels; `reaction` is the mean of the items about the whole batch, 1-4."""

    batch: Batch
    seats: int
    attended: int
    answered: int
    reaction: float | None
    gain: BatchGain


@dataclass(frozen=True, slots=True)
class ProgrammeReaction:
    """What those thought who answered in all batches together, 1-4.

    `mean` is None without a batch that tells its own; batches that may not tell theirs are left out and counted.
    """

    mean: float | None
    sheets: int
    batches: int
    left_out: int


def batch_figures(programme: Programme, *, at: datetime) -> list[BatchFigures]:
    """Return the figures of each batch of a programme, the first one first; reactions once they are closed."""
    batches = list(Batch.objects.filter(programme=programme).order_by("opens_on", "pk"))
    seats = _by_batch(_seats(programme), "batch")
    attended = _by_batch(_seats(programme).filter(attendances__status=AttendanceStatus.PRESENT).distinct(), "batch")
    answered = _by_batch(ReactionGiven.objects.filter(enrolment__batch__programme=programme), "enrolment__batch")
    reactions = _reactions(programme, at=at)
    scores = _scores(programme)
    return [
        BatchFigures(
            batch, seats.get(batch.pk, 0), attended.get(batch.pk, 0), answered.get(batch.pk, 0),
            reactions[batch.pk][0] if batch.pk in reactions else None, batch_gain(scores[batch.pk], highest=BEST),
        )
        for batch in batches
    ]  # fmt: skip


def programme_gain(programme: Programme) -> BatchGain:
    """Return what everybody of a programme gained who took both tests of the own batch."""
    together = {f"{batch}-{seat}": each for batch, told in _scores(programme).items() for seat, each in told.items()}
    return batch_gain(together, highest=BEST)


def programme_reaction(programme: Programme, *, at: datetime) -> ProgrammeReaction:
    """Return the mean over the batches that tell one; with the others taken off, nothing of these could be read."""
    told = _reactions(programme, at=at)
    asked = Reaction.objects.filter(batch__programme=programme).values("batch").distinct().count()
    sheets = sum(each for _mean, each in told.values())
    mean = sum(mean * each for mean, each in told.values()) / sheets if sheets else None
    return ProgrammeReaction(mean, sheets, len(told), asked - len(told))


def _seats(programme: Programme) -> QuerySet[Enrolment]:
    return Enrolment.objects.filter(batch__programme=programme, state=EnrolmentState.ENROLLED)


def _by_batch(found: QuerySet, field: str) -> dict[int, int]:  # type: ignore[type-arg]
    return dict(found.values_list(field).annotate(number=Count("pk", distinct=True)).order_by())


def _reactions(programme: Programme, *, at: datetime) -> dict[int, tuple[float, int]]:
    """Return the mean and the number of sheets of the batches that may tell one."""
    planned = Session.objects.filter(batch__programme=programme, state=SessionState.PLANNED)
    taking = planned.filter(ends_at__gte=at - OPEN_AFTER).values("batch")
    whole = Q(session__isnull=True, item__in=list(BATCH_ITEMS))
    found = Reaction.objects.filter(whole, batch__programme=programme).exclude(batch__in=taking).values("batch")
    rows = found.annotate(mean=Avg("score"), answers=Count("pk")).order_by()
    # Everybody answers every item, so this many rows are as many sheets.
    return {
        row["batch"]: (row["mean"], row["answers"] // len(BATCH_ITEMS))
        for row in rows
        if row["answers"] >= LEAST_SHOWN * len(BATCH_ITEMS)
    }


def _scores(programme: Programme) -> Mapping[int, dict[str, Scores]]:
    found: dict[int, dict[str, object]] = defaultdict(dict)
    attempts = TestAttempt.objects.filter(test__batch__programme=programme)
    for seat, moment, score in attempts.values_list("enrolment", "test__moment", "score"):
        found[seat][moment] = score
    told: dict[int, dict[str, Scores]] = defaultdict(dict)
    for seat, batch in _seats(programme).values_list("pk", "batch"):
        before, after = (found[seat].get(moment.value) for moment in (TestMoment.BEFORE, TestMoment.AFTER))
        told[batch][str(seat)] = Scores(before, after)  # type: ignore[arg-type]
    return told
