"""The clocks after an appraisal over the holidays of 2026 and 2027: due days, lateness, and a right that stays."""

from datetime import date, timedelta
from importlib.resources import files

import pytest
import yaml
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st

from pembina.core.rules.appraisal_rating import (
    Certainty,
    Evaluator,
    Government,
    Position,
    finality_of_result,
)
from pembina.core.rules.objection_deadlines import (
    Actor,
    NotInForceError,
    Refusal,
    RightState,
    Since,
    Step,
    StepState,
    UnusableClockError,
    annual_window,
    objection_right,
    step_deadline,
    step_standing,
    steps,
)
from pembina.core.rules.service_time import Holiday, SpecialHours, UnusableTimesError, WorkingCalendar, office_hours
from pembina.core.text import written

CASES = yaml.safe_load((files("pembina.core.rules.objection_deadlines") / "cases.yaml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 22)
WEEK = office_hours(on=TODAY).usual
DAYS_OFF = country_holidays("ID", categories=("public", "government"), years=(2026, 2027))
CALENDAR = WorkingCalendar("WIB", WEEK, tuple(Holiday(day, "libur", "national") for day in sorted(DAYS_OFF)))
OPEN, FINAL = (
    finality_of_result(
        position=Position.OTHER,
        government=Government.REGIONAL,
        evaluator=Evaluator.OTHER,
        rater_was_silent=silent,
        on=TODAY,
    )
    for silent in (False, True)
)


def due(step, since, calendar=CALENDAR):
    return step_deadline(step=step, since=since, calendar=calendar, on=TODAY)


def standing(deadline, *, done=None, on=TODAY):
    return step_standing(deadline=deadline, done=done, calendar=CALENDAR, on=on)


def right(*, finality=OPEN, received=None, filed=None, on):
    return objection_right(finality=finality, received=received, filed=filed, calendar=CALENDAR, on=on)


def refused(because, call, *args, **kwargs):
    with pytest.raises(UnusableClockError) as refusal:
        call(*args, **kwargs)
    assert refusal.value.reason is because
    assert refusal.value.remedy.id != refusal.value.remedy.en


@pytest.mark.parametrize("case", CASES["steps"], ids=lambda case: case["name"])
def test_named_cases(case):
    got = due(Step(case["step"]), case["since"])
    assert got.due_on == case["due"]
    assert f"{case['article']} (hlm." in got.article
    assert got.certainty is Certainty.OFFICIAL
    for said, language in ((got.because.id, "id"), (got.because.en, "en")):
        assert written(case["due"]).in_language(language) in said
        assert written(case["since"]).in_language(language) in said


def test_every_step_has_a_case_in_both_years():
    for year in (2026, 2027):
        assert {case["step"] for case in CASES["steps"] if case["due"].year == year} == set(Step)


def test_the_limits_of_the_regulation_with_their_pages():
    told = [(rule.step, rule.working_days, rule.actor, rule.since) for rule in steps(on=TODAY)]
    assert told == [
        (Step.DELIVER, 14, Actor.RATER, Since.SIGNED),
        (Step.RETURN, 14, Actor.EMPLOYEE, Since.RECEIVED),
        (Step.REPORT, 30, Actor.RATER, Since.WINDOW_ENDED),
        (Step.SUPERIOR_SIGNS, 14, Actor.SUPERIOR, Since.WINDOW_ENDED),
        (Step.SUPERIOR_DELIVERS, 7, Actor.SUPERIOR, Since.SIGNED),
        (Step.RETURN_TO_SUPERIOR, 7, Actor.EMPLOYEE, Since.RECEIVED),
        (Step.SUPERIOR_REPORTS, 30, Actor.SUPERIOR, Since.WINDOW_ENDED),
        (Step.OBJECT, 14, Actor.EMPLOYEE, Since.RECEIVED),
        (Step.DECIDE, 7, Actor.SUPERIOR, Since.OBJECTION_RECEIVED),
        (Step.REPORT_CHANGED, 30, Actor.SUPERIOR, Since.WINDOW_ENDED),
    ]
    assert all("hlm. 11" in rule.article for rule in steps(on=TODAY))


@given(st.sampled_from(Step), st.dates(date(2026, 1, 1), date(2027, 9, 1)))
def test_a_due_day_is_a_working_day_with_as_many_working_days_before_it_as_the_rule_says(step, since):
    got = due(step, since)
    days = [since + timedelta(days=number) for number in range((got.due_on - since).days + 1)]
    works = [day for day in days if day.weekday() < 5 and day not in DAYS_OFF]
    is_act = step not in {Step.REPORT, Step.SUPERIOR_SIGNS, Step.SUPERIOR_REPORTS, Step.REPORT_CHANGED}
    uncounted = 1 if is_act or since in works else 0
    assert works[-1] == got.due_on
    assert len(works) - uncounted == got.working_days


@given(st.sampled_from(Step), st.dates(date(2026, 1, 1), date(2027, 6, 1)), st.integers(1, 30))
def test_what_begins_later_is_never_due_sooner(step, since, later):
    assert due(step, since).due_on <= due(step, since + timedelta(days=later)).due_on


def test_the_clocks_contradict_each_other_and_stay_apart():
    ended = date(2027, 1, 31)
    delivered = due(Step.DELIVER, ended).due_on
    objected = due(Step.OBJECT, delivered).due_on
    decided = due(Step.DECIDE, objected).due_on
    assert decided > due(Step.REPORT, ended).due_on
    assert right(received=delivered, on=objected).state is RightState.OPEN


def test_a_step_is_running_on_its_last_day_and_late_the_day_after():
    deadline = due(Step.DECIDE, date(2026, 10, 15))
    last = deadline.due_on
    running, late = standing(deadline, on=last), standing(deadline, on=last + timedelta(days=1))
    assert (running.state, running.working_days) == (StepState.RUNNING, 0)
    assert (late.state, late.working_days) == (StepState.LATE, 1)
    assert "tetap harus dilakukan" in late.because.id
    assert standing(deadline, on=date(2026, 10, 15)).working_days == 7


def test_what_is_done_on_a_day_off_after_the_limit_is_late_by_one_working_day():
    deadline = due(Step.DELIVER, date(2026, 11, 9))
    friday = date(2026, 11, 27)
    assert deadline.due_on == friday
    assert standing(deadline, done=friday).state is StepState.DONE
    late = standing(deadline, done=friday + timedelta(days=1))
    assert (late.state, late.working_days, late.state.is_late) == (StepState.DONE_LATE, 1, True)
    assert "28 November 2026" in late.because.id


def test_what_is_done_before_its_time_began_is_refused_and_on_that_day_is_not():
    deadline = due(Step.DECIDE, date(2026, 10, 15))
    refused(Refusal.BACKWARDS, standing, deadline, done=date(2026, 10, 14))
    assert standing(deadline, done=date(2026, 10, 15)).state is StepState.DONE


def test_the_right_to_object_opens_with_the_receipt():
    before = right(on=TODAY)
    assert (before.state, before.deadline, before.state.may_file) == (RightState.NOT_YET, None, False)
    assert "14 hari kerja" in before.because.id
    opened = right(received=date(2026, 11, 9), on=date(2026, 11, 27))
    assert (opened.state, opened.state.may_file, opened.state.is_late) == (RightState.OPEN, True, False)
    assert "Pasal 29" in opened.article


def test_a_late_objection_is_taken_and_marked_and_no_right_ends_by_itself():
    facts = {"received": date(2026, 11, 9)}
    late = right(on=date(2026, 11, 30), **facts)
    assert (late.state, late.state.may_file, late.state.is_late) == (RightState.OPEN_LATE, True, True)
    assert right(on=date(2030, 1, 1), **facts).state.may_file
    filed = right(filed=date(2026, 11, 30), on=date(2026, 12, 1), **facts)
    assert (filed.state, filed.state.is_late) == (RightState.USED_LATE, True)
    assert right(filed=date(2026, 11, 27), on=date(2026, 12, 30), **facts).state is RightState.USED


def test_no_objection_lies_against_a_final_result_and_the_article_says_why():
    got = right(finality=FINAL, received=date(2026, 11, 9), on=date(2026, 11, 10))
    assert (got.state, got.state.may_file, got.deadline) == (RightState.FINAL, False, None)
    assert "angka 11" in got.article
    assert "bersifat final" in got.because.id
    refused(Refusal.FINAL, right, finality=FINAL, received=date(2026, 11, 9), filed=TODAY, on=TODAY)


def test_an_objection_without_receipt_is_refused():
    refused(Refusal.NO_RECEIPT, right, filed=date(2026, 11, 9), on=TODAY)
    refused(Refusal.BACKWARDS, right, received=date(2026, 11, 9), filed=date(2026, 11, 8), on=TODAY)


def test_the_time_for_evaluating_a_year_ends_with_january():
    got = annual_window(year=2026, on=TODAY)
    assert (got.opens, got.ends) == (date(2026, 12, 31), date(2027, 1, 31))
    assert "hlm. 90" in got.article


def test_an_office_that_never_works_again_has_no_due_day():
    shut = SpecialHours(date(2026, 1, 1), date(2199, 12, 31), ((),) * 7, "tutup")
    with pytest.raises(UnusableTimesError):
        due(Step.DELIVER, date(2026, 1, 5), WorkingCalendar("WIB", WEEK, special=(shut,)))


def test_before_the_regulation_there_is_no_clock():
    with pytest.raises(NotInForceError):
        step_deadline(step=Step.OBJECT, since=date(2021, 1, 4), calendar=CALENDAR, on=date(2021, 1, 4))
