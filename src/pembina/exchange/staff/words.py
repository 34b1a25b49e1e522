"""The words and codes of exports for the words of our records. Each answer is kept, for a column repeats few words."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

from pembina.core.text import Text
from pembina.domain.people.enums import Education, LegalPosition, PositionKind, Sex, Status
from pembina.domain.people.ranks import PNS_RANKS, PPPK_RANKS
from pembina.exchange.staff.cells import key_of
from pembina.exchange.staff.problems import (
    Problem,
    not_a_civil_servant,
    rank_of_others,
    unknown_legal_position,
    unknown_word,
)

E, L, P = Education, LegalPosition, PositionKind
Word = TypeVar("Word")
# What a remedy offers; every one of them is read.
SEXES = ("L", "P")
RANKS_TOLD = ("I/a – IV/e (PNS)", "I – XVII (PPPK)")
LEVELS = (
    "SD",
    "SMP",
    "SMA",
    "D-I",
    "D-II",
    "D-III",
    "D-IV",
    "S-1",
    "Profesi",
    "S-2",
    "Spesialis",
    "Subspesialis",
    "S-3",
)
LEGAL_POSITIONS = (
    "Aktif", "Cuti di luar tanggungan negara", "Tugas belajar", "Pemberhentian sementara",
    "Perpanjangan cuti di luar tanggungan negara", "Dikenai hukuman disiplin", "Masa persiapan pensiun", "Tidak aktif",
    "Diberhentikan", "Pemberhentian (kode 77)", "Pemberhentian (kode 88)", "Pemblokiran", "Mencapai batas usia pensiun",
    "Pensiun",
)  # fmt: skip
POSITION_KINDS = ("Struktural", "Fungsional", "Pelaksana")
_KEPT = 4096

_SEXES = {
    **dict.fromkeys(("m", "l", "lk", "1", "laki", "lakilaki", "pria", "male"), Sex.MALE),
    **dict.fromkeys(("f", "p", "pr", "w", "2", "perempuan", "wanita", "female"), Sex.FEMALE),
}
_EDUCATION_CODES = {
    **{level.value: level for level in Education},
    "12": E.LOWER_SECONDARY,
    "17": E.UPPER_SECONDARY,
    "18": E.UPPER_SECONDARY,
}
# Tried in turn at the beginning of the compared word; what is more special stands first.
_EDUCATION_WORDS = (
    (r"(s3|strata3|doktor|doctor)", E.DOCTOR),
    (r"sub(spesialis|sp)", E.SUBSPECIALIST),
    (r"(sp\d|spesialis)", E.SPECIALIST),
    (r"(s2|strata2|magister|pascasarjana)", E.MASTER),
    (r"(profesi|pendidikanprofesi)", E.PROFESSION),
    (r"(d4|div|diploma4|diplomaiv|sarjanaterapan)", E.DIPLOMA_4),
    (r"(d3|diii|diploma3|diplomaiii|sarjanamuda)", E.DIPLOMA_3),
    (r"(d2|dii|diploma2|diplomaii)", E.DIPLOMA_2),
    (r"(d1|di$|diploma1|diplomai$)", E.DIPLOMA_1),
    (r"(s1|strata1|sarjana)", E.BACHELOR),
    (r"(sma|smk|slta|smu|stm|smea|ma$|madrasahaliyah|sekolahmenengahatas|sekolahmenengahkejuruan)", E.UPPER_SECONDARY),
    (r"(smp|sltp|mts|sekolahmenengahpertama|madrasahtsanawiyah)", E.LOWER_SECONDARY),
    (r"(sd|mi$|sekolahdasar|madrasahibtidaiyah)", E.PRIMARY),
)
# 71 is the code of SIASN for a PPPK who is active.
_LEGAL_CODES = {**{position.value: position for position in LegalPosition}, "71": L.ACTIVE}
_LEGAL_WORDS = (
    (r".*perpanjangan.*(cltn|diluartanggungan)", L.UNPAID_LEAVE_EXTENDED),
    (r".*(cltn|diluartanggungan)", L.UNPAID_LEAVE),
    (r".*tugasbelajar", L.STUDY),
    (r".*pemberhentiansementara", L.SUSPENDED),
    (r".*hukumandisiplin", L.DISCIPLINED),
    (r".*(mpp$|persiapanpensiun)", L.BEFORE_RETIREMENT),
    (r".*(mencapaibup|batasusiapensiun)", L.REACHED_AGE),
    (r".*pensiun", L.RETIRED),
    (r"pemberhentiankode77", L.DISCHARGED_77),
    (r"pemberhentiankode88", L.DISCHARGED_88),
    (r".*(diberhentikan|pemberhentian)", L.DISMISSED),
    (r".*blokir", L.BLOCKED),
    (r".*(tidak|non)aktif", L.INACTIVE),
    (r"(pns|cpns|pppk|p3k)?aktif", L.ACTIVE),
)
_POSITION_CODES = {"1": P.STRUCTURAL, "2": P.FUNCTIONAL, "3": P.STRUCTURAL, "4": P.EXECUTIVE}
_POSITION_WORDS = (
    (r".*(fungsionalumum|jfu|pelaksana)", P.EXECUTIVE),
    (r".*(fungsional|jft|^jf$)", P.FUNCTIONAL),
    (r".*(struktural|pimpinantinggi|jpt|administrator|pengawas|rangkap|eselon)", P.STRUCTURAL),
)
_RANK_CODES = dict(zip([*range(11, 15), *range(21, 25), *range(31, 35), *range(41, 46)], PNS_RANKS, strict=True))
_PANGKAT = {key_of(name): code for code, name in PNS_RANKS.items()}
_WITH_LETTER = re.compile(r"(?<![A-Z])(IV|I{1,3}|[1-4]) ?[/.\-]? ?([A-E])(?![A-Z])", re.IGNORECASE)
_BARE_ROMAN = re.compile(r"(?:GOL(?:ONGAN)?\.? ?)?([IVX]+)(?: *[-(].*)?", re.IGNORECASE)
_ROMAN_OF_DIGIT = {"1": "I", "2": "II", "3": "III", "4": "IV"}


@lru_cache(maxsize=_KEPT)
def sex_of(text: str) -> Sex | Problem:
    """M and F, L and P, 1 and 2, and the words."""
    what = Text(id="Jenis kelamin", en="sex")
    return _SEXES.get(key_of(text)) or unknown_word(what, SEXES)


@lru_cache(maxsize=_KEPT)
def status_of(text: str) -> Status | Problem | None:
    """The kind of employee in words or with the letters of SIASN: P is a PNS, C a candidate.

    None for ASN or Aktif, which tell neither.
    """
    key = key_of(text)
    if key in ("asn", "aktif"):
        return None
    if re.search(r"pppk|p3k|perjanjiankerja", key):
        return Status.PPPK
    if "non" in key or not (re.search(r"pns|pegawainegerisipil", key) or key in ("p", "c")):
        return not_a_civil_servant()
    return Status.PNS


@lru_cache(maxsize=_KEPT)
def rank_of(text: str, status: Status) -> str | Problem:
    """``III/d``, with or without its name, the name alone, a code of SIASN from 11 to 45, or I to XVII for PPPK."""
    if found := _WITH_LETTER.search(text):
        number = _ROMAN_OF_DIGIT.get(found[1], found[1].upper())
        rank = f"{number}/{found[2].lower()}"
    elif status is Status.PPPK and text.isdecimal():
        rank = dict(enumerate(PPPK_RANKS, start=1)).get(int(text), "")
    elif text.isdecimal():
        rank = _RANK_CODES.get(int(text), "")
    elif found := _BARE_ROMAN.fullmatch(text):
        rank = found[1].upper()
    else:
        rank = _PANGKAT.get(key_of(text).replace("tki", "tingkati"), "")
    if rank not in PNS_RANKS and rank not in PPPK_RANKS:
        return unknown_word(Text(id="Golongan", en="rank"), RANKS_TOLD)
    fits = rank in (PNS_RANKS if status is Status.PNS else PPPK_RANKS)
    return rank if fits else rank_of_others(status.name)


@lru_cache(maxsize=_KEPT)
def education_of(text: str) -> Education | Problem:
    """A code of SIASN, or the level at the beginning of the words."""
    found = _by_code_or_words(text, _EDUCATION_CODES, _EDUCATION_WORDS)
    return found or unknown_word(Text(id="Tingkat pendidikan", en="level of education"), LEVELS)


@lru_cache(maxsize=_KEPT)
def legal_position_of(text: str) -> LegalPosition | Problem:
    """A code of SIASN or its words. SIASN has rare ones beyond those kept: they must not keep a person out."""
    found = _by_code_or_words(text, _LEGAL_CODES, _LEGAL_WORDS)
    return found or unknown_legal_position(LEGAL_POSITIONS)


@lru_cache(maxsize=_KEPT)
def position_kind_of(text: str) -> PositionKind | Problem:
    """A code of SIASN from 1 to 4, or its words."""
    key = key_of(text)
    found = _POSITION_CODES.get(key) or _first_fit(key, _POSITION_WORDS)
    return found or unknown_word(Text(id="Jenis jabatan", en="kind of position"), POSITION_KINDS)


def _by_code_or_words(text: str, codes: Mapping[str, Word], words: tuple[tuple[str, Word], ...]) -> Word | None:
    key = key_of(text)
    return codes.get(key.zfill(2)) if key.isdecimal() else _first_fit(key, words)


def _first_fit(key: str, words: tuple[tuple[str, Word], ...]) -> Word | None:
    return next((word for pattern, word in words if re.match(pattern, key)), None)
