"""Files of requests to fill in: one row a request, or one row an event."""

from pembina.core.text import Text
from pembina.domain.services.intake.reading import Shape
from pembina.exchange.requests.tabled import EXAMPLE
from pembina.exchange.staff.template import template_csv, template_workbook
from pembina.exchange.staff.template_columns import TemplateColumn

C, T = TemplateColumn, Text
_CHANNELS = ("Loket", "Daring", "Telepon", "Layanan keliling", "Surat", "Lainnya")
_REASONS = ("Menunggu pemohon", "Menunggu instansi lain", "Ditunda oleh unit")
_EVENTS = ("Diterima", "Diproses", "Menunggu pemohon", "Menunggu instansi lain", "Dilanjutkan", "Selesai", "Ditarik")
_NUMBER = C(
    "Nomor permohonan", EXAMPLE,
    T(id="Nomor dari unit Anda, bukan nama atau NIK pemohon. Permohonan diperbarui menurut nomor ini.",
      en="The number your unit gives, not a name. A request is updated by it."),
    required=True,
)  # fmt: skip
_SERVICE = C("Kode layanan", "IZIN-01", T(
    id="Kode dari katalog layanan; boleh kosong bila layanannya dipilih saat mengimpor.",
    en="Code of the catalogue; may be empty where the service is chosen on import."))  # fmt: skip
_CHANNEL = C("Kanal", "Loket", T(id="Cara permohonan masuk.", en="By what way it came."), _CHANNELS)

COLUMNS = {
    Shape.ROWS: (
        _NUMBER,
        _SERVICE,
        _CHANNEL,
        C("Diterima", "2026-03-02 08:30", T(
            id="Tahun-bulan-tanggal dan jam setempat, atau tanggal saja.",
            en="Year-month-day and local time, or a date alone."), required=True),
        C("Selesai", "2026-03-04 14:10", T(id="Kosong selama belum selesai.", en="Empty while it is open.")),
        C("Status", "Selesai", T(id="Kosong, Diproses, Selesai, atau Ditarik.",
                                 en="Empty, Diproses (open), Selesai (completed) or Ditarik (withdrawn)."),
          ("Diproses", "Selesai", "Ditarik")),
        C("Jeda mulai", "2026-03-02 10:00", T(
            id="Satu jeda; bila lebih, pakai templat kejadian.", en="One pause; for more use the template of events.")),
        C("Jeda selesai", "2026-03-03 09:00", T(id="Kosong selama masih dijeda.", en="Empty while it rests.")),
        C("Alasan jeda", "Menunggu pemohon", T(id="Hanya menunggu pemohon yang menghentikan jam layanan.",
                                               en="Only waiting for the applicant stops the clock."), _REASONS),
    ),
    Shape.EVENTS: (
        _NUMBER,
        _SERVICE,
        _CHANNEL,
        C("Waktu", "2026-03-02 08:30", T(id="Tahun-bulan-tanggal dan jam setempat.",
                                         en="Year-month-day and local time."), required=True),
        C("Kejadian", "Diterima", T(id="Satu baris untuk setiap kejadian.", en="One row for each event."), _EVENTS,
          required=True),
    ),
}  # fmt: skip
_TITLES = {Shape.ROWS: "Permohonan", Shape.EVENTS: "Kejadian"}


def request_template(shape: Shape, language: str = "id") -> bytes:
    """Return the workbook to fill in; the sheet of explanations is in `language`."""
    return template_workbook(COLUMNS[shape], _TITLES[shape], language)


def request_template_csv(shape: Shape) -> bytes:
    """Return the same columns as CSV."""
    return template_csv(COLUMNS[shape])
