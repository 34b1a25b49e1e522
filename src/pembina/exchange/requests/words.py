"""What the words of files mean: by what way a request came, and what an activity or a status says of its clock."""

import re

from pembina.domain.services.enums import Channel, PauseReason
from pembina.domain.services.intake.reading import Meaning
from pembina.exchange.staff.cells import key_of

_CHANNELS = {
    Channel.COUNTER: ("loket", "datang", "datang langsung", "tatap muka", "langsung", "desk", "counter", "mpp",
                      "walk in", "offline", "luring"),
    Channel.ONLINE: ("daring", "online", "internet", "web", "website", "aplikasi", "email", "e-mail", "surel", "oss",
                     "portal"),
    Channel.PHONE: ("telepon", "pesan", "whatsapp", "wa", "sms", "phone", "call", "telepon atau pesan"),
    Channel.OUTREACH: ("layanan keliling", "keliling", "jemput bola", "outreach", "mobile"),
    Channel.POST: ("surat", "pos", "post", "mail", "letter"),
    Channel.OTHER: ("lainnya", "lain-lain", "other", "intern", "internal"),
}  # fmt: skip
CHANNELS = {key_of(word): channel for channel, words in _CHANNELS.items() for word in (*words, channel.value)}

_REASONS = {
    PauseReason.APPLICANT: ("menunggu pemohon", "pemohon", "applicant", "perbaikan berkas", "kurang lengkap"),
    PauseReason.OTHER_OFFICE: ("menunggu instansi lain", "instansi lain", "other office", "rekomendasi"),
    PauseReason.OFFICE: ("ditunda oleh unit", "ditunda", "unit", "office"),
}
REASONS = {key_of(word): reason for reason, words in _REASONS.items() for word in (*words, reason.value)}

# The first that fits is taken: "menunggu instansi lain" comes before "menunggu".
_MEANINGS = (
    (Meaning.WITHDRAWN, r"ditarik|dibatalkan|batal\b|pembatalan|withdrawn?\b|cancel"),
    (Meaning.IGNORED, r"^(draf|draft|konsep)\b"),
    (
        Meaning.WAITING_OTHER_OFFICE,
        r"(menunggu|wait).*(instansi|rekomendasi|opd lain|vendor|third party|other office)",
    ),
    (Meaning.WAITING_OFFICE, r"\bditunda\b|\bon hold\b|(wait).*(implementation)"),
    (
        Meaning.WAITING_APPLICANT,
        r"menunggu|dikembalikan|perbaikan (oleh )?pemohon|kurang lengkap|belum lengkap|\bwait(ing)?\b|\bpending\b"
        r"|^paused?\b|^dijeda\b",
    ),
    (
        Meaning.COMPLETED,
        r"\bselesai\b|diserahkan|diterbitkan|\bterbit\b|\bditolak\b|\brejected\b|\bcompleted?\b|\bclosed?\b"
        r"|\bresolved\b|\bfinished\b|\bdone\b",
    ),
)
_COMPILED = [(meaning, re.compile(pattern)) for meaning, pattern in _MEANINGS]


def meaning_of(word: str) -> Meaning:
    """Guess what an activity or a status means; what is not recognised is work in progress."""
    text = " ".join(word.casefold().replace("_", " ").split())
    return next((meaning for meaning, pattern in _COMPILED if pattern.search(text)), Meaning.PROGRESS)
