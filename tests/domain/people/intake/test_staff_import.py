"""An import happens whole or not at all, a second one changes nothing, and it can be taken back."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.people.conftest import BEGAN, NOON, TODAY
from domain.people.intake.conftest import dump, nip, staff, working
from pembina.domain.access.audit import events_on
from pembina.domain.people.enums import AssignmentKind, ImportState, PositionKind
from pembina.domain.people.intake import staff_writing
from pembina.domain.people.intake.applying import apply
from pembina.domain.people.intake.batches import discard
from pembina.domain.people.intake.refusals import (
    ChangedAfterwardsError,
    ChangedSinceError,
    InUseSinceError,
    LaterImportError,
    OtherPlanError,
)
from pembina.domain.people.intake.transitions import WrongStateError, move
from pembina.domain.people.intake.undoing import undo
from pembina.domain.people.models import Assignment, ImportBatch, ImportChange, Person
from pembina.domain.people.operations import assign, change_superior, close_unit, delegate, end_assignment, enrol_person

LATER = NOON + timedelta(hours=1)
FIRST = [working(2, superior=nip(2), rank="III/a"), working(3), working(4, position_since=date(2022, 1, 1)), staff(5)]
SECOND = [
    working(2, superior=nip(3), rank="III/b", name="Nama Baru"),
    working(3, unit="2", position_since=date(2025, 1, 1)),
    working(5, 4, superior=nip(5)),
    working(6, 5, title_after="S.Si."),
]


@pytest.fixture
def offices(unit):
    root = unit("0")
    return {"1": unit("1", root), "2": unit("2", root)}


def spans(number):
    rows = Assignment.objects.filter(person__nip=nip(number)).order_by("starts_on")
    return [(row.unit.code, row.superior and row.superior.nip, row.starts_on, row.ends_on) for row in rows]


def state_of(batch):
    batch.refresh_from_db()
    return batch.state


def test_an_import_writes_persons_and_positions(import_file, offices):
    batch = import_file(FIRST)
    assert (batch.state, Person.objects.count(), Assignment.objects.count()) == ("applied", 4, 3)
    assert spans(1) == [("1", nip(2), BEGAN, None)]
    person = Person.objects.get(nip=nip(1))
    assert (person.rank, person.name, person.birth_date) == ("III/a", "Pegawai 1", date(1980, 1, 1))


def test_what_an_import_makes_is_numbered_in_the_order_of_its_changes(import_file, offices):
    import_file([working(2, 50), staff(3, 51)])
    batch = import_file([staff(2), working(3), working(4, 50, unit="2", position_since=TODAY), working(5, 4)], at=LATER)
    made = [Person.objects.get(nip=nip(number)) for number in (1, 2, 4)]
    begun = [Assignment.objects.get(person__nip=nip(number), ends_on=None) for number in (2, 50, 4)]
    assert [person.pk - batch.first_person for person in made] == [0, 1, 2]
    assert [assignment.pk - batch.first_assignment for assignment in begun] == [0, 1, 2]
    assert not batch.changes.filter(kind="new", record__isnull=False).exists()


def test_an_import_of_changes_alone_makes_nothing_to_be_numbered(import_file, offices):
    import_file([staff(2)])
    batch = import_file([staff(2, rank="III/b")], at=LATER)
    assert (state_of(batch), batch.first_person, batch.first_assignment) == ("applied", None, None)


def test_an_import_that_noted_its_numbers_in_the_changes_is_taken_back_as_well(import_file, offices, rina):
    before = dump()
    batch = import_file(FIRST)
    for change in batch.changes.all():
        person = Person.objects.get(nip=change.key)
        change.record, held = person.pk, person.assignments.first()
        change.assignment = held and held.pk
        change.save()
    batch.first_person = batch.first_assignment = None
    batch.save()
    import_file([staff(2, email="a@b.id")], at=LATER)
    with pytest.raises(LaterImportError):
        undo(batch, by=rina, at=LATER)
    undo(ImportBatch.objects.latest("pk"), by=rina, at=LATER)
    undo(batch, by=rina, at=LATER)
    assert dump() == before


def test_somebody_else_under_the_same_number_of_a_person_is_not_taken_back(import_file, offices, rina):
    batch = import_file([staff(2)])
    Person.objects.all().delete()
    enrol_person(nip=nip(1), name="Pegawai 1", status="pns", on=TODAY, by=None, at=LATER)
    with pytest.raises(ChangedAfterwardsError):
        undo(batch, by=rina, at=LATER)
    assert Person.objects.get().nip == nip(1)


def test_a_second_file_continues_the_history(import_file, offices):
    import_file(FIRST)
    import_file(SECOND, complete=True)
    day_before = TODAY - timedelta(days=1)
    assert spans(1) == [("1", nip(2), BEGAN, day_before), ("1", nip(3), TODAY, None)]
    assert spans(2) == [("1", None, BEGAN, date(2024, 12, 31)), ("2", None, date(2025, 1, 1), None)]
    assert spans(3) == [("1", None, date(2022, 1, 1), day_before)]
    assert spans(4) == [("1", nip(5), BEGAN, None)]


def test_the_same_file_again_changes_nothing(import_file, check_file, offices):
    for rows in (FIRST, SECOND):
        import_file(rows, complete=True)
        again = check_file(rows, complete=True)
        assert (again.counts.changes, again.counts.unchanged) == (0, len(rows))


def test_an_undo_puts_back_every_row_with_its_number(import_file, offices, rina):
    empty = dump()
    first = import_file(FIRST)
    between = dump()
    second = import_file(SECOND, complete=True, at=LATER)
    assert dump() != between
    undo(second, by=rina, at=LATER)
    assert dump() == between
    undo(first, by=rina, at=LATER)
    assert dump() == empty
    assert (state_of(first), first.undone_at) == ("undone", LATER)


def test_a_file_that_was_undone_may_be_brought_in_again(import_file, offices, rina):
    undo(import_file(FIRST), by=rina, at=NOON)
    assert import_file(FIRST).counts.new == 4


def test_each_person_and_the_batch_have_their_events(import_file, offices, rina):
    batch = import_file(FIRST)
    later = import_file([working(2, rank="III/b")], at=LATER)
    person = Person.objects.get(nip=nip(1))
    changed, created = events_on(person)
    assert (changed.operation, changed.changes, changed.actor) == ("import_staff", {"rank": ["III/a", "III/b"]}, rina)
    assert (changed.get_action_display(), created.get_action_display()) == ("update", "create")
    assert created.changes["starts_on"] == ["", "2020-01-01"]
    assert (created.concerns, created.why) == (nip(1), f"berkas.xlsx (#{batch.pk})")
    undo(later, by=rina, at=LATER + timedelta(hours=1))
    assert events_on(person)[0].changes == {"rank": ["III/b", "III/a"]}
    told = [event.operation for event in events_on(later)]
    assert told == ["undo_import", "apply_import", "check_import", "receive_import"]


def break_in(what):
    """Change one thing on record that the second file depends on."""
    person = Person.objects.get(nip=nip(1))
    held = person.assignments.filter(kind=AssignmentKind.MAIN).order_by("starts_on").last()
    if what == "name":
        Person.objects.filter(pk=person.pk).update(name="Diubah Orang Lain")
    elif what == "superior":
        change_superior(assignment=held, to=None, from_day=TODAY + timedelta(days=1), by=None, at=NOON)
    elif what == "ended":
        end_assignment(assignment=held, on=TODAY, by=None, at=NOON)
    elif what == "spelling":
        Assignment.objects.filter(pk=held.pk).update(position="Pranata Muda")


@pytest.mark.parametrize("what", ["name", "superior", "ended", "spelling"])
def test_a_change_since_the_check_stops_the_import(import_file, check_file, offices, rina, what):
    import_file(FIRST)
    batch = check_file(SECOND)
    break_in(what)
    before = dump()
    with pytest.raises(ChangedSinceError, match=r"Pegawai 1\.") as refused:
        apply(batch, by=rina, at=NOON)
    assert refused.value.names == ("Pegawai 1",)
    assert (dump(), state_of(batch)) == (before, "checked")
    assert import_file(SECOND).state == "applied"


@pytest.mark.parametrize("what", ["name", "superior", "ended", "spelling"])
def test_a_change_since_the_import_stops_the_undo(import_file, offices, rina, what):
    import_file(FIRST)
    batch = import_file(SECOND, at=LATER)
    break_in(what)
    before = dump()
    with pytest.raises(ChangedAfterwardsError, match=r"Nama Baru|Pegawai 1"):
        undo(batch, by=rina, at=LATER)
    assert (dump(), state_of(batch)) == (before, "applied")


def test_what_else_changed_of_a_person_does_not_stop_the_undo_and_stays(import_file, offices, rina):
    import_file(FIRST)
    batch = import_file([working(2, rank="III/b")], at=LATER)
    Person.objects.filter(nip=nip(1)).update(phone="0761")
    undo(batch, by=rina, at=LATER)
    person = Person.objects.get(nip=nip(1))
    assert (person.rank, person.phone) == ("III/a", "0761")


def test_a_new_person_or_a_closed_unit_since_the_check_stops_the_import(check_file, offices, rina):
    batch, other = check_file([staff(2)]), check_file([working(3, unit="2")])
    enrol_person(nip=nip(1), name="Lebih Dulu", status="pns", on=TODAY, by=None, at=NOON)
    close_unit(unit=offices["2"], on=date(2025, 1, 1), by=None, at=NOON)
    for stale in (batch, other):
        with pytest.raises(ChangedSinceError):
            apply(stale, by=rina, at=NOON)
    assert not Assignment.objects.exists()


def test_who_leaves_and_was_given_a_new_position_is_not_put_back(import_file, offices, rina):
    import_file(FIRST)
    batch = import_file([working(2, superior=nip(2), rank="III/a")], complete=True, at=LATER)
    back = Person.objects.get(nip=nip(2))
    held = {"position": "Camat", "position_kind": PositionKind.STRUCTURAL, "superior": None}
    assign(person=back, unit=offices["2"], starts_on=TODAY, by=rina, at=LATER, **held)
    with pytest.raises(ChangedAfterwardsError, match="Pegawai 2"):
        undo(batch, by=rina, at=LATER)


def test_a_person_on_whom_something_hangs_is_not_taken_back(import_file, offices, rina):
    batch = import_file(FIRST)
    delegate(
        person=Person.objects.get(nip=nip(4)), kind="acting", unit=offices["1"], letter="1", starts_on=TODAY,
        ends_on=TODAY, by=rina, at=NOON,
    )  # fmt: skip
    before = dump()
    with pytest.raises(InUseSinceError, match="Plt/Plh") as refused:
        undo(batch, by=rina, at=NOON)
    assert refused.value.names == ("Pegawai 4",)
    assert (dump(), state_of(batch)) == (before, "applied")


def test_a_later_import_of_the_same_people_comes_first(import_file, offices, rina):
    first = import_file(FIRST)
    elsewhere = import_file([staff(2, 50)], at=LATER)
    later = import_file([working(2, superior=nip(2), email="a@b.id")], at=LATER + timedelta(hours=1))
    with pytest.raises(LaterImportError, match=r"berkas\.xlsx"):
        undo(first, by=rina, at=LATER)
    undo(later, by=rina, at=LATER)
    undo(first, by=rina, at=LATER)
    assert (state_of(elsewhere), Person.objects.get().nip) == ("applied", nip(50))


def test_only_the_plan_that_was_seen_is_applied(check_file, offices, rina):
    batch = check_file(FIRST)
    with pytest.raises(OtherPlanError):
        apply(batch, by=rina, at=NOON, seen="0" * 64)
    assert state_of(batch) == "checked"
    ImportChange.objects.filter(batch=batch, key=nip(1)).update(name="x", after={"name": "Disisipkan"})
    with pytest.raises(OtherPlanError):
        apply(batch, by=rina, at=NOON, seen=batch.digest)
    assert (state_of(batch), Person.objects.count()) == ("checked", 0)


def test_a_batch_is_applied_once_undone_once_and_not_after_it_was_discarded(import_file, check_file, offices, rina):
    batch, dropped = import_file(FIRST), check_file([staff(2, 50)])
    with pytest.raises(WrongStateError):
        apply(batch, by=rina, at=NOON)
    with pytest.raises(WrongStateError):
        discard(batch, by=rina, at=NOON)
    discard(dropped, by=rina, at=NOON)
    for act in (apply, undo):
        with pytest.raises(WrongStateError):
            act(dropped, by=rina, at=NOON)
    undo(batch, by=rina, at=NOON)
    with pytest.raises(WrongStateError):
        undo(batch, by=rina, at=NOON)


def test_whoever_has_begun_to_apply_goes_on_and_takes_back_the_state(check_file, offices, rina):
    batch = check_file(FIRST)
    move(batch, ImportState.APPLYING, at=NOON)
    with pytest.raises(OtherPlanError):
        apply(batch, by=rina, at=NOON, seen="")
    assert state_of(batch) == "applying"
    apply(batch, by=rina, at=NOON)
    assert state_of(batch) == "applied"


def test_of_two_who_apply_the_same_batch_one_is_refused(check_file, offices, rina):
    batch = check_file(FIRST)
    other = ImportBatch.objects.get(pk=batch.pk)
    apply(batch, by=rina, at=NOON)
    with pytest.raises(WrongStateError):
        apply(other, by=rina, at=NOON)
    assert (state_of(other), Person.objects.count()) == ("applied", 4)


def test_a_fault_halfway_leaves_nothing_behind(check_file, offices, rina, monkeypatch):
    batch, before = check_file(FIRST), dump()

    def fail(*args, **more):
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(staff_writing, "record_many", fail)
    with pytest.raises(DatabaseError):
        apply(batch, by=rina, at=NOON)
    assert (dump(), state_of(batch), events_on(batch)[0].operation) == (before, "checked", "check_import")


def test_progress_is_told_at_both_ends(check_file, offices, rina):
    told, batch = [], check_file(FIRST)
    apply(batch, by=rina, at=NOON, progress=lambda *pair: told.append(pair))
    undo(batch, by=rina, at=NOON, progress=lambda *pair: told.append(pair))
    assert told == [(0, 4), (4, 4), (0, 4), (4, 4)]


DAYS = st.none() | st.integers(0, 12).map(lambda month: date(2025 + month // 12, month % 12 + 1, 1))
SAID = st.fixed_dictionaries(
    {},
    optional={
        "unit": st.sampled_from(["1", "2", "9", None]),
        "position": st.sampled_from(["Pranata", "PRANATA", "Camat", None]),
        "position_since": DAYS,
        "position_code": st.sampled_from(["", "X1"]),
        "superior": st.integers(1, 5).map(nip),
        "rank": st.sampled_from(["III/a", "III/b"]),
        "phone": st.just("0761"),
    },
)
FILES = st.lists(st.dictionaries(st.integers(1, 5), SAID, max_size=5), min_size=1, max_size=3)


@pytest.mark.slow
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=FILES, complete=st.booleans())
def test_whatever_comes_is_imported_once_and_taken_back_whole(files, complete, import_file, check_file, offices, rina):
    states, batches = [dump()], []
    for step, file in enumerate(files):
        rows = [working(row, number, **said) for row, (number, said) in enumerate(sorted(file.items()), 2)]
        asked = {"complete": complete, "on": TODAY + timedelta(days=step), "at": NOON + timedelta(days=step)}
        batches.append(import_file(rows, **asked))
        states.append(dump())
        assert check_file(rows, **asked).counts.changes == 0
    for batch, before in zip(reversed(batches), reversed(states[:-1]), strict=True):
        undo(batch, by=rina, at=LATER)
        assert dump() == before
