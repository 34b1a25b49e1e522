"""By when complaints are answered: named cases, and what the sentence to the citizen says."""

from datetime import UTC, date, datetime
from importlib.resources import files
from zoneinfo import ZoneInfo

import pytest
import yaml

from pembina.core.rules.complaint_deadlines import (
    Certainty,
    NotInForceError,
    Severity,
    complaint_deadline,
    contact_retention,
    reopening_window,
    severities,
)
from pembina.core.rules.service_time import Holiday, UnusableTimesError, WorkingCalendar, office_hours

CASES = yaml.safe_load((files("pembina.core.rules.complaint_deadlines") / "cases.yaml").read_text(encoding="utf-8"))
JAKARTA = ZoneInfo("Asia/Jakarta")
TODAY = date(2026, 11, 22)
CALENDAR = WorkingCalendar(
    "WIB",
    office_hours(on=TODAY).usual,
    (Holiday(date(2026, 3, 20), "Libur", "national"), Holiday(date(2026, 3, 23), "Libur", "national")),
)


def moment(written):
    return (written if isinstance(written, datetime) else datetime.fromisoformat(written)).replace(tzinfo=JAKARTA)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_named_cases(case):
    severity = Severity(case["severity"]) if case["severity"] else None
    due = complaint_deadline(severity=severity, received=moment(case["received"]), calendar=CALENDAR, on=TODAY)
    assert due.due_on == case["due"]
    assert due.is_provisional is (severity is None)


def test_the_sentence_names_both_days_and_the_limit_in_both_languages():
    due = complaint_deadline(severity=Severity.MINOR, received=moment("2026-01-05T09:00"), calendar=CALENDAR, on=TODAY)
    for said, month in ((due.because.id, "Januari"), (due.because.en, "January")):
        assert f"5 {month} 2026" in said
        assert f"7 {month} 2026" in said
        assert " 2 " in said
    assert "UU 25/2009" in due.article
    assert due.certainty is Certainty.PUBLISHED


def test_every_severity_has_its_limit_and_says_how_sure_it_is():
    rules = severities(on=TODAY)
    assert [(rule.severity, rule.working_days) for rule in rules] == [
        (Severity.MINOR, 2), (Severity.NORMATIVE, 5), (Severity.SERVICE, 14), (Severity.OVERSIGHT, 60)
    ]  # fmt: skip
    assert all("standar pelayanan" in rule.certainty.sentence.id for rule in rules)
    assert reopening_window(on=TODAY).certainty is contact_retention(on=TODAY).certainty is Certainty.CONVENTION


def test_before_the_law_there_is_no_deadline():
    with pytest.raises(NotInForceError):
        complaint_deadline(
            severity=None, received=datetime(2000, 1, 3, tzinfo=UTC), calendar=CALENDAR, on=date(2000, 1, 3)
        )


def test_a_time_without_zone_is_refused():
    with pytest.raises(UnusableTimesError):
        complaint_deadline(severity=None, received=datetime(2026, 1, 5), calendar=CALENDAR, on=TODAY)  # noqa: DTZ001
