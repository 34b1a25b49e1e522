"""What columns of files of requests are called, in Indonesian and in English; compared without case and marks."""

from pembina.core.text import Text
from pembina.domain.services.intake.reading import Shape
from pembina.exchange.staff.cells import key_of

FIELDS: dict[str, Text] = {
    "number": Text(id="Nomor permohonan", en="Number of the request"),
    "service": Text(id="Kode layanan", en="Code of the service"),
    "channel": Text(id="Kanal", en="Channel"),
    "received": Text(id="Diterima", en="Received"),
    "ended": Text(id="Selesai", en="Completed"),
    "status": Text(id="Status", en="Status"),
    "pause_began": Text(id="Jeda mulai", en="Pause began"),
    "pause_ended": Text(id="Jeda selesai", en="Pause ended"),
    "pause_reason": Text(id="Alasan jeda", en="Reason of the pause"),
    "at": Text(id="Waktu kejadian", en="Time of the event"),
    "activity": Text(id="Kegiatan atau status", en="Activity or status"),
}
USED = {
    Shape.ROWS: (
        "number", "service", "channel", "received", "ended", "status", "pause_began", "pause_ended", "pause_reason",
    ),
    Shape.EVENTS: ("number", "at", "activity", "service", "channel"),
}  # fmt: skip
REQUIRED = {Shape.ROWS: ("number", "received"), Shape.EVENTS: ("number", "at")}

# The first name that a file has is taken.
ALIASES: dict[str, tuple[str, ...]] = {
    "number": (
        "nomor_permohonan", "no_permohonan", "nomor_pendaftaran", "no_pendaftaran", "nomor_registrasi",
        "no_registrasi", "nomor_register", "no_register", "no_reg", "nomor_berkas", "no_berkas", "nomor_antrean",
        "id_permohonan", "id_izin", "nomor_izin", "nomor_tiket", "no_tiket", "case_id", "caseid", "case",
        "concept_name_case", "ticket_id", "ticket", "request_id", "request_number", "application_id", "sr_number",
        "nomor", "no", "number", "id",
    ),
    "service": (
        "kode_layanan", "kode_jenis_layanan", "jenis_layanan", "nama_layanan", "layanan", "jenis_izin", "nama_izin",
        "jenis_permohonan", "service_code", "service", "service_name",
    ),
    "channel": ("kanal", "saluran", "jalur", "cara_pengajuan", "channel", "source", "via"),
    "received": (
        "diterima", "waktu_terima", "waktu_diterima", "tanggal_terima", "tanggal_diterima", "tgl_terima",
        "tgl_diterima", "tanggal_masuk", "tgl_masuk", "masuk", "tanggal_permohonan", "tgl_permohonan",
        "tanggal_pengajuan", "tgl_pengajuan", "tanggal_daftar", "tgl_daftar", "tanggal_pendaftaran", "received",
        "received_at", "date_received", "startdate", "start_date", "start", "created", "created_at", "opened",
        "submitted", "submitted_at",
    ),
    "ended": (
        "selesai", "waktu_selesai", "tanggal_selesai", "tgl_selesai", "tanggal_terbit", "tgl_terbit",
        "tanggal_penyerahan", "tanggal_keluar", "tgl_keluar", "completed", "completed_at", "enddate", "end_date",
        "end", "closed", "closed_at", "resolved", "resolved_at", "finished", "finished_at",
    ),
    "status": ("status", "keadaan", "status_permohonan", "state"),
    "pause_began": ("jeda_mulai", "mulai_jeda", "pause_began", "paused_at"),
    "pause_ended": ("jeda_selesai", "selesai_jeda", "pause_ended", "resumed_at"),
    "pause_reason": ("alasan_jeda", "pause_reason"),
    "at": (
        "waktu", "waktu_kejadian", "tanggal_kejadian", "timestamp", "time_timestamp", "event_time", "time",
        "datetime", "tanggal",
    ),
    "activity": (
        "kegiatan", "kejadian", "aktivitas", "tahap", "langkah", "proses", "activity", "concept_name", "event",
        "task", "sub_status", "substatus", "status",
    ),
}  # fmt: skip

# What nothing about the time of a service needs: never kept.
_PRIVATE = (
    "nama", "nama_pemohon", "pemohon", "nik", "no_ktp", "alamat", "alamat_pemohon", "telepon", "no_telepon", "no_hp",
    "hp", "nomor_hp", "whatsapp", "no_wa", "email", "surel", "npwp", "tempat_lahir", "tanggal_lahir", "tgl_lahir",
    "no_kk", "nama_perusahaan", "applicant", "applicant_name", "name", "address", "phone", "resource", "responsible",
    "petugas", "nama_petugas",
)  # fmt: skip
PRIVATE = frozenset(map(key_of, _PRIVATE))


def found_columns(columns: tuple[str, ...], fields: tuple[str, ...]) -> dict[str, str]:
    """Return by field the column that is called so; no column serves two fields."""
    by_key: dict[str, str] = {}
    for column in columns:
        by_key.setdefault(key_of(column), column)
    found: dict[str, str] = {}
    for field in fields:
        names = (by_key.get(key_of(alias)) for alias in ALIASES[field])
        chosen = next((column for column in names if column and column not in found.values()), None)
        if chosen:
            found[field] = chosen
    return found


def is_private(column: str) -> bool:
    """Say whether a column tells of the applicant or of an employee."""
    return key_of(column) in PRIVATE
