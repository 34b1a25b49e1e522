"""The matrix of roles and results (A.1.5): from the cascade on record, for the leader and human resources."""

import pytest
from django.urls import reverse

from pembina.domain.performance.enums import PlanState
from pembina.domain.performance.models import PerformancePlan
from pembina.domain.performance.queries.plans import with_content
from pembina.domain.performance.queries.roles import roles_of
from pembina.exchange.papers.official_form import official_form, official_form_data
from pembina.exchange.papers.roles_matrix import roles_form

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def of_budi(performing):
    """Return Budi's agreed plan with two results, the first of which Sari serves with an agreed result."""
    plan = performing.full_plan(performing.of_budi, state=PlanState.AGREED)
    performing.goal(plan, "Pengaduan tuntas")
    performing.goal(performing.plan(state=PlanState.AGREED), "Loket dibuka pagi", supports=plan.goals.first())
    return plan


def matrix(performing, plan, reader=None):
    found = with_content(PerformancePlan.objects.filter(pk=plan.pk)).get()
    return roles_of(found, on=performing.today, reader=reader or performing.budi)


def test_everybody_and_every_result_stands_in_it(performing, of_budi, visit):
    shown = visit(performing.budi).get(reverse("goals:roles", args=[of_budi.pk])).text
    assert "Loket dibuka pagi" in shown
    assert "Belum ada pegawai yang berperan" in shown
    assert "Tono" in shown.partition("Belum ada peran hasil")[2]
    first, second = of_budi.goals.all()
    found = matrix(performing, of_budi)
    assert found.unserved == {second.pk}
    assert {one.name: list(one.roles) for one in found.people} == {"Sari Wulandari": [first.pk], "Tono": []}


def test_a_new_version_keeps_who_serves_it_and_agreed_goes_before_proposed(performing, of_budi):
    root = of_budi.goals.first()
    of_budi.state = PlanState.REPLACED
    of_budi.save()
    newer = performing.plan(performing.of_budi, state=PlanState.AGREED, version=2, replaces=of_budi)
    goal = performing.goal(newer, continues=root)
    performing.goal(performing.plan(performing.tono, state=PlanState.PROPOSED), "Arsip rapi", supports=goal)
    again = performing.plan(state=PlanState.PROPOSED, version=2, replaces=performing.of_sari.plans.get())
    performing.goal(again, "Loket dibuka siang", supports=goal)
    said = {one.name: [(role.words, role.is_proposed) for role in one.roles[goal.pk]]
            for one in matrix(performing, newer).people}  # fmt: skip
    assert said == {"Sari Wulandari": [("Loket dibuka pagi", False)], "Tono": [("Arsip rapi", True)]}


def test_drafts_are_not_told_and_results_without_a_tie_are_counted(performing, of_budi):
    performing.goal(performing.plan(performing.tono), "Rahasia", supports=of_budi.goals.first())
    assert "Rahasia" not in str(matrix(performing, of_budi).people)
    performing.tono.plans.update(state=PlanState.PROPOSED, proposed_at=performing.at)
    performing.tono.plans.get().goals.update(supports=None, supports_words="Izin")
    assert [one.untied for one in matrix(performing, of_budi).people] == [0, 1]


def test_the_leader_and_human_resources_open_it_and_nobody_else(performing, of_budi, visit, sari, budi, rina, dewi):
    for name in ("roles", "roles_paper"):
        address = reverse(f"goals:{name}", args=[of_budi.pk])
        assert [visit(who).get(address).status_code for who in (budi, rina, sari, dewi)] == [200, 200, 404, 404]
    assert visit(budi).get(reverse("goals:roles_now")).headers["Location"].endswith(f"/{of_budi.pk}/matriks/")
    assert "Belum ada SKP tahun ini" in visit(dewi).get(reverse("goals:roles_now")).text
    assert "matriks" in visit(budi).get(reverse("goals:show", args=[of_budi.pk])).text


def test_as_many_questions_for_many_people(performing, of_budi, django_assert_max_num_queries):
    for person in performing.crowd(40):
        performing.goal(performing.plan(person, state=PlanState.AGREED), "Bagian", supports=of_budi.goals.first())
    with django_assert_max_num_queries(9):
        assert len(matrix(performing, of_budi).people) == 42


def test_the_paper_has_the_heads_of_the_form_and_continues_beyond_four_results(performing, of_budi):
    for number in range(4):
        performing.goal(of_budi, f"Hasil {number}")
    form = roles_form(matrix(performing, of_budi), government="Pemerintah Contoh", written_on=performing.today)
    told = official_form_data(form)
    assert (told["format"], told["title"]) == ("FORMAT A.1.5", "Matriks Pembagian Peran dan Hasil")
    assert [len(part["heads"]) for part in told["sections"]] == [6, 4]
    assert told["sections"][0]["rows"][1][2:4] == ["• Loket dibuka pagi", "Tidak ada peran"]
    assert "Belum ada pegawai" in told["sections"][0]["rows"][0][3]
    assert official_form(form).startswith(b"%PDF-")
