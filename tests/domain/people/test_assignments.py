"""Assignments and delegations: dated, and never two at a time where there can be one."""

from datetime import date, timedelta
from threading import Barrier, Thread

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from domain.people.conftest import BEGAN, NOON, TODAY
from pembina.domain.access.audit import events_on
from pembina.domain.people.enums import AssignmentKind, PositionKind, Sector, Status, UnitKind
from pembina.domain.people.models import Assignment, Delegation, Person, Unit
from pembina.domain.people.operations import change_superior, end_assignment, end_delegation, enrol_person
from pembina.domain.people.queries import history_of
from pembina.domain.people.refusals import DatesReversedError, NumberTakenError, OverlapError, OwnSuperiorError

END = date(2022, 12, 31)
NEXT = date(2023, 1, 1)


def test_the_day_after_the_last_is_free_and_the_last_is_not(unit, civil_servant, put):
    tono, office = civil_servant(), unit("1")
    put(tono, office, ends_on=END)
    with pytest.raises(OverlapError, match="1 Januari 2020"):
        put(tono, office, starts_on=END)
    put(tono, office, starts_on=NEXT)
    assert [assignment.starts_on for assignment in history_of(tono)] == [NEXT, BEGAN]


def test_an_additional_duty_may_run_beside_the_main_one(unit, civil_servant, put):
    tono, office = civil_servant(), unit("1")
    put(tono, office)
    put(tono, office, kind=AssignmentKind.ADDITIONAL)
    assert history_of(tono).count() == 2


def test_nobody_is_their_own_superior(unit, civil_servant, put):
    tono = civil_servant()
    with pytest.raises(OwnSuperiorError):
        put(tono, unit("1"), superior=tono)


def test_dates_in_the_wrong_order_are_refused(unit, civil_servant, put, lend):
    tono, office = civil_servant(), unit("1")
    with pytest.raises(DatesReversedError):
        put(tono, office, ends_on=BEGAN - timedelta(days=1))
    with pytest.raises(DatesReversedError):
        lend(tono, office, ends_on=TODAY - timedelta(days=1))


def test_a_new_superior_leaves_the_former_in_the_history(unit, civil_servant, put, rina):
    tono, first, second = civil_servant(), civil_servant(name="Ratna"), civil_servant(name="Wati")
    held = put(tono, unit("1"), superior=first)
    following = change_superior(assignment=held, to=second, from_day=NEXT, by=rina, at=NOON)
    spans = [(row.superior, row.starts_on, row.ends_on) for row in history_of(tono)]
    assert spans == [(second, NEXT, None), (first, BEGAN, END)]
    (event,) = events_on(following)
    assert (event.actor, event.changes) == (rina, {"superior": [first.nip, second.nip]})


def test_an_end_is_written_once_with_its_event(unit, civil_servant, put):
    held = put(civil_servant(), unit("1"))
    end_assignment(assignment=held, on=END, by=None, at=NOON)
    assert [event.operation for event in events_on(held)] == ["end_assignment", "assign"]
    with pytest.raises(DatesReversedError):
        end_assignment(assignment=held, on=NEXT, by=None, at=NOON)


def test_a_delegation_ends_early_but_never_late(unit, civil_servant, lend):
    lent = lend(civil_servant(), unit("1"), ends_on=TODAY + timedelta(days=9))
    with pytest.raises(DatesReversedError):
        end_delegation(delegation=lent, on=TODAY + timedelta(days=10), by=None, at=NOON)
    end_delegation(delegation=lent, on=TODAY, by=None, at=NOON)
    assert Delegation.objects.get().ends_on == TODAY


def test_a_nip_on_record_is_refused(civil_servant):
    tono = civil_servant()
    with pytest.raises(NumberTakenError, match=tono.nip):
        enrol_person(nip=tono.nip, name="Other", status=Status.PNS, on=TODAY, by=None, at=NOON)


def test_a_birth_date_that_differs_from_the_number_is_kept_and_remarked(db):
    known = {"nip": "198001012005011001", "name": "Tono", "status": Status.PNS, "birth_date": date(1980, 1, 2)}
    enrolled = enrol_person(**known, on=TODAY, by=None, at=NOON)
    assert enrolled.person.birth_date == date(1980, 1, 2)
    assert [finding.code for finding in enrolled.findings] == ["birth_date_differs"]


@pytest.mark.parametrize(
    ("starts_on", "ends_on"),
    [(END, None), (END, NEXT), (date(2019, 1, 1), BEGAN), (date(2021, 1, 1), date(2021, 2, 1))],
)
def test_the_database_refuses_an_overlap_that_skipped_the_operation(unit, civil_servant, put, starts_on, ends_on):
    tono, office = civil_servant(), unit("1")
    put(tono, office, ends_on=END)
    other = Assignment(
        person=tono, unit=office, position="X", position_kind="functional", starts_on=starts_on, ends_on=ends_on
    )
    with pytest.raises(DatabaseError, match="assignment_no_overlap"), transaction.atomic():
        Assignment.objects.bulk_create([other])


def test_the_database_refuses_an_overlap_made_by_an_update(unit, civil_servant, put):
    tono, office = civil_servant(), unit("1")
    put(tono, office, ends_on=END)
    second = put(tono, office, starts_on=NEXT)
    with pytest.raises(DatabaseError, match="assignment_no_overlap"), transaction.atomic():
        Assignment.objects.filter(pk=second.pk).update(starts_on=END)


def test_the_database_refuses_an_overlap_among_the_rows_of_one_statement(unit, civil_servant):
    tono, ani, office = civil_servant(), civil_servant(), unit("1")

    def row(person, starts_on, ends_on):
        return Assignment(
            person=person, unit=office, position="X", position_kind="functional", starts_on=starts_on, ends_on=ends_on
        )

    apart = [row(tono, BEGAN, END), row(ani, BEGAN, END), row(tono, NEXT, None)]
    with pytest.raises(DatabaseError, match="assignment_no_overlap"), transaction.atomic():
        Assignment.objects.bulk_create([*apart, row(ani, END, NEXT)])
    assert not Assignment.objects.exists()
    Assignment.objects.bulk_create(apart)
    with pytest.raises(DatabaseError, match="assignment_no_overlap"), transaction.atomic():
        Assignment.objects.update(ends_on=NEXT)


def test_the_database_refuses_oneself_as_superior_and_a_short_nip(unit, civil_servant, put):
    tono = civil_servant()
    held = put(tono, unit("1"))
    for write in (
        lambda: Assignment.objects.filter(pk=held.pk).update(superior=tono),
        lambda: Assignment.objects.filter(pk=held.pk).update(ends_on=date(2019, 1, 1)),
        lambda: Person.objects.filter(pk=tono.pk).update(nip="123"),
        lambda: Person.objects.filter(pk=tono.pk).update(rank="V/z"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            write()


def write_at_once(person, unit, barrier, outcomes, starts_on):
    """Write past the operation, at the same moment as another thread."""
    row = Assignment(person=person, unit=unit, position="X", position_kind="functional", starts_on=starts_on)
    row.ends_on = date(2024, 12, 31)
    try:
        with transaction.atomic():
            barrier.wait(timeout=10)
            row.save()
        outcomes.append("written")
    except DatabaseError:
        outcomes.append("refused")
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_of_two_writers_at_once_one_is_refused(transactional_db):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite has one writer at a time; the direct writes above are its proof")
    office = Unit.objects.create(
        code="1", name="A", kind=UnitKind.OFFICE, sector=Sector.GENERAL, opened_on=BEGAN, parent=None
    )
    tono = enrol_person(nip="198001012005011001", name="Tono", status=Status.PNS, on=TODAY, by=None, at=NOON).person
    barrier, outcomes = Barrier(2), []
    starts = [date(2023, 1, 1), date(2023, 6, 1)]
    writers = [Thread(target=write_at_once, args=(tono, office, barrier, outcomes, day)) for day in starts]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert sorted(outcomes) == ["refused", "written"]
    assert Assignment.objects.filter(position_kind=PositionKind.FUNCTIONAL).count() == 1


def test_a_position_that_somebody_ended_meanwhile_is_not_ended_later(civil_servant, put, unit):
    held = put(civil_servant(), unit("1"))
    seen = Assignment.objects.get(pk=held.pk)
    end_assignment(assignment=held, on=TODAY, by=None, at=NOON)
    with pytest.raises(DatesReversedError):
        end_assignment(assignment=seen, on=TODAY + timedelta(days=1), by=None, at=NOON)
    with pytest.raises(DatesReversedError):
        change_superior(assignment=seen, to=None, from_day=TODAY + timedelta(days=5), by=None, at=NOON)
    held.refresh_from_db()
    assert held.ends_on == TODAY
