"""An evaluator takes a design from step to step, is told what is in the way, and locks it."""

import hashlib
from datetime import date

import pytest

from pembina.domain.access.events import AuditEvent
from pembina.domain.development.enums import WaveOrder
from pembina.domain.development.models import Programme, Wave, WavePlan, WaveUnit
from pembina.domain.impact.models import DesignOutcome, Evaluation
from pembina.domain.impact.queries.design_units import comparison_of
from web.evaluations.conftest import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(designing):
    return f"/evaluasi/{designing.evaluation.pk}/"


def test_three_answers_open_it(evaluator, training):
    page = text_of(evaluator.get(f"/evaluasi/baru/?program={training.programme.pk}"))
    assert "Izin lebih cepat (P-1)" in page
    told = {"programme": training.programme.pk, "title": "Lebih cepat?", "smallest_effect": "2,5"}
    wrong = evaluator.post("/evaluasi/baru/", told | {"smallest_effect": "0"})
    assert wrong.status_code == 422
    assert "belum diisi" in text_of(wrong)
    answer = evaluator.post("/evaluasi/baru/", told)
    made = Evaluation.objects.get()
    assert answer.headers["Location"] == f"/evaluasi/{made.pk}/ukuran/"
    assert DesignOutcome.objects.get().smallest_effect == 2.5
    again = evaluator.post("/evaluasi/baru/", told)
    assert again.status_code == 422


def test_outcomes_are_added_changed_and_removed(evaluator, designing, at):
    assert "semua" in text_of(evaluator.get(f"{at}ukuran/tambah/"))
    told = {"role": "guard", "figure": "satisfaction", "direction": "up", "tolerated": "2"}
    wrong = evaluator.post(f"{at}ukuran/tambah/", told | {"tolerated": ""})
    assert wrong.status_code == 422
    evaluator.post(f"{at}ukuran/tambah/", told)
    guard = DesignOutcome.objects.get(role="guard")
    page = text_of(evaluator.get(f"{at}ukuran/"))
    for words in ("Indeks kepuasan masyarakat (SKM)", "2 poin", "1,5 hari kerja", "belum ada data"):
        assert words in page
    evaluator.post(f"/evaluasi/ukuran/{guard.pk}/", told | {"tolerated": "3"})
    guard.refresh_from_db()
    assert guard.tolerated == 3
    evaluator.post(f"/evaluasi/ukuran/{guard.pk}/hapus/")
    assert not DesignOutcome.objects.filter(pk=guard.pk).exists()


def test_an_outcome_of_performance_goes_up_unless_told_and_decides_with_a_reason(evaluator, designing, at):
    page = text_of(evaluator.get(f"{at}ukuran/tambah/"))
    for words in ("Kinerja pegawai", "Pegawai yang menerima umpan balik", "Yang biasa bagi angka ini"):
        assert words in page
    evaluator.post(f"{at}ukuran/tambah/", {"role": "secondary", "figure": "feedback_share", "direction": ""})
    assert DesignOutcome.objects.get(role="secondary").direction == "up"
    assert "Bagian pegawai yang menerima umpan balik" in text_of(evaluator.get(f"{at}ukuran/"))
    primary = DesignOutcome.objects.get(role="primary")
    told = {"role": "primary", "figure": "good_predicates", "direction": "", "smallest_effect": "10"}
    wrong = evaluator.post(f"/evaluasi/ukuran/{primary.pk}/", told)
    assert wrong.status_code == 422
    assert "penilaian orang yang tahu" in text_of(wrong)
    evaluator.post(f"/evaluasi/ukuran/{primary.pk}/", told | {"judged_because": "Tidak ada angka layanan"})
    primary.refresh_from_db()
    assert primary.judged_because == "Tidak ada angka layanan"
    page = text_of(evaluator.get(f"{at}periksa/"))
    for words in ("penilai tahu bahwa unitnya ikut", "Tidak ada angka layanan", "pegawai unit", "10 poin persen"):
        assert words in page


def test_units_are_chosen_by_search_by_code_or_all_alike(evaluator, designing, at):
    page = text_of(evaluator.get(f"{at}satuan/"))
    for words in ("Gelombang 1", "Gelombang 2", "Tidak ikut", "Dinas 5.5"):
        assert words in page
    told = {"reach": "and_below", "comparison": "never", "units": [designing.units[4].pk], "codes": "1.1; 9.9"}
    wrong = evaluator.post(f"{at}satuan/", told)
    assert "9.9, tidak dikenal" in text_of(wrong)
    answer = evaluator.post(f"{at}satuan/", told | {"codes": "1.1"})
    assert answer.headers["Location"] == f"{at}jangka-waktu/"
    assert [unit.code for unit in comparison_of(designing.design)] == ["1.1", "5.5"]
    assert designing.design.comparison == "never"
    evaluator.post(f"{at}satuan/", {"reach": "alone", "comparison": "never", "alike": "on"})
    assert [unit.code for unit in comparison_of(designing.design)] == ["1.1", "1.2", "5.5", "5.6"]
    taken = evaluator.post(f"{at}satuan/", {"reach": "alone", "comparison": "never", "codes": "5.1"})
    assert "Ikut dalam gelombang" in text_of(taken)
    assert len(comparison_of(designing.design)) == 4


def test_the_window_is_of_months(evaluator, designing, at):
    told = {
        "first_month": "2025-01", "last_month": "2031-02", "decides_on": "2031-04-01", "correction": "none",
        "draws": "199",
    }  # fmt: skip
    page = text_of(evaluator.get(f"{at}jangka-waktu/"))
    assert "Bulan sebelum mulai" in page
    assert f'value="{designing.design.first_month:%Y-%m}"' in page
    assert "misalnya 2027-01" in text_of(evaluator.post(f"{at}jangka-waktu/", told | {"first_month": "Januari"}))
    assert evaluator.post(f"{at}jangka-waktu/", told | {"last_month": "2024-01"}).status_code == 422
    assert evaluator.post(f"{at}jangka-waktu/", told).status_code == 302
    assert designing.design.last_month == date(2031, 2, 1)


def test_the_rule_is_told_case_by_case(evaluator, designing, at):
    lines = designing.design.decision_rule
    told = {f"action_{line['key']}": line["action"] for line in lines} | {"rule_source": ""}
    page = text_of(evaluator.get(f"{at}aturan/"))
    assert "Bila ada kerugian berat yang dilaporkan" in page
    assert "ketentuan program, bukan peraturan" in page
    assert evaluator.post(f"{at}aturan/", told).status_code == 302
    wrong = evaluator.post(f"{at}aturan/", told | {"action_inconclusive": "fix"})
    assert "dasarnya belum ditulis" in text_of(wrong)
    evaluator.post(f"{at}aturan/", told | {"action_inconclusive": "fix", "rule_source": "Keputusan Bupati 7"})
    last = designing.design.decision_rule[-1]
    assert last["id"] == "Bila belum dapat disimpulkan, program diperbaiki."
    harm = evaluator.post(f"{at}aturan/", told | {"action_harmful": "expand", "rule_source": "Keputusan Bupati 7"})
    assert harm.status_code == 422


def test_signers_are_named_and_taken_off(evaluator, designing, budi, at):
    found = evaluator.post(f"{at}penanda-tangan/", {"search": "user", "user_q": "Budi", "capacity": "other"})
    assert "Budi Santoso" in text_of(found)
    refused = evaluator.post(f"{at}penanda-tangan/", {"user": budi.pk, "capacity": "head_of_region"})
    assert refused.status_code == 422
    evaluator.post(f"{at}penanda-tangan/", {"user": budi.pk, "capacity": "other"})
    signer = designing.design.signers.get(user=budi)
    assert "Budi Santoso" in text_of(evaluator.get(f"{at}penanda-tangan/"))
    evaluator.post(f"/evaluasi/penanda-tangan/{signer.pk}/hapus/")
    assert not designing.design.signers.filter(user=budi).exists()


def test_it_is_locked_once_every_warning_is_ticked(evaluator, designing, at):
    page = text_of(evaluator.get(f"{at}periksa/"))
    for words in ("Kami akan menyebut program ini berhasil bila", "6 dari 6 unit belum mempunyai data", "1,5 hari"):
        assert words in page
    wrong = evaluator.post(f"{at}periksa/")
    assert wrong.status_code == 422
    assert "1 peringatan belum ditandai" in text_of(wrong)
    answer = evaluator.post(f"{at}periksa/", {"read": designing.warning_keys()})
    assert answer.headers["Location"] == at
    shown = text_of(evaluator.get(at))
    for words in ("Rancangan terkunci", "mengunci rancangan evaluasi", "Ubah rancangan"):
        assert words in shown
    assert evaluator.get(f"{at}periksa/").status_code == 404


def test_what_is_in_the_way_leads_to_where_it_is_put_right(evaluator, designing, at):
    designing.design.signers.all().delete()
    designing.start()
    page = text_of(evaluator.get(f"{at}periksa/"))
    assert "Belum dapat dikunci" in page
    assert f'href="{at}penanda-tangan/"' in page
    assert "Kunci rancangan" not in page
    assert evaluator.post(f"{at}periksa/", {"read": designing.warning_keys()}).status_code == 422


def test_the_hash_is_of_the_very_bytes_that_are_downloaded(evaluator, designing):
    design = designing.lock()
    assert evaluator.get(f"/evaluasi/versi/{design.pk}/isi.json").status_code == 405
    answer = evaluator.post(f"/evaluasi/versi/{design.pk}/isi.json")
    assert AuditEvent.objects.get(operation="export_design").changes["file"][1].startswith("rancangan-")
    assert hashlib.sha256(answer.content).hexdigest() == design.digest
    page = text_of(evaluator.get(f"/evaluasi/versi/{design.pk}/"))
    for words in (design.digest, "sha256sum", "Mata rantai 1", "6 dari 6 unit"):
        assert words in page


def test_a_new_version_stands_beside_the_old_one(evaluator, designing, at):
    designing.lock()
    assert evaluator.post(f"{at}versi-baru/", {"reason": " "}).status_code == 422
    evaluator.post(f"{at}versi-baru/", {"reason": "Satu layanan ditutup"})
    assert designing.design.version == 2
    assert evaluator.post(f"/evaluasi/versi/{designing.design.pk}/isi.json").status_code == 404
    evaluator.post(f"{at}satuan/", {"reach": "alone", "comparison": "not-yet", "units": [designing.units[4].pk]})
    page = text_of(evaluator.get(f"/evaluasi/versi/{designing.design.pk}/"))
    for words in ("Satu layanan ditutup", "Belum ada gelombang yang mulai", "Dinas 5.6 (5.6)", "dihapus"):
        assert words in page
    shown = text_of(evaluator.get(at))
    assert "Versi 2 sedang dirancang" in shown
    designing.lock()
    assert "Versi 2 sedang dirancang" not in text_of(evaluator.get(at))


def test_it_is_dropped_with_a_reason(evaluator, designing, at):
    assert evaluator.post(f"{at}hentikan/", {"reason": ""}).status_code == 422
    evaluator.post(f"{at}hentikan/", {"reason": "Program dicoret"})
    page = text_of(evaluator.get(at))
    assert "Program dicoret" in page
    assert "Lanjutkan merancang" not in page


def test_two_programmes_on_the_same_units_are_laid_side_by_side(evaluator, designing, training, at):
    other = training.planned("P-2")
    Programme.objects.filter(pk=other.pk).update(title="Loket ramah")
    wave = Wave.objects.create(
        programme=other, number=1, planned_on=designing.programme.waves.get(number=1).planned_on,
        due_on=designing.programme.waves.get(number=1).due_on,
    )  # fmt: skip
    WavePlan.objects.create(
        programme=other, order=WaveOrder.REASONED, reason="Siap", decided_by=designing.maker, decided_at=designing.at
    )
    for unit in (designing.units[0], designing.units[4]):
        WaveUnit.objects.create(programme=other, wave=wave, unit=unit)
    assert "Program Loket ramah juga mulai pada 2 unit" in text_of(evaluator.get(f"{at}periksa/"))
    page = text_of(evaluator.get(f"{at}bersama/"))
    for words in ("tidak dapat dipisahkan", "Keluarkan 1 unit dari pembanding", "undi urutan kedua program"):
        assert words in page
    evaluator.post(f"{at}bersama/pisahkan/")
    assert [unit.code for unit in comparison_of(designing.design)] == ["5.6"]
    assert "Keluarkan 1 unit" not in text_of(evaluator.get(f"{at}bersama/"))


def test_a_plan_that_moved_after_the_lock_is_told(evaluator, designing, at):
    designing.lock()
    assert "berbeda dari yang dikunci" not in text_of(evaluator.get(at))
    designing.programme.wave_units.get(unit=designing.units[0]).delete()
    page = text_of(evaluator.get(at))
    assert "berbeda dari yang dikunci" in page


def test_the_programme_leads_to_its_evaluation(evaluator, training):
    at = f"/program/{training.programme.pk}/"
    assert f"/evaluasi/baru/?program={training.programme.pk}" in text_of(evaluator.get(at))
    from designing import Designing

    made = Designing(training, training.rina)
    page = text_of(evaluator.get(at))
    assert f'href="/evaluasi/{made.evaluation.pk}/"' in page
    assert "/evaluasi/baru/" not in page


def test_a_new_version_opened_by_mistake_is_thrown_away_on_its_page(evaluator, designing, at):
    assert evaluator.get(f"{at}versi-baru/batal/").status_code == 404
    designing.lock()
    assert evaluator.get(f"{at}versi-baru/batal/").status_code == 404
    evaluator.post(f"{at}versi-baru/", {"reason": "Satu layanan ditutup"})
    assert f"{at}versi-baru/batal/" in text_of(evaluator.get(at))
    assert evaluator.post(f"{at}versi-baru/batal/", {"reason": " "}).status_code == 422
    answer = evaluator.post(f"{at}versi-baru/batal/", {"reason": "Salah tekan"})
    assert answer.headers["Location"] == at
    assert designing.design.version == 1
    shown = text_of(evaluator.get(at))
    assert "Salah tekan" in shown
    assert "Ubah rancangan" in shown
