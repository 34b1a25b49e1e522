"""What a file of staff says, row by row, and what is wrong with which."""

from datetime import date

import pytest

from exchange.staff.conftest import BUDI, HEAD, SARI, line, one, staff_of, told
from pembina.domain.people.enums import LegalPosition, PositionKind, Sex, Status
from pembina.exchange.staff import Layout, limits
from pembina.exchange.tables import UnreadableFileError


def test_a_row_says_who_is_where_under_whom():
    file = one()
    (row,) = file.rows
    assert (row.nip, row.name, row.status, row.rank) == (SARI, "Sari Wulandari", Status.PNS, "III/b")
    assert (row.birth_date, row.sex) == (date(1992, 3, 15), Sex.FEMALE)
    assert (row.unit, row.position, row.position_since) == ("Dinas Sosial", "Penata", date(2022, 7, 1))
    assert (row.superior, row.row) == (BUDI, 2)
    assert (file.findings, file.row_count, file.layout) == ((), 1, Layout.HEADERS)
    assert (file.headers["position_since"], file.headers.get("email")) == ("TMT JABATAN", None)


def test_an_empty_cell_says_nothing():
    (row,) = one(born="", sex="null", rank="-", unit="NULL", superior="'").rows
    assert (row.birth_date, row.sex, row.rank, row.unit, row.superior) == (None,) * 5


@pytest.mark.parametrize("nip", [f"'{SARI}", "19920315 201903 2 999", "19920315.201903.2.999", f" {SARI} ", f"’{SARI}"])
def test_a_number_is_read_however_it_is_spaced(nip):
    assert one(nip=nip).rows[0].nip == SARI


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"nip": "1.98E+17"}, "number_spreadsheet"),
        ({"nip": "1,98501E+17"}, "number_spreadsheet"),
        ({"nip": "199203152019032000"}, "number_sequence"),
        ({"nip": SARI[:-1]}, "number_length"),
        ({"nip": ""}, "number_empty"),
        ({"nip": "19920315201903299O"}, "number_not_digits"),
        ({"nip": "199213152019032999"}, "number_birth_date"),
        ({"nip": "199203152019212999"}, "number_start"),
        ({"name": "null"}, "empty"),
        ({"name": "12345"}, "name_without_letters"),
        ({"name": "A" * 201}, "too_long"),
        ({"position": "A" * 201}, "too_long"),
        ({"unit": "A" * 201}, "too_long"),
        ({"status": "Honorer"}, "not_a_civil_servant"),
        ({"since": "31-02-2020"}, "no_date"),
        ({"since": "01-01-2062"}, "unlikely_date"),
        ({"since": "01-01-1950"}, "unlikely_date"),
        ({"superior": SARI}, "own_superior"),
        ({"superior": "1.97E+17"}, "superior_spreadsheet"),
    ],
)
def test_a_row_is_refused_with_the_cell_that_is_to_blame(cells, code):
    file = one(**cells)
    assert file.rows == ()
    assert told(file) == [(2, code, True)]
    (found,) = file.findings
    (value,) = cells.values()
    assert found.value == (value if len(value) <= 80 else f"{value[:79]}…")
    assert found.column in HEAD.split(";")
    assert all((found.reason.id, found.reason.en, found.remedy.id, found.remedy.en))


@pytest.mark.parametrize(
    ("cells", "code", "field"),
    [
        ({"born": "16-03-1992"}, "birth_date_differs", None),
        ({"sex": "L"}, "sex_differs", None),
        ({"born": "31-02-1992"}, "no_date", "birth_date"),
        ({"born": "01-01-2062"}, "unlikely_date", "birth_date"),
        ({"sex": "X"}, "unknown_word", "sex"),
        ({"rank": "V/z"}, "unknown_word", "rank"),
        ({"rank": "IX"}, "rank_of_other_status", "rank"),
    ],
)
def test_a_doubt_warns_and_only_the_value_is_left_out(cells, code, field):
    file = one(**cells)
    assert told(file) == [(2, code, False)]
    assert field is None or getattr(file.rows[0], field) is None


@pytest.mark.parametrize(("code", "words"), [("14", "Dinyatakan hilang"), ("", "Punah"), ("07", "")])
def test_a_legal_position_beyond_those_kept_lets_the_person_in_and_is_said_at_its_row(code, words):
    file = staff_of(f"NIP,NAMA,KEDUDUKAN HUKUM ID,KEDUDUKAN HUKUM NAMA\n{SARI},Sari,{code},{words}\n")
    assert told(file) == [(2, "unknown_word", False)]
    assert (file.findings[0].value, file.rows[0].legal_position) == (code or words, None)
    assert "pegawai baru dicatat Aktif" in file.findings[0].remedy.id


def test_the_words_tell_the_legal_position_where_the_code_is_none_we_know():
    file = staff_of(f"NIP,NAMA,KEDUDUKAN HUKUM ID,KEDUDUKAN HUKUM NAMA\n{SARI},Sari,A5EB03E2,Tidak aktif\n")
    assert (file.findings, file.rows[0].legal_position) == ((), LegalPosition.INACTIVE)


def test_a_number_that_comes_again_names_the_first_row():
    file = staff_of("\n".join([HEAD, line(), line(name="Sari lagi"), line(name="Sari ketiga")]))
    assert told(file) == [(3, "number_repeated", True), (4, "number_repeated", True)]
    assert {found.reason.id for found in file.findings} == {"NIP ini sudah ada di baris 2."}
    assert [row.name for row in file.rows] == ["Sari Wulandari"]


def test_rows_are_counted_as_a_person_does_below_a_title_and_blank_lines():
    file = staff_of("\n".join(["Daftar Pegawai", "", HEAD, line(), "", line(nip="1")]))
    assert told(file) == [(6, "number_length", True)]


@pytest.mark.parametrize(
    ("head", "cell", "status"),
    [("STATUS CPNS PNS", "C", Status.PNS), ("KEDUDUKAN HUKUM NAMA", "PPPK Aktif", Status.PPPK),
     ("GOLONGAN", "IX", Status.PPPK), ("JENIS ASN", "ASN", Status.PNS)],
)  # fmt: skip
def test_the_status_follows_from_whatever_tells_it(head, cell, status):
    assert staff_of(f"NIP,NAMA,{head}\n199203152019032999,Sari,{cell}\n").rows[0].status == status


def test_without_any_column_the_number_tells_the_status_and_the_person_is_told():
    file = staff_of("NIP,NAMA\n199203152019032999,Sari\n199203152022212001,Tono\n")
    assert [row.status for row in file.rows] == [Status.PNS, Status.PPPK]
    assert any("susunan NIP" in note.id for note in file.notes)


def test_a_file_with_full_names_only_is_read_and_that_titles_stay_in_them_is_said():
    file = staff_of(f"NIP,NAMA LENGKAP\n{SARI},dr. Sari Wulandari\n")
    assert file.rows[0].name == "dr. Sari Wulandari"
    assert any("gelar" in note.id for note in file.notes)


@pytest.mark.parametrize(("head", "lacking"), [("NIP,UMUR", "nama pegawai"), ("NAMA,UMUR", "NIP")])
def test_a_file_without_a_needed_column_is_refused_with_what_it_has(head, lacking):
    with pytest.raises(UnreadableFileError, match=f"kolom {lacking}.*“UMUR”"):
        staff_of(f"{head}\n1,2\n")


def test_what_pembina_must_not_hold_is_not_read_and_that_is_said():
    head, cells = "NIP,NAMA,NIK,AGAMA NAMA,ALAMAT,EMAIL,EMAIL GOV,CATATAN", "3276,Islam,Jalan,a@b.id,c@d.go.id,x"
    file = staff_of(f"{head}\n{SARI},Sari,{cells}\n")
    assert (file.private, file.unread) == (("NIK", "AGAMA NAMA", "ALAMAT", "EMAIL"), ("CATATAN",))
    assert any("NIK, AGAMA NAMA, ALAMAT, EMAIL" in note.id for note in file.notes)
    assert file.rows[0].email == "c@d.go.id"


@pytest.mark.parametrize(
    "address",
    ["sari", "sari@", "a b@c.id", "sari@contoh", "a..b@c.id", ".a@c.id", f"{'a' * 250}@c.id", "a@c.id;b@c.id"],
)
def test_what_is_no_address_is_not_taken(address):
    file = staff_of(f'NIP,NAMA,EMAIL\n{SARI},Sari,"{address}"\n')
    assert told(file) == [(2, "not_an_address", False)]
    assert file.rows[0].email is None


def test_a_name_that_looks_like_a_formula_is_a_name():
    assert one(name="=HYPERLINK(A1)").rows[0].name == "=HYPERLINK(A1)"


def test_what_nobody_sees_is_removed_and_said():
    file = one(name="Sari\u200b Wulan\u202edari\x07")
    assert file.rows[0].name == "Sari Wulandari"
    assert told(file) == [(2, "strange_characters", False)]


def test_letters_that_a_wrong_encoding_damaged_are_pointed_out():
    assert told(one(name="JosÃ© Sari")) == [(2, "damaged_letters", False)]


def test_a_unit_is_told_by_its_code_where_that_is_on_record_else_by_its_name():
    text = f"NIP,NAMA,UNOR ID,UNOR NAMA\n{SARI},Sari,A5EB,Dinas Sosial\n"
    assert staff_of(text).rows[0].unit == "Dinas Sosial"
    assert staff_of(text, unit_codes={"A5EB"}).rows[0].unit == "A5EB"
    assert staff_of(f"NIP,NAMA,KODE UNIT\n{SARI},Sari,01.06\n").rows[0].unit == "01.06"


def test_the_service_of_siasn_is_read_by_its_own_names():
    head = "nipBaru,nama,tglLahir,jenisKelamin,golRuangAkhir,unorNama,unorIndukNama,jenisJabatan,jabatanNama,tmtJabatan"
    cells = f"{SARI},Sari,15-03-1992,F,III/b,Bidang Perizinan,DPMPTSP,Jabatan Fungsional,Penata,01-07-2022"
    file = staff_of(f"{head},jenisPegawaiNama\n{cells},PNS\n")
    (row,) = file.rows
    assert file.layout is Layout.SERVICE
    assert (row.unit, row.unit_above, row.position_kind) == ("Bidang Perizinan", "DPMPTSP", PositionKind.FUNCTIONAL)


def test_a_position_is_read_from_whichever_of_its_columns_is_filled():
    head = "NIP BARU,NAMA,JFT NAMA,JFU NAMA,GOLONGAN NAMA,UNIT ORGANISASI NAMA"
    file = staff_of(f"{head}\n{SARI},Sari,null,Pengadministrasi,III/b,Dinas\n")
    assert (file.layout, file.rows[0].position) == (Layout.SHEET, "Pengadministrasi")


def test_limits_are_those_of_the_records():
    from pembina.domain.people.models import Assignment, Person, Unit

    fields = {
        (Person, "name"): limits.NAME, (Person, "title_before"): limits.TITLE_BEFORE,
        (Person, "title_after"): limits.TITLE_AFTER, (Person, "email"): limits.EMAIL, (Person, "phone"): limits.PHONE,
        (Assignment, "position"): limits.POSITION, (Assignment, "position_code"): limits.POSITION_CODE,
        (Unit, "code"): limits.UNIT_CODE, (Unit, "name"): limits.UNIT_NAME,
    }  # fmt: skip
    assert {key: key[0]._meta.get_field(key[1]).max_length for key in fields} == fields
