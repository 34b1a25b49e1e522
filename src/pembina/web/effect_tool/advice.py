"""What would make an answer firmer: only what applies to this result."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

FIRM = {"effective", "no_meaningful_effect", "harmful"}
SMALL_WAVE = 10


def advice(evaluation: Mapping, *, missing: int) -> tuple[str, ...]:
    """Sentences, the most useful first; none for a firm verdict."""
    if evaluation["verdict"]["code"] in FIRM:
        return ()
    return tuple(sentences(evaluation, missing))


def sentences(evaluation: Mapping, missing: int) -> Iterator[str]:
    codes = {warning["code"] for warning in evaluation["warnings"]}
    sizes = [wave["units"] for wave in evaluation["waves"]]
    if "pretrend_failed" in codes:
        yield _(
            "Cari pembanding yang bergerak searah dengan unit peserta sebelum program mulai, misalnya unit sejenis."
        )
    if min(sizes) < SMALL_WAVE:
        yield _(
            "Tambah unit: gelombang terkecil hanya berisi %(units)s unit. Unit menentukan kepastian, bukan baris."
        ) % {"units": min(sizes)}
    if all(wave["start"] is not None for wave in evaluation["waves"]):
        yield _("Sertakan unit yang tidak ikut, agar ada pembanding sampai bulan terakhir.")
    yield _("Tambah bulan, terutama sebelum gelombang pertama; hitung lagi setelah gelombang berikutnya berjalan.")
    if not evaluation["question"]["random_timing"]:
        yield _("Undi urutan gelombang berikutnya dan catat undiannya: pembanding menjadi setara dan selang menyempit.")
    if evaluation["question"]["smallest_effect"] is None:
        yield _("Tetapkan perubahan terkecil yang berarti bagi warga sebelum melihat hasil berikutnya.")
    if missing:
        yield _("Lengkapi bulan yang kosong; laporan yang terlambat dapat menyembunyikan bulan yang buruk.")
