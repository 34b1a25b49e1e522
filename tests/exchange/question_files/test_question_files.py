"""Questions go out and come in the same; what is wrong in a row is told with its column."""

import pytest

from pembina.exchange.question_files import (
    QuestionRow,
    UnreadableQuestions,
    questions_template,
    questions_workbook,
    read_questions,
)

HEAD = "pokok_bahasan,pertanyaan,jawaban_a,jawaban_b,jawaban_c,jawaban_benar,penjelasan"


def read(*lines):
    return read_questions("\n".join([HEAD, *lines]).encode(), "soal.csv")


def test_what_was_written_is_read_again():
    rows = [
        QuestionRow(2, "Waktu", "Berapa lama?", ("Satu", "Dua"), 1, "Pasal 9"),
        QuestionRow(3, "", "=1+1?", ("-2", "+2", "2"), 2, ""),
    ]
    assert read_questions(questions_workbook(rows), "soal.xlsx").rows == tuple(rows)


@pytest.mark.parametrize(("written", "place"), [("b", 1), ("B.", 1), ("2", 1), ("A)", 0), (" a ", 0)])
def test_the_right_answer_is_a_letter_or_its_number(written, place):
    assert read(f",Apa?,Ya,Tidak,,{written},").rows[0].right == place


def test_an_answer_left_empty_in_between_moves_the_letters():
    assert read(",Apa?,Ya,,Tidak,C,").rows[0] == QuestionRow(2, "", "Apa?", ("Ya", "Tidak"), 1, "")


@pytest.mark.parametrize(
    ("line", "column"),
    [
        (",,Ya,Tidak,,A,", "pertanyaan"),
        (",Apa?,Ya,,,A,", "jawaban_b"),
        (",Apa?,Ya,ya,,A,", "jawaban_b"),
        (",Apa?,Ya,Tidak,,C,", "jawaban_benar"),
        (",Apa?,Ya,Tidak,,,", "jawaban_benar"),
        (",Apa?,Ya,Tidak,,9,", "jawaban_benar"),
        (f",Apa?,{'x' * 501},Tidak,,A,", "jawaban_a"),
    ],
)
def test_a_row_that_cannot_be_asked_is_left_out_with_its_reason(line, column):
    found = read(line, ",Lain?,Ya,Tidak,,A,")
    assert [(each.row, each.column) for each in found.findings] == [(2, column)]
    assert len(found.rows) == 1


def test_the_same_question_twice_is_told():
    found = read(",Apa?,Ya,Tidak,,A,", ",APA?,Ya,Tidak,,A,")
    assert [each.row for each in found.findings] == [3]


def test_a_file_without_the_columns_or_that_is_none_is_refused():
    assert isinstance(read_questions(b"nama,nip\nSari,1\n", "x.csv"), UnreadableQuestions)
    assert isinstance(read_questions(b"PK\x03\x04broken", "x.xlsx"), UnreadableQuestions)


def test_the_template_asks_nothing_yet():
    found = read_questions(questions_template(), "templat.xlsx")
    assert getattr(found, "rows", ()) == ()
