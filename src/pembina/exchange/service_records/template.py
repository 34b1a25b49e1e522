"""The file of checks and medals to fill in, with an explanation of each column."""

from pembina.core.text import Text
from pembina.exchange.staff import example
from pembina.exchange.staff.template import template_workbook
from pembina.exchange.staff.template_columns import TemplateColumn


def records_template(language: str = "id") -> bytes:
    """Return a workbook to fill in."""
    return template_workbook(_TEMPLATE, "Riwayat", language)


C, T = TemplateColumn, Text
_UNCHECKED = T(id="Kosongkan bila belum diperiksa.", en="Leave it empty where nobody looked.")
_TEMPLATE = (
    C("nip", example.NIP, T(id="NIP, 18 angka, disimpan sebagai teks.", en="18 digits, kept as text."), required=True),
    C("diperiksa_pada", "28-09-2026", T(id="Hari berkasnya diperiksa; kosong bila baris hanya tanda kehormatan.",
                                        en="Day of the check; empty where the row is a medal alone.")),
    C("hukuman_disiplin", "tidak ada", T(id=f"Terberat selama karier. {_UNCHECKED.id}",
                                         en=f"The heaviest of the career. {_UNCHECKED.en}"),
      ("tidak ada", "ringan", "sedang", "berat")),
    C("cltn", "tidak", T(id=f"Pernah cuti di luar tanggungan negara. {_UNCHECKED.id}",
                         en=f"Whether there was unpaid leave. {_UNCHECKED.en}"), ("ya", "tidak")),
    C("sumber", "CONTOH: hapus baris ini", T(id="Berkas yang diperiksa.", en="The file that was looked into.")),
    C("catatan", "", T(id="Alasan bila lebih ringan daripada catatan lama.",
                       en="Why, where it is lighter than what is on record.")),
    C("satyalancana", "X", T(id="X, XX, atau XXX; kosong bila baris hanya pemeriksaan.",
                             en="X, XX or XXX; empty where the row is a check alone."), ("X", "XX", "XXX")),
    C("tanggal_keputusan", "17-08-2014", T(id="Tanggal keputusan presiden.", en="Day of the decree.")),
    C("nomor_keputusan", "66/TK/2014", T(id="Nomor keputusan presiden.", en="Number of the decree.")),
)  # fmt: skip
