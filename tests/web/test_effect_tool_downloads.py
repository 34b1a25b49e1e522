"""What can be taken along, made from what the visitor carries: the server keeps nothing."""

import json
import os
import re
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.utils import translation

from pembina.core.effect.evaluation import evaluate
from pembina.exchange.panel_files import panel_from_columns
from pembina.exchange.papers import write_paper
from pembina.exchange.tables import read_table
from pembina.web.effect_tool import work
from pembina.web.effect_tool.paper import report_data
from pembina.web.effect_tool.sample import sample_result
from pembina.web.effect_tool.wishes import Asked, PanelWish
from web.effect_tool_files import ask, panel_csv, reading

PDF, JSON = "/alat/dampak/unduh/laporan.pdf", "/alat/dampak/unduh/hasil.json"


@pytest.fixture(autouse=True)
def _here(monkeypatch):
    monkeypatch.setattr(work, "within_limits", lambda function, *arguments, seconds: function(*arguments))


def carried(response):
    return re.search(r'name="result" value="([^"]+)"', response.content.decode())[1]


def pages(pdf):
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_the_json_is_the_object_of_the_command_line(strict_client):
    written = strict_client.post(JSON, {"result": carried(ask(strict_client, panel_csv()))})
    wish = PanelWish(Asked(True, 1.0, "not-yet", False, outcome_unit="hari"), "dinas", "bulan", "hari", "mulai")
    columns = wish.read(read_table(panel_csv().encode(), name="data.csv"))
    expected = evaluate(panel_from_columns(columns), wish.asked.question()).as_dict("id")
    names = {str(number): name for number, name in columns.period_names.items()}
    assert json.loads(written.content) == {**expected, "period_names": names}


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_report_is_an_archivable_pdf_of_at_most_two_pages(strict_client, language):
    result = carried(ask(reading(strict_client, language), panel_csv()))
    report = strict_client.post(PDF, {"result": result})
    assert report["Content-Type"] == "application/pdf"
    assert "attachment" in report["Content-Disposition"]
    assert b"<pdfaid:part>2</pdfaid:part>" in report.content
    assert pages(report.content) <= 2


def test_many_waves_and_warnings_still_fit_two_pages():
    sample = sample_result("id")
    found = sample.answer.evaluation
    left, warning = found["robustness"]["leave_one_out"][0], {"code": "long", "message": "Peringatan panjang. " * 12}
    crowded = {
        **found,
        "robustness": {**found["robustness"], "leave_one_out": [left] * 24},
        "waves": found["waves"] * 8,
        "warnings": [warning] * 20,
    }
    carried = replace(sample, answer=replace(sample.answer, evaluation=crowded))
    with translation.override("id"):
        assert pages(write_paper("effect_report", report_data(carried, on=date(2026, 11, 21)))) == 2


@pytest.mark.parametrize("address", [PDF, JSON])
def test_the_sample_is_computed_again_instead_of_carried(strict_client, address):
    assert strict_client.post(address, {"sample": "1"}).status_code == 200
    assert 'name="result"' not in strict_client.get("/alat/dampak/contoh/").content.decode()


@pytest.mark.parametrize("address", [PDF, JSON])
def test_a_forged_result_is_not_written(strict_client, address):
    assert strict_client.post(address, {"result": "forged"}).status_code == 302
    assert strict_client.get(address).status_code == 405


def test_nothing_is_written_to_disk(strict_client, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    home = Path(os.environ["PEMBINA_HOME"])
    before = {path: path.stat().st_mtime_ns for path in home.rglob("*") if path.is_file()}
    result = carried(ask(strict_client, panel_csv()))
    strict_client.post(PDF, {"result": result})
    strict_client.post(JSON, {"result": result})
    assert list(tmp_path.iterdir()) == []
    assert {path: path.stat().st_mtime_ns for path in home.rglob("*") if path.is_file()} == before
