"""The pages of the effect tool. No test here asks for the database: a query would fail it."""

import csv
import gzip
import io
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import find

from needed import shared
from pembina.web.effect_tool import work
from web.effect_tool_files import ASKED, ask, changed, look_of, panel_csv, send_file, text_of, upload

BOTH = pytest.mark.parametrize("language", ["id", "en"])


@pytest.fixture(autouse=True)
def _here(monkeypatch):
    """Compute in this process; test_effect_tool_limits.py has the processes."""
    monkeypatch.setattr(work, "within_limits", lambda function, *arguments, seconds: function(*arguments))


@BOTH
def test_the_start_says_what_it_answers_and_keeps_nothing(strict_client, language):
    page = strict_client.get("/alat/dampak/", headers={"cookie": f"django_language={language}"})
    text = text_of(page)
    assert page.status_code == 200
    assert ("Sebelum" in text or "sebelum" in text) if language == "id" else "before" in text.lower()
    assert 'type="file"' in page.content.decode()


def test_columns_are_guessed_with_the_reason_and_the_first_rows_shown(strict_client):
    page = send_file(strict_client, panel_csv()).content.decode()
    for column in ("dinas", "bulan", "hari", "mulai"):
        assert f'<option value="{column}" selected>' in page
    assert page.count("Ditebak:") == 4
    assert "288 baris, 4 kolom" in page
    assert "Dinas 00" in page


def test_without_scripts_the_second_step_asks_for_the_file_again_and_says_why(strict_client):
    text = text_of(send_file(strict_client, panel_csv()))
    assert "tidak menyimpan berkas Anda" in text


def test_in_place_only_the_columns_are_sent(strict_client):
    page = send_file(strict_client, panel_csv(), headers={"hx-request": "true"})
    assert page["HX-Retarget"] == "#columns"
    assert "<html" not in page.content.decode()
    assert 'type="file"' not in page.content.decode()


def test_in_place_nothing_is_said_before_a_file_is_chosen(strict_client):
    headers = {"hx-request": "true", "hx-trigger": "file-part"}
    assert strict_client.post("/alat/dampak/kolom/", {"rows_are": "requests"}, headers=headers).status_code == 204


def test_another_file_keeps_what_was_answered(strict_client):
    data = {"file": upload(panel_csv()), "rows_are": "panel", **ASKED, "smallest_effect": "0,25"}
    page = strict_client.post("/alat/dampak/kolom/", data, headers={"hx-request": "true"}).content.decode()
    assert 'value="0,25"' in page
    assert re.search(r'value="lower"[^>]* checked', page)


@BOTH
def test_the_verdict_comes_before_every_number(strict_client, language):
    text = text_of(ask(strict_client, panel_csv(), headers={"cookie": f"django_language={language}"}))
    verdict = "Program berdampak berarti" if language == "id" else "The programme works"
    naive = "Sebelum-sesudah saja" if language == "id" else "Before-after alone"
    assert -1 < text.index(verdict) < text.index(naive)


def test_naive_stands_beside_honest_with_the_reason_why_they_differ(strict_client):
    page = ask(strict_client, panel_csv()).context["page"]
    naive, honest = (float(stat.value.replace("−", "-").replace(",", ".")) for stat in (page.naive, page.honest))
    assert naive < honest < -3
    assert "bukan hasil program" in page.why
    assert page.naive.unit == page.honest.unit == "hari"


def test_the_result_has_its_chart_tables_and_basis(strict_client):
    response = ask(strict_client, panel_csv())
    text = text_of(response)
    for words in ("Rata-rata dampak", "Uji ketahanan", "Data yang dipakai", "Cara menghitungnya", "Juni 2023: 8 unit"):
        assert words in text
    assert 'class="chart event-study' in response.content.decode()


def test_the_chart_measures_every_period_against_the_last_before_the_start(strict_client):
    points = ask(strict_client, panel_csv()).context["page"].chart.points
    base = next(point for point in points if point.event_time == -1)
    assert (base.estimate, base.low) == (0.0, None)
    assert all(abs(point.estimate) < 1.5 for point in points if point.event_time < 0)
    assert all(point.estimate < -3 for point in points if point.event_time >= 0)


def test_random_timing_brings_the_efficient_estimate(strict_client):
    page = ask(strict_client, panel_csv(), random_timing="yes").context["page"]
    assert page.random_timing
    assert page.tables[0].rows[0].name.startswith("Penduga efisien")


def test_an_uncertain_answer_says_what_would_make_it_firmer(strict_client):
    page = ask(strict_client, panel_csv(effect=0.0, units=9), smallest_effect="").context["page"]
    assert page.advice
    assert any("terkecil yang berarti" in sentence for sentence in page.advice)


def test_a_firm_answer_gives_no_advice(strict_client):
    assert ask(strict_client, panel_csv()).context["page"].advice == ()


def test_a_design_like_the_published_one_is_answered(strict_client):
    rows = ["year,countyreal,lpop,lemp,first.treat"]
    for line in panel_csv(effect=-0.5, units=60, periods=6, starts=(2, 4, None)).splitlines()[1:]:
        unit, month, figure, start = line.split(",")
        first = 2002 + int(start[-2:]) if start else 0
        rows.append(f"{2002 + int(month[-2:])},{unit[-2:]},{int(unit[-2:]) % 7},{figure},{first}")
    roles = {"unit": "countyreal", "time": "year", "outcome": "lemp", "start": "first.treat"}
    page = ask(strict_client, "\n".join(rows), **roles).context["page"]
    assert dict(page.facts)["Periode"] == "6, dari 2003 sampai 2008"


def test_one_row_a_request_becomes_unit_months(strict_client):
    lines = ["kantor,diterima,selesai"]
    for unit in range(12):
        for month in range(10):
            days = 9 - (3 if unit < 6 and month >= 5 else 0) + (unit + month) % 3
            received = f"2024-{month + 1:02d}-01"
            lines.append(f"Kantor {unit},{received},2024-{month + 1:02d}-{1 + days:02d}")
    starts = "\r\n".join(f"Kantor {unit}=2024-06" for unit in range(6))
    answers = {"unit": "kantor", "received": "diterima", "completed": "selesai", "starts_written": starts}
    page = ask(strict_client, "\n".join(lines), rows_are="requests", figure="median-days", **answers).context["page"]
    assert dict(page.facts)["Gelombang"] == "Juni 2024: 6 unit; tidak pernah: 6 unit"


def test_a_number_of_the_request_is_not_taken_for_its_time(strict_client):
    csv = "No. Permohonan,Kecamatan,Tanggal Masuk,Tanggal Selesai\nIZN-1,A,2024-01-02,2024-01-09\nIZN-2,B,2024-01-03,\n"
    page = strict_client.post("/alat/dampak/kolom/", {"file": upload(csv), "rows_are": "requests"}).context["page"]
    assert [column.role for column in page.preview_columns] == ["", "unit", "diterima", "selesai"]


def test_going_back_in_the_history_brings_the_whole_page(client):
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert client.get("/alat/dampak/", headers=headers).content.startswith(b"<!doctype html>")


def test_the_address_of_a_result_leads_back_to_the_start(strict_client):
    assert "Hasil tidak disimpan" in text_of(strict_client.get("/alat/dampak/hasil/"))


def test_a_look_that_was_tampered_with_starts_anew(strict_client):
    page = strict_client.post("/alat/dampak/hasil/", {"look": "forged", **ASKED})
    assert "kedaluwarsa" in text_of(page)


@BOTH
def test_the_sample_reveals_the_truth_after_the_estimate(strict_client, language):
    response = strict_client.get("/alat/dampak/contoh/", headers={"cookie": f"django_language={language}"})
    text = text_of(response)
    truth = "Jawaban yang sebenarnya" if language == "id" else "The true answer"
    assert text.index(response.context["page"].verdict.sentence) < text.index(truth)


def test_the_sample_shows_that_before_after_is_further_from_the_truth(strict_client):
    truth = strict_client.get("/alat/dampak/contoh/").context["truth"]
    naive, honest = (float(error.replace(",", ".")) for error in (truth.naive_error, truth.honest_error))
    assert naive > 5 * honest
    assert truth.covered == "Selangnya memuat dampak sebenarnya."


def test_the_sample_file_leads_to_the_sample_result(strict_client):
    content = strict_client.get("/alat/dampak/contoh.csv").content
    assert len(list(csv.reader(io.StringIO(content.decode())))) > 1000
    roles = {"unit": "kantor", "time": "bulan", "outcome": "hari_izin", "start": "mulai"}
    sample = strict_client.get("/alat/dampak/contoh/").context["page"]
    assert ask(strict_client, content, **roles).context["page"].verdict.sentence == sample.verdict.sentence


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_template_is_understood_by_the_tool_itself(strict_client, ending):
    template = strict_client.get(f"/alat/dampak/templat.{ending}")
    assert "attachment" in template["Content-Disposition"]
    page = send_file(strict_client, template.content, name=f"templat.{ending}").content.decode()
    for column in ("unit", "bulan", "hasil", "mulai"):
        assert f'<option value="{column}" selected>' in page


def test_a_look_can_be_used_for_a_corrected_file(strict_client):
    wrong = changed(panel_csv(), 3, {2: "dua"})
    look = look_of(send_file(strict_client, wrong))
    roles = {"unit": "dinas", "time": "bulan", "outcome": "hari", "start": "mulai"}
    page = strict_client.post("/alat/dampak/hasil/", {"look": look, "file": upload(panel_csv()), **roles, **ASKED})
    assert "Program berdampak berarti" in text_of(page)


@pytest.mark.parametrize("address", ["/alat/dampak/", "/alat/dampak/contoh/"])
def test_a_first_visit_costs_at_most_40_kb(strict_client, address):
    page = strict_client.get(address).content
    linked = set(re.findall(r'(?:href|src)="/static/([^"]+)"', page.decode()))
    assert "effect_tool/effect_tool.css" in linked
    files = [page, *(Path(find(asset)).read_bytes() for asset in linked)]
    assert sum(len(gzip.compress(content, 9)) for content in files) <= 40 * 1024


def test_the_published_panel_gives_the_published_average(strict_client):
    roles = {"unit": "countyreal", "time": "year", "outcome": "lemp", "start": "first.treat"}
    content = shared("mpdta_did_reference/mpdta.csv").read_bytes()
    response = ask(strict_client, content, **roles, comparison="never", direction="higher", smallest_effect="0,05")
    average = response.context["page"].tables[0].rows[0]
    assert (average.estimate, average.error) == ("−0,040", "0,012")


def test_a_real_request_log_is_answered_honestly(strict_client):
    content = shared("permit_receipt_wabo/cases.csv").read_bytes()
    starts = "Group 5=2011-05\nGroup 2=2011-07"
    roles = {"unit": "group", "received": "startdate", "completed": "enddate", "starts_written": starts}
    response = ask(strict_client, content, rows_are="requests", figure="median-days", **roles)
    assert response.context["page"].verdict.word == "Bukti tidak layak"
    assert response.context["page"].verdict.reason == ""
    assert response.context["page"].advice
    assert any("belum selesai" in warning for warning in response.context["page"].warnings)
