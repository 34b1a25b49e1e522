"""Both sides rate; summaries name nobody; human resources see who is late and evaluators do not."""

import pytest
from django.urls import reverse

from pembina.domain.access.events import AuditEvent
from pembina.domain.development.follow_up_enums import Side
from pembina.domain.development.models import BehaviourCheck, BehaviourStatement, CompetenceRating
from web.action_plans.test_plans import at

pytestmark = pytest.mark.django_db


@pytest.fixture
def half_a_year(training, sari, budi, dewi):
    from domain.development.following import Following

    return Following(training, sari, budi, dewi, ago=200)


def behaviour(training, score="4", **more):
    return {f"unit_{unit.pk}": score for unit in training.version.units.all()} | more


def test_both_sides_rate_behaviour(half_a_year, training, visit):
    sari = visit(half_a_year.sari)
    assert "Nilai perilaku" in sari.get(at("index")).text
    page = at("behaviour", half_a_year.seat.pk)
    assert sari.post(page, {}).status_code == 422
    assert sari.post(page, behaviour(training, "none")).status_code == 422
    sari.post(page, behaviour(training, evidence="Buku loket"))
    assert "Buku loket" in sari.get(page).text
    assert "Nilai perilaku" not in sari.get(at("index")).text
    budi = visit(half_a_year.budi)
    assert "Nilai perilaku" in budi.get(at("index"), {"whose": "staff"}).text
    budi.post(page, behaviour(training, "3"))
    assert {check.side for check in BehaviourCheck.objects.all()} == set(Side)
    assert visit(half_a_year.dewi).get(page).status_code == 404


def test_knowledge_skill_and_attitude_are_rated(following, visit):
    page = at("competence", following.seat.pk, "after")
    told = {"knowledge": "3", "skill": "none", "attitude": "5", "note": ""}
    visit(following.budi).post(page, told)
    found = CompetenceRating.objects.get()
    assert (found.side, found.knowledge, found.skill, found.attitude) == (Side.SUPERIOR, 3, None, 5)
    assert visit(following.sari).get(at("competence", following.seat.pk, "never")).status_code == 404
    refused = visit(following.sari).post(at("competence", following.seat.pk, "before"), told)
    assert "ditutup setelah hari pertama" in refused.text


def test_human_resources_word_what_is_rated_until_it_was(half_a_year, training, visit):
    rina, page = visit(training.rina), at("statements", training.version.pk)
    rina.post(page, behaviour(training, "Memeriksa berkas hari itu juga"))
    assert BehaviourStatement.objects.count() == 2
    sari = visit(half_a_year.sari)
    assert "Memeriksa berkas hari itu juga" in sari.get(at("behaviour", half_a_year.seat.pk)).text
    sari.post(at("behaviour", half_a_year.seat.pk), behaviour(training))
    assert visit(training.rina).get(page).status_code == 302
    assert visit(half_a_year.budi).get(page).status_code == 404


def test_the_summary_says_who_is_missing_and_hides_the_few(half_a_year, training, visit):
    visit(half_a_year.sari).post(at("behaviour", half_a_year.seat.pk), behaviour(training))
    shown = visit(training.rina).get(at("programme", training.programme.pk)).text
    assert "Ditanya 1 orang; menjawab 1 pegawai dan 0 atasan." in shown
    assert "Tidak dijawab" not in shown, "The window is still open."
    assert "baru ditampilkan mulai 4" in shown
    assert "Sari" not in shown


def test_an_evaluator_reads_summaries_and_neither_plans_nor_names(half_a_year, training, visit, person):
    plan = half_a_year.running()
    evaluator = visit(person("lia"))
    assert evaluator.get(at("programmes")).status_code == 200
    for name in ("programme", "programme_file"):
        answer = evaluator.get(at(name, training.programme.pk))
        assert answer.status_code == 200
        assert half_a_year.sari.username.encode() not in answer.getvalue()
    assert evaluator.get(at("show", plan.pk)).status_code == 404
    assert evaluator.get(at("late")).status_code == 404


def test_the_late_list_counts_by_unit_and_its_file_is_on_record(half_a_year, training, visit):
    half_a_year.running()
    rina = visit(training.rina)
    shown = rina.get(at("late")).text
    assert training.office.name in shown
    assert "Sari" not in shown
    answer = rina.post(at("late_file"))
    assert answer.content.startswith(b"PK")
    assert AuditEvent.objects.get(operation="export_follow_up").actor == training.rina
    for user in (half_a_year.sari, half_a_year.budi):
        assert visit(user).get(at("late")).status_code == 404
        assert visit(user).get(at("programmes")).status_code == 404


def test_nothing_late_is_said(training, visit):
    shown = visit(training.rina).get(reverse("action_plans:late")).text
    assert "Tidak ada yang terlambat" in shown
