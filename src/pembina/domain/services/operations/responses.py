"""A citizen answers; an officer types a paper form, and takes it back.

What a citizen sends has no actor and is a record of its own, never changed afterwards: the moment, the place and the
answers. So it writes no second event into the audit trail. Everything an officer does with it does.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from pembina.core.rules.satisfaction_index import ELEMENTS
from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.bulk_rows import add_row_once
from pembina.domain.access.models import User
from pembina.domain.access.refusals import RefusedError
from pembina.domain.services.answered import Answered
from pembina.domain.services.bursts import NO_TRACES, Traces, burst_of, crowd_at, refuse_flood
from pembina.domain.services.codes import use_code
from pembina.domain.services.enums import SurveyMeans
from pembina.domain.services.models import SurveyPeriod, SurveyPlace, SurveyResponse
from pembina.domain.services.survey_coverage import Round, open_period, require_service
from pembina.domain.services.survey_refusals import (
    CodeRefusedError,
    DayOutsidePeriodError,
    KeyReusedError,
    NotYoursToUndoError,
    SurveyClosedError,
)

# Clocks of phones are a little off; what claims to come from further ahead is not believed.
CLOCK_MAY_BE_AHEAD = timedelta(minutes=10)
UNDO_WITHIN = timedelta(days=1)
# After this nobody decides about a burst any more, and the traces are wiped.
TRACES_LAST = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Sending:
    """How answers came: the key made on the device, the clock of the device, and when the page was given out."""

    client_key: UUID
    page_given_at: datetime
    device_at: datetime | None = None
    traces: Traces = NO_TRACES
    code: str = ""


@dataclass(frozen=True, slots=True)
class Submission:
    """The stored answer; not `is_new` where it had been stored before."""

    response: SurveyResponse
    is_new: bool


def submit_response(
    *, place: SurveyPlace, given: Answered, sending: Sending, at: datetime, today: Sequence[Round] | None = None
) -> Submission:
    """Store what a citizen answered at a counter, once for each client key however often it is sent.

    `today` are the rounds open at the counter on the day of `at`, for whoever has just asked for them.

    Raises
    ------
    WrongScoreError, UnansweredError, TextTooLongError, ServiceNotHereError : the answers have to be changed
    SurveyClosedError : no period was open when they were given
    CodeRefusedError, TooManyAnswersError : not now, or not without a code
    KeyReusedError : the key was used for other answers
    """
    given.check(complete=True)
    try:
        response = _stored(place, given, sending, at, today)
    except RefusedError as against:
        # What speaks against it now may be that it was stored before, and then nothing does.
        try:
            return _known_as(sending.client_key, given)
        except SurveyResponse.DoesNotExist:
            raise against from None
    return Submission(response, is_new=True) if response else _known_as(sending.client_key, given)


def _known_as(client_key: UUID, given: Answered) -> Submission:
    """Return what was stored under a key; raises ``KeyReusedError`` where that is something else."""
    known = SurveyResponse.objects.get(client_key=client_key)
    if known.place_id is not None and given.service_id is None:
        # A counter that asks for no service says it itself, and said it when the answer was stored.
        given = replace(given, service_id=known.service_id)
    if not given.equals(known):
        raise KeyReusedError
    return Submission(known, is_new=False)


def _stored(
    place: SurveyPlace, given: Answered, sending: Sending, at: datetime, today: Sequence[Round] | None
) -> SurveyResponse | None:
    """Return what was stored, or None where the key is there already."""
    device_at = _credible(sending, at)
    answered_on = local_date(device_at or at)
    known = today if answered_on == local_date(at) else None
    period = open_period(place, service_id=given.service_id, on=answered_on, rounds=known)
    if period is None or not place.is_active:
        raise SurveyClosedError(place.name)
    if place.needs_code and not sending.code:
        raise CodeRefusedError
    about = replace(given, service_id=given.service_id or place.service_id)
    response = SurveyResponse(
        client_key=sending.client_key, period=period, place=place, means=SurveyMeans.QR, **about.columns,
        answered_on=answered_on, device_at=device_at, received_at=at,
        device=sending.traces.device, network=sending.traces.network,
    )  # fmt: skip
    if sending.code:
        return _with_code(response, place, sending.code)
    traced, pattern = sending.traces, [getattr(response, element) for element in ELEMENTS]
    crowd = crowd_at(place.pk, traced, pattern, at=at)
    refuse_flood(traced, crowd, place_id=place.pk, at=at)
    response.suspicion = crowd.suspicion()
    added = _added(response)
    if added is None:
        return None
    response.pk = added
    if response.suspicion:
        burst = burst_of(response.suspicion, traced, pattern, place_id=place.pk, before=added, at=at)
        burst.update(suspicion=response.suspicion)
    return response


def _with_code(response: SurveyResponse, place: SurveyPlace, code: str) -> SurveyResponse | None:
    """Use the code up and store the answer, both or neither. It is enough that it was good on the day of answering."""
    with transaction.atomic():
        use_code(place=place, code=code, on=response.answered_on)
        added = _added(response)
        if added is None:
            # Stored before with another code: this one stays good.
            transaction.set_rollback(True)
            return None
    response.pk = added
    return response


def _added(response: SurveyResponse) -> int | None:
    columns = [field.attname for field in SurveyResponse._meta.concrete_fields if not field.primary_key]
    return add_row_once(SurveyResponse, {name: getattr(response, name) for name in columns}, unless="client_key")


def _credible(sending: Sending, at: datetime) -> datetime | None:
    """Return when the device says it was, as far as the page had been given out by then."""
    said = sending.device_at
    if said is None or not sending.page_given_at - CLOCK_MAY_BE_AHEAD <= said <= at + CLOCK_MAY_BE_AHEAD:
        return None
    return min(said, at)


def type_response(
    *, period: SurveyPeriod, given: Answered, answered_on: date, client_key: UUID, by: User, at: datetime
) -> Submission:
    """Store a paper form, which may have gaps; the same form sent twice is stored once.

    Raises
    ------
    WrongScoreError, NothingAnsweredError, TextTooLongError, ServiceNotHereError, DayOutsidePeriodError, KeyReusedError
    """
    given.check(complete=False)
    if not period.opens_on <= answered_on <= period.closes_on:
        raise DayOutsidePeriodError(period.opens_on, period.closes_on)
    require_service(period, given.service_id)
    response = SurveyResponse(
        client_key=client_key, period=period, means=SurveyMeans.PAPER, **given.columns,
        answered_on=answered_on, received_at=at, typed_by=by,
    )  # fmt: skip
    try:
        with one_event():
            response.save(force_insert=True)
            record("type_response", on=response, by=by, at=at, changes={"answers": ("", told(response))}, created=True)
    except IntegrityError:
        return _known_as(client_key, given)
    return Submission(response, is_new=True)


def undo_typed(*, response: SurveyResponse, by: User, at: datetime) -> None:
    """Remove one's own typed form of the last day; the event keeps what it said. Raises ``NotYoursToUndoError``."""
    with one_event():
        kept = SurveyResponse.objects.select_for_update(of=("self",)).get(pk=response.pk)
        typed = kept.means == SurveyMeans.PAPER and kept.typed_by_id == by.pk and at - kept.received_at <= UNDO_WITHIN
        if not typed or kept.decisions.filter(undone_at__isnull=True).exists():
            raise NotYoursToUndoError
        record("undo_typed_response", on=kept, by=by, at=at, changes={"answers": (told(kept), "")})
        # The trail keeps what was decided and taken back.
        kept.decisions.all().delete()
        kept.delete()


def forget_traces(*, at: datetime, by: User | None = None) -> int:
    """Wipe the hashes of devices and networks of answers older than `TRACES_LAST`; return of how many."""
    old = SurveyResponse.objects.filter(received_at__lt=at - TRACES_LAST).exclude(device="", network="")
    with one_event():
        first = old.order_by("pk").first()
        wiped = old.update(device="", network="")
        if first is not None:
            record("forget_traces", on=first, by=by, at=at, changes={"responses": ("", str(wiped))})
    return wiped


def told(response: SurveyResponse) -> str:
    """Return the nine answers as an event tells them, a dash where one is missing."""
    return " ".join(str(score or "-") for score in response.answers.values())
