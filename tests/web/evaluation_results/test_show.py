"""What a run found: the verdict, naive beside honest, the chain of the levels, the data, and files to take along."""

import gzip
import hashlib
import json
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from impact import simulated_result
from pembina.domain.access.audit import events_on
from pembina.domain.access.events import AuditEvent
from pembina.domain.impact.enums import OutcomeRole, RunState
from pembina.domain.impact.result import result_hash
from web.evaluation_results.conftest import AT, text_of

pytestmark = pytest.mark.django_db


def rows_of(answer):
    """Return the rows of the only sheet of a workbook."""
    return CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()


def test_the_verdict_stands_first_and_the_naive_number_beside_the_honest_one(evaluator, run):
    page = text_of(evaluator.get(f"{AT}{run.pk}/"))
    assert page.index("Berdampak berarti") < page.index("Sebelum-sesudah saja") < page.index("Dengan pembanding")
    for words in (
        "−5,09", "−1,85", "Unit yang belum mulai berubah −3,64 hari", "bukan hasil program", "82 dari 2.160 sel kosong",
        "Menurut mulai yang direncanakan", "Semua unit mulai pada bulan yang direncanakan", "0,9 kali secepat",
    ):  # fmt: skip
        assert words in page


def test_the_chart_has_its_numbers_beneath(evaluator, run):
    page = text_of(evaluator.get(f"{AT}{run.pk}/"))
    assert "Dampak menurut waktu sejak program mulai" in page
    assert 'class="chart event-study' in page
    assert "Selang bila pembandingnya bergeser" in page
    assert page.count("Lihat data sebagai tabel") == 2


def test_the_chain_shows_where_it_broke(evaluator, run, impact):
    found = {"mean": 3.4, "best": 4, "n": 40, "batches": 2, "left_out": 0, "basis": {"id": "Rata-rata", "en": "Mean"}}
    learned = {"mean": -1.0, "low": -3.0, "high": 1.0, "n": 30, "left_out": 2, "basis": {"id": "Selisih", "en": "Gap"}}
    run.levels = {"on": "2026-10-31", "reaction": found, "learning": learned}
    run.save()
    page = text_of(evaluator.get(f"{AT}{run.pk}/"))
    assert "Peserta menilai 3,4 dari 4 (40 orang)" in page
    assert page.index("2 · Pembelajaran") < page.index("putus di sini") < page.index("3 · Perilaku")
    assert "Layanan membaik meskipun jenjang 2 tidak tercapai" in page
    assert "menurut keadaan 31 Oktober 2026" in page


def test_the_data_say_what_was_left_out_and_how_to_repeat_it(evaluator, run, training, impact):
    run.panels.update(exclusions=[{"reason": "no_data", "units": [training.office.code, "9.9"]}])
    impact.unit(run.design, training.office)
    page = text_of(evaluator.get(f"{AT}{run.pk}/"))
    for words in ("2.160", "a" * 64, run.result_hash, "tidak mempunyai data dalam jangka waktu ini. (2)", "9.9"):
        assert words in page
    assert f"{training.office.name} ({training.office.code})" in page
    assert "pembina evaluation repeat" in page


def test_english_pages_tell_english_sentences(evaluator, run):
    evaluator.cookies.load({"django_language": "en"})
    assert "The programme" in text_of(evaluator.get(f"{AT}{run.pk}/"))


def several(effect, guard):
    """Return a result with the primary outcome, one beside it, and one guarded that moved as `guard` says."""
    first, beside, last = (json.loads(json.dumps(simulated_result(effect)["outcomes"][0])) for _ in range(3))
    beside |= {"position": 2, "role": "secondary", "name": {"id": "Kepuasan", "en": "Satisfaction"}, "p_adjusted": 0.04}
    last |= {"position": 3, "role": "guard", "name": {"id": "Ditolak", "en": "Turned away"}}
    for language in ("id", "en"):
        last["planned"][language]["headline"] |= {"ci_low": guard[0], "ci_high": guard[1]}
    return {"correction": "holm", "outcomes": [first, beside, last]}


@pytest.mark.parametrize(
    ("interval", "word"),
    [((-1.0, 1.0), "Terjaga"), ((3.0, 4.0), "Turun melebihi batas"), ((1.0, 3.0), "Belum pasti terjaga")],
)
def test_guards_are_judged_by_what_is_tolerated(evaluator, run, impact, interval, word):
    impact.outcome(run.design, role=OutcomeRole.SECONDARY)
    impact.outcome(run.design, role=OutcomeRole.GUARD)
    run.result = several(-2.0, interval)
    run.save()
    page = text_of(evaluator.get(f"{AT}{run.pk}/"))
    assert word in page
    assert "0,040" in page
    assert "dikoreksi menurut Holm" in page


def test_each_outcome_can_be_read_in_detail(evaluator, run):
    run.result = several(-2.0, (-1.0, 1.0))
    run.save()
    page = text_of(evaluator.get(f"{AT}{run.pk}/?ukuran=2"))
    assert '<h2 id="one-outcome">Kepuasan' in page
    for strange in ("9", "x", ""):
        page = text_of(evaluator.get(f"{AT}{run.pk}/?ukuran={strange}"))
        assert '<h2 id="one-outcome">Waktu layanan (median)' in page


def test_what_could_not_be_answered_says_why(evaluator, run):
    refusal = {"message": {"id": "Tidak ada pembanding.", "en": "-"}, "remedy": {"id": "Tambah unit.", "en": "-"}}
    nothing = dict.fromkeys(("planned", "actual", "sensitivity", "event", "p"))
    run.result["outcomes"][0] |= nothing | {"refused": {"planned": refusal}}
    run.save()
    page = text_of(evaluator.get(f"{AT}{run.pk}/"))
    assert "Tidak ada pembanding. Tambah unit." in page
    assert "Tidak dapat dihitung" in page
    assert "Ukuran utama tidak dapat dihitung" in text_of(evaluator.get(f"{AT}evaluasi/{run.evaluation_id}/"))


def test_an_older_run_says_that_there_is_a_newer_one(evaluator, run, impact, design):
    impact.run(design, effect=-1.0)
    assert "Ada perhitungan yang lebih baru" in text_of(evaluator.get(f"{AT}{run.pk}/"))


def test_only_whom_it_concerns_reads_it(as_user, run, sari, rina, person):
    at = f"{AT}{run.pk}/"
    for user in (sari, person("dewi"), person("joko")):
        assert as_user(user).get(at).status_code == 404
        assert as_user(user).post(f"{at}json/").status_code == 404
        assert as_user(user).post(f"{AT}data/{run.panels.get().pk}/").status_code == 404
    page = text_of(as_user(rina).get(at))
    assert "Catat sebagai hasil jenjang 4" not in page


def test_files_are_taken_along_and_written_down(evaluator, run, lia):
    answer = evaluator.post(f"{AT}{run.pk}/json/")
    assert hashlib.sha256(answer.content).hexdigest() == result_hash(run.result)
    answer = evaluator.post(f"{AT}data/{run.panels.get().pk}/")
    assert (answer.content, answer["Content-Type"]) == (b"PAR1 content PAR1", "application/vnd.apache.parquet")
    answer = evaluator.post(f"{AT}{run.pk}/xlsx/")
    rows = rows_of(answer)
    assert rows[1][0] == "Waktu layanan (median)"
    assert rows[1][5] == pytest.approx(-1.8498737790155415)
    assert len(rows) > 50
    files = [event.changes["file"][1].rsplit(".")[-1] for event in events_on(run).filter(operation="export_run")]
    assert sorted(files) == ["json", "parquet", "xlsx"]


def test_a_run_that_is_not_done_has_no_page_and_no_files(evaluator, impact, design):
    run = impact.run(design, state=RunState.WAITING)
    assert evaluator.get(f"{AT}{run.pk}/").url == f"{AT}evaluasi/{run.evaluation_id}/"
    assert evaluator.post(f"{AT}{run.pk}/json/").status_code == 404


def test_the_page_asks_the_database_as_often_for_many_outcomes(evaluator, run, django_assert_max_num_queries):
    run.result = several(-2.0, (-1.0, 1.0))
    run.save()
    with django_assert_max_num_queries(30):
        evaluator.get(f"{AT}{run.pk}/")


def test_the_page_stays_within_the_budget_of_a_weak_line(evaluator, run):
    run.result = several(-2.0, (-1.0, 1.0))
    run.save()
    assert len(gzip.compress(evaluator.get(f"{AT}{run.pk}/").content, 9)) <= 15 * 1024


def test_frozen_content_is_not_read_to_show_the_page(evaluator, run, django_assert_max_num_queries):
    with django_assert_max_num_queries(30) as seen:
        evaluator.get(f"{AT}{run.pk}/")
    assert not any('"impact_frozenpanel"."content"' in query["sql"] for query in seen.captured_queries)


def test_a_name_of_an_outcome_cannot_become_a_formula(evaluator, run):
    frozen_result = json.loads(json.dumps(run.result))
    frozen_result["outcomes"][0]["name"]["id"] = "=1+1"
    run.result = frozen_result
    run.save()
    answer = evaluator.post(f"{AT}{run.pk}/xlsx/")
    assert rows_of(answer)[1][0] == "'=1+1"


def test_what_changed_meanwhile_and_the_program_are_told(evaluator, run):
    run.cautions = [{"message": {"id": "Standar berubah.", "en": "-"}, "names": ["Izin · Dinas 5.1"]}]
    run.code_version = "pembina 0.1.0, source 0123456789abcdef"
    run.save()
    page = text_of(evaluator.get(f"{AT}{run.pk}/"))
    for words in ("Yang berubah selama pengamatan", "Standar berubah.", "Izin · Dinas 5.1", "--code 0123456789abcdef"):
        assert words in page


@pytest.mark.parametrize(("name", "takes"), [("lia", True), ("bupati", True), ("rina", False)])
def test_frozen_data_are_taken_by_those_who_judge_only(as_user, run, person, name, takes):
    client, address = as_user(person(name)), f"{AT}data/{run.panels.get().pk}/"
    assert (address in text_of(client.get(f"{AT}{run.pk}/"))) == takes
    assert client.post(address).status_code == (200 if takes else 404)
    assert AuditEvent.objects.filter(operation="export_run").exists() == takes
