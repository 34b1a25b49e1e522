"""Files and choices that cannot be used: each answer names the place and the remedy, and keeps what was typed."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from pembina.exchange import bounded

HEAD = "U1,U2,U3,U4,U5,U6,U7,U8,U9"
ROW = "4,4,3,4,4,4,4,4,2"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 64


@pytest.fixture
def send(strict_client):
    def upload(content, name="skm.csv"):
        data = content if isinstance(content, bytes) else content.encode()
        return strict_client.post("/alat/skm/", {"file": SimpleUploadedFile(name, data), "order": "regulation"})

    return upload


@pytest.fixture
def confirm(strict_client, send):
    """Return a function that sends a file and the columns as guessed, changed by the choices given."""

    def post(content, **choices):
        form = send(content).context["form"]
        given = {name: form[name].value() or "" for name in form.fields} | choices
        return strict_client.post(reverse("satisfaction_tool:columns"), given)

    return post


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (PNG, "bukan tabel, melainkan PNG"),
        (b"", "Berkas ini kosong"),
        (b"%PDF-1.7 ...", "melainkan PDF"),
        (b"   \n", "kosong"),
        ("unsur,skor,jumlah_responden\nU1,7,3\n", "Kolom “skor” baris 2: “7” tidak dapat dipakai"),
        (",".join(f"c{n}" for n in range(301)) + "\n" + ",".join("1" * 301), "batasnya 300"),
    ],
)
def test_a_file_that_is_no_survey_is_refused_at_its_field(send, content, sentence):
    html = send(content).content.decode()
    assert sentence in html
    assert 'role="alert"' in html
    assert 'href="#id_file"' in html


def test_no_file_asks_for_one(strict_client):
    response = strict_client.post("/alat/skm/", {"order": "questionnaire"})
    assert "Pilih berkasnya dulu." in response.content.decode()
    assert response.context["form"]["order"].value() == "questionnaire"


def test_a_file_a_little_over_the_limit_is_told_its_size(send, settings):
    html = send(b"U1\n" + b"3\n" * (settings.MAXIMUM_UPLOAD_BYTES // 2)).content.decode()
    assert "Berkas ini 50,1 MB; batasnya 50 MB" in html


def test_a_computation_over_its_time_is_told_with_its_remedy(send, monkeypatch):
    monkeypatch.setattr(bounded, "SECONDS_IN_THE_QUEUE", 0.01)
    monkeypatch.setattr(bounded._places, "acquire", lambda timeout: False)
    html = send(f"{HEAD}\n{ROW}\n").content.decode()
    assert "Banyak berkas sedang dihitung saat ini. Tunggu sebentar" in html


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("sangat baik", "Kolom “U3” baris 3: “sangat baik” bukan skor 1, 2, 3, atau 4."),
        ("5", "Kolom “U3” baris 3: “5” bukan skor"),
        ("0", "Kolom “U3” baris 3: “0” bukan skor"),
        ('"3,5"', "Kolom “U3” baris 3: “3.5” bukan skor"),
        ("", "Kolom “U3” kosong di 1 baris, yang pertama baris 3. Lengkapi jawabannya"),
    ],
)
def test_a_wrong_cell_is_named_at_its_column(confirm, cell, sentence):
    html = confirm(f"{HEAD}\n{ROW}\n4,4,{cell},4,4,4,4,4,2\n").content.decode()
    assert sentence in html
    assert 'href="#id_element_waktu"' in html


def test_an_element_without_a_column_asks_for_one(confirm):
    html = confirm("Loket," + HEAD[3:] + f"\n{ROW}\n").content.decode()
    assert "Pilih kolom untuk unsur ini" in html
    assert 'href="#id_element_persyaratan"' in html


def test_one_column_cannot_be_two_elements(confirm):
    assert (
        "Kolom ini sudah dipakai untuk unsur lain" in confirm(f"{HEAD}\n{ROW}\n", element_sarana="U1").content.decode()
    )


def test_a_column_that_the_file_does_not_have_is_refused(confirm):
    response = confirm(f"{HEAD}\n{ROW}\n", element_sarana="U99")
    assert response.status_code == 200
    assert "element_sarana" in response.context["form"].errors


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        ({"on": "2016-01-01"}, "PermenPANRB 14/2017 belum berlaku pada"),
        ({"on": "2099-01-01"}, "Tanggal ini belum tiba"),
        ({"on": "kemarin"}, "Tulis tanggal yang ada di kalender"),
        ({"on": ""}, "Isi tanggal survei"),
        ({"population": "banyak"}, "Tulis bilangan bulat"),
        ({"population": "0"}, "Tulis sedikitnya 1"),
        ({"population": "999999999999"}, "melebihi penduduk Indonesia"),
        ({"weight": "0.2"}, 'href="#id_weight"'),
    ],
)
def test_a_wrong_choice_is_named_and_nothing_typed_is_lost(confirm, choice, sentence):
    html = confirm(f"{HEAD}\n{ROW}\n", unit="Puskesmas Sukamaju", **choice).content.decode()
    assert sentence in html
    assert 'role="alert"' in html
    assert 'value="Puskesmas Sukamaju"' in html
    assert '<option value="U9" selected>' in html


def test_names_in_the_file_are_shown_as_text(confirm):
    html = confirm(f"{HEAD},<script>alert(1)</script>\n{ROW},x\n", on="").content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_an_unknown_order_is_not_a_page(strict_client, send):
    sources = send(f"{HEAD}\n{ROW}\n").context["form"]["sources"].value()
    response = strict_client.post("/alat/skm/kolom/", {"sources": sources, "order": "alphabet"})
    assert response.status_code == 404


@pytest.mark.parametrize(
    "path", ["hasil/", "hasil.pdf", "hasil.json", "contoh/", "contoh.csv", "templat.csv", "templat.xlsx"]
)
def test_pages_that_are_read_take_no_post(client, path):
    assert client.post(f"/alat/skm/{path}").status_code == 405
