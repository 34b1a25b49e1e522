"""The columns of a catalogue file: those of the service, then what its standard says."""

SERVICE_COLUMNS = {"code": "kode", "name": "nama_layanan", "unit": "kode_unit"}
STANDARD_COLUMNS = {
    "starts_on": "berlaku_mulai",
    "decree": "nomor_keputusan",
    "requirements": "persyaratan",
    "procedure": "prosedur",
    "promised_amount": "janji_angka",
    "promised_unit": "janji_satuan",
    "start_event": "dihitung_sejak",
    "stop_event": "sampai",
    "fee": "biaya",
    "product": "produk",
    "complaint_handling": "penanganan_pengaduan",
    "legal_basis": "dasar_hukum",
    "facilities": "sarana_prasarana",
    "competence": "kompetensi_pelaksana",
    "supervision": "pengawasan_internal",
    "number_of_staff": "jumlah_pelaksana",
    "guarantee": "jaminan_pelayanan",
    "safety": "jaminan_keamanan",
    "evaluation": "evaluasi_kinerja",
}
COLUMNS = SERVICE_COLUMNS | STANDARD_COLUMNS
UNITS = {"minutes": "menit", "hours": "jam", "working_days": "hari kerja"}
