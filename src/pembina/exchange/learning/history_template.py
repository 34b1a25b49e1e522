"""The file of earlier learning to fill in: the field names of SIASN, which the reader knows."""

from pembina.core.text import Text
from pembina.exchange.learning.forms import FORMS, STRUCTURAL_TRAININGS
from pembina.exchange.staff import example
from pembina.exchange.staff.template import template_csv, template_workbook
from pembina.exchange.staff.template_columns import TemplateColumn


def history_template(language: str = "id") -> bytes:
    """Return a workbook to fill in, with an explanation of each column."""
    return template_workbook(_TEMPLATE, "Riwayat", language)


def history_template_csv() -> bytes:
    """Return the columns and an example as CSV."""
    return template_csv(_TEMPLATE)


C, T = TemplateColumn, Text
_TEMPLATE = (
    C("nip", example.NIP, T(id="NIP, 18 angka, disimpan sebagai teks.", en="18 digits, kept as text."), required=True),
    C("jenisDiklatId", "3", T(id="Nomor atau nama bentuk menurut SIASN.", en="Id or name of the form in SIASN."),
      tuple(form.name for form in FORMS.values())),
    C("latihanStrukturalId", "", T(id="Hanya untuk pelatihan struktural: 1 sampai 8 atau namanya.",
                                   en="For structural training alone: 1 to 8, or its name."),
      tuple(STRUCTURAL_TRAININGS.values())),
    C("namaKursus", "CONTOH: hapus baris ini", T(id="Nama kegiatan seperti pada sertifikat.",
                                                 en="Title as on the certificate."), required=True),
    C("institusiPenyelenggara", "BPSDM Provinsi", T(id="Penyelenggara.", en="Who held it.")),
    C("nomorSertipikat", "800/12/2025", T(id="Nomor sertifikat.", en="Number of the certificate.")),
    C("jumlahJam", "20", T(id="Jam pelajaran (JP).", en="Learning hours (JP)."), required=True),
    C("tanggalKursus", "03-11-2025", T(id="Tanggal-bulan-tahun mulai.", en="Day-month-year of the begin.")),
    C("tanggalSelesaiKursus", "05-11-2025", T(id="Tanggal-bulan-tahun selesai.", en="Day-month-year of the end.")),
    C("tahunKursus", "2025", T(id="Tahun; wajib bila tanggal kosong.", en="Year; required without days.")),
)  # fmt: skip
