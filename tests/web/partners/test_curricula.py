"""The pages of curricula and of the forms of development."""

import pytest

from pembina.domain.development.models import Curriculum, OwnLearningForm
from web.partners.conftest import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def course(training):
    return training.version.curriculum


@pytest.fixture
def draft(planner, course):
    """A second version, copied from the first."""
    planner.post(f"/kurikulum/{course.pk}/versi-baru/")
    return course.versions.get(version=2)


def told(**changes):
    lines = "Bagian 1 | 4\nBagian 2 | 6,5 | Universitas Contoh\nBagian 3 | 2"
    return {"units": lines, "least_attendance": "90", "pass_mark": "70"} | changes


def test_a_course_begins_with_a_draft_to_fill_in(planner):
    answer = planner.post("/kurikulum/baru/", {"code": "KT", "title": "Keuangan", "sector": "finance", "form": "8"})
    made = Curriculum.objects.get(code="KT")
    assert answer.url == f"/kurikulum/versi/{made.versions.get().pk}/"
    assert "ada rancangan" in text_of(planner.get("/kurikulum/?q=KT"))


def test_a_new_version_is_a_copy_then_changed_compared_and_put_in_force(planner, partner, course, draft):
    at = f"/kurikulum/versi/{draft.pk}/"
    assert "Bagian 1 | 4" in text_of(planner.get(at))
    planner.post(at, told(change_note="Praktik ditambah"))
    page = text_of(planner.get(f"/kurikulum/{course.pk}/bandingkan/"))
    for words in ("6,50 JP · Universitas Contoh", "berubah", "baru", "tetap", "90%"):
        assert words in page
    planner.post(f"{at}berlakukan/", {"on": course.versions.get(version=1).made_at.date().isoformat()})
    states = course.versions.order_by("version").values_list("state", flat=True)
    assert list(states) == ["replaced", "in_force"]
    shown = text_of(planner.get(f"/kurikulum/{course.pk}/"))
    for words in ("12,50 JP", "Bagian JP menurut pengajar", "Praktik ditambah", "52%"):
        assert words in shown


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Bagian 1 | empat", "Baris 1: JP “empat” bukan angka"),
        ("Bagian 1 | 4\nBagian 2 | 0", "Baris 2"),
        ("Bagian 1 | 4 | Tak Dikenal", "mitra “Tak Dikenal” tidak tercatat"),
        ("Bagian 1 | 4 | A | B", "terlalu banyak garis tegak"),
        ("Bagian 1", "bukan angka"),
        (" ", "tidak boleh kosong"),
        ("Bagian | 4\n" * 61, "Paling banyak 60"),
    ],
)
def test_a_bad_line_is_told_by_its_number(planner, draft, line, words):
    page = planner.post(f"/kurikulum/versi/{draft.pk}/", told(units=line))
    assert page.status_code == 422
    assert words in text_of(page)


def test_a_version_that_was_in_force_is_not_edited(planner, training):
    page = planner.post(f"/kurikulum/versi/{training.version.pk}/", told(units="A | 1"))
    assert "sudah pernah berlaku" in text_of(page)


def test_a_draft_is_thrown_away_and_a_second_one_refused(planner, course, draft):
    page = planner.post(f"/kurikulum/{course.pk}/versi-baru/", follow=True)
    assert "Versi 2 masih rancangan" in text_of(page)
    planner.post(f"/kurikulum/versi/{draft.pk}/buang/")
    assert course.versions.count() == 1
    assert planner.get(f"/kurikulum/{course.pk}/bandingkan/").status_code == 404


def test_a_curriculum_is_renamed_retired_and_taken_up(planner, course):
    changed = {"code": "MW-1", "title": "Antrean rapi", "sector": "permits", "form": "4"}
    planner.post(f"/kurikulum/{course.pk}/ubah/", changed)
    planner.post(f"/kurikulum/{course.pk}/pemakaian/")
    course.refresh_from_db()
    assert (course.title, course.form) == ("Antrean rapi", 4)
    assert "Antrean rapi" not in text_of(planner.get("/kurikulum/"))
    assert "Antrean rapi" in text_of(planner.get("/kurikulum/?use=retired&sort=-hours"))


def test_the_catalogue_tells_rule_article_and_certainty(planner):
    page = text_of(planner.get("/bentuk-pengembangan/"))
    for words in ("Bimbingan Teknis", "4 JP per kegiatan", "lampiran PerLAN 10/2018", "Menurut tabel aplikasi"):
        assert words in page


def test_an_own_value_stands_beside_the_rule_until_it_ends(planner, training):
    at = "/bentuk-pengembangan/8/"
    sent = {"starts_on": training.today, "decree": "Perbup 7/2026", "jp_per_unit": "6", "unit": "day"}
    planner.post(f"{at}tetapkan/", sent)
    page = text_of(planner.get("/bentuk-pengembangan/"))
    for words in ("6 JP per hari", "Perbup 7/2026", "Ditetapkan oleh pemerintah ini"):
        assert words in page
    again = planner.post(f"{at}tetapkan/", sent)
    assert again.status_code == 422
    assert "Sudah ada ketetapan sendiri" in text_of(again)
    planner.post(f"/bentuk-pengembangan/ketetapan/{OwnLearningForm.objects.get().pk}/akhiri/", {"on": training.today})
    assert OwnLearningForm.objects.get().ends_on == training.today
    assert planner.get("/bentuk-pengembangan/99/").status_code == 404
    assert planner.get("/bentuk-pengembangan/99/tetapkan/").status_code == 404
