"""The open page /alat/skm/: a file in, the index out, nothing kept."""

import csv
import gzip
import io
import json
import zipfile
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.staticfiles.finders import find
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from needed import shared
from pembina.core.rules.satisfaction_index import ELEMENTS
from pembina.web.satisfaction_tool.carried import opened_survey
from pembina.web.satisfaction_tool.sample import RESPONDENTS

START = "/alat/skm/"
HEAD = "Nama,U1,U2,U3,U4,U5,U6,U7,U8,U9"
GOOD = "\n".join([HEAD, "Ani,4,4,3,4,4,4,4,4,2", "Budi,4,4,3,4,4,4,4,4,2"])


@pytest.fixture
def send(strict_client):
    """Return a function that uploads text, and one page later the guessed columns with other choices."""

    def upload(text, name="skm.csv", order="regulation"):
        content = text.encode() if isinstance(text, str) else text
        return strict_client.post(START, {"file": SimpleUploadedFile(name, content), "order": order})

    return upload


@pytest.fixture
def compute(strict_client, send):
    """Return a function that sends a file, confirms its columns and follows to the result."""

    def confirm(text, order="regulation", **choices):
        form = send(text, order=order).context["form"]
        guessed = {name: form[name].value() for name in form.fields}
        given = {key: value for key, value in {**guessed, **choices}.items() if value is not None}
        return strict_client.post(reverse("satisfaction_tool:columns"), given, follow=True)

    return confirm


def survey_of(response):
    return opened_survey(parse_qs(urlsplit(response.redirect_chain[-1][0]).query)["data"][0])


def test_the_start_explains_itself_without_a_query(strict_client, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        html = strict_client.get(START).content.decode()
    assert "Tidak ada yang disimpan di server" in html
    assert 'enctype="multipart/form-data"' in html


def test_columns_are_guessed_and_shown_with_what_they_hold(send):
    response = send(GOOD)
    html = response.content.decode()
    assert "Terbaca 2 responden" in html
    assert "U3 (2 jawaban, rata-rata 3,00)" in html
    assert response.context["form"]["element_sarana"].value() == "U9"


def test_the_file_leads_to_the_index_without_a_query(compute, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        response = compute(GOOD, unit="Puskesmas Sukamaju")
    html = response.content.decode()
    assert "91,67" in html
    assert "Mutu pelayanan A (sangat baik) menurut 2 responden, dihitung dengan bobot 1/9." in html
    assert "Unsur terlemah: Sarana dan prasarana (2,00 dari 4)" in html
    assert "Puskesmas Sukamaju" in html
    assert "33,0000 × 1/9 × 25 = 91,6667" in html


def test_the_order_of_the_questionnaire_decides_what_u9_means(compute):
    html = compute(GOOD, order="questionnaire").content.decode()
    assert "Unsur terlemah: Penanganan pengaduan, saran, dan masukan (2,00 dari 4)" in html


def test_a_person_may_choose_other_columns(compute):
    response = compute(GOOD.replace("U9", "Loket"), element_sarana="Loket")
    assert "91,67" in response.content.decode()


def test_the_same_answers_are_shown_under_the_other_weights(compute):
    rows = compute(GOOD).context["result"].weights
    assert [(row.name, row.index) for row in rows] == [("1/9", "91,67"), ("0,11", "90,75"), ("0,111", "91,58")]


def test_another_weight_is_one_link_away(compute, strict_client):
    address = compute(GOOD).context["result"].weights[1].address
    assert "dihitung dengan bobot 0,11." in strict_client.get(address).content.decode()


def test_an_index_below_every_band_says_why_it_has_no_letter(compute):
    html = compute(f"{HEAD}\nAni,1,1,1,1,1,1,1,1,1\n", weight="0.11").content.decode()
    assert "berada di bawah batas terendah mutu D" in html
    assert "tanpa mutu" in html


def test_missing_answers_are_counted_out_loud_under_the_rule_chosen(compute):
    html = compute(GOOD + "\nCici,4,4,,4,4,4,4,4,2\n", missing="per_element").content.decode()
    assert "Waktu penyelesaian: 1 responden tidak menjawab; rata-ratanya dari 2 jawaban." in html


@pytest.mark.parametrize(
    ("population", "sentence"), [("1.200", "diperlukan 291 responden; survei ini 2: kurang 289"), ("2", "2: cukup")]
)
def test_a_known_population_compares_the_sample_with_the_table(compute, population, sentence):
    assert sentence in compute(GOOD, population=population).content.decode()


def test_without_a_population_nothing_is_said_about_the_sample(compute):
    assert "Krejcie-Morgan" not in compute(GOOD).content.decode()


def test_the_sample_is_marked_as_ours(strict_client):
    response = strict_client.get("/alat/skm/contoh/", follow=True)
    html = response.content.decode()
    assert "Jawabannya buatan kami, bukan data nyata." in html
    assert response.context["result"].weakest.label == "Waktu penyelesaian"


def test_the_sample_file_gives_the_sample_result(strict_client, compute):
    shown = strict_client.get("/alat/skm/contoh/", follow=True).context["result"]
    computed = compute(strict_client.get("/alat/skm/contoh.csv").content).context["result"]
    assert (computed.index, computed.respondents) == (shown.index, str(RESPONDENTS))


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_csv_template_is_read_as_it_is_written(strict_client, send, language):
    strict_client.cookies["django_language"] = language
    text = strict_client.get("/alat/skm/templat.csv").content.decode("utf-8-sig")
    head = next(csv.reader(io.StringIO(text), delimiter=";"))
    form = send(text + ";".join(["Ani", *"444444444"])).context["form"]
    assert [form[f"element_{key}"].value() for key in ELEMENTS] == head[1:]


def test_the_workbook_template_takes_scores_only_and_is_recognised(strict_client):
    content = strict_client.get("/alat/skm/templat.xlsx").content
    sheet = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    assert 'sqref="B2:J2001"' in sheet
    assert "1,2,3,4" in sheet
    assert strict_client.get("/alat/skm/templat.xlsx").content == content


def test_the_pdf_is_an_archivable_page(strict_client, compute):
    response = strict_client.get(compute(GOOD).context["result"].pdf_address)
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF-1.7")
    assert b"<pdfaid:part>2</pdfaid:part>" in response.content


def test_the_json_has_the_keys_of_the_command_line(strict_client, compute):
    said = json.loads(strict_client.get(compute(GOOD).context["result"].json_address).content)
    assert {"index", "quality", "weight", "respondents", "elements", "article", "because", "notes"} <= said.keys()
    assert (said["index"], said["quality"], said["weight"], said["respondents"]) == (91.67, "A", "exact", 2)
    assert said["elements"][8] == {
        "key": "sarana",
        "label": "Sarana dan prasarana",
        "mean": 2.0,
        "weighted_mean": pytest.approx(2 / 9),
        "n": 2,
    }


@pytest.mark.parametrize("path", ["", "contoh/"])
def test_a_first_visit_stays_within_the_budget(strict_client, path):
    page = strict_client.get(START + path, follow=True).content
    style = Path(find("pembina/pembina.css")).read_bytes()
    assert len(gzip.compress(page)) + len(gzip.compress(style)) <= 40 * 1024


def test_nobody_can_be_found_in_what_the_address_carries(compute):
    survey = survey_of(compute(GOOD))
    assert survey.counts.respondents == 2
    assert "Ani" not in repr(survey)


@pytest.mark.parametrize("path", ["hasil/", "hasil.pdf", "hasil.json"])
@pytest.mark.parametrize("data", ["", "?data=", "?data=eyJ9:changed:by-hand"])
def test_a_broken_address_leads_to_the_start_and_says_so(strict_client, path, data):
    response = strict_client.get(START + path + data, follow=True)
    assert "Pilih berkasnya sekali lagi" in response.content.decode()


def test_reloading_the_columns_leads_to_the_start_and_says_so(strict_client):
    assert "Pilih berkasnya sekali lagi" in strict_client.get("/alat/skm/kolom/", follow=True).content.decode()


def test_the_pages_speak_english_when_asked(strict_client):
    strict_client.cookies["django_language"] = "en"
    start = strict_client.get(START).content.decode()
    result = strict_client.get("/alat/skm/contoh/", follow=True).content.decode()
    assert "Compute the citizen satisfaction index" in start
    assert "Weakest element: Completion time" in result
    assert "80.70" in result


@pytest.mark.parametrize(("weight", "index"), [("exact", "91,48"), ("0.11", "90,56"), ("0.111", "91,38")])
def test_a_published_survey_is_reproduced_under_each_weight(compute, weight, index):
    example = shared("skm_gaspul_worked_example/distribusi_skor.csv").read_text("utf-8")
    shown = compute(example, weight=weight).context["result"]
    assert (shown.index, shown.respondents) == (index, "29")
    totals = [row.total for row in shown.elements]
    assert totals == ["105", "101", "100", "116", "102", "105", "106", "105", "115"]
