"""From the warning of two programmes on the same units to a joint design, and back."""

import pytest

from pembina.domain.development.models import Programme, Wave, WaveUnit
from pembina.domain.impact.models import Evaluation
from pembina.domain.impact.queries.evaluations import draft_of
from web.evaluations.conftest import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(designing):
    return f"/evaluasi/{designing.evaluation.pk}/"


@pytest.fixture
def other(designing, training):
    """A second programme on units 5.1 and 5.3; 5.9 has it alone."""
    made = training.planned("P-2")
    Programme.objects.filter(pk=made.pk).update(title="Loket ramah")
    first = designing.programme.waves.get(number=1)
    wave = Wave.objects.create(programme=made, number=1, planned_on=first.planned_on, due_on=first.due_on)
    for unit in (designing.units[0], designing.units[2], training.unit("5.9")):
        WaveUnit.objects.create(programme=made, wave=wave, unit=unit)
    return made


@pytest.fixture
def offer(at, other):
    return f"{at}bersama/{other.pk}/"


def joint():
    return Evaluation.objects.get(joined_programme__isnull=False)


def test_a_joint_design_is_offered_shown_and_made(evaluator, designing, at, offer):
    assert offer in text_of(evaluator.get(f"{at}bersama/"))
    page = text_of(evaluator.get(offer))
    for words in ("Hanya dampak bersama", "Loket ramah", "Dinas 5.9", "hanya satu program", "mulai bersamaan"):
        assert words in page
    answer = evaluator.post(offer, {"title": "Dampak bersama"})
    made = joint()
    assert answer.headers["Location"] == f"/evaluasi/{made.pk}/ukuran/"
    page = text_of(evaluator.get(f"/evaluasi/{made.pk}/"))
    for words in ("Rancangan bersama dua program", designing.evaluation.title, "Loket ramah", "Dinas 5.1"):
        assert words in page


def test_links_go_both_ways_and_the_separate_draft_cannot_be_locked(evaluator, designing, at, offer):
    evaluator.post(offer, {"title": "Dampak bersama"})
    page = text_of(evaluator.get(at))
    for words in ("Digabung dalam rancangan bersama", f"/evaluasi/{joint().pk}/", "Dampak bersama"):
        assert words in page
    check = text_of(evaluator.get(f"{at}periksa/"))
    assert "selama itu tidak dikunci sendiri" in check
    refused = evaluator.post(f"{at}periksa/", {"read": designing.warning_keys()})
    assert refused.status_code == 422
    assert "digabung dalam Dampak bersama" in text_of(evaluator.get("/evaluasi/"))


def test_dropping_the_joint_one_sets_the_separate_one_free(evaluator, designing, at, offer):
    evaluator.post(offer, {"title": "Dampak bersama"})
    evaluator.post(f"/evaluasi/{joint().pk}/hentikan/", {"reason": "Salah tekan"})
    assert "Digabung dalam" not in text_of(evaluator.get(at))
    evaluator.post(f"{at}periksa/", {"read": designing.warning_keys()})
    assert designing.design.state == "locked"


def test_in_a_second_browser_the_offer_says_that_it_was_taken(evaluator, offer):
    evaluator.post(offer, {"title": "Dampak bersama"})
    assert "Rancangan bersama sudah ada" in text_of(evaluator.get(offer))
    again = evaluator.post(offer, {"title": "Sekali lagi"})
    assert again.status_code == 422
    assert "sudah mempunyai rancangan bersama" in text_of(again)
    assert Evaluation.objects.filter(joined_programme__isnull=False).count() == 1


def test_every_step_of_a_joint_design_is_shown_and_it_is_locked(evaluator, offer):
    evaluator.post(offer, {"title": "Dampak bersama"})
    made = joint()
    for step in ("ukuran", "satuan", "jangka-waktu", "aturan", "penanda-tangan", "periksa", "bersama"):
        assert evaluator.get(f"/evaluasi/{made.pk}/{step}/").status_code == 200
    page = evaluator.get(f"/evaluasi/{made.pk}/periksa/")
    keys = [row.key for row in page.context["warnings"]]
    evaluator.post(f"/evaluasi/{made.pk}/periksa/", {"read": keys})
    assert draft_of(made) is None
    assert evaluator.get(f"/rencana-gelombang/{made.pk}/").status_code == 404
    assert "Dampak bersama" in text_of(evaluator.get("/evaluasi/"))


def test_whoever_may_not_judge_both_finds_nothing(as_user, lia, designing, other, offer, budi, training):
    assert as_user(budi).get(offer).status_code in (403, 404)
    Programme.objects.filter(pk=other.pk).update(owner=training.person(lia))
    assert as_user(lia).get(offer).status_code == 404
    own = f"/evaluasi/{designing.evaluation.pk}/bersama/{designing.programme.pk}/"
    assert as_user(lia).get(own).status_code == 404
    assert not Evaluation.objects.filter(joined_programme__isnull=False).exists()


def test_units_of_one_programme_only_make_no_joint_design(evaluator, other, offer):
    other.wave_units.exclude(unit__code="5.9").delete()
    refused = evaluator.post(offer, {"title": "Dampak bersama"})
    assert refused.status_code == 422
    assert "Tidak ada unit yang masuk gelombang" in text_of(refused)
