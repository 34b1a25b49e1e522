"""An offer ends by itself; whoever let it pass may be let in again."""

from datetime import UTC, datetime, timedelta

import pytest

from pembina.domain.access.audit import events_on
from pembina.domain.development.enrolment_refusals import OfferLapsedError
from pembina.domain.development.enums import BatchState, EnrolmentState
from pembina.domain.development.operations.enrolments import accept, appoint
from pembina.domain.development.operations.lapsing import lapse_offers
from pembina.domain.development.queries.offers_lapsing import answer_by

E = EnrolmentState


@pytest.fixture
def offer(training, sari):
    return training.enrol(training.person(sari), state=E.OFFERED)


def lapse(at):
    return lapse_offers(by=None, at=at)


def test_an_offer_holds_until_enrolment_closes(training, offer):
    closes = training.batch.closes_on
    assert answer_by(offer) == closes
    last = training.at + timedelta(days=30)
    assert (lapse(last), lapse(last + timedelta(days=1))) == (0, 1)
    offer.refresh_from_db()
    assert (offer.state, offer.ended_at) == (E.LAPSED, last + timedelta(days=1))
    assert "Tidak dijawab sampai" in offer.reason
    assert events_on(offer).filter(operation="lapse_offer").get().actor is None
    assert lapse(last + timedelta(days=2)) == 0


def test_a_batch_may_say_how_long_one_may_think(training, offer):
    training.batch.answer_days = 2
    training.batch.save()
    assert lapse(training.at + timedelta(days=2)) == 0
    assert lapse(training.at + timedelta(days=3)) == 1


def test_an_offer_made_after_enrolment_closed_leaves_some_days(training, offer):
    training.batch.closes_on = training.today - timedelta(days=5)
    training.batch.save()
    assert lapse(training.at + timedelta(days=3)) == 0
    assert lapse(training.at + timedelta(days=4)) == 1


def test_the_day_is_that_of_the_batch(training, offer):
    training.batch.answer_days, training.batch.time_zone = 1, "Asia/Jayapura"
    training.batch.save()
    # The offer was made on the 22nd; midnight of the 23rd in Jayapura is 15.00 UTC.
    assert lapse(datetime(2026, 11, 23, 14, 59, tzinfo=UTC)) == 0
    assert lapse(datetime(2026, 11, 23, 15, 0, tzinfo=UTC)) == 1


def test_an_offer_that_has_ended_is_not_accepted_even_before_it_is_tidied_away(training, offer, sari):
    with pytest.raises(OfferLapsedError, match="22 Desember 2026"):
        accept(enrolment=offer, by=sari, at=training.at + timedelta(days=31))


def test_a_place_kept_in_the_unit_is_free_and_the_same_person_may_be_asked_again(training, offer, rina):
    late = training.at + timedelta(days=31)
    lapse(late)
    place = appoint(batch=training.batch, person=offer.person, by=rina, at=late)
    assert (place.pk, place.state, place.reason) == (offer.pk, E.OFFERED, "")
    assert lapse(late) == 0


def test_offers_of_a_batch_that_is_over_or_called_off_stay_as_they_were(training, offer):
    training.batch.state = BatchState.FINISHED
    training.batch.save()
    assert lapse(training.at + timedelta(days=99)) == 0
