"""Summaries name nobody and show no mean of fewer than four; what is due and late follows from the days."""

from datetime import timedelta

import pytest

from domain.development.following import plan_of
from pembina.domain.development.enums import AttendanceMeans, AttendanceStatus
from pembina.domain.development.follow_up_enums import PlanState, RatingMoment, Side
from pembina.domain.development.models import (
    Attendance,
    Batch,
    BehaviourCheck,
    BehaviourRating,
    CompetenceRating,
    Enrolment,
)
from pembina.domain.development.queries.follow_up_late import Late, late_by_unit, late_seats, with_unit
from pembina.domain.development.queries.follow_up_summary import behaviour_summary, competence_summary
from pembina.domain.development.queries.follow_up_tasks import TaskKind, rating_tasks, unplanned
from pembina.domain.people.enums import LegalPosition

pytestmark = pytest.mark.django_db


def seats_in(following, number, batch=None):
    training = following.training
    return [training.enrol(training.person(superior=following.head), batch=batch) for _ in range(number)]


def behave(following, seat, score, side=Side.SELF):
    check = BehaviourCheck.objects.create(
        enrolment=seat, side=side, handed_in_by=following.sari, handed_in_at=following.at
    )
    for unit in following.training.version.units.all():
        BehaviourRating.objects.create(check_of=check, unit=unit, score=score)


def of_programme(following):
    return behaviour_summary(Batch.objects.filter(programme=following.training.programme), on=following.today)


def test_behaviour_of_four_has_a_mean_with_its_interval_and_of_three_none(following):
    seats = [following.seat, *seats_in(following, 4)]
    for seat, score in zip(seats, (2, 3, 3, 4), strict=False):
        behave(following, seat, score)
    for seat in seats[:3]:
        behave(following, seat, 2, Side.SUPERIOR)
    group = of_programme(following)[0]
    assert (group.asked, dict(group.answered)) == (5, {Side.SELF: 4, Side.SUPERIOR: 3})
    first = group.statements[0]
    assert (first.of_self.n, first.of_self.found.mean) == (4, 3.0)
    # t(0.975, 3) = 3.1824; deviation sqrt(2/3) over sqrt(4).
    assert first.of_self.found.high == pytest.approx(3 + 3.1824463 * (2 / 3) ** 0.5 / 2, abs=1e-6)
    assert (first.of_superior.n, first.of_superior.found, first.difference.found) == (3, None, None)


def test_a_sum_does_not_give_away_what_its_parts_hide(following):
    small = following.training.group("Angkatan 2")
    for seat in [following.seat, *seats_in(following, 4), *seats_in(following, 3, small)]:
        behave(following, seat, 3)
    total, *parts = of_programme(following)
    assert [(group.title, group.statements[0].of_self.n) for group in parts] == [
        (following.training.batch.title, 5), (small.title, 3),
    ]  # fmt: skip
    assert parts[1].statements[0].of_self.found is None
    assert (total.batch, total.statements[0].of_self.n, total.statements[0].of_self.found) == (None, 8, None)
    behave(following, seats_in(following, 1, small)[0], 3)
    assert of_programme(following)[0].statements[0].of_self.found.mean == 3.0


def test_who_could_not_judge_is_left_out(following):
    for seat in [following.seat, *seats_in(following, 3)]:
        behave(following, seat, None)
    group = of_programme(following)[0]
    assert (group.answered[Side.SELF], group.statements[0].of_self.n) == (4, 0)


def rate(following, seat, moment, score, side=Side.SELF):
    CompetenceRating.objects.create(
        enrolment=seat, moment=moment, side=side, knowledge=score, skill=score, rated_by=following.sari,
        rated_at=following.at,
    )  # fmt: skip


def test_competence_is_compared_pair_by_pair(following):
    seats = [following.seat, *seats_in(following, 4)]
    for seat, after in zip(seats, (3, 3, 4, 4), strict=False):
        rate(following, seat, RatingMoment.BEFORE, 2)
        rate(following, seat, RatingMoment.AFTER, after)
    rate(following, seats[4], RatingMoment.AFTER, 5)
    group = competence_summary(Batch.objects.all(), on=following.today)[0]
    found = {(each.aspect, each.side): each for each in group.aspects}
    knowledge = found["knowledge", Side.SELF]
    assert (knowledge.paired, knowledge.once, knowledge.gain.difference.mean) == (4, 1, 1.5)
    assert (found["attitude", Side.SELF].paired, found["attitude", Side.SELF].gain) == (0, None)
    assert found["knowledge", Side.SUPERIOR].gain is None


def kinds(following, days, side=Side.SELF):
    at = following.at + timedelta(days=days)
    return {task.kind for task in rating_tasks(Enrolment.objects.all(), side, at=at, on=at.date())}


def test_ratings_wait_from_their_day_on_until_they_are_given(following):
    opens = {-2: {TaskKind.BEFORE}, 0: {TaskKind.AFTER}, 58: {TaskKind.AFTER}, 59: set(), 200: {TaskKind.BEHAVIOUR}}
    assert {days: kinds(following, days) for days in opens} == opens
    behave(following, following.seat, 3)
    assert [kinds(following, 200, side) for side in Side] == [set(), {TaskKind.BEHAVIOUR}]


def test_after_its_time_a_rating_is_asked_for_where_it_completes_a_pair(following):
    rate(following, following.seat, RatingMoment.BEFORE, 2)
    assert [kinds(following, 100, side) for side in Side] == [{TaskKind.AFTER}, set()]


def test_who_stayed_away_every_time_owes_nothing(following):
    assert unplanned(Enrolment.objects.all(), at=following.at, on=following.today).count() == 1
    Attendance.objects.create(
        session=following.training.batch.sessions.get(), enrolment=following.seat, status=AttendanceStatus.ABSENT,
        means=AttendanceMeans.LIST, received_at=following.at,
    )  # fmt: skip
    assert not unplanned(Enrolment.objects.all(), at=following.at, on=following.today).exists()
    assert not kinds(following, 200)


def late(following, days):
    at = following.at + timedelta(days=days)
    found = late_by_unit(at=at, on=at.date())
    return {each.unit: {kind: count for kind, count in each.counts.items() if count} for each in found}


def test_lateness_is_counted_by_unit(following):
    office = following.training.office
    assert late(following, 14) == {office: {Late.NO_PLAN: 1}}
    assert late(following, 13) == {}
    plan = plan_of(
        following.seat, superior=following.budi, state=PlanState.SENT, counts_from=following.last_day, at=following.at
    )
    assert late(following, 8) == {office: {Late.DECISION: 1}}
    plan.state, plan.decided_by, plan.decided_at = PlanState.RUNNING, following.budi, following.at
    plan.save()
    assert late(following, 200) == {office: {Late.OWN_CHECK: 1, Late.LEADER_CHECK: 1}}
    assert late(following, 250)[office].keys() == set(Late) - {Late.NO_PLAN, Late.DECISION}


def test_who_left_the_service_is_late_with_nothing(following):
    following.participant.legal_position = LegalPosition.RETIRED
    following.participant.save()
    assert late(following, 14) == {}


def test_the_queries_do_not_grow_with_the_people(following, django_assert_num_queries):
    def asked():
        at = following.at + timedelta(days=250)
        late_by_unit(at=at, on=at.date())
        for _kind, seats in late_seats(at=at, on=at.date()):
            list(with_unit(seats, on=at.date()))
        rating_tasks(Enrolment.objects.all(), Side.SUPERIOR, at=at, on=at.date())
        of_programme(following)
        competence_summary(Batch.objects.all(), on=following.today)

    with django_assert_num_queries(27):
        asked()
    for seat in seats_in(following, 12):
        plan_of(seat, superior=following.budi, counts_from=following.last_day, at=following.at, items=2)
        behave(following, seat, 3)
        rate(following, seat, RatingMoment.BEFORE, 2)
    with django_assert_num_queries(27):
        asked()
