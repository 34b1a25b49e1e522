"""A round of the pulse: who is invited, answers that lead to nobody, published once of four and more."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import models

from pembina.domain.access.events import AuditEvent
from pembina.domain.performance import pulse_refusals as refusals
from pembina.domain.performance.models import PulseFigure, PulseInvitation, PulsePart, PulseRound, PulseTally
from pembina.domain.performance.operations.pulse import RoundWish, answer_pulse, open_pulse, release_pulse
from pembina.domain.performance.queries.pulse import (
    Band,
    band_of,
    board_figures,
    own_figures,
    own_rounds,
    pulses_to_answer,
    rounds_kept_by,
)

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


@pytest.fixture
def pulse(speaking, rina):
    """A round over the office of Budi, whom Sari, Tono and three more follow; four leaders stand beside Budi."""
    for number in range(3):
        speaking.person(f"P{number}", speaking.division, superior=speaking.budi)
    for number in range(4):
        leader = speaking.person(f"L{number}", speaking.division, superior=speaking.head)
        speaking.person(f"Q{number}", speaking.division, superior=leader)
    return open_pulse(wish=wish(speaking), by=rina, at=speaking.at)


def wish(speaking, **more):
    told = {
        "title": "Triwulan IV", "statements": ["Mendengarkan", "Memberi contoh"], "opens_on": speaking.today,
        "closes_on": speaking.today + WEEK, "units": [speaking.office],
    }  # fmt: skip
    return RoundWish(**(told | more))


def invited(pulse, leader, part):
    found = PulseInvitation.objects.filter(round=pulse, leader=leader, part=part).select_related("rater")
    return list(found.order_by("pk"))


def answered(speaking, invitations, *said):
    for invitation, score in zip(invitations, said, strict=False):
        answer_pulse(
            invitation=invitation, answers=[score, None], by=speaking.account(invitation.rater), at=speaking.at
        )


def test_those_led_and_those_beside_are_invited_and_nobody_about_oneself(speaking, pulse):
    below, beside = (invited(pulse, speaking.budi, part) for part in (PulsePart.SUBORDINATE, PulsePart.PEER))
    assert {each.rater.name for each in below} == {speaking.sari.name, "Tono", "P0", "P1", "P2"}
    assert {each.rater.name for each in beside} == {"L0", "L1", "L2", "L3"}
    assert not PulseInvitation.objects.filter(rater=models.F("leader")).exists()


def test_an_answer_is_counted_and_no_row_leads_from_it_to_anybody(speaking, pulse, sari):
    (own,) = [each for each in pulses_to_answer(sari, on=speaking.today) if each.leader == speaking.budi]
    answer_pulse(invitation=own, answers=[3, None], by=sari, at=speaking.at)
    tally = PulseTally.objects.get(round=pulse, leader=speaking.budi, part="subordinate")
    assert tally.counts == [[0, 0, 1, 0], [0, 0, 0, 0]]
    event = AuditEvent.objects.get(operation="answer_pulse")
    assert (event.actor_id, event.concerns, event.object_id, event.changes) == (None, "", pulse.pk, {})
    with pytest.raises(refusals.PulseAnsweredError):
        answer_pulse(invitation=own, answers=[1, 1], by=sari, at=speaking.at)


def test_what_is_kept_of_an_answer_has_neither_author_nor_time(pulse):
    kinds = {field.name: type(field) for field in PulseTally._meta.get_fields()}
    assert set(kinds) == {"id", "round", "leader", "office", "part", "counts"}
    moments = (models.DateTimeField, models.DateField)
    assert not any(isinstance(field, moments) for field in PulseInvitation._meta.get_fields())


@pytest.mark.parametrize("answers", [[3], [3, 5], [0, 2], [3, 3, 3]])
def test_what_is_off_the_scale_or_missing_is_refused(speaking, pulse, sari, answers):
    own = pulses_to_answer(sari, on=speaking.today).first()
    with pytest.raises(refusals.PulseIncompleteError):
        answer_pulse(invitation=own, answers=answers, by=sari, at=speaking.at)


def test_nobody_answers_for_another_or_outside_the_days(speaking, pulse, sari, budi):
    own = pulses_to_answer(sari, on=speaking.today).first()
    with pytest.raises(refusals.NotInvitedError):
        answer_pulse(invitation=own, answers=[3, 3], by=budi, at=speaking.at)
    for shift in (-timedelta(days=1), WEEK + timedelta(days=1)):
        with pytest.raises(refusals.PulseClosedError):
            answer_pulse(invitation=own, answers=[3, 3], by=sari, at=speaking.at + shift)


def test_it_is_published_once_after_its_last_day_and_the_counts_are_destroyed(speaking, pulse, rina):
    with pytest.raises(refusals.NotYetOverError):
        release_pulse(round_=pulse, by=rina, at=speaking.at + WEEK)
    answered(speaking, invited(pulse, speaking.budi, PulsePart.SUBORDINATE), 4, 4, 3, 2)
    after = speaking.at + WEEK + timedelta(days=1)
    release_pulse(round_=pulse, by=rina, at=after)
    assert not PulseTally.objects.exists()
    with pytest.raises(refusals.ReleasedError):
        release_pulse(round_=pulse, by=rina, at=after)
    whole = PulseFigure.objects.get(leader=speaking.budi, part="")
    assert (whole.statement, whole.answers, whole.mean) == (0, 4, Decimal("3.3"))


def test_three_answers_tell_nothing_and_a_part_of_three_tells_no_part(speaking, pulse, rina):
    answered(speaking, invited(pulse, speaking.budi, PulsePart.SUBORDINATE), 4, 4, 4, 4)
    answered(speaking, invited(pulse, speaking.budi, PulsePart.PEER), 2, 2, 2)
    release_pulse(round_=pulse, by=rina, at=speaking.at + WEEK + timedelta(days=1))
    figures = PulseFigure.objects.filter(leader=speaking.budi)
    assert [(each.part, each.answers) for each in figures] == [("", 7)]
    assert not PulseFigure.objects.exclude(leader=speaking.budi).exclude(leader__isnull=True).exists()


def test_an_answer_all_gave_alike_is_not_readable_from_the_mean(speaking, pulse, rina):
    answered(speaking, invited(pulse, speaking.budi, PulsePart.SUBORDINATE), 4, 4, 4, 4)
    release_pulse(round_=pulse, by=rina, at=speaking.at + WEEK + timedelta(days=1))
    assert {each.mean for each in PulseFigure.objects.all()} == {Decimal("3.8")}


def test_nor_from_the_difference_between_the_whole_and_the_other_part(speaking, pulse, rina):
    answered(speaking, invited(pulse, speaking.budi, PulsePart.SUBORDINATE), 4, 4, 4, 4, 4)
    answered(speaking, invited(pulse, speaking.budi, PulsePart.PEER), 2, 2, 2, 2)
    release_pulse(round_=pulse, by=rina, at=speaking.at + WEEK + timedelta(days=1))
    means = {each.part: each.mean for each in PulseFigure.objects.filter(leader=speaking.budi)}
    # (5 x 3.8 + 4 x 2) / 9, not (5 x 4 + 4 x 2) / 9, which is 3.1.
    assert means == {"subordinate": Decimal("3.8"), "peer": Decimal("2.0"), "": Decimal("3.0")}


def test_a_leader_reads_the_own_result_and_the_board_names_no_leader(speaking, pulse, budi, rina, dewi):
    answered(speaking, invited(pulse, speaking.budi, PulsePart.SUBORDINATE), 4, 4, 3, 2)
    assert not own_rounds(budi)
    release_pulse(round_=pulse, by=rina, at=speaking.at + WEEK + timedelta(days=1))
    assert own_figures(pulse, budi).count() == 1
    assert list(own_rounds(budi)) == [pulse]
    assert not own_figures(pulse, dewi).exists()
    assert not own_rounds(dewi).exists()
    assert all(each.leader_id is None for each in board_figures(pulse))
    kept = [rounds_kept_by(user, on=speaking.today).exists() for user in (rina, budi)]
    assert kept == [True, False]


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"statements": []}, refusals.StatementsError),
        ({"statements": ["a"] * 2}, refusals.StatementsError),
        ({"statements": [str(number) for number in range(11)]}, refusals.StatementsError),
        ({"closes_on": None}, refusals.RoundDaysError),
        ({"units": []}, refusals.RoundUnitsError),
    ],
)
def test_a_round_that_cannot_be_is_refused(speaking, rina, more, refusal):
    if "closes_on" in more:
        more = {"closes_on": speaking.today - timedelta(days=1)}
    with pytest.raises(refusal):
        open_pulse(wish=wish(speaking, **more), by=rina, at=speaking.at)
    assert not PulseRound.objects.exists()


def test_a_round_for_nobody_and_by_somebody_without_the_role_are_refused(speaking, rina, budi):
    with pytest.raises(refusals.NobodyInvitedError):
        open_pulse(wish=wish(speaking, units=[speaking.elsewhere]), by=rina, at=speaking.at)
    with pytest.raises(refusals.RoundUnitsError):
        open_pulse(wish=wish(speaking), by=budi, at=speaking.at)


def test_inviting_hundreds_costs_no_more_queries(speaking, rina, django_assert_max_num_queries):
    for number in range(60):
        speaking.person(f"P{number}", speaking.division, superior=speaking.budi)
    with django_assert_max_num_queries(40):
        open_pulse(wish=wish(speaking), by=rina, at=speaking.at)


def test_participation_is_told_in_bands_and_not_of_a_few():
    assert [band_of(20, done) for done in (4, 5, 10, 15)] == [Band.FEW, Band.SOME, Band.MANY, Band.MOST]
    assert band_of(9, 9) is Band.HIDDEN
