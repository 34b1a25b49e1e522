"""An objection from the page of the person to the decision of the superior."""

from datetime import date

import pytest
from django.urls import reverse

from appraising import BELOW, noon
from pembina.domain.performance.models import Objection
from web.objections.conftest import text_of

pytestmark = pytest.mark.django_db
CHANGED = {
    "ruling": "changed", "reason": "Sistem memang padam", "results": "as_expected", "results_reason": "",
    "behaviour": "as_expected", "behaviour_reason": "", "advice": "Pulihkan jadwal",
}  # fmt: skip


@pytest.fixture
def in_october(appraising, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: noon(date(2026, 10, 6)))


def test_a_person_objects_from_the_own_appraisal(appraising, as_user, in_october):
    appraising.made()
    one, client = appraising.received(appraising.sari, BELOW), as_user(appraising.sari_user)
    address = reverse("objections:file", args=[one.pk])
    assert client.post(address, {"reason": "", "evidence": ""}).status_code == 422
    client.post(address, {"reason": "Sistem padam", "evidence": "Log"})
    made = Objection.objects.get()
    page = text_of(client.get(reverse("objections:show", args=[made.pk])))
    for words in ("Sistem padam", "21 Oktober 2026", "Mendengar kedua pihak", "Catat keterangan pegawai"):
        assert words in page
    assert "Putuskan" not in page


def test_both_sides_are_heard_and_the_superior_decides(appraising, as_user, in_october):
    appraising.made()
    made = appraising.objected(appraising.sari)
    budi, head = appraising.user_of(appraising.budi), appraising.user_of(appraising.head)
    decide = reverse("objections:decide", args=[made.pk])
    answer = as_user(head).post(decide, CHANGED)
    assert "belum keduanya tercatat" in text_of(answer)
    as_user(budi).post(reverse("objections:statement", args=[made.pk]), {"words": "Padam satu hari"})
    as_user(appraising.sari_user).post(reverse("objections:hearing", args=[made.pk]), {"words": "Padam tiga hari"})
    assert as_user(budi).post(decide, CHANGED).status_code == 404
    as_user(head).post(decide, CHANGED)
    assert appraising.of(appraising.sari).predicate == "good"
    page = text_of(as_user(appraising.sari_user).get(reverse("appraisals:show", args=[made.appraisal_id])))
    assert "D.1.3" in page
    assert "D.1.1" in page


def test_the_list_is_narrowed_and_says_what_is_late(appraising, as_user, monkeypatch):
    appraising.made()
    appraising.objected(appraising.sari, on=date(2026, 10, 22))
    monkeypatch.setattr("django.utils.timezone.now", lambda: noon(date(2026, 11, 9)))
    client = as_user(appraising.user_of(appraising.head))
    page = text_of(client.get("/keberatan/?q=sari&state=open&sort=old"))
    assert "Terlambat diajukan" in page
    assert "Terlambat" in page.replace("Terlambat diajukan", "")
    assert "Tidak ada yang cocok" in text_of(client.get("/keberatan/?state=decided"))


def test_the_recap_names_units_and_hides_small_cells(appraising, as_user):
    appraising.made()
    appraising.objected(appraising.sari)
    page = text_of(as_user(appraising.account("dewi")).get("/keberatan/rekap/"))
    assert "Bidang Layanan" in page
    assert "kurang dari 5" in page
    assert "Sari Wulandari" not in page


def test_home_says_what_waits(appraising, as_user, in_october):
    appraising.made()
    appraising.objected(appraising.sari)
    assert "Keberatan untuk diputus" in text_of(as_user(appraising.user_of(appraising.head)).get("/"))
    page = text_of(as_user(appraising.user_of(appraising.budi)).get("/"))
    assert "Keberatan untuk Anda jelaskan" in page
    assert "Pegawai untuk dinilai" in page
