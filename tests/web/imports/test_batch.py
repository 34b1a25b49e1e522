"""The page of one import in every state: what it says, what it offers, and what a second click does."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import find
from django.utils import timezone

from pembina.domain.people.enums import ImportState
from pembina.domain.people.intake.batches import PATIENCE
from pembina.domain.people.intake.counts import Counts
from web.imports.conftest import DIGEST, add_change, add_finding
from web.imports.test_list import queries_of
from web.test_weight import FIRST, HTMX, LATER, assets, compressed

S = ImportState
OLD = timedelta(minutes=1) + PATIENCE


def page_of(client, batch, **query):
    answer = client.get(f"/impor/{batch.pk}/", query)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("state", list(S), ids=str)
def test_every_state_has_a_sound_page(officer, an_import, state):
    html = page_of(officer, an_import(state, counts=Counts(total=1, new=1)))
    assert "pegawai.xlsx" in html
    assert ("Terapkan 1 perubahan" in html) is (state == S.CHECKED)
    assert ("Batalkan impor" in html) is (state == S.CHECKED)
    assert ("/urungkan/" in html) is (state == S.APPLIED)
    assert ("Muat ulang" in html) is (state in (S.WAITING, S.CHECKING, S.APPLYING, S.UNDOING))


def test_an_import_that_does_not_exist_is_not_found(officer):
    assert officer.get("/impor/987654/").status_code == 404


def test_the_decision_is_told_in_words(officer, checked):
    html = page_of(officer, checked)
    for told in (
        "1 pegawai baru dicatat.",
        "Data 1 pegawai berubah.",
        "Jabatan 1 pegawai yang tidak ada di berkas diakhiri.",
        "3 baris sudah sama",
        "1 baris yang ditolak dilewati.",
        "Terapkan 3 perubahan",
    ):
        assert told in html
    assert f'name="seen" value="{DIGEST}"' in html


def test_nothing_to_apply_is_said_and_offers_no_button(officer, an_import):
    html = page_of(officer, an_import(counts=Counts(total=4, unchanged=4)))
    assert "Tidak ada yang perlu diterapkan" in html
    assert "/terapkan/" not in html


@pytest.mark.parametrize(
    ("tab", "shown", "hidden"),
    [
        ("", "Unit kerja ini tidak dikenal.", "Rina Contoh"),
        ("refused", "Dinas Entah", "budi@"),
        ("warning", "budi@", "Dinas Entah"),
        ("new", "Rina Contoh", "Budi Contoh"),
        ("changed", "Penata Tingkat I (III/d)", "Rina Contoh"),
        ("leaving", "21 November 2026", "Budi Contoh"),
        ("king", "Dinas Entah", "Rina Contoh"),
    ],
)
def test_a_tab_shows_its_rows(officer, checked, tab, shown, hidden):
    html = page_of(officer, checked, tab=tab)
    assert shown in html
    assert hidden not in html


@pytest.mark.parametrize(
    ("tab", "q", "found"),
    [
        ("new", "rina con", 1),
        ("new", "19851102 201001", 1),
        ("new", "2", 1),
        ("new", "3", 0),
        ("refused", "entah", 1),
        ("refused", "5", 1),
        ("refused", "9" * 40, 0),
        ("warning", "Budi Contoh", 1),
        ("warning", "%", 0),
        ("warning", "\N{SUPERSCRIPT TWO}", 0),
    ],
)
def test_rows_are_found_by_name_number_and_row(officer, checked, tab, q, found):
    answer = officer.get(f"/impor/{checked.pk}/", {"tab": tab, "q": q})
    assert len(answer.context["details"].rows) == found
    assert ("tidak ada baris yang cocok" in answer.content.decode()) is (not found)


def test_codes_are_told_in_words(officer, checked, record_of):
    sari, budi = record_of("sari"), record_of("budi")
    before, after = {"superior": None, "unit": "01.06"}, {"superior": budi.nip, "unit": "01.06.01"}
    add_change(checked, 9, "changed", sari.nip, sari.name, before, after)
    html = page_of(officer, checked, tab="changed")
    assert f"{budi.titled_name} ({budi.nip})" in html
    assert "Bidang Pelayanan Perizinan (01.06.01)" in html


@pytest.mark.parametrize("tab", ["refused", "changed"])
def test_a_page_costs_the_same_for_fifty_and_five_thousand(officer, an_import, tab):
    costs = set()
    for size in (50, 5_000):
        batch = an_import(counts=Counts(total=2 * size, refused=size, changed=size))
        for row in range(2, 42):
            add_finding(batch, row, "refused")
            add_change(batch, row, "changed", f"{row:018d}", "N", {"superior": ""}, {"superior": "197808172003121999"})
        batch.findings.model.objects.bulk_create(copies(batch.findings.first(), size - 40))
        costs.add(queries_of(officer, f"/impor/{batch.pk}/?tab={tab}"))
    assert len(costs) == 1
    assert costs.pop() <= 12


def copies(finding, number):
    for row in range(100, 100 + number):
        finding.pk, finding.row = None, row
        yield type(finding)(**{f.attname: getattr(finding, f.attname) for f in finding._meta.fields})


def test_what_concerns_the_whole_file_stands_above_its_rows(officer, checked):
    add_finding(checked, 0, "warning", column="", value="")
    checked.numbers["warnings"] = 2
    checked.save()
    answer = officer.get(f"/impor/{checked.pk}/", {"tab": "warning"})
    assert [row.row for row in answer.context["details"].rows] == ["3"]
    html = answer.content.decode()
    assert "Catatan (1)" in html
    assert html.index('message-title">Unit kerja ini tidak dikenal.') < html.index("Yang terjadi bila diterapkan")


def test_rows_are_numbered_as_the_spreadsheet_numbers_them(officer, an_import):
    batch = an_import(counts=Counts(total=1, refused=1))
    add_finding(batch, 12_345, "refused")
    assert ">12345</th>" in page_of(officer, batch)


@pytest.mark.parametrize("tab", ["refused", "changed"])
def test_a_full_page_stays_within_the_budget_of_a_visit(officer, an_import, tab):
    batch = an_import(counts=Counts(total=80, refused=40, changed=40))
    for row in range(2, 42):
        add_finding(batch, row, "refused", value=f"{row} " * 20)
        add_change(
            batch, row, "changed", f"{row:018d}", f"Nama {row}", {"position": "A"}, {"position": f"Jabatan {row}"}
        )
    for address in (f"/impor/{batch.pk}/?tab={tab}", "/impor/", "/impor/baru/"):
        page = officer.get(address).content
        linked = assets(page.decode()) | {HTMX}
        assert compressed(page) + sum(compressed(Path(find(asset)).read_bytes()) for asset in linked) <= FIRST
        assert compressed(page) <= LATER


def test_progress_counts_rows_and_a_script_gets_the_bar_only(officer, an_import):
    batch = an_import(S.CHECKING, progress_done=1_250, progress_total=5_000)
    assert "Memeriksa: 1.250 dari 5.000 baris" in page_of(officer, batch)
    part = officer.get(f"/impor/{batch.pk}/", headers={"HX-Request": "true"}).content.decode()
    assert part.lstrip().startswith("<section")
    assert "25%" in part


def test_a_script_is_told_to_load_the_page_once_work_is_done(officer, checked):
    assert officer.get(f"/impor/{checked.pk}/", headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"


@pytest.mark.parametrize(
    ("state", "sentence", "after"),
    [
        (S.CHECKING, "Pemeriksaan berhenti sebelum selesai", S.FAILED),
        (S.APPLYING, "Penerapan berhenti sebelum selesai", S.CHECKED),
        (S.UNDOING, "Pekerjaan berhenti sebelum selesai", S.APPLIED),
    ],
)
def test_work_that_was_interrupted_is_recognised_and_can_be_taken_up_again(officer, an_import, state, sentence, after):
    batch = an_import(state, counts=Counts(total=1, new=1), at=timezone.now() - OLD)
    assert sentence in page_of(officer, batch)
    assert "Coba lagi" in page_of(officer, batch)
    officer.post(f"/impor/{batch.pk}/ulangi/")
    batch.refresh_from_db()
    assert batch.state == after


def test_what_runs_cannot_be_started_again(officer, an_import):
    batch = an_import(S.CHECKING)
    officer.post(f"/impor/{batch.pk}/ulangi/")
    batch.refresh_from_db()
    assert batch.state == S.CHECKING


def test_waiting_too_long_is_said(officer, an_import):
    batch = an_import(S.WAITING, at=timezone.now() - timedelta(minutes=2))
    assert "Menunggu terlalu lama" in page_of(officer, batch)
    assert "Menunggu giliran" in page_of(officer, an_import(S.WAITING))


def test_a_failure_says_why_and_what_to_do(officer, an_import):
    html = page_of(officer, an_import(S.FAILED))
    assert "Salinan hilang. Unggah lagi." in html


def test_discarding_changes_nothing_else_and_is_harmless_twice(officer, checked):
    for _ in range(2):
        answer = officer.post(f"/impor/{checked.pk}/batalkan/", follow=True)
        assert "message-danger" not in answer.content.decode()
    assert "Impor ini dibatalkan" in answer.content.decode()


def test_what_was_applied_cannot_be_discarded_and_the_page_says_so(officer, an_import):
    batch = an_import(S.APPLIED)
    answer = officer.post(f"/impor/{batch.pk}/batalkan/", follow=True)
    assert "message-danger" in answer.content.decode()
    batch.refresh_from_db()
    assert batch.state == S.APPLIED


def test_a_decision_about_an_older_result_is_refused(officer, checked):
    answer = officer.post(f"/impor/{checked.pk}/terapkan/", {"seen": "e" * 64}, follow=True)
    assert "bukan lagi yang ditampilkan" in answer.content.decode()
    checked.refresh_from_db()
    assert checked.state == S.CHECKED


def test_undoing_asks_first_and_says_what_follows(officer, an_import):
    batch = an_import(S.APPLIED, counts=Counts(total=3, new=2, changed=1))
    html = officer.get(f"/impor/{batch.pk}/urungkan/").content.decode()
    for told in ("2 pegawai yang baru dicatat dihapus lagi.", "Data 1 pegawai kembali", "Urungkan 3 perubahan"):
        assert told in html


def test_only_what_was_applied_can_be_undone(officer, checked):
    assert officer.get(f"/impor/{checked.pk}/urungkan/").url == f"/impor/{checked.pk}/"
