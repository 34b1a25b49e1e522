"""Every way in which exports and people write the same thing."""

from datetime import date

import pytest

from pembina.domain.people.enums import Education, LegalPosition, PositionKind, Sex, Status
from pembina.exchange.staff import words
from pembina.exchange.staff.dates import day_of
from pembina.exchange.staff.problems import Problem

NEW_YEAR = date(1985, 1, 2)


@pytest.mark.parametrize(
    "text",
    ["02-01-1985", "2/1/1985", "02.01.1985", "1985-01-02", "1985-01-02T00:00:00", "1985-01-02 00:00:00", "19850102",
     "31049", "31049.0", "2 Januari 1985", "02 Jan 1985", "2-JAN-1985", "2 January 1985"],
)  # fmt: skip
def test_a_day_is_read(text):
    assert day_of(text) == NEW_YEAR


@pytest.mark.parametrize(
    "text",
    ["31-02-1985", "12/25/1985", "02-01-85", "1985", "1985-01-02T17:00:00", "0000-00-00", "01-01-0001", "99999",
     "2 Ju 1985", "2 M 1985", "kemarin", "２-1-1985x", "1985-13-01", "32 Mei 1985"],
)  # fmt: skip
def test_what_is_no_day_or_could_be_two_is_none(text):
    assert day_of(text) is None


@pytest.mark.parametrize(
    ("text", "status", "rank"),
    [("III/d", "pns", "III/d"), ("III/d - Penata Tk I", "pns", "III/d"), ("Penata Tk. I (III/d)", "pns", "III/d"),
     ("Penata Tk. I, III/d", "pns", "III/d"), ("iii/D", "pns", "III/d"), ("IIId", "pns", "III/d"),
     ("III.d", "pns", "III/d"), ("3/d", "pns", "III/d"), ("34", "pns", "III/d"), ("Penata Tingkat I", "pns", "III/d"),
     ("PENATA TK. I", "pns", "III/d"), ("IV/e", "pns", "IV/e"), ("45", "pns", "IV/e"), ("11", "pns", "I/a"),
     ("IX", "pppk", "IX"), ("ix", "pppk", "IX"), ("Gol. IX", "pppk", "IX"), ("Golongan XVII", "pppk", "XVII"),
     ("9", "pppk", "IX"), ("I", "pppk", "I")],
)  # fmt: skip
def test_a_rank_is_read(text, status, rank):
    assert words.rank_of(text, Status(status)) == rank


@pytest.mark.parametrize(
    ("text", "status", "code"),
    [("III/e", "pns", "unknown_word"), ("V/a", "pns", "unknown_word"), ("99", "pns", "unknown_word"),
     ("XVIII", "pppk", "unknown_word"), ("tinggi", "pns", "unknown_word"), ("III", "pns", "rank_of_other_status"),
     ("III/a", "pppk", "rank_of_other_status"), ("18", "pppk", "unknown_word")],
)  # fmt: skip
def test_what_is_no_rank_of_that_status_is_said(text, status, code):
    assert words.rank_of(text, Status(status)).code == code


@pytest.mark.parametrize(
    ("reader", "member", "texts"),
    [
        (words.sex_of, Sex.MALE, ["M", "L", "1", "Laki-laki", "LAKI LAKI", "pria", "Male"]),
        (words.sex_of, Sex.FEMALE, ["F", "P", "2", "Perempuan", "WANITA", "female"]),
        (words.status_of, Status.PNS, ["PNS", "CPNS", "P", "C", "PNS Daerah", "Pegawai Negeri Sipil"]),
        (words.status_of, Status.PPPK, ["PPPK", "P3K", "PPPK Guru", "Pegawai Pemerintah dengan Perjanjian Kerja"]),
        (words.education_of, Education.PRIMARY, ["05", "5", "SD", "Sekolah Dasar"]),
        (words.education_of, Education.LOWER_SECONDARY, ["10", "12", "SLTP", "SMP"]),
        (words.education_of, Education.UPPER_SECONDARY, ["15", "17", "18", "SLTA Kejuruan", "SMA/SMK", "MA"]),
        (words.education_of, Education.DIPLOMA_1, ["20", "D-I", "Diploma I"]),
        (words.education_of, Education.DIPLOMA_2, ["25", "D2", "Diploma II"]),
        (words.education_of, Education.DIPLOMA_3, ["30", "D-III", "Diploma III/Sarjana Muda"]),
        (words.education_of, Education.DIPLOMA_4, ["35", "D-IV", "D4", "Diploma IV"]),
        (words.education_of, Education.BACHELOR, ["40", "S-1/Sarjana", "S1", "S-1 Manajemen"]),
        (words.education_of, Education.PROFESSION, ["42", "Profesi", "Pendidikan Profesi"]),
        (words.education_of, Education.MASTER, ["45", "S-2", "Magister"]),
        (words.education_of, Education.SPECIALIST, ["47", "Spesialis"]),
        (words.education_of, Education.SUBSPECIALIST, ["49", "Subspesialis"]),
        (words.education_of, Education.DOCTOR, ["50", "S-3/Doktor"]),
        (words.legal_position_of, LegalPosition.ACTIVE, ["01", "1", "71", "Aktif", "PPPK Aktif"]),
        (words.legal_position_of, LegalPosition.UNPAID_LEAVE, ["02", "CLTN"]),
        (words.legal_position_of, LegalPosition.UNPAID_LEAVE_EXTENDED, ["13", "Perpanjangan CLTN"]),
        (words.legal_position_of, LegalPosition.STUDY, ["03", "Tugas Belajar"]),
        (words.legal_position_of, LegalPosition.SUSPENDED, ["04", "Pemberhentian Sementara"]),
        (words.legal_position_of, LegalPosition.DISCIPLINED, ["15", "Kena hukuman disiplin"]),
        (words.legal_position_of, LegalPosition.BEFORE_RETIREMENT, ["20", "MPP", "Masa Persiapan Pensiun"]),
        (words.legal_position_of, LegalPosition.DISMISSED, ["66", "Diberhentikan", "Pemberhentian dengan hormat"]),
        (words.legal_position_of, LegalPosition.DISCHARGED_77, ["77"]),
        (words.legal_position_of, LegalPosition.DISCHARGED_88, ["88"]),
        (words.legal_position_of, LegalPosition.INACTIVE, ["52", "Tidak aktif", "Non-aktif", "PNS Tidak Aktif"]),
        (words.legal_position_of, LegalPosition.BLOCKED, ["92", "Pemblokiran", "Diblokir"]),
        (words.legal_position_of, LegalPosition.REACHED_AGE, ["98", "Mencapai BUP"]),
        (words.legal_position_of, LegalPosition.RETIRED, ["99", "Pensiun"]),
        (words.position_kind_of, PositionKind.STRUCTURAL, ["1", "3", "Struktural", "Jabatan Administrator"]),
        (words.position_kind_of, PositionKind.FUNCTIONAL, ["2", "Fungsional Tertentu", "JFT", "Jabatan Fungsional"]),
        (words.position_kind_of, PositionKind.EXECUTIVE, ["4", "Fungsional Umum", "JFU", "Pelaksana"]),
    ],
)
def test_words_and_codes_mean_one_thing(reader, member, texts):
    assert {text: reader(text) for text in texts} == dict.fromkeys(texts, member)


@pytest.mark.parametrize(
    ("reader", "text"),
    [(words.sex_of, "X"), (words.education_of, "Diploma"), (words.education_of, "41"), (words.status_of, "Honorer"),
     (words.status_of, "Non PNS"), (words.legal_position_of, "14"), (words.legal_position_of, "Dinyatakan hilang"),
     (words.position_kind_of, "9")],
)  # fmt: skip
def test_an_unknown_word_is_a_problem_with_a_remedy(reader, text):
    problem = reader(text)
    assert isinstance(problem, Problem)
    assert problem.remedy.id
    assert problem.remedy.en


@pytest.mark.parametrize("text", ["ASN", "Aktif"])
def test_a_word_that_does_not_say_which_of_the_two_says_nothing(text):
    assert words.status_of(text) is None


@pytest.mark.parametrize(
    ("reader", "offered", "members"),
    [(words.education_of, words.LEVELS, Education), (words.legal_position_of, words.LEGAL_POSITIONS, LegalPosition),
     (words.position_kind_of, words.POSITION_KINDS, PositionKind), (words.sex_of, words.SEXES, Sex)],
)  # fmt: skip
def test_what_a_remedy_offers_is_read_and_reaches_every_word_we_keep(reader, offered, members):
    assert [reader(word) for word in offered] == list(members)
