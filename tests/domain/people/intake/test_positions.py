"""The rule of dates, case by case, and what it promises: the same file twice changes nothing."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembina.domain.people.enums import AssignmentStep
from pembina.domain.people.intake.positions import ONE_DAY, Wanted, outcome_of
from pembina.domain.people.intake.record import Held

ON = date(2026, 11, 22)
NIPS = {1: "a", 2: "b"}
Y2018, Y2020, Y2022, Y2024 = (date(year, 1, 1) for year in (2018, 2020, 2022, 2024))
FUTURE = date(2027, 3, 1)


def held(starts_on, ends_on=None, *, unit=1, position="Guru", superior=None, code="", number=1):
    return Held(number, 7, unit, position, code, "functional", superior, starts_on, ends_on)


def wanted(since=None, *, unit=1, position="Guru", superior=None, code=None, kind=None):
    return Wanted(unit, position, code, kind, superior, since)


def outcome(row, *history, on=ON):
    return outcome_of(row, history, on=on, superior_of=NIPS, kind_if_unknown="executive")


def spans(result):
    """Return step and days of what holds afterwards, or the note."""
    if result.to is None:
        return result.note
    return str(result.step), result.to.starts_on, result.to.ends_on


CASES = {
    "nothing held, begins on its day": (wanted(Y2020), [], ("begin", Y2020, None)),
    "nothing held, no day given": (wanted(), [], ("begin", ON, None)),
    "begins in the future": (wanted(FUTURE), [], ("begin", FUTURE, None)),
    "after an ended one": (wanted(Y2022), [held(Y2018, Y2020)], ("begin", Y2022, None)),
    "into an ended one": (wanted(Y2020), [held(Y2018, Y2022, position="Camat")], "overlap"),
    "the ended one goes on": (wanted(Y2018), [held(Y2018, Y2022)], ("begin", ON, None)),
    "before a later one": (wanted(Y2020), [held(FUTURE)], ("begin", Y2020, FUTURE - ONE_DAY)),
    "the same": (wanted(Y2020), [held(Y2020)], ""),
    "the same, no day given": (wanted(), [held(Y2020)], ""),
    "says nothing": (wanted(Y2020, unit=None, position=None), [held(Y2020, superior=1)], ""),
    "spelling": (wanted(Y2020, position="GURU."), [held(Y2020)], ("correct", Y2020, None)),
    "spelling, no day given": (wanted(position="guru"), [held(Y2020)], ("correct", Y2020, None)),
    "another name from the same day": (wanted(Y2020, position="Camat"), [held(Y2020)], ("correct", Y2020, None)),
    "another name, no day given": (wanted(position="Camat"), [held(Y2020)], ("succeed", ON, None)),
    "another name from a later day": (wanted(Y2022, position="Camat"), [held(Y2020)], ("succeed", Y2022, None)),
    "another name from an earlier day": (wanted(Y2018, position="Camat"), [held(Y2020)], ("succeed", ON, None)),
    "another unit from the same day": (wanted(Y2020, unit=2), [held(Y2020)], ("succeed", ON, None)),
    "another unit in the future": (wanted(FUTURE, unit=2), [held(Y2020)], ("succeed", FUTURE, None)),
    "another superior": (wanted(Y2020, superior="a"), [held(Y2020)], ("succeed", ON, None)),
    "another superior on the first day": (wanted(superior="a"), [held(ON)], ("correct", ON, None)),
    "an end already known stays": (wanted(unit=2), [held(Y2020, FUTURE)], ("succeed", ON, FUTURE)),
    "only the code": (wanted(Y2020, code="X1"), [held(Y2020)], ("correct", Y2020, None)),
    "began earlier": (wanted(Y2018), [held(Y2020)], ("correct", Y2018, None)),
    "began later": (wanted(Y2022), [held(Y2020)], ("correct", Y2022, None)),
    "began earlier, but somebody sat there": (
        wanted(Y2018), [held(Y2018 - ONE_DAY, Y2020, position="Camat"), held(Y2020 + ONE_DAY)], "since_differs"),
    "begun under another superior": (
        wanted(Y2018, superior="b"), [held(Y2018, Y2020, superior=1), held(Y2020 + ONE_DAY, superior=2)], ""),
    "inside an earlier one": (
        wanted(Y2020, unit=2), [held(Y2018, Y2022), held(Y2022 + ONE_DAY, position="Camat")], "overlap"),
    "after a later one": (wanted(FUTURE + ONE_DAY, unit=2), [held(FUTURE)], "overlap"),
    "the future one is another": (wanted(FUTURE, unit=2), [held(FUTURE)], ("correct", FUTURE, None)),
    "no unit": (wanted(unit=None), [], "incomplete"),
    "no position": (wanted(position=None), [], "incomplete"),
}  # fmt: skip


@pytest.mark.parametrize(("row", "history", "expected"), CASES.values(), ids=CASES.keys())
def test_the_rule_of_dates(row, history, expected):
    assert spans(outcome(row, *history)) == expected


def test_a_new_position_does_not_keep_the_code_of_the_old_one():
    former = held(Y2020, code="X1")
    assert outcome(wanted(position="Camat"), former).to.position_code == ""
    assert outcome(wanted(position="GURU"), former).to.position_code == "X1"


def test_an_unknown_kind_of_position_is_told():
    assert outcome(wanted(Y2020)).note == "kind_assumed"
    assert outcome(wanted(Y2020, kind="functional")).note == ""


DAYS = st.integers(0, 40).map(lambda step: date(2024, 1, 1) + timedelta(days=step))
ROWS = st.builds(
    Wanted,
    unit=st.none() | st.integers(1, 2),
    position=st.none() | st.sampled_from(["Guru", "GURU", "Camat"]),
    position_code=st.none() | st.sampled_from(["", "X1"]),
    position_kind=st.none() | st.sampled_from(["functional", "structural"]),
    superior=st.none() | st.sampled_from(["a", "b"]),
    since=st.none() | DAYS,
)


@st.composite
def histories(draw):
    """Assignments that do not overlap, the last one perhaps open."""
    days = sorted(draw(st.sets(DAYS, max_size=8)))
    if len(days) % 2:
        days.append(None)
    return [
        Held(number, 7, draw(st.integers(1, 2)), draw(st.sampled_from(["Guru", "guru", "Camat"])),
             draw(st.sampled_from(["", "X1"])), "functional", draw(st.none() | st.integers(1, 2)), first, last)
        for number, (first, last) in enumerate(zip(days[::2], days[1::2], strict=True), 1)
    ]  # fmt: skip


def carried_out(result, history):
    """Return the history after a step, as the writer leaves it."""
    numbers = {nip: number for number, nip in NIPS.items()}
    if result.to is None:
        return history
    to, number = result.to, result.running.id if result.running else 99
    new = Held(
        99 if result.step != AssignmentStep.CORRECT else number, 7, to.unit, to.position, to.position_code,
        to.position_kind, numbers.get(to.superior), to.starts_on, to.ends_on,
    )  # fmt: skip
    kept = [each for each in history if each.id != number]
    if result.step == AssignmentStep.SUCCEED:
        kept.append(result.running._replace(ends_on=to.starts_on - ONE_DAY))
    return sorted([*kept, new], key=lambda each: each.starts_on)


@given(row=ROWS, history=histories(), on=DAYS)
def test_nothing_overlaps_and_the_same_row_again_changes_nothing(row, history, on):
    after = carried_out(outcome(row, *history, on=on), history)
    for one, next_one in pairwise(after):
        assert one.ends_on is not None
        assert one.starts_on <= one.ends_on < next_one.starts_on
    again = outcome(row, *after, on=on)
    assert again.step == AssignmentStep.NONE, (after, again)


@given(rows=st.lists(ROWS, max_size=5), history=histories(), on=DAYS)
def test_no_sequence_of_files_makes_days_overlap(rows, history, on):
    for step, row in enumerate(rows):
        history = carried_out(outcome(row, *history, on=on + timedelta(days=step)), history)
        history = [each._replace(id=number) for number, each in enumerate(history, 1)]
    for one, next_one in pairwise(history):
        assert one.ends_on is not None
        assert one.ends_on < next_one.starts_on
