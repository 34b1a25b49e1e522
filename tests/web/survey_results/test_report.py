"""The official report as PDF/A and as a workbook."""

import io
import shutil
import subprocess

import pytest
from django.conf import settings
from django.urls import reverse
from python_calamine import CalamineWorkbook

from domain.services.results.survey_answers import NOON, a_round, answers, office
from pembina.domain.services.operations.follow_ups import plan_follow_up
from pembina.domain.services.operations.survey_results import write_report
from web.survey_results.test_results import PLAN

pytestmark = pytest.mark.django_db
needs_pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")


def words_of(pdf):
    """Return the text of a PDF with its spaces made one."""
    read = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(read.stdout.decode().split())


def sheets_of(content):
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


@needs_pdftotext
def test_the_report_has_its_chapters_and_the_weakest_element_first(officer, period, earlier):
    plan_follow_up(period=earlier, plan=PLAN, by=None, at=NOON)
    answer = officer.get(reverse("survey_results:pdf", args=[period.pk]))
    assert b"<pdfaid:part>2</pdfaid:part>" in answer.content
    text = words_of(answer.content)
    chapters = ["I Pendahuluan", "II Pengumpulan data", "III Hasil survei", "IV Analisis", "V Penutup", "Lampiran 1"]
    assert [text.index(chapter) for chapter in chapters] == sorted(text.index(chapter) for chapter in chapters)
    for words in ("Pratinjau", "78,54", "Galat sampel", "Tindak lanjut periode lalu", "Menambah satu loket", "Olah"):
        assert words.lower() in text.lower()
    weakest = text[text.index("Unsur dari yang terlemah") :]
    assert weakest.index("U3 Waktu penyelesaian") < weakest.index("U4 Biaya/tarif")


@needs_pdftotext
def test_the_words_of_the_unit_stand_in_the_report_as_text(officer, period):
    typed = {"background": '#panic("x") <b>Kami</b>\nBaris kedua', "signatory": "Andi Wijaya", "place": "Sukamaju"}
    write_report(period=period, sections=typed, by=None, at=NOON)
    text = words_of(officer.get(reverse("survey_results:pdf", args=[period.pk])).content)
    assert '#panic("x") <b>Kami</b> Baris kedua' in text
    assert "Andi Wijaya" in text
    assert "wajib menanyakan pendapat warga" not in text


@needs_pdftotext
def test_the_published_report_carries_version_and_hash(strict_client, period, published):
    answers(period, (20, 1))
    answer = strict_client.get(reverse("survey_board:pdf", args=[period.pk, 1]))
    text = words_of(answer.content)
    assert f"versi 1, SHA-256 {published.content_hash[:16]}" in text
    assert "78,54" in text
    assert "Pratinjau" not in text


@needs_pdftotext
def test_a_round_without_index_still_gives_a_report_that_says_why(officer):
    period = a_round(office())
    text = words_of(officer.get(reverse("survey_results:pdf", args=[period.pk])).content)
    assert "Belum ada jawaban." in text


@needs_pdftotext
def test_the_report_in_english(officer, period):
    officer.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    address = reverse("survey_results:pdf", args=[period.pk])
    text = words_of(officer.get(address).content)
    assert "Index 78.54" in text


def test_the_workbook_holds_the_processing_of_the_data(officer, period):
    answer = officer.get(reverse("survey_results:workbook", args=[period.pk]))
    sheets = sheets_of(answer.content)
    assert ["IKM", 78.54] in sheets["Ringkasan"]
    third = sheets["Olah data"][3]
    assert third[:7] == ["U3", "Waktu penyelesaian", 0, 40, 40, 8, 88]
    assert [row[0] for row in sheets["Layanan"]] == ["Layanan", "Izin usaha", "Rekomendasi"]
    assert ["Jenis kelamin", "Laki-laki", 80] in sheets["Profil responden"]


def test_the_workbook_guards_formulas_and_hides_small_cells(officer):
    period = a_round(office(), title="=1+1")
    answers(period, (3, 3), sex="male")
    answers(period, (9, 3), sex="female")
    answers(period, (9, 3))
    sheets = sheets_of(officer.get(reverse("survey_results:workbook", args=[period.pk])).content)
    assert ["Periode", "'=1+1"] in sheets["Ringkasan"]
    people = {row[1]: row[2] for row in sheets["Profil responden"] if row[0] == "Jenis kelamin"}
    assert people["Laki-laki"] == "*"
    assert sorted(map(str, people.values())) == ["*", "*", "9.0"]


def test_a_published_workbook_is_everybodys(strict_client, period, published):
    answer = strict_client.get(reverse("survey_board:workbook", args=[period.pk, 1]))
    assert ["IKM", 78.54] in sheets_of(answer.content)["Ringkasan"]
