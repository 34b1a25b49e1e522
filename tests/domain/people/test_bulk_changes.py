"""Many people changed at once: previewed, done in a handful of statements, and taken back exactly."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from domain.people.conftest import BEGAN, NOON, TODAY
from pembina.domain.access.audit import events_on
from pembina.domain.access.models import RoleGrant, User
from pembina.domain.access.roles import HUMAN_RESOURCES
from pembina.domain.people.bulk import (
    Wish,
    apply_bulk_change,
    choose_people,
    describe_bulk_change,
    plan_of,
    undo_bulk_change,
)
from pembina.domain.people.enums import AssignmentKind, BulkKind
from pembina.domain.people.models import Assignment, BulkChange
from pembina.domain.people.operations import change_superior
from pembina.domain.people.queries import history_of, main_assignments
from pembina.domain.people.refusals import (
    BeganThenError,
    FollowedError,
    NoAssignmentError,
    NobodyChosenError,
    NothingChangesError,
    NotReadyError,
    OutOfReachError,
    OwnSuperiorError,
    SuggestionMissingError,
    TooManyChosenError,
    UnitClosedError,
)
from pembina.domain.people.stewardship import posts_kept_by

DAY = date(2026, 11, 1)
EVE = DAY - timedelta(days=1)


@pytest.fixture
def office(unit):
    return unit("1")


@pytest.fixture
def staff(civil_servant, put, office):
    """Three in the office, under nobody yet."""
    people = [civil_servant(name=name) for name in ("Ana", "Bima", "Cici")]
    for person in people:
        put(person, office)
    return people


@pytest.fixture
def change(staff, rina):
    return choose_people(people=[person.pk for person in staff], by=rina, at=NOON)


def wish(kind=BulkKind.SUPERIOR, day=DAY, **more):
    return Wish(kind=kind, day=day, **more)


def do(change, wanted, rina):
    describe_bulk_change(change=change, wish=wanted, by=rina, at=NOON)
    return apply_bulk_change(change=change, by=rina, at=NOON)


def held(person):
    return main_assignments(TODAY).get(person=person)


def snapshot():
    return list(Assignment.objects.order_by("pk").values_list())


def test_a_preview_changes_nothing_and_tells_why_not(change, staff, rina):
    ana, bima, _ = staff
    before = snapshot()
    plan = plan_of(change, wish(superior=ana), by=rina, on=TODAY)
    assert [type(planned.refusal) for planned in plan.people] == [OwnSuperiorError, type(None), type(None)]
    assert plan.people[1].after.superior == ana
    assert plan.people[1].before.superior is None
    assert snapshot() == before
    assert bima in [planned.person for planned in plan.possible]


def test_a_new_superior_for_all_but_oneself(change, staff, rina):
    ana, bima, cici = staff
    done = do(change, wish(superior=ana, reason="SK 1"), rina)
    assert [held(person).superior for person in staff] == [None, ana, ana]
    assert [(row.starts_on, row.ends_on) for row in history_of(cici)] == [(DAY, None), (BEGAN, EVE)]
    event = events_on(held(bima))[0]
    assert (event.operation, event.actor, event.why) == ("change_superior", rina, "SK 1")
    assert event.changes == {"superior": ["", ana.nip]}
    assert events_on(done)[0].operation == "apply_bulk_change"


def test_all_move_to_another_unit_and_keep_their_superior(change, staff, unit, rina):
    other = unit("2")
    do(change, wish(BulkKind.TRANSFER, unit=other), rina)
    assert {held(person).unit for person in staff} == {other}


def test_an_end_has_nothing_after_it(change, staff, rina):
    do(change, wish(BulkKind.END, day=EVE, reason="Pensiun"), rina)
    assert not main_assignments(TODAY).filter(person__in=staff).exists()
    assert {row.ends_on for row in Assignment.objects.all()} == {EVE}


@pytest.mark.parametrize(
    ("day", "refusal"),
    [(BEGAN, BeganThenError), (BEGAN - timedelta(days=1), NoAssignmentError)],
)
def test_days_that_cannot_be_are_refused_for_each(change, staff, rina, day, refusal):
    plan = plan_of(change, wish(day=day, superior=staff[0]), by=rina, on=TODAY)
    assert {type(planned.refusal) for planned in plan.people[1:]} == {refusal}
    with pytest.raises(NobodyChosenError):
        do(change, wish(day=day, superior=staff[0]), rina)


def test_what_is_so_already_is_left_alone(change, rina):
    plan = plan_of(change, wish(), by=rina, on=TODAY)
    assert {type(planned.refusal) for planned in plan.people} == {NothingChangesError}


def test_a_unit_that_is_missing_or_closed_is_refused_for_all(change, unit, rina):
    with pytest.raises(SuggestionMissingError):
        plan_of(change, wish(BulkKind.TRANSFER), by=rina, on=TODAY)
    with pytest.raises(UnitClosedError):
        plan_of(change, wish(BulkKind.TRANSFER, unit=unit("9", opened_on=TODAY)), by=rina, on=TODAY)


@pytest.mark.parametrize("kind", BulkKind.values)
def test_undoing_restores_every_row(change, staff, unit, civil_servant, rina, kind):
    before = snapshot()
    do(change, wish(BulkKind(kind), superior=civil_servant(name="Dodi"), unit=unit("2")), rina)
    assert snapshot() != before
    undo_bulk_change(change=change, by=rina, at=NOON)
    assert snapshot() == before
    change.refresh_from_db()
    assert (change.state, change.undone_at) == ("undone", NOON)


def test_what_was_changed_again_is_not_undone(change, staff, rina):
    ana, bima, _ = staff
    do(change, wish(superior=ana), rina)
    change_superior(assignment=held(bima), to=None, from_day=TODAY, by=rina, at=NOON)
    before = snapshot()
    with pytest.raises(FollowedError, match="Bima"):
        undo_bulk_change(change=change, by=rina, at=NOON)
    assert snapshot() == before


def test_an_end_is_not_undone_where_somebody_has_begun_anew(change, staff, put, office, rina):
    do(change, wish(BulkKind.END, day=EVE), rina)
    put(staff[2], office, starts_on=TODAY)
    with pytest.raises(FollowedError, match="Cici"):
        undo_bulk_change(change=change, by=rina, at=NOON)


def test_a_change_is_done_once_and_by_whoever_began_it(change, staff, rina, budi):
    with pytest.raises(NotReadyError):
        apply_bulk_change(change=change, by=rina, at=NOON)
    do(change, wish(superior=staff[0]), rina)
    with pytest.raises(NotReadyError):
        apply_bulk_change(change=change, by=rina, at=NOON)
    with pytest.raises(BulkChange.DoesNotExist):
        undo_bulk_change(change=change, by=budi, at=NOON)
    undo_bulk_change(change=change, by=rina, at=NOON)
    with pytest.raises(NotReadyError):
        undo_bulk_change(change=change, by=rina, at=NOON)


@pytest.fixture
def officer(dewi):
    """Return a function by which Dewi keeps the staff of one office from then on, and of no other."""

    def of(unit):
        RoleGrant.objects.filter(user=dewi).delete()
        RoleGrant.objects.create(user=dewi, role_code=HUMAN_RESOURCES.code, unit_id=unit.pk, starts_on=BEGAN)
        return User.objects.get(pk=dewi.pk)

    return of


@pytest.mark.parametrize("kind", [BulkKind.SUPERIOR, BulkKind.END])
def test_an_officer_who_went_to_another_office_undoes_nothing_in_the_former(staff, office, unit, officer, kind):
    here = officer(office)
    change = choose_people(people=[person.pk for person in staff], by=here, at=NOON)
    do(change, wish(kind, day=EVE, superior=staff[0]), here)
    before = snapshot()
    with pytest.raises(OutOfReachError, match=office.name):
        undo_bulk_change(change=change, by=officer(unit("2")), at=NOON)
    assert snapshot() == before
    undo_bulk_change(change=change, by=officer(office), at=NOON)


def test_a_second_position_gives_no_office_the_main_one_elsewhere(staff, put, unit, officer):
    other = unit("2")
    put(staff[0], other, kind=AssignmentKind.ADDITIONAL)
    here = officer(other)
    change = choose_people(people=[staff[0].pk], by=here, at=NOON)
    plan = plan_of(change, wish(BulkKind.END, day=EVE), by=here, on=TODAY)
    assert [type(planned.refusal) for planned in plan.people] == [OutOfReachError]
    assert {post.unit for post in posts_kept_by(here, on=TODAY)} == {other}


def test_nobody_and_too_many_are_refused(rina, sari, staff, civil_servant):
    for by, people in ((rina, []), (rina, [civil_servant(rina).pk]), (sari, [staff[0].pk])):
        with pytest.raises(NobodyChosenError):
            choose_people(people=people, by=by, at=NOON)
    with pytest.raises(TooManyChosenError, match="5001"):
        choose_people(people=range(5_001), by=rina, at=NOON)


def statements(change, wanted, rina):
    with CaptureQueriesContext(connection) as captured:
        do(change, wanted, rina)
    return len(captured)


def crowd(size, office, civil_servant, put, rina):
    """Return a change chosen for `size` people of their own."""
    people = [civil_servant(name=f"Orang {number}") for number in range(size)]
    for person in people:
        put(person, office)
    return choose_people(people=[person.pk for person in people], by=rina, at=NOON)


def test_fifty_people_take_as_many_statements_as_thirty(civil_servant, put, office, rina):
    """Both sizes leave a rest beside the full handfuls of rows that a bulk write sends, so the counts are equal."""
    head = civil_servant(name="Kepala")
    few, many = (crowd(size, office, civil_servant, put, rina) for size in (30, 50))
    assert statements(many, wish(superior=head), rina) == statements(few, wish(superior=head), rina) <= 40


@pytest.mark.parametrize("broken", [{"state": "done"}, {"kind": "magic"}, {"undone_at": NOON}], ids=str)
def test_the_database_refuses_what_skipped_the_operations(change, broken):
    with pytest.raises(IntegrityError), transaction.atomic():
        BulkChange.objects.filter(pk=change.pk).update(**broken)
