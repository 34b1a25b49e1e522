"""Papers for a counter: the poster with its QR code, and sheets of one-time codes to cut."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pembina.domain.services.models import SurveyPlace
from pembina.exchange.papers import write_paper
from pembina.web.components.formatting import day
from pembina.web.components.qr import qr_svg

PAPERS = ("a4", "a5")


def poster(place: SurveyPlace, address: str, *, paper: str, on: date) -> bytes:
    """Return the poster of a counter as PDF, in A4 or A5."""
    words = {
        "ask": _("Bagaimana pelayanan kami hari ini?"),
        "steps": [
            _("Pindai kode ini dengan kamera ponsel."),
            _("Jawab sembilan pertanyaan, sekitar dua menit."),
            _("Tanpa nama dan tanpa akun. Bila sinyal hilang, jawaban dikirim kemudian."),
        ],
        "typed": _("Atau ketik alamat ini:"),
        "code": _("Minta kode sekali pakai kepada petugas.") if place.needs_code else "",
        "described": _("Kode QR menuju survei kepuasan %(place)s") % {"place": place.name},
        "no_phone": _("Tidak membawa ponsel? Mintalah formulir kertas kepada petugas."),
    }
    return write_paper("survey_poster", {**_head(place, on), "paper": paper, "words": words, **_code(place, address)})


def code_sheet(place: SurveyPlace, address: str, codes: Sequence[str], *, expires_on: date, on: date) -> bytes:
    """Return slips with one code each, three in a row, as PDF."""
    words = {
        "survey": _("Survei kepuasan masyarakat"),
        "code": _("Kode Anda"),
        "once": _("Berlaku satu kali, sampai %(day)s") % {"day": day(expires_on)},
        "described": _("Kode QR menuju survei kepuasan %(place)s") % {"place": place.name},
    }
    return write_paper(
        "survey_codes", {**_head(place, on), "codes": list(codes), "words": words, **_code(place, address)}
    )


def _head(place: SurveyPlace, on: date) -> dict[str, Any]:
    return {
        "title": _("Survei kepuasan masyarakat"),
        "language": get_language() or "id",
        "government": settings.PEMBINA_GOVERNMENT_NAME,
        "written_on": on.isoformat(),
        "written_on_words": day(on),
        "place": place.name,
        "unit": place.unit.name,
        "service": place.service.name if place.service else "",
    }


def _code(place: SurveyPlace, address: str) -> dict[str, str]:
    return {"address": address, "qr": qr_svg(address)}
