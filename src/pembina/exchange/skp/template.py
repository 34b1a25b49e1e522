"""The file of results to fill in: the field names of SIASN, which the reader knows."""

from pembina.core.text import Text
from pembina.exchange.staff import example
from pembina.exchange.staff.template import template_workbook
from pembina.exchange.staff.template_columns import TemplateColumn


def results_template(language: str = "id") -> bytes:
    """Return a workbook to fill in, with an explanation of each column."""
    return template_workbook(_TEMPLATE, "Hasil kinerja", language)


C, T = TemplateColumn, Text
_RATINGS = ("1", "2", "3")
_TEMPLATE = (
    C("nip", example.NIP, T(id="NIP, 18 angka, disimpan sebagai teks.", en="18 digits, kept as text."), required=True),
    C("tahun", "2025", T(id="Tahun penilaian, 2022 atau sesudahnya.", en="The year, 2022 or later."), required=True),
    C("periodikId", "", T(id="1 bulanan, 2 triwulanan; kosong untuk tahunan.",
                          en="1 monthly, 2 quarterly; empty for a year."), ("1", "2")),
    C("bulanMulaiPenilaian", "", T(id="Bulan pertama, kosong untuk tahunan.", en="First month, empty for a year.")),
    C("bulanSelesaiPenilaian", "", T(id="Bulan terakhir, kosong untuk tahunan.", en="Last month, empty for a year.")),
    C("hasilKinerjaNilai", "2", T(id="1 diatas, 2 sesuai, 3 dibawah ekspektasi.",
                                  en="1 above, 2 as expected, 3 below."), _RATINGS, required=True),
    C("perilakuKerjaNilai", "1", T(id="1 diatas, 2 sesuai, 3 dibawah ekspektasi.",
                                   en="1 above, 2 as expected, 3 below."), _RATINGS, required=True),
    C("kuadranKinerjaNilai", "2", T(id="1 sampai 5; boleh kosong, karena diturunkan dari kedua rating.",
                                    en="1 to 5; may be empty, for it follows from both ratings.")),
    C("penilaiNipNrp", "199001012015031099", T(id="NIP atau NRP penilai.", en="Number of the rater.")),
    C("penilaiNama", "CONTOH: hapus baris ini", T(id="Nama penilai.", en="Name of the rater.")),
    C("penilaiJabatanNama", "Kepala Bidang", T(id="Jabatan penilai.", en="Position of the rater.")),
    C("penilaiUnorNama", "Dinas Kesehatan", T(id="Unit penilai.", en="Unit of the rater.")),
    C("statusPenilai", "ASN", T(id="ASN atau NON ASN.", en="ASN or NON ASN."), ("ASN", "NON ASN")),
)  # fmt: skip
