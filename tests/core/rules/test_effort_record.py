"""Process and effort: counts with what is missing, difficulty agreed at the start, quality that did not pay."""

from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from importlib.resources import files
from zoneinfo import ZoneInfo

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pembina.core.rules.appraisal_rating import Certainty
from pembina.core.rules.effort_record import (
    Agreement,
    AgreementState,
    Difficulty,
    EffortRecord,
    ImprovementState,
    NotInForceError,
    QualityGuard,
    Refusal,
    TimedStep,
    UnusableEffortError,
    agreed_difficulty,
    difficulties,
    effort_record,
    improvement,
    timeliness,
)
from pembina.core.rules.goal_progress import Direction, Measure, UnusableGoalError, achievement
from pembina.core.rules.programme_decision import GuardState

CASES = yaml.safe_load((files("pembina.core.rules.effort_record") / "cases.yaml").read_text(encoding="utf-8"))
WIB = ZoneInfo("Asia/Jakarta")
NOW, TODAY, STARTS = datetime(2026, 11, 22, 10, tzinfo=WIB), date(2026, 11, 22), date(2026, 1, 1)
named = {"ids": lambda case: case["name"]}
moments = st.one_of(st.none(), st.integers(-2000, 0).map(lambda minutes: NOW + timedelta(minutes=minutes)))
amounts = st.decimals(min_value=0, max_value=100, places=2)


def decimal(written):
    return None if written is None else Decimal(written)


def moment(written):
    return None if written is None else datetime.fromisoformat(written).replace(tzinfo=WIB)


def step(due, done):
    return TimedStep(moment(due), None if done == "open" else moment(done), is_open=done == "open")


def guard(name="SKM", direction="higher", before="84", after="84", tolerated="0.5"):
    return QualityGuard(name, "poin", Direction(direction), decimal(before), decimal(after), Decimal(tolerated))


def waiting(realised, baseline="21", guards=()):
    measure = Measure("hari", Direction.LOWER, decimal(baseline), Decimal(3))
    found = achievement(measure=measure, realised=decimal(realised), on=TODAY)
    return improvement(name="Waktu tunggu", achievement=found, guards=guards)


def agreed(agreement, on=TODAY):
    return agreed_difficulty(agreement=agreement, starts=STARTS, on=on)


def refused(because, call, *args, **kwargs):
    with pytest.raises(UnusableEffortError) as refusal:
        call(*args, **kwargs)
    assert refusal.value.reason is because
    assert refusal.value.remedy.id != refusal.value.remedy.en


@pytest.mark.parametrize("case", CASES["timeliness"], **named)
def test_named_steps(case):
    got = timeliness(steps=[step(*each) for each in case["steps"]], at=NOW)
    assert [got.in_time, got.late, got.running, got.missing] == [
        case[name] for name in ("in_time", "late", "running", "missing")
    ]
    assert got.share == decimal(case["share"])
    assert ("tanpa catatan waktu" in got.because.id) is (case["missing"] > 0)
    assert ("belum dapat disebut" in got.because.id) is (case["share"] is None)


@pytest.mark.parametrize("case", CASES["difficulty"], **named)
def test_named_agreements(case):
    agreement = Agreement(Difficulty(case["level"]), case["agreed_on"]) if case["level"] else None
    got = agreed(agreement)
    assert got.state == case["state"]
    assert (got.step.label.id if got.step else None) == case["words"]
    assert ("sudah terlihat" in got.because.id) is (case["state"] == "agreed_late")
    assert ("tidak berarti biasa" in got.because.id) is (case["state"] == "missing")


@pytest.mark.parametrize("case", CASES["improvement"], **named)
def test_named_improvements(case):
    guards = [guard(name, *figures) for name, figures in case["guards"].items()]
    got = waiting(case["realised"], case.get("baseline", "21"), guards)
    assert got.state == case["state"]
    assert got.state.label.id in got.because.id
    assert got.state.label.en in got.because.en


def test_every_state_has_a_case():
    assert {case["state"] for case in CASES["improvement"]} == set(ImprovementState)
    assert {case["state"] for case in CASES["difficulty"]} == set(AgreementState)
    assert {case["level"] for case in CASES["difficulty"]} - {None} == set(Difficulty)


def test_the_reasons_say_what_fell_and_by_how_much_it_might_have():
    fell = waiting("2", guards=[guard(after="80.5")])
    assert "19 hari lebih baik daripada semula; tidak diakui, karena mutu turun" in fell.because.id
    assert "SKM dari 84 menjadi 80,5 poin, boleh memburuk 0,5: turun melebihi batas." in fell.because.id
    assert "Tidak ada penjaga mutu" in waiting("2").because.id
    assert "9 hari lebih buruk" in waiting("30").because.id


def test_difficulty_has_three_degrees_each_in_words():
    degrees = difficulties(on=TODAY)
    assert [found.difficulty for found in degrees] == list(Difficulty)
    assert len({found.words.id for found in degrees}) == 3


def test_the_record_has_parts_and_no_total_and_says_that_it_changes_no_predicate():
    got = effort_record(
        steps=[step("2026-11-02T10:00", "2026-11-01T09:00")],
        agreement=Agreement(Difficulty.DEMANDING, STARTS),
        starts=STARTS,
        improvements=[waiting("2", guards=[guard()])],
        at=NOW,
        on=TODAY,
    )
    assert (got.timeliness.in_time, got.difficulty.state) == (1, AgreementState.AGREED)
    assert [found.state for found in got.improvements] == [ImprovementState.RECOGNISED]
    assert got.certainty is Certainty.CONVENTION
    assert "tidak mengubah predikat" in got.because.id
    told = {field.name for field in fields(EffortRecord)}
    assert told == {"timeliness", "difficulty", "improvements", "article", "certainty", "because"}


def test_nothing_known_is_a_record_without_numbers():
    got = effort_record(steps=(), agreement=None, starts=STARTS, improvements=(), at=NOW, on=TODAY)
    assert (got.timeliness.share, got.difficulty.step, got.improvements) == (None, None, ())


@given(st.lists(st.tuples(moments, moments, st.booleans()), max_size=8))
def test_every_step_is_counted_once_and_the_share_is_bounded(rows):
    steps = [TimedStep(due, None if is_open else done, is_open) for due, done, is_open in rows]
    got = timeliness(steps=steps, at=NOW)
    assert got.in_time + got.late + got.running + got.missing == len(rows)
    assert got.share is None or 0 <= got.share <= 100
    assert (got.share == 100) is (got.in_time > 0 and got.late == 0)


@given(st.lists(st.tuples(moments, moments), max_size=6), st.integers(1, 600))
def test_more_time_never_makes_a_step_late(rows, minutes):
    due = [TimedStep(due, done) for due, done in rows]
    more = [TimedStep(step.due and step.due + timedelta(minutes=minutes), step.done) for step in due]
    assert timeliness(steps=due, at=NOW).in_time <= timeliness(steps=more, at=NOW).in_time


@given(amounts, amounts, amounts, amounts, st.sampled_from(Direction))
def test_a_guard_breaks_beyond_its_tolerance_and_never_within(before, after, less, tolerated, direction):
    figure = QualityGuard("SKM", "poin", direction, before, after, tolerated)
    assert (figure.state is GuardState.BROKEN) is ((before - after) * direction.sign > tolerated)
    looser = QualityGuard("SKM", "poin", direction, before, after, tolerated + less)
    assert not (figure.state is GuardState.HELD and looser.state is GuardState.BROKEN)


@given(st.lists(st.tuples(amounts, amounts), max_size=3))
def test_one_more_guard_never_lets_an_improvement_be_recognised_that_was_not(rows):
    guards = [QualityGuard("SKM", "poin", Direction.HIGHER, before, after, Decimal(1)) for before, after in rows]
    states = [waiting("2", guards=guards[:n]).state for n in range(1, len(guards) + 1)]
    recognised = [state is ImprovementState.RECOGNISED for state in states]
    assert recognised == sorted(recognised, reverse=True)


def test_what_cannot_be_on_the_record_is_refused():
    naive = datetime(2026, 11, 2, 10)  # noqa: DTZ001
    refused(Refusal.NAIVE, TimedStep, naive, None)
    refused(Refusal.NAIVE, timeliness, steps=[], at=naive)
    refused(Refusal.OPEN_AND_DONE, TimedStep, NOW, NOW, is_open=True)
    refused(Refusal.DONE_LATER, timeliness, steps=[TimedStep(NOW, NOW.astimezone(UTC) + timedelta(1))], at=NOW)
    refused(Refusal.DONE_LATER, agreed, Agreement(Difficulty.USUAL, TODAY + timedelta(1)))
    refused(Refusal.OFF_SCALE, agreed, Agreement("mudah", STARTS))
    refused(Refusal.TOLERANCE, guard, tolerated="-0.1")
    with pytest.raises(UnusableGoalError):
        QualityGuard("SKM", "poin", Direction.HIGHER, 84.2, None, Decimal(1))


def test_before_the_first_version_there_is_no_record():
    with pytest.raises(NotInForceError):
        agreed(None, on=date(2022, 2, 6))
