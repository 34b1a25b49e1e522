"""The columns and words of files that administrators take from SP4N-LAPOR!; no format is published.

The first name of each column is the one that we write.
"""

from pembina.core.text import Text
from pembina.domain.services.complaint_enums import ComplaintKind, ComplaintState
from pembina.exchange.staff.cells import key_of

COLUMNS: dict[str, tuple[str, ...]] = {
    "tracking_id": ("Tracking ID", "ID Laporan", "Nomor Laporan", "No Laporan", "Nomor Tiket", "No Tiket", "ID",
                    "Kode Laporan", "Ticket ID", "Nomor Aduan"),
    "title": ("Judul", "Judul Laporan", "Judul Aduan", "Perihal", "Subjek"),
    "text": ("Isi Laporan", "Isi", "Isi Aduan", "Isi Laporan Awal", "Isi Laporan Akhir", "Uraian", "Deskripsi",
             "Laporan"),
    "category": ("Kategori", "Kategori Laporan", "Topik", "Kategori Aduan"),
    "agency": ("Instansi", "Instansi Terdisposisi", "Instansi Penerima", "Disposisi", "OPD", "Unit Kerja", "Unit",
               "Perangkat Daerah", "SKPD", "Instansi Tujuan"),
    "kind": ("Klasifikasi", "Klasifikasi Laporan", "Jenis", "Jenis Laporan", "Tipe"),
    "received": ("Tanggal Laporan", "Tanggal", "Tanggal Masuk", "Tanggal Laporan Masuk", "Tanggal Aduan",
                 "Tgl Laporan", "Waktu Laporan", "Dibuat", "Created At"),
    "status": ("Status", "Status Laporan", "Status Tindak Lanjut", "Keadaan"),
    "answer": ("Tindak Lanjut", "Isi Tindak Lanjut", "Jawaban", "Tanggapan", "Tindak Lanjut Terakhir", "Respon"),
    "answered": ("Tanggal Tindak Lanjut", "Tanggal Jawaban", "Tanggal Tanggapan", "Tanggal Selesai",
                 "Tgl Tindak Lanjut",
                 "Tindak Lanjut Terakhir Pada", "Closed At"),
}  # fmt: skip
REQUIRED = {
    "tracking_id": Text(id="ID pelacakan", en="the tracking ID"),
    "text": Text(id="isi laporan", en="the text"),
    "received": Text(id="tanggal laporan", en="the day of the complaint"),
    "status": Text(id="status", en="the status"),
}
# Who wrote: that stays in SP4N-LAPOR!.
PRIVATE = frozenset(
    map(
        key_of,
        (
            "Nama", "Nama Pelapor", "Pelapor", "Nama Lengkap", "NIK", "No KTP", "Telepon", "No Telp", "Nomor Telepon",
            "No HP", "Nomor HP", "HP", "Email", "Email Pelapor", "Surel", "Alamat", "Alamat Pelapor", "Username",
            "Tanggal Lahir", "Jenis Kelamin", "Pekerjaan", "Lokasi Pelapor",
        ),
    )
)  # fmt: skip

STATES: dict[ComplaintState, tuple[str, ...]] = {
    ComplaintState.RECEIVED: ("Belum Terverifikasi", "Belum Diverifikasi", "Menunggu Verifikasi", "Baru", "Menunggu",
                              "Diterima", "Belum Didisposisikan"),
    ComplaintState.TRIAGED: ("Belum Ditindaklanjuti", "Terverifikasi", "Terdisposisi", "Didisposisikan", "Disposisi",
                             "Belum", "Dipilah"),
    ComplaintState.IN_PROGRESS: ("Sedang Diproses", "Proses", "Diproses", "Dalam Proses", "On Progress", "In Progress"),
    ComplaintState.ANSWERED: ("Sudah Ditindaklanjuti", "Ditindaklanjuti", "Dijawab", "Menunggu Tanggapan Pelapor"),
    ComplaintState.CLOSED: ("Selesai", "Ditutup", "Tutup", "Closed", "Tuntas"),
    ComplaintState.DECLINED: ("Ditolak", "Diarsipkan", "Arsip", "Tidak Dapat Ditindaklanjuti", "Tidak Dapat Ditangani",
                              "Bukan Kewenangan", "Spam"),
}  # fmt: skip
KINDS: dict[ComplaintKind, tuple[str, ...]] = {
    ComplaintKind.COMPLAINT: ("Pengaduan", "Pengaduan Berkadar Pengawasan", "Pengaduan Tidak Berkadar Pengawasan",
                              "Keluhan", ""),
    ComplaintKind.SUGGESTION: ("Aspirasi", "Saran", "Permintaan Informasi", "Permohonan Informasi"),
    ComplaintKind.PRAISE: ("Pujian", "Apresiasi"),
}  # fmt: skip
BY_STATUS = {key_of(word): state for state, words in STATES.items() for word in words}
BY_KIND = {key_of(word): kind for kind, words in KINDS.items() for word in words}
