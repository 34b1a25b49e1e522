"""Learning hours of one activity: the catalogue, named cases, and a government's own table."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from importlib.resources import files

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pembina.core.rules.learning_hours import (
    Certainty,
    Equivalent,
    NotInForceError,
    OwnForm,
    Refusal,
    Source,
    Unit,
    UnusableHoursError,
    form,
    forms,
    learning_hours,
)

CASES = yaml.safe_load((files("pembina.core.rules.learning_hours") / "cases.yaml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 22)
DECREE = "Perbup 7/2026"


def own(siasn_id=4, *, first=date(2026, 1, 1), last=None, jp="6", activity=None, unit=Unit.DAY):
    most = None if activity is None else Decimal(activity)
    table = Equivalent(Decimal(jp), unit, most, None, Certainty.GOVERNMENT, DECREE)
    return OwnForm(siasn_id, first, last, table)


def refused(because, call, *args, **kwargs):
    with pytest.raises(UnusableHoursError) as refusal:
        call(*args, **kwargs)
    assert refusal.value.reason is because
    assert refusal.value.remedy.id != refusal.value.remedy.en


@pytest.mark.parametrize("case", CASES["hours"], ids=lambda case: case["name"])
def test_named_cases(case):
    stated = case.get("certificate_hours")
    got = learning_hours(
        form=form(case["form"], on=TODAY),
        minutes=case.get("minutes"),
        units=case.get("units"),
        certificate_hours=None if stated is None else Decimal(stated),
        on=TODAY,
    )
    assert (str(got.hours), got.source) == (case["hours"], case["source"])
    assert got.article
    assert got.because.id != got.because.en


def test_the_catalogue_has_the_25_forms_of_siasn_with_their_certificate_codes():
    known = forms(on=TODAY)
    assert [entry.siasn_id for entry in known] == list(range(1, 26))
    assert [entry.siasn_id for entry in known if entry.is_classical] == list(range(1, 14))
    assert "".join(entry.certificate for entry in known) == "TFTPTTPTPTTTT" + "T" * 12
    assert len({entry.label.id for entry in known} | {entry.label.en for entry in known}) >= 25


def test_the_equivalents_say_that_they_are_no_regulation():
    tables = {entry.siasn_id: entry.equivalent for entry in forms(on=TODAY)}
    assert [siasn_id for siasn_id, table in tables.items() if table is None] == [1, 5, 13, 24, 25]
    known = [table for table in tables.values() if table]
    assert {table.certainty for table in known} == {Certainty.AGENCY}
    assert "bukan peraturan" in Certainty.AGENCY.sentence.id
    assert {siasn_id: int(tables[siasn_id].jp_per_unit) for siasn_id in (2, 4, 10, 14, 16, 17, 18, 20, 21)} == {
        2: 4, 4: 5, 10: 20, 14: 2, 16: 3, 17: 4, 18: 20, 20: 10, 21: 20,
    }  # fmt: skip


def test_an_own_table_wins_on_its_days_and_the_catalogue_on_all_others():
    ours = [own(first=date(2026, 2, 1), last=date(2026, 6, 30))]
    days = {
        day: form(4, on=day, own=ours).equivalent for day in (date(2026, 1, 31), date(2026, 2, 1), date(2026, 6, 30))
    }
    assert [table.jp_per_unit for table in days.values()] == [5, 6, 6]
    assert form(4, on=date(2026, 7, 1), own=ours).equivalent.certainty is Certainty.AGENCY
    got = learning_hours(form=form(4, on=date(2026, 3, 1), own=ours), units=2, on=date(2026, 3, 1))
    assert (got.hours, got.certainty, got.article) == (12, Certainty.GOVERNMENT, DECREE)
    assert "2 hari" in got.because.id


def test_a_government_may_take_an_equivalent_away_and_call_an_internship_not_classical():
    ours = [OwnForm(10, date(2026, 1, 1), None, None, is_classical=False)]
    internship = form(10, on=TODAY, own=ours)
    assert (internship.equivalent, internship.is_classical) == (None, False)
    refused(Refusal.NO_EQUIVALENT, learning_hours, form=internship, units=1, on=TODAY)


def test_one_activity_gives_at_most_its_bound_unless_a_certificate_says_more():
    bounded = form(4, on=TODAY, own=[own(activity="8")])
    for facts in ({"units": 3}, {"minutes": 450}):
        got = learning_hours(form=bounded, on=TODAY, **facts)
        assert (got.hours, got.is_capped) == (8, True)
        assert "batas satu kegiatan" in got.because.id
    assert learning_hours(form=bounded, certificate_hours=30, on=TODAY).hours == 30


def test_what_is_not_known_is_refused_and_never_a_default():
    seminar, structural = form(9, on=TODAY), form(1, on=TODAY)
    refused(Refusal.NOTHING_TO_COUNT, learning_hours, form=seminar, on=TODAY)
    refused(Refusal.NO_EQUIVALENT, learning_hours, form=structural, units=1, on=TODAY)
    refused(Refusal.UNKNOWN_FORM, form, 26, on=TODAY)
    refused(Refusal.UNKNOWN_FORM, forms, on=TODAY, own=[own(99)])


@pytest.mark.parametrize("amount", [0, -1, 1.5, Decimal("NaN"), Decimal("Infinity"), Decimal("1e9"), True, "4"])
@pytest.mark.parametrize("name", ["minutes", "units", "certificate_hours"])
def test_unusable_amounts_are_refused(name, amount):
    refused(Refusal.AMOUNT, learning_hours, form=form(9, on=TODAY), on=TODAY, **{name: amount})


def test_own_tables_that_contradict_themselves_are_refused():
    refused(Refusal.AMBIGUOUS, forms, on=TODAY, own=[own(), own(first=date(2026, 5, 1))])
    refused(Refusal.BACKWARDS, own, last=date(2025, 12, 31))
    refused(Refusal.AMOUNT, own, jp="0")


def test_before_the_regulation_there_is_no_catalogue():
    with pytest.raises(NotInForceError):
        forms(on=date(2017, 4, 6))


@given(st.integers(1, 100_000))
def test_a_fraction_of_an_hour_is_never_rounded_up_and_loses_less_than_a_hundredth(minutes):
    got = learning_hours(form=form(9, on=TODAY), minutes=minutes, on=TODAY)
    assert 0 <= Fraction(minutes, 45) - Fraction(got.hours) < Fraction(1, 100)
    assert got.source is Source.DURATION
