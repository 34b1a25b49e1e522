"""A request is received, rests, goes on and ends; each step has its event, and the months follow it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.services.ledger.test_tallies import counted, stored
from pembina.core.rules.service_time import Flaw
from pembina.domain.access.audit import events_on
from pembina.domain.people.refusals import NothingChangesError, ReasonMissingError
from pembina.domain.services import ledger_refusals as refusals
from pembina.domain.services.catalogue_refusals import ServiceClosedError
from pembina.domain.services.enums import Channel, PauseReason
from pembina.domain.services.models import RequestPause, ServiceRequest
from pembina.domain.services.operations.request_corrections import Entry, Stretch, correct_request, undo_last_step
from pembina.domain.services.operations.requests import (
    complete_request,
    pause_request,
    receive_request,
    resume_request,
    withdraw_request,
)
from pembina.domain.services.recounts import recount_now
from pembina.domain.services.request_records import with_life

DAYS = "working_days"
MONDAY = datetime(2026, 11, 16, 1, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
COUNTER = Channel.COUNTER


@pytest.fixture
def kind(service):
    return service("IMB", 3, DAYS)


@pytest.fixture
def received(kind):
    return receive_request(service=kind, number=" 17 ", channel=COUNTER, received=MONDAY, by=None, at=MONDAY)


def events(request):
    return [event.operation for event in events_on(request)]


def now(request):
    return ServiceRequest.objects.get(pk=request.pk)


def paused(request, hours=1, reason=PauseReason.APPLICANT):
    at = MONDAY + hours * HOUR
    return pause_request(request=request, reason=reason, began=at, by=None, at=at)


def resumed(request, hours=2):
    at = MONDAY + hours * HOUR
    resume_request(request=request, ended=at, by=None, at=at)


def completed(request, hours=5):
    at = MONDAY + hours * HOUR
    complete_request(request=request, ended=at, by=None, at=at)


def undone(request, hours=6):
    return undo_last_step(request=request, by=None, at=MONDAY + hours * HOUR)


def test_a_request_goes_its_way(kind, received):
    assert (received.number, received.promised) == ("17", 3)
    paused(received)
    resumed(received)
    completed(received)
    assert now(received).ended_at == MONDAY + 5 * HOUR
    assert events(received) == ["complete_request", "resume_request", "pause_request", "receive_request"]
    assert stored(kind) == counted(kind)


def test_a_request_that_is_done_while_it_rests_goes_on_at_that_moment(kind, received):
    paused(received)
    completed(received)
    assert RequestPause.objects.get().ended_at == MONDAY + 5 * HOUR
    assert stored(kind) == counted(kind)


def test_a_withdrawn_request_is_not_done(kind, received):
    withdraw_request(request=received, ended=MONDAY + HOUR, by=None, at=MONDAY + HOUR)
    assert [cell.withdrawals for cell in stored(kind).values()] == [1]
    assert now(received).withdrawn


@pytest.mark.parametrize(
    ("steps", "left"),
    [
        ([], None),
        ([paused], (None, [])),
        ([paused, resumed], (None, [None])),
        ([completed], (None, [])),
        ([paused, completed], (None, [None])),
    ],
)
def test_the_last_step_is_undone(kind, received, steps, left):
    for step in steps:
        step(received)
    undone(received)
    found = ServiceRequest.objects.filter(pk=received.pk).first()
    told = (found.ended_at, [pause.ended_at for pause in found.pauses.all()]) if found else None
    assert told == left
    assert stored(kind) == counted(kind)
    assert events(received)[0] == "undo_request_step"


def test_a_step_is_undone_once_and_while_it_is_fresh(received):
    with pytest.raises(refusals.NothingToUndoError):
        undone(received, hours=25)
    paused(received)
    undone(received)
    with pytest.raises(refusals.NothingToUndoError):
        undone(received)


def receive(kind, number="18", at=MONDAY, received=MONDAY):
    return receive_request(service=kind, number=number, channel=COUNTER, received=received, by=None, at=at)


@pytest.mark.parametrize(
    ("refusal", "told"),
    [
        (refusals.RequestNumberMissingError, {"number": "  "}),
        (refusals.RequestNumberTakenError, {"number": "17"}),
        (refusals.InTheFutureError, {"received": MONDAY + timedelta(minutes=1)}),
        (refusals.ImpossibleRequestError, {"received": datetime(2020, 1, 1, tzinfo=UTC) - timedelta(days=50000)}),
        (ServiceClosedError, {"received": datetime(2019, 12, 31, tzinfo=UTC)}),
    ],
)
def test_what_cannot_be_received_is_refused(kind, received, refusal, told):
    kind.opened_on = date(2020, 1, 1) if refusal is ServiceClosedError else date(1800, 1, 1)
    kind.save()
    with pytest.raises(refusal) as said:
        receive(kind, **told)
    assert said.value.message.en
    assert said.value.remedy.id
    assert ServiceRequest.objects.count() == 1


def test_a_service_without_standard_is_received_without_promise(service):
    assert receive(service("SURAT")).promised == 0


@pytest.mark.parametrize(
    ("refusal", "steps"),
    [
        (refusals.RequestRestsError, [paused, paused]),
        (refusals.RequestRunsError, [resumed]),
        (refusals.RequestEndedError, [completed, completed]),
        (refusals.RequestEndedError, [completed, paused]),
        (refusals.BeforeLastStepError, [lambda r: paused(r, 3), lambda r: completed(r, 2)]),
        (refusals.BeforeReceiptError, [lambda r: completed(r, -1)]),
        (refusals.ImpossibleRequestError, [lambda r: completed(r, 0)]),
    ],
)
def test_steps_out_of_order_are_refused(kind, received, refusal, steps):
    *first, last = steps
    for step in first:
        step(received)
    before = stored(kind), len(events(received))
    with pytest.raises(refusal):
        last(received)
    assert (stored(kind), len(events(received))) == before


def test_a_step_in_the_future_is_refused(received):
    with pytest.raises(refusals.InTheFutureError):
        complete_request(request=received, ended=MONDAY + HOUR, by=None, at=MONDAY)


def entry(**other):
    told = {"number": "17", "channel": COUNTER, "received": MONDAY, "ended": None, "withdrawn": False, "pauses": ()}
    return Entry(**told | other)


def corrected(request, why="salah ketik", **other):
    return correct_request(request=request, entry=entry(**other), why=why, by=None, at=MONDAY + 9 * HOUR)


def test_a_correction_says_what_changed_and_why(kind, received):
    paused(received)
    pause = Stretch(MONDAY + HOUR, MONDAY + 2 * HOUR, PauseReason.OFFICE)
    changes = corrected(received, ended=MONDAY + 3 * HOUR, pauses=[pause], number="17A")
    assert set(changes) == {"number", "ended_at", "pauses"}
    assert events_on(received).first().why == "salah ketik"
    assert stored(kind) == counted(kind)


def test_a_correction_needs_a_reason_a_change_and_possible_times(received):
    with pytest.raises(ReasonMissingError):
        corrected(received, why=" ")
    with pytest.raises(NothingChangesError):
        corrected(received)
    with pytest.raises(refusals.ImpossibleRequestError) as said:
        corrected(received, ended=MONDAY - HOUR)
    assert said.value.flaw is Flaw.BACKWARDS
    assert now(received).ended_at is None


def test_days_without_hours_stay_so_until_an_hour_is_entered(kind, received):
    day = datetime(2026, 11, 15, 17, 0, tzinfo=UTC)
    ServiceRequest.objects.filter(pk=received.pk).update(dates_only=True, received_at=day, ended_at=day)
    recount_now(kind.pk)
    corrected(received, number="17A", received=day, ended=day)
    assert (now(received).dates_only, now(received).flaw) == (True, "")
    corrected(received, number="17A", received=day - timedelta(days=1), ended=day)
    assert now(received).dates_only
    changes = corrected(received, number="17A", received=day, ended=day + timedelta(hours=14))
    assert changes["dates_only"] == ("True", "False")
    assert stored(kind) == counted(kind)


def test_an_impossible_request_goes_on_only_once_corrected(kind, received):
    ServiceRequest.objects.filter(pk=received.pk).update(flaw=Flaw.ZERO)
    with pytest.raises(refusals.FlawedFirstError):
        completed(received)
    corrected(received, received=MONDAY - HOUR)
    assert now(received).flaw == ""


def test_the_life_of_requests_costs_the_same_for_many(kind, received, django_assert_num_queries):
    for number in range(5):
        paused(receive(kind, number=str(number)))
    rows = ServiceRequest.objects.order_by("pk").select_related("service__unit").prefetch_related("pauses")
    with django_assert_num_queries(6):
        told = with_life(rows, at=MONDAY + timedelta(days=8))
    assert [one.is_late for one in told] == [True, *[False] * 5]
    assert [one.due.left for one in told] == [None, *[3] * 5]
