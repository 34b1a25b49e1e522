"""The certificate and the list of attendance: accessible papers that hold whatever people are called."""

import dataclasses
import re
from datetime import date

import pytest

from pembina.exchange.papers import PaperError, attendance, certificate, write_paper
from pembina.exchange.papers.attendance import EMPTY_ROWS, AttendanceList, Participant, attendance_paper
from pembina.exchange.papers.certificate import Certificate, CurriculumUnit, certificate_paper
from pembina.exchange.papers.indonesian_days import days_in_words, weekday_in_words
from pembina.exchange.papers.squares import qr_path

SARI = Certificate(
    number="800.1.4/0217/BKPSDM/2026",
    name="Sari Wulandari, S.A.P.",
    title="Manajemen Waktu dalam Pelayanan Perizinan",
    form="Pelatihan Teknis",
    first_day=date(2026, 11, 3),
    last_day=date(2026, 11, 5),
    hours=24,
    government="Pemerintah Kabupaten Contoh",
    organiser="BKPSDM",
    address="https://pembina.contoh.go.id/sertifikat/7QK4-M2XD/",
    issued_on=date(2026, 11, 9),
    signer_name="Rina Kartika",
    signer_position="Kepala BKPSDM",
)
LONGEST = dataclasses.replace(
    SARI,
    name="Prof. Dr. dr. Raden Ajeng Siti Nurhaliza Kusumawardhani Prameswari, Sp.PD., M.Kes., FINASIM",
    title="Penguatan Kapasitas " * 15,
    nip="199001012015032001",
    position="Analis Kebijakan Ahli Madya " * 4,
    unit="Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
    organiser="Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
    partner="Pusat Pelatihan dan Pengembangan Kajian Desentralisasi dan Otonomi Daerah " * 2,
    place="Gedung Diklat " * 8,
    result="Lulus dengan nilai 86 dan predikat sangat memuaskan",
    issued_in="Sukamaju",
    signer_nip="197504121999032004",
    signature_note="Ditandatangani secara elektronik dengan sertifikat elektronik",
    valid_until=date(2029, 11, 9),
)
SESSION = AttendanceList(
    "Pemerintah Kabupaten Contoh", "Manajemen Waktu", "Sesi 2", date(2026, 11, 4), "09.00-12.00 WITA", "Aula",
    [Participant("Sari", "199001012015032001", "Dinas A"), Participant("Budi")], date(2026, 11, 3),
)  # fmt: skip


def sheets(paper):
    return len(re.findall(rb"/Type\s*/Page\b", paper))


@pytest.fixture
def said(monkeypatch):
    """Return what a template is handed, while still writing the paper."""
    handed = {}

    def written(template, data):
        handed.update(data)
        return write_paper(template, data)

    for module in (certificate, attendance):
        monkeypatch.setattr(module, "write_paper", written)
    return handed


@pytest.mark.parametrize("told", [SARI, LONGEST], ids=["plain", "longest"])
def test_a_certificate_is_one_sheet(told):
    paper = certificate_paper(told)
    assert sheets(paper) == 1
    assert b"<pdfaid:part>2</pdfaid:part>" in paper
    assert b"<pdfuaid:part>1</pdfuaid:part>" in paper
    assert re.search(rb"/MediaBox\s*\[0 0 841\.\d+ 595\.\d+\]", paper)


@pytest.mark.parametrize("number", [1, 26])
def test_what_was_taught_stands_on_a_second_sheet(number, said):
    units = [CurriculumUnit("Membaca antrean", 2, "Dewi" if number == 1 else "")] * number
    assert sheets(certificate_paper(dataclasses.replace(LONGEST, units=units))) == 2
    assert said["total"] == str(2 * number)
    assert said["has_teachers"] is (number == 1)
    assert len({len(row) for row in said["units"]} | {len(said["unit_head"])}) == 1


def test_hours_nobody_told_are_not_made_up(said):
    certificate_paper(dataclasses.replace(SARI, units=[CurriculumUnit("Praktik"), CurriculumUnit("Teori", 3)]))
    assert [row[-1] for row in said["units"]] == ["–", "3"]
    assert said["total"] == "–"


def test_the_same_certificate_is_the_same_file():
    assert certificate_paper(SARI) == certificate_paper(SARI)


def test_it_says_where_when_and_how_long(said):
    certificate_paper(dataclasses.replace(SARI, partner="Universitas Contoh", place="Sukamaju ", issued_in="Sukamaju"))
    assert said["held"] == [
        "yang diselenggarakan oleh BKPSDM", "bekerja sama dengan Universitas Contoh",
        "pada tanggal 3 sampai dengan 5 November 2026 di Sukamaju, selama 24 jam pelajaran (JP)",
    ]  # fmt: skip
    assert (said["issued"], said["valid"], said["person"]) == ("Sukamaju, 9 November 2026", "", "")


def test_what_is_typed_stays_text_and_unknown_signs_are_left_out(said):
    certificate_paper(dataclasses.replace(SARI, name='#panic("x") \N{GRINNING FACE} Sari', title="$1/0 *a* <b> @c \\"))
    assert said["name"] == '#panic("x") Sari'
    assert said["training"] == "$1/0 *a* <b> @c \\"


@pytest.mark.parametrize("change", [{"name": "\N{GRINNING FACE}"}, {"title": " "}])
def test_a_certificate_of_nobody_or_nothing_is_refused(change):
    with pytest.raises(PaperError, match="no name or no title"):
        certificate_paper(dataclasses.replace(SARI, **change))


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((2026, 11, 3), (2026, 11, 3), "3 November 2026"),
        ((2026, 11, 3), (2026, 11, 5), "3 sampai dengan 5 November 2026"),
        ((2026, 11, 30), (2026, 12, 2), "30 November sampai dengan 2 Desember 2026"),
        ((2026, 12, 30), (2027, 1, 2), "30 Desember 2026 sampai dengan 2 Januari 2027"),
    ],
)
def test_days_in_words(first, last, words):
    assert days_in_words(date(*first), date(*last)) == words


def test_a_list_of_attendance_has_room_for_who_came_unexpected(said):
    paper = attendance_paper(SESSION)
    assert sheets(paper) == 1
    assert b"<pdfuaid:part>1</pdfuaid:part>" in paper
    assert [row["name"] for row in said["rows"]] == ["Sari", "Budi", *[""] * EMPTY_ROWS]
    assert ["Hari, tanggal", "Rabu, 4 November 2026"] in said["facts"]


def test_a_long_list_goes_on_with_its_head():
    people = [Participant(f"Pegawai {number}", "199001012015032001", "Dinas " * 12) for number in range(120)]
    assert 5 <= sheets(attendance_paper(dataclasses.replace(SESSION, participants=people))) <= 7


def test_a_week_has_its_days():
    assert [weekday_in_words(date(2026, 11, day))[:3] for day in (22, 23)] == ["Min", "Sen"]


def test_a_code_has_its_three_corners():
    path, width = qr_path("https://pembina.contoh.go.id/sertifikat/7QK4-M2XD/")
    dark = {(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h", path)}
    for left, top in ((4, 4), (width - 11, 4), (4, width - 11)):
        ring = {(left + step, top + edge) for step in range(7) for edge in (0, 6)}
        assert ring <= dark
        assert not {(left + 1 + step, top + 1) for step in range(5)} & dark
