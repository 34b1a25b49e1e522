"""Bad input: every error names what is wrong, where, and the remedy, and loses nothing of what was typed."""

import re

import pytest

from pembina.web.effect_tool import work
from web.effect_tool_files import ask, changed, panel_csv, reading, send_file, text_of

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64)


@pytest.fixture(autouse=True)
def _here(monkeypatch):
    monkeypatch.setattr(work, "within_limits", lambda function, *arguments, seconds: function(*arguments))


def summary(response):
    """The error summary at the top, as text."""
    found = re.search(r'<div class="error-summary".*?</div>', response.content.decode(), re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", found[0]).split()) if found else ""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "kosong"),
        (PNG, "data.csv"),
        ("dinas,bulan\n", "baris"),
        ("satu kolom\n1\n2\n", "kolom"),
    ],
    ids=["empty", "a picture", "only a header", "one column"],
)
def test_a_file_that_is_no_table_is_refused_at_the_file(strict_client, content, said):
    response = send_file(strict_client, content)
    if content == "satu kolom\n1\n2\n":
        assert "Pilih kolom" in text_of(response)
    else:
        assert "Pilih atau jatuhkan berkas" in summary(response)
        assert said in summary(response)


def test_no_file_at_all(strict_client):
    response = strict_client.post("/alat/dampak/kolom/", {"rows_are": "panel"})
    assert "Pilih berkasnya dulu" in summary(response)


def test_the_second_step_without_the_file_keeps_the_answers(strict_client):
    response = ask(strict_client, panel_csv(), file="", smallest_effect="2,5", comparison="never")
    assert "Pilih berkasnya dulu" in summary(response)
    html = response.content.decode()
    assert 'value="2,5"' in html
    assert re.search(r'value="never"[^>]* checked', html)
    assert re.search(r'<option value="hari" selected>', html)


@pytest.mark.parametrize(
    ("csv", "field", "said"),
    [
        (changed(panel_csv(), 3, {2: "banyak"}), "Angka layanan", ("hari", "baris 3", "banyak")),
        (changed(panel_csv(), 3, {1: "2023-01"}), "Waktu", ("bulan", "ganda", "baris 3")),
        (changed(panel_csv(), 3, {3: "2023-07"}), "Mulai program", ("mulai", "baris 3")),
        (changed(panel_csv(), 3, {1: "kapan"}), "Waktu", ("bulan", "baris 3", "kapan")),
        (panel_csv(starts=(5,)), "Mulai program", ("pembanding",)),
        (panel_csv(starts=(None,)), "Mulai program", ("mulai",)),
        (panel_csv(units=1), "Unit kerja", ("1 unit",)),
        (panel_csv(periods=1, starts=(None,)), "Waktu", ("periode",)),
    ],
    ids=["text", "duplicate", "moving start", "no period", "all at once", "nobody", "one unit", "one period"],
)
def test_what_is_wrong_in_the_rows_is_said_at_its_column(strict_client, csv, field, said):
    response = ask(strict_client, csv)
    words = summary(response)
    assert field in words, words
    assert all(word in words for word in said), words


def test_an_infinite_figure_is_refused_with_its_row(strict_client):
    words = summary(ask(strict_client, changed(panel_csv(), 4, {2: "inf"})))
    assert "Angka layanan" in words
    assert "4" in words


def test_decimal_commas_are_numbers(strict_client):
    csv = re.sub(r"(\d)\.(\d)\d+", r"\1,\2", panel_csv().replace(",", ";"))
    assert "Program berdampak berarti" in text_of(ask(strict_client, csv))


def test_figures_that_read_two_ways_are_asked_about_and_can_be_settled(strict_client):
    csv = re.sub(r"(\d)\.(\d)", r"\1,\2", panel_csv().replace(",", ";"))
    assert "Tanda desimal" in summary(ask(strict_client, csv))
    assert "Program berdampak berarti" in text_of(ask(strict_client, csv, decimals="comma"))


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"starts_written": "Kantor A Maret"}, "Mulai tiap unit"),
        ({"starts_written": "Kantor A=kapan"}, "Mulai tiap unit"),
    ],
)
def test_a_start_that_cannot_be_read_is_said_where_it_was_written(strict_client, answers, field):
    csv = "kantor,diterima,selesai\n" + "".join(
        f"Kantor {u},2024-0{m}-01,2024-0{m}-09\n" for u in "AB" for m in (1, 2, 3)
    )
    roles = {"unit": "kantor", "received": "diterima", "completed": "selesai", "figure": "median-days"}
    words = summary(ask(strict_client, csv, rows_are="requests", **roles, **answers))
    assert field in words
    assert "--" not in words


def test_only_never_treated_as_comparison_where_there_are_none(strict_client):
    words = summary(ask(strict_client, panel_csv(starts=(4, 8)), comparison="never"))
    assert "tidak pernah ikut" in words


def test_the_direction_must_be_said(strict_client):
    assert "Layanan membaik bila: Pilih salah satu" in summary(ask(strict_client, panel_csv(), direction=""))


@pytest.mark.parametrize("typed", ["0", "-1", "satu"])
def test_the_smallest_effect_is_a_positive_number(strict_client, typed):
    response = ask(strict_client, panel_csv(), smallest_effect=typed)
    assert "Perubahan terkecil" in summary(response)
    assert f'value="{typed}"' in response.content.decode()


def test_a_column_plays_one_role(strict_client):
    assert "sudah dipakai" in summary(ask(strict_client, panel_csv(), start="hari"))


def test_a_column_of_another_file_is_named(strict_client):
    response = ask(strict_client, panel_csv(), outcome="tidak_ada")
    assert "tidak_ada" in summary(response)


def test_in_place_the_error_replaces_the_columns_and_keeps_the_file(strict_client):
    response = ask(strict_client, panel_csv(), direction="", headers={"hx-request": "true"})
    assert response["HX-Retarget"] == "#columns"
    assert "error-summary" in response.content.decode()


def test_requests_need_a_start(strict_client):
    csv = "kantor,diterima,selesai\nA,2024-01-02,2024-01-05\nB,2024-02-02,2024-02-05\n"
    answers = {"unit": "kantor", "received": "diterima", "completed": "selesai", "figure": "share-on-time"}
    words = summary(ask(strict_client, csv, rows_are="requests", **answers))
    assert "mulai tiap unit" in words
    assert "janji layanan" in words


def test_a_start_written_wrongly_is_quoted(strict_client):
    csv = "kantor,diterima,selesai\nA,2024-01-02,2024-01-05\nB,2024-02-02,2024-02-05\n"
    answers = {"unit": "kantor", "received": "diterima", "completed": "selesai", "figure": "median-days"}
    words = summary(ask(strict_client, csv, rows_are="requests", starts_written="A 2024-02", **answers))
    assert "A 2024-02" in words


def test_a_very_wide_file_asks_to_keep_what_is_needed(strict_client):
    header = ",".join(f"k{number}" for number in range(61))
    words = summary(send_file(strict_client, f"{header}\n{header}\n"))
    assert "61 kolom" in words


def test_errors_are_in_english_for_who_reads_english(strict_client):
    csv = changed(panel_csv(), 3, {2: "banyak"})
    words = summary(ask(reading(strict_client, "en"), csv))
    assert "banyak" in words
    assert "row 3" in words
