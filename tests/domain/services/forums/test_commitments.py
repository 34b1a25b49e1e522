"""Promises: whoever promised is late by the day first promised, whatever was put off later."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from domain.services.forums.conftest import NOON, TODAY
from pembina.domain.access.audit import events_on
from pembina.domain.services.enums import CommitmentNoteKind, CommitmentState
from pembina.domain.services.forum_refusals import (
    CommitmentClosedError,
    CommitmentDayError,
    CommitmentFutureError,
    ForumStateError,
    GroundMissingError,
)
from pembina.domain.services.models import Commitment
from pembina.domain.services.models.commitments import DAYS_TO_RECORD
from pembina.domain.services.operations.commitments import (
    drop_commitment,
    keep_commitment,
    postpone_commitment,
    tell_progress,
)
from pembina.domain.services.queries.commitments import (
    CommitmentTally,
    commitments_followed_by,
    commitments_kept_by,
    commitments_public,
    due_soon,
    late,
)

DUE = TODAY + timedelta(days=10)


def done(commitment, maya, on=TODAY, at=NOON):
    keep_commitment(commitment=commitment, done_on=on, evidence="Foto loket", by=maya, at=at)


def test_a_promise_is_open_and_in_time(promise):
    made = promise()
    assert (made.state, made.planned_on, made.due_on, made.days_late(on=DUE)) == (CommitmentState.OPEN, DUE, DUE, 0)
    assert made.days_late(on=DUE + timedelta(days=3)) == 3


def test_putting_it_off_is_logged_and_does_not_make_it_punctual(promise, maya):
    made, to = promise(), DUE + timedelta(days=5)
    postpone_commitment(commitment=made, to=to, reason="Menunggu lelang", by=maya, at=NOON)
    made.refresh_from_db()
    note = made.notes.get()
    assert (made.planned_on, made.due_on) == (DUE, to)
    assert (note.kind, note.from_day, note.to_day, note.text) == (
        CommitmentNoteKind.POSTPONED, DUE, to, "Menunggu lelang",
    )  # fmt: skip
    assert made.days_late(on=DUE + timedelta(days=1)) == 1
    assert Commitment.objects.filter(late(on=DUE + timedelta(days=1))).exists()
    assert events_on(made).first().changes == {"due_on": [DUE.isoformat(), to.isoformat()]}


def test_a_day_moves_only_later_and_not_into_the_past(promise, maya):
    made = promise()
    with pytest.raises(CommitmentDayError):
        postpone_commitment(commitment=made, to=DUE, reason="x", by=maya, at=NOON)
    with pytest.raises(CommitmentDayError):
        postpone_commitment(
            commitment=made, to=DUE + timedelta(days=1), reason="x", by=maya, at=NOON + timedelta(days=40)
        )
    with pytest.raises(GroundMissingError):
        postpone_commitment(commitment=made, to=DUE + timedelta(days=9), reason=" ", by=maya, at=NOON)


def test_it_is_closed_with_evidence_once(promise, maya):
    made = promise()
    with pytest.raises(GroundMissingError):
        keep_commitment(commitment=made, done_on=TODAY, evidence="", by=maya, at=NOON)
    with pytest.raises(CommitmentFutureError):
        done(made, maya, on=TODAY + timedelta(days=1))
    with pytest.raises(CommitmentDayError):
        done(made, maya, on=TODAY - timedelta(days=1))
    done(made, maya)
    with pytest.raises(CommitmentClosedError):
        tell_progress(commitment=made, text="lagi", by=maya, at=NOON)


@pytest.mark.parametrize(
    ("recorded", "days_late"), [(0, 0), (DAYS_TO_RECORD, 0), (DAYS_TO_RECORD + 1, 1), (DAYS_TO_RECORD + 30, 30)]
)
def test_a_day_in_time_that_is_recorded_long_after_counts_as_late(promise, maya, unit, recorded, days_late):
    made, later = promise(), timedelta(days=10 + recorded)
    done(made, maya, on=DUE, at=NOON + later)
    made.refresh_from_db()
    assert (made.closed_on, made.recorded_on) == (DUE, TODAY + later)
    assert made.days_late(on=TODAY + later) == days_late
    found = commitments_public(unit, TODAY + later)
    assert (found.kept, found.kept_late) == ((0, 1) if days_late else (1, 0))


def test_done_late_is_late_by_the_day_it_was_done(promise, maya):
    made = promise()
    done(made, maya, on=DUE + timedelta(days=4), at=NOON + timedelta(days=15))
    made.refresh_from_db()
    assert made.days_late(on=DUE) == 4


def test_the_database_keeps_the_day_of_recording_with_the_day_it_was_done(promise, maya):
    made = promise()
    done(made, maya)
    for broken in ({"recorded_on": None}, {"recorded_on": TODAY - timedelta(days=1)}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Commitment.objects.filter(pk=made.pk).update(**broken)


def test_progress_is_told_in_the_history(promise, maya):
    made = promise()
    tell_progress(commitment=made, text="Meja dipesan", by=maya, at=NOON)
    assert made.notes.get().text == "Meja dipesan"


def test_a_dropped_one_says_why(promise, maya):
    made = promise()
    drop_commitment(commitment=made, reason="Anggaran dicoret", by=maya, at=NOON)
    made.refresh_from_db()
    assert (made.state, made.reason, made.closed_on) == (CommitmentState.DROPPED, "Anggaran dicoret", TODAY)


def test_a_promise_cannot_be_due_before_it_was_made_or_come_from_a_draft(promise, draft):
    with pytest.raises(CommitmentDayError):
        promise(due_on=TODAY - timedelta(days=1))
    with pytest.raises(ForumStateError):
        promise(forum=draft)
    with pytest.raises(GroundMissingError):
        promise("  ")


def test_the_tally_counts_each_promise_once(promise, maya, office, unit):
    below = office("1.1.1", below=unit)
    kept, kept_late, dropped = promise(due_on=TODAY), promise(due_on=TODAY), promise()
    promise(made_on=TODAY - timedelta(days=9), due_on=TODAY - timedelta(days=1), of=below)
    promise()
    promise(of=office("2"))
    done(kept, maya)
    done(kept_late, maya, on=TODAY + timedelta(days=2), at=NOON + timedelta(days=2))
    drop_commitment(commitment=dropped, reason="x", by=maya, at=NOON)
    found = commitments_public(unit, TODAY)
    assert found == CommitmentTally(kept=1, kept_late=1, late=1, open=1, dropped=1)
    assert (found.total, found.share_kept) == (5, 0.25)
    assert commitments_public(below, TODAY).late == 1
    assert commitments_public(None, TODAY).total == 6


def test_without_any_day_come_there_is_no_share(unit, promise):
    promise()
    assert commitments_public(unit, TODAY).share_kept is None


def test_a_tally_is_one_query(unit, promise, django_assert_num_queries):
    promise()
    with django_assert_num_queries(1):
        commitments_public(unit, TODAY)


def test_soon_is_within_a_week(promise):
    soon = promise(due_on=TODAY + timedelta(days=7))
    promise(due_on=TODAY + timedelta(days=8))
    assert list(Commitment.objects.filter(due_soon(on=TODAY))) == [soon]


def test_the_owner_follows_and_only_holders_put_off(promise, maya, sari, person):
    made = promise()
    assert list(commitments_followed_by(sari, on=TODAY)) == [made]
    assert not commitments_kept_by(sari, on=TODAY).exists()
    assert list(commitments_kept_by(maya, on=TODAY)) == [made]
    assert not commitments_followed_by(person("dewi"), on=TODAY).exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"promise": ""}, {"planned_on": TODAY - timedelta(days=1)}, {"due_on": TODAY}, {"state": "done"},
        {"closed_on": TODAY}, {"evidence": "x"}, {"reason": "x"}, {"state": "dropped", "closed_on": TODAY},
        {"evidence_link": "https://contoh.go.id"},
    ],
)  # fmt: skip
def test_the_database_refuses_a_broken_promise(promise, wrong):
    promise()
    with pytest.raises(IntegrityError), transaction.atomic():
        Commitment.objects.update(**wrong)
