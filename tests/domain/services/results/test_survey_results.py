"""Plans, reports and publications: what is kept, refused, told to the trail, and frozen."""

from datetime import UTC, date, datetime

import pytest

from domain.services.results.survey_answers import NOON, a_round, answers, office, service
from pembina.domain.access.audit import events_on
from pembina.domain.access.chain.models import ChainEntry
from pembina.domain.services import result_refusals as refusals
from pembina.domain.services.enums import FollowUpState
from pembina.domain.services.models import FollowUp, SurveyPublication
from pembina.domain.services.operations.follow_ups import Plan, advance_follow_up, edit_follow_up, plan_follow_up
from pembina.domain.services.operations.survey_results import hash_of, is_intact, publish_result, write_report
from pembina.domain.services.queries.result_content import content_of
from pembina.domain.services.queries.survey_results import is_late, published_results, rounds_before

pytestmark = pytest.mark.django_db
PLAN = Plan("waktu", "Menambah satu loket pada jam sibuk", date(2026, 12, 31), "Kepala Seksi Pelayanan")
ENDS = {FollowUpState.DONE, FollowUpState.DROPPED}


@pytest.fixture
def period():
    made = a_round(office(), population=120)
    answers(made, (20, 3), (20, [3, 3, 2, 4, 3, 3, 4, 3, 3]))
    return made


def planned(period, **other):
    return plan_follow_up(period=period, plan=PLAN, by=None, at=NOON, **other)


def test_a_plan_is_made_changed_and_brought_to_its_end(period, maya):
    plan = plan_follow_up(period=period, plan=PLAN, by=maya, at=NOON)
    later = Plan("waktu", PLAN.activity, date(2027, 1, 31), PLAN.responsible)
    edit_follow_up(follow_up=plan, plan=later, by=maya, at=NOON)
    advance_follow_up(follow_up=plan, state=FollowUpState.UNDERWAY, note="", by=maya, at=NOON)
    advance_follow_up(follow_up=plan, state=FollowUpState.DONE, note="Loket 4 dibuka", by=maya, at=NOON)
    assert [step.state for step in plan.steps.order_by("pk")] == ["planned", "underway", "done"]
    told = list(events_on(plan).values_list("operation", flat=True))
    assert told == ["advance_follow_up", "advance_follow_up", "edit_follow_up", "plan_follow_up"]
    assert events_on(plan)[2].changes == {"due_on": ["2026-12-31", "2027-01-31"]}


@pytest.mark.parametrize("state", sorted(ENDS))
def test_an_end_is_explained_and_stays_one(period, state):
    plan = planned(period)
    with pytest.raises(refusals.NoteMissingError):
        advance_follow_up(follow_up=plan, state=state, note=" ", by=None, at=NOON)
    advance_follow_up(follow_up=plan, state=state, note="Sudah", by=None, at=NOON)
    with pytest.raises(refusals.FollowUpEndedError):
        advance_follow_up(follow_up=plan, state=FollowUpState.UNDERWAY, note="Lagi", by=None, at=NOON)
    with pytest.raises(refusals.FollowUpEndedError):
        edit_follow_up(follow_up=plan, plan=PLAN, by=None, at=NOON)


def test_a_plan_without_activity_is_refused_and_nothing_is_kept(period):
    with pytest.raises(refusals.FollowUpUnfinishedError):
        plan_follow_up(period=period, plan=Plan("waktu", " ", PLAN.due_on, "Kasi"), by=None, at=NOON)
    assert not FollowUp.objects.exists()


def test_a_plan_is_late_after_its_day_until_it_ends(period):
    plan = planned(period)
    assert not is_late(plan, on=PLAN.due_on)
    assert is_late(plan, on=date(2027, 1, 1))
    advance_follow_up(follow_up=plan, state=FollowUpState.DONE, note="Selesai", by=None, at=NOON)
    assert not is_late(plan, on=date(2027, 1, 1))


def test_the_next_round_carries_plans_and_change_of_the_one_before(period):
    planned(period)
    following = a_round(period.unit, title="Triwulan IV", opens_on=date(2026, 10, 1), closes_on=date(2026, 12, 31))
    answers(following, (40, 4))
    content = content_of(following, on=date(2027, 1, 5))
    assert [(plan["activity"], plan["late"]) for plan in content["earlier_follow_ups"]] == [(PLAN.activity, True)]
    assert content["change"]["exceeds"] is True
    assert [point["title"] for point in content["trend"]] == [period.title, "Triwulan IV"]


def test_only_rounds_about_the_same_services_are_compared(period):
    about = service(period.unit, "a", "Izin")
    other = a_round(period.unit, title="Izin saja", opens_on=date(2026, 4, 1), closes_on=date(2026, 6, 30))
    other.services.add(about)
    same = a_round(period.unit, title="Semua", opens_on=date(2026, 1, 1), closes_on=date(2026, 3, 31))
    assert rounds_before(period) == [same]


def test_what_is_published_is_frozen_with_its_hash_in_the_chain(period, maya):
    made = publish_result(period=period, by=maya, at=NOON)
    answers(period, (30, 1))
    made.refresh_from_db()
    assert made.content["respondents"] == 40
    assert is_intact(made)
    assert made.rule == "PermenPANRB 14/2017, Pasal 1 dan Lampiran (pengolahan data survei); pembina-skm-2"
    sealed = ChainEntry.objects.get(kind="survey_published")
    assert made.content_hash in sealed.content
    made.content["respondents"] = 41
    assert not is_intact(made)


def test_a_correction_is_a_new_version_with_its_reason(period):
    first = publish_result(period=period, by=None, at=NOON)
    with pytest.raises(refusals.SameAsPublishedError):
        publish_result(period=period, by=None, at=NOON, correction="Salah")
    answers(period, (10, 1))
    with pytest.raises(refusals.CorrectionUnexplainedError):
        publish_result(period=period, by=None, at=NOON)
    second = publish_result(period=period, by=None, at=NOON, correction="Sepuluh formulir tertinggal")
    assert (first.version, second.version) == (1, 2)
    assert [each.version for each in published_results()] == [2]
    assert SurveyPublication.objects.get(version=1).content_hash == first.content_hash


def test_an_open_round_an_empty_one_and_one_of_a_few_are_not_published(period):
    empty = a_round(period.unit, title="Kosong")
    few = a_round(period.unit, title="Sedikit")
    answers(few, (4, 3))
    for each, refusal in ((empty, refusals.NothingToPublishError), (few, refusals.TooFewToPublishError)):
        with pytest.raises(refusal):
            publish_result(period=each, by=None, at=NOON)
    with pytest.raises(refusals.StillOpenError):
        publish_result(period=period, by=None, at=datetime(2026, 9, 30, 5, tzinfo=UTC))
    assert not SurveyPublication.objects.exists()


def test_the_words_of_a_report_are_kept_and_the_trail_does_not_repeat_them(period, maya):
    report = write_report(period=period, sections={"purpose": "Rahasia <b>tujuan</b>"}, by=maya, at=NOON)
    write_report(period=period, sections={"purpose": "Rahasia <b>tujuan</b>", "number": "1"}, by=maya, at=NOON)
    assert [event.changes for event in events_on(report)] == [
        {"sections": ["", "number"]},
        {"sections": ["", "purpose"]},
    ]
    assert content_of(period, on=date(2026, 11, 22))["report"]["purpose"] == "Rahasia <b>tujuan</b>"


def test_the_content_is_the_same_however_often_it_is_put_together(period):
    one, other = (content_of(period, on=date(2026, 11, 22)) for _ in range(2))
    assert hash_of(one) == hash_of(other)


def test_the_queries_of_a_content_do_not_grow(period, django_assert_max_num_queries):
    earlier = [
        a_round(period.unit, title=f"Ke-{year}", opens_on=date(year, 1, 1), closes_on=date(year, 6, 30))
        for year in range(2018, 2025)
    ]
    for each in earlier:
        answers(each, (6, 3))
        planned(each)
    with django_assert_max_num_queries(13):
        content = content_of(period, on=date(2026, 11, 22))
    assert len(content["trend"]) == 8
