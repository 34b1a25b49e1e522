"""Files of units."""

from datetime import date

import pytest
from django.utils import translation

from needed import shared
from pembina.domain.people.enums import Sector, TimeZone, UnitKind
from pembina.exchange.staff import read_units
from pembina.exchange.staff.unit_rows import KINDS, SECTORS
from pembina.exchange.tables import UnreadableFileError

HEAD = "Kode,Nama,Jenis,Bidang,Zona waktu,Kode induk,Dibentuk"


def units_of(text):
    return read_units(text.encode(), name="unit.csv")


def told(file):
    return [(found.row, found.column, found.code, found.severity == "refused") for found in file.findings]


def test_a_row_says_what_the_unit_is_and_where_it_belongs():
    (row,) = units_of(f"{HEAD}\n01.03,Dinas Kesehatan,Dinas,Kesehatan,WITA,01,01-01-2017\n").rows
    assert (row.code, row.name, row.parent, row.opened_on) == ("01.03", "Dinas Kesehatan", "01", date(2017, 1, 1))
    assert (row.kind, row.sector, row.time_zone) == (UnitKind.OFFICE, Sector.HEALTH, TimeZone.WITA)


def test_the_code_of_another_unit_at_the_beginning_says_nothing():
    assert units_of("kode,nama\n01,A\n01.02,B\n").rows[1].parent is None


@pytest.mark.parametrize(
    ("cells", "column", "code", "refused"),
    [
        (",Dinas,,,,,", "Kode", "empty", True),
        ("01,,,,,,", "Nama", "empty", True),
        ("01,Dinas,,,,01,", "Kode induk", "own_parent", True),
        ("2001-01-02T00:00:00,Dinas,,,,,", "Kode", "code_rewritten", True),
        (f"{'1' * 65},Dinas,,,,,", "Kode", "too_long", True),
        ("01,Dinas,Pabrik,,,,", "Jenis", "unknown_word", False),
        ("01,Dinas,,Sulap,,,", "Bidang", "unknown_word", False),
        ("01,Dinas,,,UTC,,", "Zona waktu", "unknown_word", False),
        ("01,Dinas,,,,,2017", "Dibentuk", "no_date", False),
    ],
)
def test_what_is_wrong_is_said_at_its_cell(cells, column, code, refused):
    file = units_of(f"{HEAD}\n{cells}\n")
    assert told(file) == [(2, column, code, refused)]
    assert len(file.rows) == (0 if refused else 1)


def test_a_code_that_comes_again_names_the_first_row():
    file = units_of("kode,nama\n01,A\n02,B\n01,C\n")
    assert told(file) == [(4, "kode", "code_repeated", True)]
    assert "baris 2" in file.findings[0].reason.id


def test_a_file_without_codes_is_refused():
    with pytest.raises(UnreadableFileError, match="kode unit"):
        units_of("nama,alamat\nDinas,Jalan\n")


def test_the_list_of_a_real_government_is_read_whole():
    meranti = shared("opd_meranti/opd_kepulauan_meranti.csv")
    file = read_units(meranti, name=meranti.name)
    assert (len(file.rows), file.row_count, file.findings) == (46, 46, ())
    assert file.rows[0].name == "Dinas Komunikasi, Informatika, Statistik dan Persandian"
    assert len({row.code for row in file.rows}) == 46


@pytest.mark.parametrize("words", [KINDS, SECTORS])
def test_the_first_word_of_each_is_what_pages_say(words):
    enum = type(next(iter(words)))
    with translation.override("id"):
        assert {member: said[0] for member, said in words.items()} == {m: str(m.label) for m in enum}
