"""A file on its way: every step that is legal, and no other."""

from datetime import timedelta
from itertools import product

import pytest
from django.db import IntegrityError, transaction

from domain.people.conftest import NOON, TODAY
from pembina.core.text import Text
from pembina.domain.access.audit import events_on
from pembina.domain.people.enums import ImportKind, ImportState
from pembina.domain.people.intake.batches import (
    PATIENCE,
    StillRunningError,
    begin_check,
    discard,
    fail,
    is_interrupted,
    note_progress,
    receive,
    release,
)
from pembina.domain.people.intake.transitions import BEFORE, FOLLOWING, WrongStateError, may_become, move
from pembina.domain.people.models import ImportBatch

LEGAL = {
    "waiting checking", "waiting discarded", "checking checked", "checking failed", "checked checking",
    "checked applying", "checked discarded", "applying applied", "applying checked", "applied undoing",
    "undoing undone", "undoing applied", "failed checking", "failed discarded",
}  # fmt: skip
PROBLEM, REMEDY = Text(id="Rusak.", en="Broken."), Text(id="Simpan ulang.", en="Save it again.")
SAID = {"problem_id": "x", "problem_en": "x", "remedy_id": "x", "remedy_en": "x"}
FIELDS = {
    "failed": SAID,
    "checked": {"checked_at": NOON, "digest": "d"},
    "applying": {"checked_at": NOON, "digest": "d"},
    "applied": {"checked_at": NOON, "digest": "d", "applied_at": NOON},
    "undoing": {"checked_at": NOON, "digest": "d", "applied_at": NOON},
    "undone": {"checked_at": NOON, "digest": "d", "applied_at": NOON, "undone_at": NOON},
}


def batch_in(state, touched_at=NOON):
    return ImportBatch.objects.create(
        kind="staff", state=state, file_name="a.xlsx", file_sha256="0" * 64, on=TODAY, created_at=NOON,
        touched_at=touched_at, **FIELDS.get(state, {}),
    )  # fmt: skip


@pytest.fixture
def received(rina):
    return receive(kind=ImportKind.STAFF, file_name="pegawai.xlsx", file_sha256="0" * 64, on=TODAY, by=rina, at=NOON)


@pytest.mark.parametrize(("present", "to"), list(product(ImportState, ImportState)), ids=str)
def test_only_legal_steps_are_taken(db, present, to):
    batch = batch_in(present)
    assert may_become(batch, to) is (f"{present} {to}" in LEGAL)
    if f"{present} {to}" not in LEGAL:
        with pytest.raises(WrongStateError):
            move(batch, to, at=NOON)
        batch.refresh_from_db()
        assert batch.state == present


def test_every_running_state_leads_back(db):
    assert BEFORE.keys() == {state for state in ImportState if ImportBatch(state=state).is_running}
    assert all(before in FOLLOWING[state] for state, before in BEFORE.items())


def test_of_two_who_move_the_same_batch_the_second_is_told(received):
    other = ImportBatch.objects.get(pk=received.pk)
    begin_check(received, at=NOON)
    with pytest.raises(WrongStateError, match="sedang diperiksa"):
        discard(other, by=None, at=NOON)
    assert other.state == ImportState.CHECKING


def test_a_received_file_has_an_event_with_its_hash(received, rina):
    (event,) = events_on(received)
    assert event.actor == rina
    assert event.changes["file_sha256"] == ["", "0" * 64]
    assert (received.counts.total, received.counts.changes) == (0, 0)


def test_a_failure_says_why_and_may_be_tried_again(received, rina):
    begin_check(received, at=NOON)
    fail(received, problem=PROBLEM, remedy=REMEDY, by=rina, at=NOON)
    received.refresh_from_db()
    assert (received.problem, received.remedy) == (PROBLEM, REMEDY)
    begin_check(received, at=NOON)
    received.refresh_from_db()
    assert received.problem == Text(id="", en="")


def test_a_discarded_file_stays_so(received, rina):
    discard(received, by=rina, at=NOON)
    assert events_on(received)[0].operation == "discard_import"
    with pytest.raises(WrongStateError):
        begin_check(received, at=NOON)


def test_progress_is_kept_and_keeps_the_batch_alive(received):
    begin_check(received, at=NOON)
    note_progress(received, done=5, total=10, at=NOON + PATIENCE)
    received.refresh_from_db()
    assert (received.progress_done, received.progress_total) == (5, 10)
    assert not is_interrupted(received, at=NOON + PATIENCE * 2)


@pytest.mark.parametrize(("state", "back"), [("checking", "failed"), ("applying", "checked"), ("undoing", "applied")])
def test_what_was_interrupted_is_set_free_after_a_while(db, rina, state, back):
    batch = batch_in(state)
    with pytest.raises(StillRunningError):
        release(batch, by=rina, at=NOON + PATIENCE)
    release(batch, by=rina, at=NOON + PATIENCE + timedelta(seconds=1))
    batch.refresh_from_db()
    assert batch.state == back
    assert events_on(batch)[0].changes == {"state": [state, back]}


@pytest.mark.parametrize(
    "change",
    [{"state": "magic"}, {"state": "failed"}, {"state": "checked"}, {"state": "applied", "checked_at": NOON,
      "digest": "d"}, {"applied_at": NOON}, {"undone_at": NOON}, {"problem_id": "x"}, {"kept_file": "x"},
     {"kept_sha256": "x"}, {"file_sha256": "x"}, {"kind": "x"}],
    ids=str,
)  # fmt: skip
def test_the_database_refuses_a_batch_that_contradicts_itself(received, change):
    with pytest.raises(IntegrityError), transaction.atomic():
        ImportBatch.objects.filter(pk=received.pk).update(**change)
