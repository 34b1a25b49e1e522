"""What the ratings of a programme say together, without a name: by batch, and for all its batches.

No mean is shown of fewer people than `follow_up().smallest_group`; nor one for all batches from which such a hidden
one could be computed. Who did not answer, or could not judge, is counted and left out, never filled in.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from pembina.core.learning.gain import BatchGain, Scores, batch_gain
from pembina.core.learning.paired import PairedDifference, paired_difference
from pembina.core.rules.training_follow_up import Window, follow_up
from pembina.domain.development.enums import EnrolmentState
from pembina.domain.development.follow_up_enums import RatingMoment, Side
from pembina.domain.development.models import (
    Batch,
    BehaviourCheck,
    BehaviourRating,
    CompetenceRating,
    CompetenceUnit,
    Enrolment,
)
from pembina.domain.development.models.ratings import ASPECTS, HIGHEST, LOWEST
from pembina.domain.development.queries.follow_up_tasks import took_part
from pembina.domain.development.queries.training_days import training_days

# By seat: what the participant and the superior said.
Pairs = Mapping[int, Mapping[Side, int]]


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean with its interval; `found` is None where it may not be shown, and `n` says of how many it would be."""

    n: int
    found: PairedDifference | None


@dataclass(frozen=True, slots=True)
class StatementFigures:
    """One statement: both sides, and the difference self less superior of those seen by both."""

    text: str
    of_self: Figure
    of_superior: Figure
    difference: Figure


@dataclass(frozen=True, slots=True)
class BehaviourGroup:
    """One batch, or all of one version of a course (`batch` is None); `window` is when behaviour is looked at."""

    batch: Batch | None
    title: str
    window: Window | None
    asked: int
    answered: Mapping[Side, int]
    late: int
    statements: tuple[StatementFigures, ...]


@dataclass(frozen=True, slots=True)
class AspectGain:
    """What one side saw change in one aspect; `gain` is None where fewer than allowed were rated twice."""

    aspect: str
    side: Side
    paired: int
    once: int
    gain: BatchGain | None


@dataclass(frozen=True, slots=True)
class CompetenceGroup:
    """One batch with knowledge, skill and attitude before and after."""

    batch: Batch
    asked: int
    aspects: tuple[AspectGain, ...]


def behaviour_summary(batches: QuerySet[Batch], *, on: date) -> list[BehaviourGroup]:
    """Return the batches by title, and for each version taught in several of them their sum first."""
    least = follow_up(on=on).smallest_group
    read = _Read(batches, on)
    groups: list[BehaviourGroup] = []
    for version in dict.fromkeys(batch.version_id for batch in read.batches):
        same = [batch for batch in read.batches if batch.version_id == version]
        each = [read.group([batch], least, batch) for batch in same]
        if len(same) > 1:
            groups.append(read.group(same, least, None, parts=[group.statements for group in each]))
        groups += each
    return groups


def competence_summary(batches: QuerySet[Batch], *, on: date) -> list[CompetenceGroup]:
    """Return the batches by title with the paired gain of each aspect as each side saw it."""
    least = follow_up(on=on).smallest_group
    seats = _seats(batches)
    told: dict[tuple[int, str], dict[str, CompetenceRating]] = defaultdict(dict)
    for rating in CompetenceRating.objects.filter(enrolment__batch__in=batches):
        told[rating.enrolment_id, rating.side][rating.moment] = rating
    return [
        CompetenceGroup(
            batch,
            len(seats[batch.pk]),
            tuple(_aspect(seats[batch.pk], told, aspect, side, least) for aspect in ASPECTS for side in Side),
        )
        for batch in _by_title(batches)
    ]


def statement_of(unit: CompetenceUnit) -> str:
    """Return what is rated: the statement that was worded, else the title of the competence unit."""
    worded = getattr(unit, "behaviour", None)
    return worded.text if worded else unit.title


class _Read:
    """All ratings of behaviour in some batches, read at once."""

    def __init__(self, batches: QuerySet[Batch], on: date) -> None:
        self.batches = _by_title(batches)
        self.days = training_days(batches, on=on)
        self.seats = _seats(batches)
        self.handed_in = self._read_checks(batches)
        self.units: dict[int, list[CompetenceUnit]] = defaultdict(list)
        for unit in CompetenceUnit.objects.filter(version__batches__in=batches).distinct().select_related("behaviour"):
            self.units[unit.version_id].append(unit)
        self.scores: dict[int, dict[int, dict[Side, int]]] = defaultdict(lambda: defaultdict(dict))
        rated = BehaviourRating.objects.filter(check_of__enrolment__batch__in=batches, score__isnull=False)
        for rating in rated.select_related("check_of"):
            if rating.score is not None:
                self.scores[rating.unit_id][rating.check_of.enrolment_id][Side(rating.check_of.side)] = rating.score

    def group(
        self, batches: Sequence[Batch], least: int, batch: Batch | None,
        parts: Sequence[tuple[StatementFigures, ...]] = (),
    ) -> BehaviourGroup:  # fmt: skip
        """Return what was said in some batches of one version; `parts` are those shown beside it."""
        seats = [seat for one in batches for seat in self.seats[one.pk]]
        answered = {side: sum(1 for seat in seats if (seat, side) in self.handed_in) for side in Side}
        days = self.days.get(batches[0].pk) if batch else None
        return BehaviourGroup(
            batch=batch,
            title=batch.title if batch else "",
            window=days.behaviour if days else None,
            asked=len(seats),
            answered=answered,
            late=sum(1 for seat in seats for side in Side if self.handed_in.get((seat, side))),
            statements=tuple(
                self._statement(unit, seats, least, [part[place] for part in parts])
                for place, unit in enumerate(self.units[batches[0].version_id])
            ),
        )

    def _statement(
        self, unit: CompetenceUnit, seats: Iterable[int], least: int, parts: list[StatementFigures]
    ) -> StatementFigures:
        said = [self.scores[unit.pk][seat] for seat in seats if seat in self.scores[unit.pk]]
        both = [float(each[Side.SELF] - each[Side.SUPERIOR]) for each in said if len(each) == len(Side)]
        own, led = ([float(each[side]) for each in said if side in each] for side in Side)
        return StatementFigures(
            text=statement_of(unit),
            of_self=_figure(own, least, _hidden(parts, lambda part: part.of_self)),
            of_superior=_figure(led, least, _hidden(parts, lambda part: part.of_superior)),
            difference=_figure(both, least, _hidden(parts, lambda part: part.difference)),
        )

    def _read_checks(self, batches: QuerySet[Batch]) -> dict[tuple[int, Side], bool]:
        checks = BehaviourCheck.objects.filter(enrolment__batch__in=batches)
        return {(seat, Side(side)): late for seat, side, late in checks.values_list("enrolment", "side", "is_late")}


def _figure(values: Sequence[float], least: int, hidden: int) -> Figure:
    """Return a mean, unless it is of too few, or what is hidden beside it could be taken off it."""
    shown = len(values) >= least and not 0 < hidden < least
    return Figure(len(values), paired_difference(values) if shown else None)


def _hidden(parts: Iterable[StatementFigures], pick: Callable[[StatementFigures], Figure]) -> int:
    return sum(pick(part).n for part in parts if pick(part).found is None)


def _aspect(
    seats: Iterable[int], told: Mapping[tuple[int, str], Mapping[str, CompetenceRating]], aspect: str, side: Side,
    least: int,
) -> AspectGain:  # fmt: skip
    scores = {
        str(seat): Scores(
            pre=_score(told.get((seat, side), {}).get(RatingMoment.BEFORE), aspect),
            post=_score(told.get((seat, side), {}).get(RatingMoment.AFTER), aspect),
        )
        for seat in seats
    }
    gain = batch_gain(scores, highest=float(HIGHEST), lowest=float(LOWEST))
    return AspectGain(aspect, side, gain.paired, gain.left_out, gain if gain.paired >= least else None)


def _score(rating: CompetenceRating | None, aspect: str) -> float | None:
    score = getattr(rating, aspect, None)
    return None if score is None else float(score)


def _seats(batches: QuerySet[Batch]) -> Mapping[int, list[int]]:
    """Return the seats that were asked, by the number of the batch."""
    found: dict[int, list[int]] = defaultdict(list)
    asked = Enrolment.objects.filter(took_part(), batch__in=batches, state=EnrolmentState.ENROLLED)
    for batch, seat in asked.order_by("pk").values_list("batch", "pk"):
        found[batch].append(seat)
    return found


def _by_title(batches: QuerySet[Batch]) -> list[Batch]:
    return list(batches.order_by("title", "pk"))
