"""How many of a unit may be away on one day."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembina.core.learning import UnusableCoverError, allowed_away, cover_gaps

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
FIFTH = Fraction(1, 5)


def people(number):
    return {f"P{one}" for one in range(number)}


@pytest.mark.parametrize(
    ("staff", "share", "allowed"),
    [(10, "0.3", 3), (10, "0.25", 2), (4, "0.2", 1), (1, "0.2", 1), (7, "1", 7), (100, "0.29", 29), (3, "0.01", 1)],
)
def test_the_share_is_rounded_down_and_one_may_always_go(staff, share, allowed):
    assert allowed_away(staff, Decimal(share)) == allowed


def test_a_gap_is_told_by_day_and_unit_with_its_persons():
    away = {("Dukcapil", TUESDAY): people(3), ("Dukcapil", MONDAY): people(2), ("DPMPTSP", TUESDAY): people(5)}
    gaps = cover_gaps(staff={"Dukcapil": 10, "DPMPTSP": 12, "Puskesmas": 5}, away=away, share=FIFTH)
    assert [(gap.unit, gap.day, len(gap.away), gap.allowed) for gap in gaps] == [
        ("DPMPTSP", TUESDAY, 5, 2), ("Dukcapil", TUESDAY, 3, 2)
    ]  # fmt: skip
    assert gaps[1].away == ("P0", "P1", "P2")
    assert "3 dari 10" in gaps[1].because.id
    assert "at most 2" in gaps[1].because.en


def test_the_only_person_of_a_unit_may_go_and_it_is_told():
    (gap,) = cover_gaps(staff={"Kelurahan": 1}, away={("Kelurahan", MONDAY): people(1)}, share=FIFTH)
    assert (gap.exceeds, gap.leaves_nobody) == (False, True)
    assert "tidak ada pegawai yang tinggal" in gap.because.id


def test_nobody_away_is_no_gap():
    assert cover_gaps(staff={}, away={("Kelurahan", MONDAY): set()}, share=FIFTH) == ()


@pytest.mark.parametrize("share", [0, -1, Decimal("1.1"), 0.3, Decimal("NaN")])
def test_a_share_that_is_none_is_refused(share):
    with pytest.raises(UnusableCoverError):
        allowed_away(10, share)


@pytest.mark.parametrize("staff", [{}, {"Kelurahan": 0}])
def test_a_unit_whose_people_are_not_known_is_refused(staff):
    with pytest.raises(UnusableCoverError) as refusal:
        cover_gaps(staff=staff, away={("Kelurahan", MONDAY): people(1)}, share=FIFTH)
    assert refusal.value.remedy.id


@given(st.integers(1, 300), st.integers(1, 100))
def test_one_more_than_allowed_is_a_gap_and_no_more_than_the_share_are_allowed(staff, percent):
    share = Fraction(percent, 100)
    allowed = allowed_away(staff, share)
    assert allowed == 1 or allowed <= staff * share < allowed + 1
    gaps = cover_gaps(
        staff={"U": staff}, away={("U", MONDAY): people(allowed), ("U", TUESDAY): people(allowed + 1)}, share=share
    )
    assert [gap.day for gap in gaps if gap.exceeds] == [TUESDAY]
