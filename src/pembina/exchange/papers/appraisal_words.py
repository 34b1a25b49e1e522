"""The words of the papers of an appraisal, official papers in Indonesian whatever the language of the page."""

from collections.abc import Mapping

RATINGS: Mapping[str, str] = {
    "above": "Diatas ekspektasi",
    "as_expected": "Sesuai ekspektasi",
    "below": "Dibawah ekspektasi",
}
PREDICATES: Mapping[str, str] = {
    "very_good": "Sangat Baik",
    "good": "Baik",
    "needs_improvement": "Butuh Perbaikan",
    "poor": "Kurang (Misconduct)",
    "very_poor": "Sangat Kurang",
}
ORGANISATIONS: Mapping[str, str] = {
    "outstanding": "Istimewa",
    "good": "Baik",
    "needs_improvement": "Butuh Perbaikan",
    "poor": "Kurang",
    "very_poor": "Sangat Kurang",
}
RULINGS: Mapping[str, str] = {
    "confirmed": "Menguatkan hasil evaluasi.",
    "changed": "Mengubah hasil evaluasi.",
}
ASPECTS: Mapping[str, str] = {"quantity": "Kuantitas", "quality": "Kualitas", "time": "Waktu", "cost": "Biaya"}
PERSPECTIVES: Mapping[str, str] = {
    "recipients": "Penerima layanan",
    "processes": "Proses bisnis",
    "strengthening": "Penguatan internal",
    "budget": "Anggaran",
    "": "–",
}
DOCUMENTS: Mapping[str, str] = {"d11": "D.1.1", "d12": "D.1.2", "d13": "D.1.3"}
# The form of the plan decides the form of the result; without a plan the qualitative one is used.
RESULTS: Mapping[str, str] = {"a11": "C.1.1", "a16": "C.1.1", "a12": "C.1.2", "a17": "C.1.3", "": "C.1.1"}
APPROACHES: Mapping[str, str] = {
    "C.1.1": "Pendekatan hasil kerja kualitatif",
    "C.1.2": "Pendekatan hasil kerja kuantitatif bagi pejabat pimpinan tinggi dan pimpinan unit kerja mandiri",
    "C.1.3": "Pendekatan hasil kerja kuantitatif bagi pejabat administrasi dan pejabat fungsional",
}
FEEDBACK = "Umpan balik berkelanjutan berdasarkan bukti dukung"
# The shares of the columns after the number; forms with more columns than this lie on their side.
WIDEST_UPRIGHT = 6
WIDTHS: Mapping[str, tuple[float, ...]] = {
    "C.1.1": (2, 1.4, 1.6), "C.1.2": (1.4, 1.3, 0.9, 0.9, 1.3, 1.7), "C.1.3": (1.2, 1.3, 0.7, 1.2, 0.8, 1.3, 1.7),
}  # fmt: skip
# How many columns stand before the realisation, and their heads.
HEADS: Mapping[str, tuple[str, ...]] = {
    "C.1.1": ("No", "Hasil kerja, ukuran keberhasilan/indikator kinerja individu, dan target",
              "Realisasi berdasarkan bukti dukung", FEEDBACK),
    "C.1.2": ("No", "Rencana hasil kerja", "Indikator kinerja individu", "Target", "Perspektif",
              "Realisasi berdasarkan bukti dukung", FEEDBACK),
    "C.1.3": ("No", "Rencana hasil kerja pimpinan yang diintervensi", "Rencana hasil kerja", "Aspek",
              "Indikator kinerja individu", "Target", "Realisasi berdasarkan bukti dukung", FEEDBACK),
}  # fmt: skip
