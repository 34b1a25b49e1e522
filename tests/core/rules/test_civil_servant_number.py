"""The number of a civil servant: named cases, properties, what is refused and what is only remarked."""

from contextlib import suppress
from datetime import date
from importlib.resources import files

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pembina.core.rules.civil_servant_number import (
    NotInForceError,
    UnreadableNumberError,
    findings_on,
    read_number,
)

DAY = date(2026, 11, 22)
CASES = yaml.safe_load((files("pembina.core.rules.civil_servant_number") / "cases.yaml").read_text(encoding="utf-8"))
READABLE = [case for case in CASES if "reads" in case]
REFUSED = [case for case in CASES if "refused" in case]
SARI = "199203152019032999"

births = st.dates(date(1950, 1, 1), date(2008, 12, 31))


@pytest.mark.parametrize("case", READABLE, ids=lambda case: case["name"])
def test_named_case_is_read(case):
    number = read_number(case["text"], on=DAY, status=case.get("status"))
    assert {name: getattr(number, name) for name in case["reads"]} == case["reads"]


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case["name"])
def test_named_case_is_refused_with_a_remedy_in_both_languages(case):
    with pytest.raises(UnreadableNumberError) as refused:
        read_number(case["text"], on=DAY, status=case.get("status"))
    assert refused.value.reason == case["refused"]
    assert all((refused.value.message.id, refused.value.message.en, refused.value.remedy.id, refused.value.remedy.en))


def test_every_reason_has_a_case():
    from pembina.core.rules.civil_servant_number import Reason

    assert {case["refused"] for case in REFUSED} == set(Reason)


@given(births, st.integers(18, 40), st.integers(1, 12), st.sampled_from("12"), st.integers(1, 999))
def test_what_goes_in_comes_out(born, age, month, sex, sequence):
    text = f"{born:%Y%m%d}{born.year + age}{month:02}{sex}{sequence:03}"
    number = read_number(text, on=date(2060, 1, 1))
    assert (number.birth_date, number.start_year, number.start_month) == (born, born.year + age, month)
    assert read_number(number.spaced, on=date(2060, 1, 1)) == number


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused_and_never_breaks(text):
    with suppress(UnreadableNumberError):
        assert len(read_number(text, on=DAY).text) == 18


def test_spreadsheet_damage_is_said_to_be_that():
    with pytest.raises(UnreadableNumberError, match="lembar kerja") as refused:
        read_number("1.98E+17", on=DAY)
    assert "Teks" in refused.value.remedy.id


def test_a_number_explains_itself_and_names_its_basis():
    number = read_number(SARI, on=DAY)
    assert "15 Maret 1992" in number.because.id
    assert "a woman" in number.because.en
    assert "22/2007" in number.article
    assert number.spaced == "19920315 201903 2 999"


def test_a_number_that_agrees_has_no_findings():
    number = read_number(SARI, on=DAY)
    assert findings_on(number, on=DAY, birth_date=date(1992, 3, 15), sex="female") == ()


def test_what_disagrees_is_remarked_and_not_refused():
    found = findings_on(read_number(SARI, on=DAY), on=DAY, birth_date=date(1992, 3, 16), sex="male")
    assert [finding.code for finding in found] == ["birth_date_differs", "sex_differs"]


def test_a_start_at_a_tender_age_or_in_the_future_is_remarked():
    young = read_number("199203152005032001", on=DAY)
    later = read_number("199203152026122001", on=DAY)
    assert [finding.code for finding in findings_on(young, on=DAY)] == ["began_young"]
    assert [finding.code for finding in findings_on(later, on=DAY)] == ["begins_later"]


def test_a_day_before_the_regulation_is_refused():
    with pytest.raises(NotInForceError, match="17 Juli 2007"):
        read_number(SARI, on=date(2005, 1, 1))
