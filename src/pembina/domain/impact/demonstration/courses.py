"""How each evaluation of the demonstration went: its question, what was decided, and who saw it otherwise."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Course:
    """The course of one evaluation.

    Attributes
    ----------
    code : of the programme
    title : of the evaluation
    action : what was decided; empty where the decision still waits
    reason : why it departs from the rule
    dissent : what the evaluator signed instead of an agreement
    unsigned : whether the head of region has not signed yet
    message : what citizens are told besides; None where nothing was published
    closed : whether the first task that followed is done
    """

    code: str
    title: str
    action: str = ""
    reason: str = ""
    dissent: str = ""
    unsigned: bool = False
    message: str | None = None
    closed: bool = False


COURSES = (
    Course(
        "IZIN", "Apakah izin usaha mikro terbit lebih cepat?", action="expand", closed=True,
        message="Gelombang keempat segera mulai di gerai yang belum ikut.",
    ),
    Course(
        "SEHAT", "Apakah pasien lebih puas dengan pelayanan farmasi?", action="continue",
        message="Pelatihan dilanjutkan sampai gelombang keempat dinilai.",
    ),
    Course(
        "ANGGARAN", "Apakah orang tua murid lebih puas?", action="continue",
        reason="Orang tua murid di setiap rapat meminta anggaran tetap diumumkan. Program diteruskan satu gelombang "
        "lagi sambil kurikulumnya diperbaiki.",
        dissent="Kepuasan naik di semua sekolah, juga di sekolah yang belum ikut. Bukti tidak menunjukkan dampak, "
        "sehingga biaya gelombang berikutnya sebaiknya menunggu kurikulum baru.",
        message="Kepuasan naik di semua sekolah, bukan karena program ini. Isi pelatihan diperbaiki.",
    ),
    Course("GURU", "Apakah konsultasi orang tua murid membaik?", action="continue", unsigned=True),
    Course("ADMINDUK", "Apakah dokumen pindah datang lebih sering tepat waktu?"),
    Course("KRISIS", "Apakah bantuan darurat lebih cepat sampai?", action="stop"),
)  # fmt: skip
