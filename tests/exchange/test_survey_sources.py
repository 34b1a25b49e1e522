"""A survey file counted before anybody has said which column is which element."""

import pytest

from pembina.core.rules.satisfaction_index import ELEMENTS
from pembina.exchange.survey_files.sources import MOST_COLUMNS, survey_sources
from pembina.exchange.tables import UnreadableFileError, read_table

RAW = """Cap waktu,Nama,U1,U2,U3,U4,U5,U6,U7,U8,U9
5/1/2026 09.10,Ani,3,3,4,4,3,3,4,2,3
5/1/2026 09.20,Budi,4,3,,4,3,3,4,1,4
5/1/2026 09.30,Cici,3,baik,2,4,3,5,4,3,4
"""
COUNTS = "unsur,skor,jumlah_responden\n" + "".join(
    f"{name},{score},{people}\n" for name in ELEMENTS for score, people in ((3, 6), (4, 2))
)


def sources_of(text):
    return survey_sources(read_table(text.encode(), name="skm.csv"))


def test_each_column_of_raw_answers_is_counted():
    found = sources_of(RAW)
    assert (found.shape, found.rows) == ("answers", 3)
    assert found.named("U1").people == (0, 0, 2, 1)
    assert found.named("U3").empty == 1
    assert found.named("U3").first_empty == 3


def test_text_and_a_score_off_the_scale_are_kept_with_row_and_value():
    found = sources_of(RAW)
    assert (found.named("U2").wrong_row, found.named("U2").wrong_value) == (4, "baik")
    assert (found.named("U6").wrong_row, found.named("U6").wrong_value) == (4, "5")


def test_a_wrong_column_is_refused_with_column_row_value_and_remedy():
    with pytest.raises(UnreadableFileError, match="Kolom “U6” baris 4: “5”") as refused:
        sources_of(RAW).named("U6").require("refuse")
    assert (refused.value.column, refused.value.row, refused.value.value) == ("U6", 4, "5")
    assert "pilih kolom lain" in refused.value.remedy.id


def test_an_empty_cell_is_refused_unless_the_rule_allows_it():
    source = sources_of(RAW).named("U3")
    with pytest.raises(UnreadableFileError, match="kosong di 1 baris, yang pertama baris 3"):
        source.require("refuse")
    source.require("per_element")


def test_a_column_without_any_score_is_refused():
    with pytest.raises(UnreadableFileError, match="tidak berisi skor"):
        sources_of("U1,U2\n,1\n").named("U1").require("per_element")


def test_the_order_of_the_last_two_is_the_persons_choice():
    found = sources_of(RAW)
    assert found.guess("regulation")["pengaduan"] == "U8"
    assert found.guess("questionnaire")["pengaduan"] == "U9"


def test_a_time_stamp_is_not_taken_for_the_element_time():
    assert sources_of(RAW).guess("regulation")["waktu"] == "U3"


def test_two_columns_for_one_element_are_left_to_the_person():
    assert "biaya" not in sources_of("Biaya,Tarif\n1,2\n").guess("regulation")


def test_a_file_of_counts_offers_its_elements():
    found = sources_of(COUNTS)
    chosen = found.guess("regulation")
    counts = found.counts(chosen)
    assert found.shape == "counts"
    assert list(chosen) == list(ELEMENTS)
    assert counts.respondents == 8
    assert counts.counts["waktu"] == {1: 0, 2: 0, 3: 6, 4: 2}


@pytest.mark.parametrize(("row", "wrong"), [("waktu,7,1", "“7”"), ("waktu,4,-1", "“-1”"), ("waktu,4,1.5", "“1.5”")])
def test_a_wrong_row_of_counts_is_named(row, wrong):
    with pytest.raises(UnreadableFileError, match=f"baris 20: {wrong}"):
        sources_of(COUNTS + row + "\n")


def test_a_file_with_too_many_columns_is_refused():
    wide = ",".join(f"c{n}" for n in range(MOST_COLUMNS + 1))
    with pytest.raises(UnreadableFileError, match="batasnya 300"):
        sources_of(f"{wide}\n{wide}\n")


def test_a_file_of_counts_with_too_many_elements_is_refused():
    rows = "".join(f"pertanyaan {n},3,1\n" for n in range(MOST_COLUMNS + 1))
    with pytest.raises(UnreadableFileError, match="batasnya 300"):
        sources_of("unsur,skor,jumlah_responden\n" + rows)
