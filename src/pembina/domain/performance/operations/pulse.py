"""A round of the pulse is opened, answered without a trace to anybody, and published once."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from django.utils import timezone

from pembina.core.rules.group_privacy import Group, published_cuts
from pembina.domain.access.audit import Touched, one_event, record, record_many
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.models import Unit
from pembina.domain.people.permissions import units_reached_by
from pembina.domain.performance import pulse_refusals as refusals
from pembina.domain.performance.letters import Occasion, between, tell
from pembina.domain.performance.models import PulseFigure, PulseInvitation, PulseRound, PulseTally
from pembina.domain.performance.models.pulse import HIGHEST, LOWEST, MOST_STATEMENTS
from pembina.domain.performance.pulse_invitees import invitees_of

LOT = 2_000
# A mean at the end of the scale would tell what every single one has answered.
HIGHEST_MEAN, LOWEST_MEAN = Decimal("3.8"), Decimal("1.2")


@dataclass(frozen=True, slots=True)
class RoundWish:
    """A round to be opened."""

    title: str
    statements: Sequence[str]
    opens_on: date
    closes_on: date
    units: Collection[Unit]


def open_pulse(*, wish: RoundWish, by: User, at: datetime) -> PulseRound:
    """Open a round in units that the actor looks after, and invite everybody whom it reaches.

    Raises ``RoundUnitsError``, and what `begin_round` raises.
    """
    numbers = {unit.pk for unit in wish.units}
    reached = units_reached_by(by, Permission.MANAGE_STAFF, on=timezone.localdate(at)).filter(pk__in=numbers).count()
    if not numbers or reached < len(numbers):
        raise refusals.RoundUnitsError
    return begin_round(wish=wish, by=by, at=at)


def begin_round(*, wish: RoundWish, by: User, at: datetime) -> PulseRound:
    """Write a round and its invitations, wherever its units are.

    Raises ``StatementsError``, ``RoundDaysError``, ``NobodyInvitedError``.
    """
    on = timezone.localdate(at)
    statements = [each.strip() for each in wish.statements if each.strip()]
    if not 1 <= len(statements) <= MOST_STATEMENTS or len(set(statements)) < len(statements):
        raise refusals.StatementsError(MOST_STATEMENTS)
    if wish.closes_on < wish.opens_on or wish.closes_on < on:
        raise refusals.RoundDaysError
    with one_event():
        made = PulseRound.objects.create(
            title=wish.title.strip(), statements=statements, opens_on=wish.opens_on, closes_on=wish.closes_on,
            made_by=by, made_at=at,
        )  # fmt: skip
        made.units.set(wish.units)
        _invite(made, on=on)
        record("open_pulse", on=made, by=by, at=at, created=True)
        invited = made.invitations.order_by().values_list("rater", flat=True).distinct()
        tell(Occasion.PULSE_OPENED, invited, more=between(made.opens_on, made.closes_on))
    return made


def answer_pulse(*, invitation: PulseInvitation, answers: Sequence[int | None], by: User, at: datetime) -> None:
    """Add what somebody answers to the counts, and say apart from them that it was done; None is "do not know".

    Raises ``NotInvitedError``, ``PulseAnsweredError``, ``PulseClosedError``, ``PulseIncompleteError``.
    """
    with one_event():
        invitations = PulseInvitation.objects.select_for_update(of=("self",)).select_related("round", "rater")
        kept = invitations.get(pk=invitation.pk)
        if kept.rater.nip != by.username:
            raise refusals.NotInvitedError
        if kept.is_answered:
            raise refusals.PulseAnsweredError
        asked, on = kept.round, timezone.localdate(at)
        if asked.released_at is not None or not asked.opens_on <= on <= asked.closes_on:
            raise refusals.PulseClosedError(asked.opens_on, asked.closes_on)
        in_range = all(said is None or LOWEST <= said <= HIGHEST for said in answers)
        if len(answers) != len(asked.statements) or not in_range:
            raise refusals.PulseIncompleteError
        tally = PulseTally.objects.select_for_update().get(round=asked, leader=kept.leader_id, part=kept.part)
        for counts, said in zip(tally.counts, answers, strict=True):
            if said is not None:
                counts[said - LOWEST] += 1
        tally.save(update_fields=["counts"])
        PulseInvitation.objects.filter(pk=kept.pk).update(is_answered=True)
        # Of nobody, also where a page writes it: in the order of the trail, names would lead to the counts.
        record_many("answer_pulse", subjects=[Touched(asked)], by=None, at=at)


def release_pulse(*, round_: PulseRound, by: User, at: datetime) -> None:
    """Publish what a round found, once, and destroy the counts it was reckoned from.

    Raises ``ReleasedError``, ``NotYetOverError``.
    """
    with one_event():
        kept = PulseRound.objects.select_for_update(of=("self",)).get(pk=round_.pk)
        if kept.released_at is not None:
            raise refusals.ReleasedError
        if timezone.localdate(at) <= kept.closes_on:
            raise refusals.NotYetOverError(kept.closes_on)
        tallies = list(PulseTally.objects.filter(round=kept))
        on, numbers = timezone.localdate(at), range(len(kept.statements))
        figures = [figure for number in numbers for figure in _figures(kept, number, tallies, on=on)]
        PulseFigure.objects.bulk_create(figures, batch_size=LOT)
        PulseTally.objects.filter(round=kept).delete()
        kept.released_by, kept.released_at = by, at
        kept.save(update_fields=["released_by", "released_at"])
        record("release_pulse", on=kept, by=by, at=at, changes={"released_at": ("", at.isoformat())})


def _invite(made: PulseRound, *, on: date) -> None:
    found = invitees_of(made.units.all(), on=on)
    if not found.asked:
        raise refusals.NobodyInvitedError
    PulseInvitation.objects.bulk_create(
        (
            PulseInvitation(round=made, rater_id=rater, leader_id=leader, part=part)
            for rater, leader, part in found.asked
        ),
        batch_size=LOT,
    )
    empty = [[0] * (HIGHEST - LOWEST + 1) for _each in made.statements]
    parts = sorted({(each.leader, each.part) for each in found.asked})
    PulseTally.objects.bulk_create(
        (
            PulseTally(round=made, leader_id=leader, office_id=found.offices[leader], part=part, counts=empty)
            for leader, part in parts
        ),
        batch_size=LOT,
    )


# From below.
LEVELS = ("part", "leader", "office", "all")


class _Cut(NamedTuple):
    """One place in the tree of cuts, by its level."""

    kind: str
    about: int = 0
    part: str = ""


_ALL = _Cut("all")


def _figures(round_: PulseRound, number: int, tallies: Sequence[PulseTally], *, on: date) -> Iterator[PulseFigure]:
    """Yield what may be published of one statement."""
    counts: dict[_Cut, list[int]] = defaultdict(lambda: [0] * (HIGHEST - LOWEST + 1))
    within: dict[_Cut, _Cut | None] = {_ALL: None}
    for tally in tallies:
        leader, office = _Cut("leader", tally.leader_id), _Cut("office", tally.office_id)
        part = _Cut("part", tally.leader_id, tally.part)
        within |= {part: leader, leader: office, office: _ALL}
        for cut in (part, leader, office, _ALL):
            counts[cut] = [one + other for one, other in zip(counts[cut], tally.counts[number], strict=True)]
    groups = [Group(cut, sum(counts[cut]), above, cut.kind == "part") for cut, above in within.items()]
    published = published_cuts(groups=groups, on=on).keys
    totals = _totals(counts, within, published)
    for cut in within:
        if cut in published:
            yield _figure(round_, number, cut, sum(counts[cut]), totals[cut])


def _totals(
    counts: Mapping[_Cut, Sequence[int]], within: Mapping[_Cut, _Cut | None], published: Collection[Hashable]
) -> dict[_Cut, Decimal]:
    """Return the sum of answers in each cut, from below, with what is published kept off the ends of the scale.

    What is around a cut is reckoned from what was kept so: else the difference would tell what was held back.
    """
    totals: dict[_Cut, Decimal] = defaultdict(Decimal)
    for cut in sorted(within, key=lambda each: LEVELS.index(each.kind)):
        if cut.kind == LEVELS[0]:
            totals[cut] = Decimal(sum(score * count for score, count in enumerate(counts[cut], start=LOWEST)))
        if cut in published:
            answers = sum(counts[cut])
            totals[cut] = min(max(totals[cut], LOWEST_MEAN * answers), HIGHEST_MEAN * answers)
        above = within[cut]
        if above is not None:
            totals[above] += totals[cut]
    return totals


def _figure(round_: PulseRound, number: int, cut: _Cut, answers: int, total: Decimal) -> PulseFigure:
    mean = (total / answers).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return PulseFigure(
        round=round_, statement=number, answers=answers, mean=mean,
        leader_id=cut.about if cut.kind in ("leader", "part") else None,
        office_id=cut.about if cut.kind == "office" else None, part=cut.part,
    )  # fmt: skip
