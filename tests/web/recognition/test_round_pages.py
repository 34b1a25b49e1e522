"""Human resources make and publish a round; everybody reads it, and nobody else changes it."""

import pytest
from django.urls import reverse

from appraising import BEGAN
from pembina.domain.access.models import RoleGrant, User
from pembina.domain.career.enums import AwardState
from pembina.domain.career.models import Award
from web.recognition.conftest import text_of

pytestmark = pytest.mark.django_db
SAID = {
    "title": "Layanan tercepat", "purpose": "Menghargai layanan cepat", "kind": "person", "evidence": "Angka",
    "guard": "satisfaction", "tolerated": "1.5", "places": "1", "fewest_scores": "3", "opens_on": "2026-09-28",
    "closes_on": "2026-10-10", "decides_on": "2026-10-20", "national_code": "",
}  # fmt: skip


def page_of(name, *args):
    return reverse(f"recognition:{name}", args=args)


def test_a_round_is_made_given_criteria_and_published_once(awarding, as_user):
    client = as_user(awarding.rina)
    assert client.post(page_of("make"), SAID | {"closes_on": "2026-09-01"}).status_code == 422
    client.post(page_of("make"), SAID)
    award = Award.objects.get()
    assert client.post(page_of("criteria", award.pk), {"name": "", "judged_by": ""}).status_code == 422
    client.post(page_of("criteria", award.pk), {"name": "Perbaikan", "judged_by": "Bukti", "weight": "60"})
    client.post(page_of("criteria", award.pk), {"name": "Bersih", "judged_by": "Surat", "weight": ""})
    assert "bobot 60" in text_of(client.get(page_of("criteria", award.pk)))
    assert "syarat" in text_of(client.get(page_of("publish", award.pk)))
    client.post(page_of("publish", award.pk))
    award.refresh_from_db()
    assert award.state == AwardState.OPEN
    answer = client.post(page_of("criteria", award.pk), {"name": "Lagi", "judged_by": "x", "weight": "1"})
    assert "sudah terbit" in text_of(answer)
    client.post(page_of("remove_criterion", award.criteria.first().pk))
    assert award.criteria.count() == 2


def test_a_round_without_criteria_is_not_published(awarding, as_user):
    client = as_user(awarding.rina)
    client.post(page_of("make"), SAID)
    award = Award.objects.get()
    assert "Belum ada kriteria yang berbobot" in text_of(client.post(page_of("publish", award.pk), follow=True))


def test_everybody_reads_what_is_published_and_nobody_else_a_draft(awarding, as_user):
    draft, award = awarding.draft(title="Rahasia"), awarding.opened()
    client = as_user(awarding.sari_user)
    page = text_of(client.get(page_of("index")))
    assert "Pelayanan tercepat 2026" in page
    assert "Rahasia" not in page
    assert client.get(page_of("show", draft.pk)).status_code == 404
    shown = text_of(client.get(page_of("show", award.pk)))
    for words in ("Perbaikan layanan", "bobot 60", "syarat", "tidak boleh turun lebih dari 2,00", "Nominasikan"):
        assert words in shown
    for name in ("edit", "criteria", "publish", "withdraw", "renew", "jury", "decide"):
        assert client.get(page_of(name, award.pk)).status_code == 404
    assert client.get(page_of("nominations", award.pk)).status_code == 404


def test_the_list_is_searched_narrowed_and_sorted(awarding, as_user):
    awarding.opened(title="Teladan loket")
    awarding.opened(title="Inovasi")
    client = as_user(awarding.sari_user)
    page = text_of(client.get("/penghargaan/?q=loket&state=open&sort=name"))
    assert "Teladan loket" in page
    assert "Inovasi" not in page
    assert "Tidak ada yang cocok" in text_of(client.get("/penghargaan/?state=decided"))
    assert client.get("/penghargaan/?state=x&sort=x&page=99").status_code == 200


def test_an_officer_of_one_unit_is_offered_that_unit_alone(awarding, as_user):
    RoleGrant.objects.create(
        user=awarding.budi_user, role_code="human_resources", starts_on=BEGAN, unit=awarding.office
    )  # fmt: skip
    client = as_user(User.objects.get(pk=awarding.budi_user.pk))
    page = text_of(client.post(page_of("make"), {"unit_q": "Dinas", "search": "unit"}))
    assert "Dinas Perizinan" in page
    assert "Dinas Pendidikan" not in page
    assert client.post(page_of("make"), SAID).status_code == 422
    client.post(page_of("make"), SAID | {"unit": awarding.office.pk})
    assert Award.objects.get().unit == awarding.office


def test_a_round_is_withdrawn_with_a_reason_and_renewed(awarding, as_user):
    award, client = awarding.opened(), as_user(awarding.rina)
    assert client.post(page_of("withdraw", award.pk), {"reason": ""}).status_code == 422
    client.post(page_of("withdraw", award.pk), {"reason": "Anggaran dihapus"})
    assert "Anggaran dihapus" in text_of(client.get(page_of("show", award.pk)))
    days = {"opens_on": "2027-01-01", "closes_on": "2027-01-31", "decides_on": "2027-02-10"}
    client.post(page_of("renew", award.pk), days)
    made = Award.objects.get(follows=award)
    assert "Babak sebelumnya" in text_of(client.get(page_of("show", made.pk)))


def test_the_list_costs_a_bounded_number_of_queries(awarding, as_user, django_assert_max_num_queries):
    for number in range(12):
        awarding.opened(title=f"Penghargaan {number}")
    client = as_user(awarding.rina)
    client.get(page_of("index"))
    with django_assert_max_num_queries(20):
        assert "Penghargaan 11" in text_of(client.get(page_of("index")))
