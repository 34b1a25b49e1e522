"""Golongan: the ranks of PNS with their names (pangkat), and the ranks of PPPK, which have none."""

PNS_RANKS = {
    "I/a": "Juru Muda",
    "I/b": "Juru Muda Tingkat I",
    "I/c": "Juru",
    "I/d": "Juru Tingkat I",
    "II/a": "Pengatur Muda",
    "II/b": "Pengatur Muda Tingkat I",
    "II/c": "Pengatur",
    "II/d": "Pengatur Tingkat I",
    "III/a": "Penata Muda",
    "III/b": "Penata Muda Tingkat I",
    "III/c": "Penata",
    "III/d": "Penata Tingkat I",
    "IV/a": "Pembina",
    "IV/b": "Pembina Tingkat I",
    "IV/c": "Pembina Utama Muda",
    "IV/d": "Pembina Utama Madya",
    "IV/e": "Pembina Utama",
}
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII")
PPPK_RANKS = dict.fromkeys(_ROMAN, "")
RANKS = PNS_RANKS | PPPK_RANKS


def rank_name(code: str) -> str:
    """Return ``Penata Muda (III/a)``, for PPPK the bare code, and nothing for nothing."""
    name = RANKS.get(code, "")
    return f"{name} ({code})" if name else code
