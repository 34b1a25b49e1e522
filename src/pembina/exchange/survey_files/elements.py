"""Which element (unsur) a column or cell means."""

import re
from typing import Literal

from pembina.core.rules.satisfaction_index import ELEMENTS

Order = Literal["regulation", "questionnaire"]
ORDERS: dict[Order, tuple[str, ...]] = {
    # The Annex lists complaints eighth and facilities ninth; many printed questionnaires ask them the other way round.
    "regulation": ELEMENTS,
    "questionnaire": (*ELEMENTS[:7], "sarana", "pengaduan"),
}

_WORDS = {
    "persyaratan": ("persyaratan", "syarat", "requirements"),
    "prosedur": ("prosedur", "mekanisme", "procedure"),
    "waktu": ("waktu", "kecepatan", "time"),
    "biaya": ("biaya", "tarif", "cost"),
    "produk": ("produk", "product"),
    "kompetensi": ("kompetensi", "kemampuan", "competence"),
    "perilaku": ("perilaku", "kesopanan", "conduct"),
    "pengaduan": ("pengaduan", "saran", "masukan", "complaints"),
    "sarana": ("sarana", "prasarana", "facilities"),
}
_NUMBERED = re.compile(r"(?:u|unsur|q|p|pertanyaan)[\s._-]*([1-9])")


def element_of(name: str, *, order: Order) -> str | None:
    """Return the key of the element that a name means: U1 to U9 by the order given, a key, or an official name."""
    text = name.strip().lower()
    if found := _NUMBERED.fullmatch(text):
        return ORDERS[order][int(found[1]) - 1]
    words = re.findall(r"[a-z]+", text)
    if words and words[0] in ("u", "unsur"):
        words = words[1:]
    matches = {key for key, usual in _WORDS.items() if any(word in usual for word in words)}
    # "Waktu penyelesaian produk" would mean two elements: no guess.
    return matches.pop() if len(matches) == 1 else None
