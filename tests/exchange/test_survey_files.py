"""Survey files in both shapes give the published figures; wrong answers are named by column and row."""

from datetime import date

import pytest

from needed import shared
from pembina.core.rules.satisfaction_index import ELEMENTS, satisfaction_index
from pembina.exchange.survey_files import element_of, read_answers
from pembina.exchange.tables import UnreadableFileError, read_table

DAY = date(2026, 1, 5)
HEAD = "no;U1;U2;U3;U4;U5;U6;U7;U8;U9\n"


def published(path):
    file = shared(path)
    return read_table(file, name=file.name)


def survey(text, **options):
    return read_answers(read_table(text.encode(), name="skm.csv"), **options)


@pytest.mark.parametrize(("weight", "index"), [("exact", "91.48"), ("0.11", "90.56"), ("0.111", "91.38")])
def test_counts_of_the_worked_example(weight, index):
    counts = read_answers(published("skm_gaspul_worked_example/distribusi_skor.csv")).counts
    assert counts.respondents == 29
    assert str(satisfaction_index(answers=counts, weight=weight, on=DAY).index) == index


@pytest.mark.parametrize(("weight", "index"), [("exact", "78.74"), ("0.11", "77.95"), ("0.111", "78.66")])
def test_raw_answers_of_sekadau(weight, index):
    counts = read_answers(published("skm_sekadau_2019/skm_sekadau_2019_s1_resp1-49.csv")).counts
    result = satisfaction_index(answers=counts, weight=weight, on=DAY)
    assert (str(result.index), result.quality, result.respondents) == (index, "B", 49)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("U3", "waktu"),
        ("unsur 4", "biaya"),
        ("Waktu penyelesaian", "waktu"),
        ("Sistem, mekanisme, dan prosedur", "prosedur"),
        ("Sarana dan prasarana", "sarana"),
        ("U8", "pengaduan"),
        ("nama", None),
    ],
)
def test_elements_are_known_by_number_key_or_name(name, key):
    assert element_of(name, order="regulation") == key


def test_the_order_of_a_questionnaire_exchanges_the_last_two():
    text = HEAD + "1;3;3;3;3;3;3;3;1;4\n"
    assert survey(text).counts.total("pengaduan") == 1
    assert survey(text, order="questionnaire").counts.total("pengaduan") == 4


def test_official_names_as_columns():
    text = ";".join(ELEMENTS) + "\n" + ";".join("123412341") + "\n"
    assert survey(text).counts.total("biaya") == 4


@pytest.mark.parametrize(("cell", "says"), [("5", "bukan skor 1, 2, 3"), ("", "kosong"), ("baik", "bukan skor")])
def test_a_wrong_answer_is_named_by_column_and_row(cell, says):
    with pytest.raises(UnreadableFileError, match=says) as refused:
        survey(HEAD + f"1;3;3;3;3;3;3;3;3;3\n2;3;3;{cell};3;3;3;3;3;3\n")
    assert (refused.value.column, refused.value.row) == ("U3", 3)


def test_an_unanswered_question_is_counted_under_the_per_element_rule():
    found = survey(HEAD + "1;3;3;;3;3;3;3;3;3\n2;3;3;4;3;3;3;3;3;3\n", missing="per_element")
    assert found.unanswered["waktu"] == 1
    assert found.counts.answered("waktu") == 1


def test_lacking_and_double_elements_are_refused():
    with pytest.raises(UnreadableFileError, match="sarana"):
        survey("U1;U2;U3;U4;U5;U6;U7;U8\n1;1;1;1;1;1;1;1\n")
    with pytest.raises(UnreadableFileError, match="sama-sama"):
        survey("U3;waktu;U1\n1;1;1\n")


@pytest.mark.parametrize("row", ["U1;7;1", "harga;3;1", "U1;3;-2", "U1;3;1,5"])
def test_a_wrong_row_of_counts_is_named(row):
    with pytest.raises(UnreadableFileError) as refused:
        survey(f"unsur;skor;jumlah_responden\n{row}\n")
    assert refused.value.row == 2
