"""The words of a decision paper, an official paper in Indonesian whatever the language of the page."""

from collections.abc import Mapping
from typing import Any

ACTIONS: Mapping[str, str] = {
    "continue": "Dilanjutkan",
    "expand": "Dikembangkan",
    "fix": "Diperbaiki",
    "stop": "Dihentikan",
}
TONES: Mapping[str, str] = {
    "effective": "success",
    "effective_size_uncertain": "info",
    "no_meaningful_effect": "neutral",
    "inconclusive": "warning",
    "harmful": "danger",
    "not_credible": "danger",
    "": "danger",
}
CAPACITIES: Mapping[str, str] = {
    "evaluator": "Evaluator",
    "owner": "Penanggung jawab program",
    "human_resources": "Pengelola kepegawaian",
    "head_of_region": "Kepala daerah",
    "other": "Lainnya",
    "": "Pejabat yang memutus",
}
COMPARISONS: Mapping[str, str] = {
    "not-yet": "unit yang belum mulai, dan yang tidak ikut",
    "never": "hanya unit yang tidak ikut",
}
ROLES: Mapping[str, str] = {"primary": "Utama", "secondary": "Pendamping", "guard": "Dijaga"}
TASK_STATES: Mapping[str, str] = {"open": "Belum selesai", "done": "Selesai", "dropped": "Tidak dikerjakan"}
# By the reasons of `domain.impact.panels`.
LEFT_OUT: Mapping[str, str] = {
    "no_service": "unit tanpa layanan yang dihitung",
    "no_data": "unit tanpa data",
    "closed": "unit ditutup, dipakai sampai bulan sebelumnya",
    "merged": "unit digabung, dipakai sampai bulan sebelumnya",
    "other_measure": "layanan dengan satuan ukur lain",
    "service_moved": "layanan selama berada pada unit lain",
    "no_staff": "unit tanpa pegawai",
    "few_people": "unit dengan bulan yang bertumpu pada kurang dari empat pegawai, bulan itu tidak dipakai",
}
CORRECTIONS: Mapping[str, str] = {
    "holm": "Ukuran pendamping dikoreksi menurut Holm, supaya yang kebetulan tidak tampak sebagai temuan; ukuran utama "
    "diuji sendiri karena hanya ukuran itu yang menentukan.",
    "none": "Tanpa koreksi banyak ukuran; hanya ukuran utama yang menentukan.",
}
WORDS: Mapping[str, Any] = {
    "decided": "Keputusan",
    "by_rule": "Menurut aturan yang dikunci",
    "reason": "Alasan keputusan",
    "found": "Yang ditemukan: dua angka berdampingan",
    "outcomes": "Semua ukuran hasil",
    "outcome_head": ["Ukuran", "Peran", "Dampak", "Selang", "Putusan"],
    "guards": "Mutu yang dijaga",
    "firm": "Seberapa kokoh kesimpulan ini",
    "levels": "Dari reaksi peserta sampai layanan: di mana rantainya putus",
    "level_head": ["Jenjang", "Yang diketahui", "n"],
    "rule": "Aturan, langkah demi langkah",
    "cost": "Biaya",
    "tasks": "Tindak lanjut",
    "task_head": ["Paling lambat", "Yang dikerjakan", "Pelaksana", "Keadaan"],
    "signatures": "Tanda tangan",
    "signature_head": ["Nama", "Sebagai", "Sikap", "Tanggal"],
    "basis": "Dasar setiap angka",
    "code": "Kode QR menuju halaman keputusan ini",
}
LEGEND = (
    "Titik: dugaan; garis tegak: selang satu bulan; pita: selang semua bulan sekaligus. Setiap bulan dibandingkan "
    "dengan bulan terakhir sebelum mulai; sebelum mulai titiknya semestinya dekat nol."
)
METHOD = (
    "Perubahan tiap gelombang sejak bulan terakhir sebelum mulai dikurangi perubahan pembandingnya pada bulan yang "
    "sama, lalu dirata-rata menurut jumlah unit (Callaway & Sant’Anna 2021; bila urutannya diundi, Roth & Sant’Anna "
    "2023). Yang dihitung ialah rencana mulai, bukan mulai yang sebenarnya, supaya keterlambatan tidak mempercantik "
    "hasil. Putusan dan aturan keputusan ditetapkan dan dikunci sebelum data terlihat. Perhitungan dapat diulang dari "
    "rancangan dan data beku; hasilnya sama sampai angka terakhir."
)
