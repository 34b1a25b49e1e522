"""Learning hours of a year against the bounds for PNS and PPPK."""

from datetime import date
from decimal import Decimal
from importlib.resources import files

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pembina.core.rules.learning_hours import (
    Bounds,
    Certainty,
    Equivalent,
    NotInForceError,
    OwnBounds,
    OwnForm,
    Refusal,
    State,
    Unit,
    UnusableHoursError,
    form,
    learning_hours,
    year_sum,
    yearly_standing,
)

CASES = yaml.safe_load((files("pembina.core.rules.learning_hours") / "cases.yaml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 22)


def standing(status="pns", *, year=2026, hours, on=TODAY, own=()):
    known = hours if hours is None or isinstance(hours, float) else Decimal(hours)
    return yearly_standing(status=status, year=year, hours=known, on=on, own=own)


def own_bounds(first=date(2026, 1, 1), last=None, least=None, most=None):
    return OwnBounds("pppk", first, last, Bounds(least, most, Certainty.GOVERNMENT, "Perbup 7/2026"))


@pytest.mark.parametrize("case", CASES["years"], ids=lambda case: case["name"])
def test_named_cases(case):
    got = standing(case["status"], hours=case["hours"])
    assert (got.state, got.short_by, got.over_by) == (
        case["state"], Decimal(case["short_by"]), Decimal(case["over_by"])
    )  # fmt: skip


def test_the_bounds_say_their_article_and_how_sure_they_are():
    pns, pppk = standing(hours=5), standing("pppk", hours=5)
    assert (pns.minimum, pns.maximum, pppk.minimum, pppk.maximum) == (20, None, None, 24)
    assert "Pasal 203 ayat (4)" in pns.article
    assert "PP 49/2018" in pppk.article
    assert (pns.certainty, pppk.certainty) == (Certainty.QUOTED, Certainty.UNCONFIRMED)


def test_the_sentence_tells_a_running_year_from_one_that_is_over():
    running, over = standing(hours="7.5"), standing(hours="7.5", year=2025)
    assert "masih kurang 12,5 JP" in running.because.id
    assert "still short by 12.5 JP" in running.because.en
    assert "masih" not in over.because.id
    assert (running.has_ended, over.has_ended) == (False, True)


def test_unknown_hours_are_not_none():
    got = standing(hours=None)
    assert (got.state, got.hours, got.short_by, got.over_by) == (State.UNKNOWN, None, None, None)
    assert "nol" in got.because.id


def test_a_year_is_judged_by_the_rules_at_its_end():
    assert standing("pppk", year=2017, hours=40).state is State.WITHIN
    assert standing("pppk", year=2018, hours=40).state is State.OVER
    assert "PP 17/2020" not in standing(year=2019, hours=40).article
    with pytest.raises(NotInForceError):
        standing(year=2016, hours=40)


def test_the_bounds_of_a_government_win_while_they_apply():
    ours = [own_bounds(least=Decimal(20), most=Decimal(60))]
    assert standing("pppk", hours=30, own=ours).state is State.MET
    assert standing("pppk", hours=10, own=ours).state is State.BEHIND
    assert standing("pppk", hours=61, own=ours).state is State.OVER
    assert standing("pppk", hours=30, year=2025, own=ours).state is State.OVER
    assert standing("pns", hours=10, own=ours).minimum == 20


def test_bounds_that_contradict_themselves_and_unusable_hours_are_refused():
    for reason, call in (
        (Refusal.AMBIGUOUS, lambda: standing("pppk", hours=3, own=[own_bounds(), own_bounds()])),
        (Refusal.BACKWARDS, lambda: own_bounds(last=date(2025, 1, 1))),
        (Refusal.AMOUNT, lambda: own_bounds(most=Decimal(0))),
        (Refusal.AMOUNT, lambda: standing(hours="-1")),
        (Refusal.AMOUNT, lambda: standing(hours=0.0)),
    ):
        with pytest.raises(UnusableHoursError) as refusal:
            call()
        assert refusal.value.reason is reason


def test_a_form_gives_at_most_its_bound_of_a_year_and_certificates_count_in_full():
    table = Equivalent(Decimal(2), Unit.MEETING, None, Decimal(6), Certainty.GOVERNMENT, "Perbup 7/2026")
    coaching = form(14, on=TODAY, own=[OwnForm(14, date(2026, 1, 1), None, table)])
    seminar = form(9, on=TODAY)
    entries = [(coaching, learning_hours(form=coaching, units=1, on=TODAY)) for _ in range(5)]
    entries.append((coaching, learning_hours(form=coaching, certificate_hours=7, on=TODAY)))
    entries.append((seminar, learning_hours(form=seminar, minutes=90, on=TODAY)))
    total = year_sum(entries)
    assert (total.hours, total.left_out) == (6 + 7 + 2, 4)
    assert year_sum([]).hours == 0


@given(st.decimals(0, 500, places=2), st.sampled_from(["pns", "pppk"]))
def test_hours_less_what_is_over_plus_what_is_short_lie_within_the_bounds(hours, status):
    got = standing(status, hours=hours)
    settled = got.hours + got.short_by - got.over_by
    assert (got.minimum or 0) <= settled <= (got.maximum or 10**9)
    assert (got.short_by == 0) or (got.over_by == 0)
