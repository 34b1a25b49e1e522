"""The columns of our own templates: what each means, what it may hold, and an example that is obviously one."""

from dataclasses import dataclass

from pembina.core.text import Text
from pembina.domain.people.ranks import RANKS
from pembina.exchange.staff import example
from pembina.exchange.staff.unit_rows import KINDS, SECTORS, ZONES
from pembina.exchange.staff.words import LEGAL_POSITIONS, LEVELS, POSITION_KINDS, SEXES


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """One column: its name, an example, what it means, and the words it may hold where they are few."""

    name: str
    example: str
    meaning: Text
    words: tuple[str, ...] = ()
    required: bool = False


C, T = TemplateColumn, Text

STAFF_COLUMNS = (
    C("NIP", example.NIP, T(id="18 angka, disimpan sebagai teks.", en="18 digits, kept as text."), required=True),
    C("Nama", "CONTOH: hapus baris ini", T(id="Nama tanpa gelar.", en="Name without titles."), required=True),
    C("Gelar depan", "dr.", T(id="Gelar di depan nama.", en="Titles before the name.")),
    C("Gelar belakang", "S.A.P.", T(id="Gelar di belakang nama.", en="Titles after the name.")),
    C("Jenis pegawai", "PNS", T(id="PNS (termasuk CPNS) atau PPPK.", en="PNS (candidates too) or PPPK."),
      ("PNS", "CPNS", "PPPK"), required=True),
    C("Tanggal lahir", "01-01-1990", T(id="Tanggal-bulan-tahun. Bila kosong, diambil dari NIP.",
                                       en="Day-month-year. Where empty, taken from the number.")),
    C("Jenis kelamin", "L", T(id="L atau P. Bila kosong, diambil dari NIP.",
                              en="L or P. Where empty, taken from the number."), SEXES),
    C("Golongan", "III/b", T(id="PNS I/a sampai IV/e; PPPK I sampai XVII.", en="PNS I/a to IV/e; PPPK I to XVII."),
      tuple(RANKS)),
    C("Tingkat pendidikan", "S-1", T(id="Jenjang tertinggi yang selesai.", en="Highest completed level."), LEVELS),
    C("Kedudukan hukum", "Aktif", T(id="Bila kosong pada pegawai baru: Aktif.",
                                    en="Where empty for somebody new: Aktif."), LEGAL_POSITIONS),
    C("Surel dinas", "nama@contoh.go.id", T(id="Satu alamat.", en="One address.")),
    C("Telepon dinas", "0751123456", T(id="Satu nomor, bukan nomor pribadi.", en="One number, not a private one.")),
    C("Kode unit", "01.06.01", T(id="Kode unit yang sudah tercatat; lebih pasti daripada nama.",
                                 en="The code of a unit on record; surer than its name.")),
    C("Unit kerja", "Bidang Pelayanan Perizinan", T(id="Nama unit; cukup bila kode kosong.",
                                                    en="Name of the unit; enough where the code is empty.")),
    C("Unit induk", "Dinas Penanaman Modal dan PTSP", T(
        id="Unit di atasnya, bila ada beberapa unit bernama sama.",
        en="A unit above it, where several units have the same name.")),
    C("Jabatan", "Penata Perizinan Ahli Pertama", T(id="Nama jabatan utama.", en="Title of the main position.")),
    C("Kode jabatan", "", T(id="Kode dari daftar rujukan, bila ada.", en="Code of the reference list, if any.")),
    C("Jenis jabatan", "Fungsional", T(id="Struktural, Fungsional, atau Pelaksana.",
                                       en="Struktural, Fungsional or Pelaksana."), POSITION_KINDS),
    C("TMT jabatan", "01-07-2022", T(id="Hari pertama di jabatan itu.", en="First day in that position.")),
    C("NIP atasan", "", T(id="NIP atasan langsung; boleh pegawai di berkas ini atau yang sudah tercatat.",
                          en="Number of the direct superior, in this file or on record.")),
)  # fmt: skip

UNIT_COLUMNS = (
    C("Kode", example.CODE, T(id="Kode unit, tidak dipakai dua kali.", en="Code of the unit, never used twice."),
      required=True),
    C("Nama", "CONTOH: hapus baris ini", T(id="Nama unit.", en="Name of the unit."), required=True),
    C("Jenis", "Dinas", T(id="Jenis unit.", en="Kind of unit."), tuple(words[0] for words in KINDS.values())),
    C("Bidang", "Perizinan", T(id="Bidang pekerjaan.", en="What its work is about."),
      tuple(words[0] for words in SECTORS.values())),
    C("Zona waktu", "WIB", T(id="WIB, WITA, atau WIT.", en="WIB, WITA or WIT."),
      tuple(words[0] for words in ZONES.values())),
    C("Kode induk", "", T(id="Kode unit di atasnya; awalan kode tidak berarti apa-apa.",
                          en="Code of the unit above; the beginning of a code means nothing.")),
    C("Dibentuk", "01-01-2017", T(id="Tanggal-bulan-tahun unit dibentuk.", en="Day-month-year of its opening.")),
)  # fmt: skip
