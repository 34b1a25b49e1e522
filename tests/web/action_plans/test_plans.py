"""Sari writes, Budi decides, both check; nobody else finds anything."""

from datetime import timedelta

import pytest
from django.urls import reverse

from domain.development.following import plan_of
from pembina.domain.access.audit import events_on
from pembina.domain.development.follow_up_enums import Finding, PlanState, Side
from pembina.domain.development.models import ActionCheck, ActionPlan
from pembina.domain.development.operations.action_plans import send_plan

pytestmark = pytest.mark.django_db


def at(name, *args):
    return reverse(f"action_plans:{name}", args=args)


def item(following, **more):
    due = (following.last_day + timedelta(days=60)).isoformat()
    return {"change": "Berkas diperiksa hari itu", "indicator": "Berkas selesai", "due_on": due} | more


def test_sari_writes_and_sends_a_plan(following, visit):
    sari = visit(following.sari)
    assert "Susun rencana" in sari.get(at("index")).text
    sari.post(at("start", following.seat.pk))
    plan = ActionPlan.objects.get()
    page = sari.post(at("item_new", plan.pk), item(following, target="3,5", unit="hari", direction="down"))
    assert page.status_code == 302
    shown = sari.get(at("show", plan.pk)).text
    assert "turun menjadi 3,5 hari" in shown
    sari.post(at("step", plan.pk, "kirim"))
    plan.refresh_from_db()
    assert plan.state == PlanState.SENT
    assert "Tarik kembali" in sari.get(at("show", plan.pk)).text


def test_a_target_without_a_unit_is_refused_at_its_field(following, visit):
    plan = following.draft()
    page = visit(following.sari).post(at("item_new", plan.pk), item(following, target="3"))
    assert page.status_code == 422
    assert "diisi bersama" in page.text
    assert plan.items.count() == 1


def test_an_item_is_changed_and_removed(following, visit):
    plan = following.draft()
    sari, one = visit(following.sari), plan.items.get()
    assert "Berkas diperiksa hari itu juga" in sari.get(at("item_edit", plan.pk, one.pk)).text
    sari.post(at("item_edit", plan.pk, one.pk), item(following, change="Lain"))
    assert plan.items.get().change == "Lain"
    sari.post(at("item_remove", plan.pk, one.pk))
    assert not plan.items.exists()


def test_budi_returns_and_then_agrees(following, visit):
    plan = following.draft()
    send_plan(plan=plan, by=following.sari, at=following.at)
    budi = visit(following.budi)
    listed = budi.get(at("index"), {"whose": "staff", "show": "due"}).text
    assert "Persetujuan atasan" in listed
    assert budi.post(at("give_back", plan.pk), {"comment": ""}).status_code == 422
    budi.post(at("give_back", plan.pk), {"comment": "Ukurannya belum jelas"})
    assert "Ukurannya belum jelas" in visit(following.sari).get(at("show", plan.pk)).text
    send_plan(plan=plan, by=following.sari, at=following.at)
    visit(following.budi).post(at("step", plan.pk, "setujui"))
    plan.refresh_from_db()
    assert plan.state == PlanState.RUNNING


def test_a_check_takes_one_press_and_may_be_changed(long_ago, visit):
    plan = long_ago.running()
    one, budi = plan.items.get(), visit(long_ago.budi)
    assert 'value="not_yet"' in budi.get(at("show", plan.pk)).text
    budi.post(at("check", plan.pk, one.pk, 30), {"finding": "met"})
    budi.post(at("check", plan.pk, one.pk, 30), {"finding": "partly", "note": "Baru dua loket"})
    found = ActionCheck.objects.get()
    assert (found.side, found.finding, found.note) == (Side.SUPERIOR, Finding.PARTLY, "Baru dua loket")
    assert "Baru dua loket" in budi.get(at("check", plan.pk, one.pk, 30)).text
    assert budi.post(at("check", plan.pk, one.pk, 45), {"finding": "met"}).status_code == 422


def test_the_end_carries_over(long_ago, visit):
    plan = long_ago.running("Lanjut", "Berhenti")
    onward, over = plan.items.all()
    sari = visit(long_ago.sari)
    assert sari.post(at("end", plan.pk), {}).status_code == 422
    day = (long_ago.today + timedelta(days=30)).isoformat()
    sari.post(at("end", plan.pk), {f"carry_{onward.pk}": day, f"reason_{over.pk}": "Tugasnya pindah"})
    new = ActionPlan.objects.get(carried_from=plan)
    assert "Dilanjutkan dari rencana sebelumnya" in sari.get(at("show", new.pk)).text
    ended = sari.get(at("show", plan.pk)).text
    assert "Dihentikan: Tugasnya pindah" in ended
    assert "Dilanjutkan ke rencana berikutnya" in ended


def test_a_plan_whose_items_are_all_met_is_ended_by_a_press(long_ago, visit):
    plan = long_ago.running()
    visit(long_ago.budi).post(at("check", plan.pk, plan.items.get().pk, 90), {"finding": "met"})
    sari = visit(long_ago.sari)
    assert "Semua butir tercapai" in sari.get(at("end", plan.pk)).text
    sari.post(at("end", plan.pk), {})
    plan.refresh_from_db()
    assert plan.state == PlanState.ENDED


@pytest.mark.parametrize("name", ["show", "item_new", "give_back", "end"])
def test_a_stranger_finds_no_plan(following, visit, name):
    plan = following.running()
    assert visit(following.dewi).get(at(name, plan.pk)).status_code == 404


def test_a_leader_finds_no_draft_and_does_not_write_for_the_staff(following, visit):
    plan = following.draft()
    budi = visit(following.budi)
    assert budi.get(at("show", plan.pk)).status_code == 404
    send_plan(plan=plan, by=following.sari, at=following.at)
    assert budi.get(at("show", plan.pk)).status_code == 200
    assert budi.get(at("item_new", plan.pk)).status_code == 404
    assert visit(following.sari).post(at("step", plan.pk, "setujui")).status_code == 404


def test_human_resources_read_all_and_decide_nothing(following, visit):
    plan = following.draft()
    send_plan(plan=plan, by=following.sari, at=following.at)
    rina = visit(following.training.rina)
    assert "Sari" in rina.get(at("index"), {"whose": "all"}).text
    assert "Setujui" not in rina.get(at("show", plan.pk)).text
    assert events_on(plan).get(operation="look_at_plan").actor == following.training.rina
    assert rina.post(at("step", plan.pk, "setujui")).status_code == 404


def many(following, number):
    for _ in range(number):
        person = following.training.person(superior=following.head)
        plan_of(
            following.training.enrol(person), superior=following.budi, counts_from=following.last_day, at=following.at,
            items=2,
        )  # fmt: skip


@pytest.mark.parametrize("whose", ["staff", "all"])
def test_the_list_asks_the_same_number_of_questions_for_few_and_many(
    long_ago, visit, django_assert_max_num_queries, whose
):
    client = visit(long_ago.budi if whose == "staff" else long_ago.training.rina)
    many(long_ago, 3)
    client.get(at("index"), {"whose": whose})
    with django_assert_max_num_queries(70) as few:
        client.get(at("index"), {"whose": whose})
    many(long_ago, 12)
    with django_assert_max_num_queries(70) as more:
        client.get(at("index"), {"whose": whose})
    assert len(more) == len(few)


def test_the_filters_narrow_and_say_when_nothing_is_left(long_ago, visit):
    long_ago.running()
    budi = visit(long_ago.budi)
    assert "Terlambat" in budi.get(at("index"), {"whose": "staff", "show": "late"}).text
    assert "Tidak ada yang cocok" in budi.get(at("index"), {"whose": "staff", "q": "Tidak Ada"}).text
    assert "Sari" in budi.get(at("index"), {"whose": "staff", "sort": "name", "state": "running"}).text
    assert budi.get(at("index"), {"whose": "x", "show": "x", "page": "x"}).status_code == 200
