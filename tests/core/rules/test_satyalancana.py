"""Who comes into question for the medal of unbroken service."""

from datetime import date
from importlib.resources import files

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pembina.core.rules.appraisal_rating import Certainty
from pembina.core.rules.satyalancana import Discipline, Medal, MedalState, NotInForceError, medal_standings

CASES = yaml.safe_load((files("pembina.core.rules.satyalancana") / "cases.yaml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 22)


def standings(began, *, status="pns", discipline=Discipline.NONE, leave=False, held=(), on=TODAY):
    return medal_standings(
        status=status, began=began, discipline=discipline, had_unpaid_leave=leave, held=frozenset(held), on=on
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_named_cases(case):
    level = case.get("discipline", "none")
    got = standings(
        case["began"],
        status=case.get("status", "pns"),
        discipline=None if level is None else Discipline(level),
        leave=case.get("leave", False),
        held=[Medal(medal) for medal in case.get("held", [])],
    )
    assert [found.state for found in got] == case["states"]
    assert [found.siasn_code for found in got] == [201, 202, 203]
    assert all(found.certainty is Certainty.QUOTED for found in got)
    assert all(found.because.id != found.because.en for found in got)


def test_every_state_has_a_case():
    assert {state for case in CASES for state in case["states"]} == set(MedalState)


def test_who_began_on_a_leap_day_reaches_full_years_on_the_first_of_march():
    assert [found.years_reached_on for found in standings(date(1996, 2, 29))] == [
        date(2006, 3, 1), date(2016, 2, 29), date(2026, 3, 1)
    ]  # fmt: skip
    assert standings(date(2016, 2, 29), on=date(2026, 2, 28))[0].state is MedalState.NOT_YET
    assert standings(date(2016, 2, 29), on=date(2026, 3, 1))[0].state is MedalState.ELIGIBLE


@given(st.dates(date(1980, 1, 1), TODAY), st.dates(date(2010, 1, 1), date(2060, 1, 1)))
def test_more_years_never_come_before_fewer_and_time_takes_no_medal_away(began, on):
    states = [found.state is MedalState.ELIGIBLE for found in standings(began, on=on)]
    assert states == sorted(states, reverse=True)
    later = [found.state is MedalState.ELIGIBLE for found in standings(began, on=on.replace(year=on.year + 1, day=1))]
    assert all(after for before, after in zip(states, later, strict=True) if before)


def test_before_the_law_there_is_no_medal():
    with pytest.raises(NotInForceError):
        standings(date(1990, 1, 1), on=date(2009, 6, 17))
