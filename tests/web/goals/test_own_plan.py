"""Sari writes her plan on a phone, Budi agrees, and she sees where she stands."""

from decimal import Decimal

import pytest
from django.urls import reverse

from pembina.domain.access.audit import events_on
from pembina.domain.people.enums import LegalPosition
from pembina.domain.performance.enums import PlanForm, PlanState
from pembina.domain.performance.models import Indicator, PerformancePlan, Realisation
from pembina.domain.performance.rater_changes import rater_change

pytestmark = pytest.mark.django_db


def at(name, *args):
    return reverse(f"goals:{name}", args=args)


def begun(performing, sari, **told):
    year = performing.today.year
    return sari.post(at("start"), {"year": year, "form": PlanForm.QUANTITATIVE, "begin": "empty"} | told)


def test_sari_writes_a_plan_and_proposes_it(performing, visit):
    sari = visit(performing.sari)
    assert "Susun SKP" in sari.get(at("index")).text
    assert "Lembar kosong" in sari.get(at("start")).text
    begun(performing, sari)
    plan = PerformancePlan.objects.get()
    assert "Belum ada hasil kerja" in sari.get(at("show", plan.pk)).text
    answer = sari.post(at("goal_new", plan.pk), {"words": "Izin terbit cepat", "kind": "main"})
    goal = plan.goals.get()
    assert answer.headers["Location"] == at("indicator_new", plan.pk, goal.pk)
    told = {"words": "Waktu tunggu", "aspects": ["time"], "baseline": "21", "target": "3,5", "unit": "hari",
            "direction": "lower"}  # fmt: skip
    sari.post(at("indicator_new", plan.pk, goal.pk), told)
    shown = sari.get(at("show", plan.pk)).text
    assert "dari 21 ke 3,5 hari (makin rendah makin baik)" in shown
    sari.post(at("step", plan.pk, "ajukan"))
    plan.refresh_from_db()
    assert (plan.state, plan.rater) == (PlanState.PROPOSED, performing.of_budi)
    assert "Menunggu penetapan" in sari.get(at("index")).text


def test_a_figure_that_is_read_is_chosen_in_one_field(performing, visit):
    plan, service = performing.plan(), performing.service()
    goal, sari = performing.goal(plan), visit(performing.sari)
    told = {"words": "Waktu", "target": "3", "direction": "lower", "reads": "median_time"}
    page = sari.post(at("indicator_new", plan.pk, goal.pk), told)
    assert page.status_code == 422
    sari.post(at("indicator_new", plan.pk, goal.pk), told | {"service": service.pk})
    made = Indicator.objects.get()
    assert (made.unit, made.source, made.service) == ("hari kerja", "service", service)
    sari.post(at("indicator_edit", plan.pk, made.pk), told | {"service": service.pk, "reads": "element_3"})
    made.refresh_from_db()
    assert (made.source, made.element, made.unit) == ("survey", 3, "poin")
    assert "SKM U3" in sari.get(at("indicator_edit", plan.pk, made.pk)).text


def test_a_half_measure_is_refused_at_its_field(performing, visit):
    goal = performing.goal(performing.plan())
    page = visit(performing.sari).post(at("indicator_new", goal.plan_id, goal.pk), {"words": "Waktu", "target": "3"})
    assert page.status_code == 422
    assert "diisi bersama" in page.text


def test_results_are_moved_changed_and_removed(performing, visit):
    plan, sari = performing.plan(), visit(performing.sari)
    first, second = (performing.goal(plan, words) for words in ("Satu", "Dua"))
    sari.post(at("goal_move", plan.pk, second.pk, "naik"))
    assert [goal.words for goal in plan.goals.all()] == ["Dua", "Satu"]
    assert sari.post(at("goal_move", plan.pk, second.pk, "miring")).status_code == 404
    assert "Satu" in sari.get(at("goal_edit", plan.pk, first.pk)).text
    sari.post(at("goal_edit", plan.pk, first.pk), {"words": "Tiga", "kind": "additional"})
    sari.post(at("goal_remove", plan.pk, second.pk))
    assert [(goal.words, goal.kind) for goal in plan.goals.all()] == [("Tiga", "additional")]
    one = performing.indicator(first)
    sari.post(at("indicator_remove", plan.pk, one.pk))
    assert not first.indicators.exists()


def test_appendix_behaviour_and_soft_warnings(performing, visit):
    plan, sari = performing.full_plan(), visit(performing.sari)
    plan.goals.update(words="Semua izin terbit")
    sari.post(at("notes", plan.pk), {"resource": "Dua komputer\nSatu meja", "accountability": "", "consequence": ""})
    sari.post(at("behaviour", plan.pk), {"loyal": "Menjaga rahasia"})
    shown = sari.get(at("show", plan.pk)).text
    for words in ("Dua komputer", "Menjaga rahasia", "membuat target mutlak", "Belum ada indikator untuk aspek"):
        assert words in shown
    assert "Dua komputer\nSatu meja" in sari.get(at("notes", plan.pk)).text


def test_budi_returns_with_words_and_then_agrees(performing, visit):
    plan = performing.full_plan(state=PlanState.PROPOSED)
    budi = visit(performing.budi)
    assert "Tetapkan" in budi.get(at("show", plan.pk)).text
    assert events_on(plan).filter(operation="look_at_expectations").count() == 1
    assert budi.post(at("give_back", plan.pk), {"comment": ""}).status_code == 422
    budi.post(at("behaviour", plan.pk), {"adaptive": "Mencoba cara baru"})
    budi.post(at("give_back", plan.pk), {"comment": "Targetnya?"})
    sari = visit(performing.sari)
    assert "Targetnya?" in sari.get(at("index")).text
    sari.post(at("step", plan.pk, "ajukan"))
    visit(performing.budi).post(at("step", plan.pk, "tetapkan"))
    plan.refresh_from_db()
    assert (plan.state, plan.agreed_by) == (PlanState.AGREED, performing.budi)


def test_a_second_press_is_told_that_somebody_was_faster(performing, visit):
    plan = performing.full_plan(state=PlanState.PROPOSED)
    sari = visit(performing.sari)
    sari.post(at("step", plan.pk, "tarik"))
    page = sari.post(at("step", plan.pk, "tarik"), follow=True)
    assert "Keadaan SKP ini sekarang: Rancangan" in page.text


def test_sari_notes_what_was_achieved_and_sees_it_above_target(performing, visit):
    plan = performing.full_plan(state=PlanState.AGREED)
    one, sari = Indicator.objects.get(), visit(performing.sari)
    assert "Belum ada realisasi" in sari.get(at("index")).text
    told = {"until": performing.today.isoformat(), "amount": "120", "words": "Register"}
    assert sari.post(at("realisation", plan.pk, one.pk), told | {"words": ""}).status_code == 422
    sari.post(at("realisation", plan.pk, one.pk), told)
    assert Realisation.objects.get().amount == Decimal(120)
    shown = sari.get(at("index")).text
    assert "120 berkas" in shown
    assert "Melampaui target" in shown
    assert "120% terhadap target" in shown


def test_a_new_version_is_opened_and_dropped(performing, visit):
    plan, sari = performing.full_plan(state=PlanState.AGREED), visit(performing.sari)
    page = sari.post(at("step", plan.pk, "versi-baru"), follow=True)
    assert "versi 2" in page.text
    new = PerformancePlan.objects.get(version=2)
    sari.post(at("step", new.pk, "batalkan"))
    assert sari.get(at("show", new.pk)).status_code == 404


def test_who_is_exempt_and_who_has_no_record_is_told(performing, visit, person):
    performing.of_sari.legal_position = LegalPosition.UNPAID_LEAVE
    performing.of_sari.save()
    assert "huruf c" in visit(performing.sari).get(at("index")).text
    assert "belum terhubung" in visit(person("lia")).get(at("index")).text
    assert visit(person("lia")).get(at("start")).headers["Location"] == at("index")


def test_after_a_move_the_page_says_what_to_do(performing, visit):
    plan = performing.full_plan(state=PlanState.AGREED)
    held = performing.of_sari.assignments.get()
    plan.assignment = performing.tono.assignments.get()
    plan.save()
    shown = visit(performing.sari).get(at("index")).text
    assert "SKP untuk jabatan baru" in shown
    assert "huruf C angka 6" in shown
    plan.assignment = held
    plan.save()
    assert "SKP sudah ditetapkan" in visit(performing.sari).get(at("index")).text


@pytest.mark.parametrize("name", ["show", "notes", "behaviour", "give_back", "goal_new"])
def test_a_stranger_finds_no_plan_and_a_leader_no_draft(performing, visit, dewi, name):
    plan = performing.full_plan()
    assert visit(dewi).get(at(name, plan.pk)).status_code == 404
    assert visit(performing.budi).get(at(name, plan.pk)).status_code == 404


def test_the_plan_is_printed_for_the_person_the_rater_and_human_resources(performing, visit, dewi):
    plan = performing.full_plan(state=PlanState.AGREED)
    for who in (performing.sari, performing.budi, performing.rina):
        answer = visit(who).get(at("paper", plan.pk))
        assert answer.content.startswith(b"%PDF")
    assert events_on(plan).filter(operation="look_at_expectations").count() == 2
    assert visit(dewi).get(at("paper", plan.pk)).status_code == 404


def test_a_change_of_the_rater_is_told_with_what_to_do(performing, visit):
    plan = performing.full_plan(state=PlanState.AGREED)
    sari = visit(performing.sari)
    assert "Pejabat penilai berganti" not in sari.get(at("show", plan.pk)).text
    performing.of_sari.assignments.update(superior=performing.wira)
    shown = sari.get(at("show", plan.pk)).text
    for words in ("Pejabat penilai berganti", "kini Wira", "pegawai membuat versi baru", "hlm. 65"):
        assert words in shown


@pytest.mark.parametrize(
    ("state", "superior", "words"),
    [
        (PlanState.PROPOSED, "wira", "kini menunggu penilai yang baru"), (PlanState.AGREED, None, "belum tercatat"),
        (PlanState.DRAFT, "wira", None), (PlanState.AGREED, "of_budi", None),
    ],
)  # fmt: skip
def test_what_to_do_follows_from_where_the_plan_stands(performing, state, superior, words):
    plan = performing.plan(state=state)
    PerformancePlan.objects.filter(pk=plan.pk).update(rater=performing.of_budi)
    plan.refresh_from_db()
    performing.of_sari.assignments.update(superior=getattr(performing, superior) if superior else None)
    found = rater_change(plan, on=performing.today)
    assert (found is None) == (words is None)
    assert words is None or words in found.what_to_do.id
