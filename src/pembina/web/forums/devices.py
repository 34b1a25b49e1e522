"""A device and a network without knowing whose they are: keyed hashes that lead nowhere else."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils.crypto import get_random_string, salted_hmac

from pembina.domain.services.models import ForumQuestion
from pembina.web.access.address import client_address

COOKIE = "pembina_warga"
LENGTH = 32
HALF_A_YEAR = 180 * 24 * 60 * 60


def with_device(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Give a browser without one a random word, by which it supports each question once."""
    if not _word(request):
        response.set_cookie(
            COOKIE, get_random_string(LENGTH), max_age=HALF_A_YEAR, secure=request.is_secure(), httponly=True,
            samesite="Lax",
        )  # fmt: skip
    return response


def device_of(request: HttpRequest, question: ForumQuestion) -> str:
    """Return the hash of browser and question, empty for a browser that keeps no cookie."""
    word = _word(request)
    return _hashed("device", f"{question.pk}:{word}") if word else ""


def origin_of(request: HttpRequest, *, on: date) -> str:
    """Return the hash of address and day, empty where the address is unknown."""
    address = client_address(request)
    return _hashed("origin", f"{on.isoformat()}:{address}") if address else ""


def _word(request: HttpRequest) -> str:
    word = request.COOKIES.get(COOKIE, "")
    return word if len(word) == LENGTH and word.isascii() and word.isalnum() else ""


def _hashed(kind: str, text: str) -> str:
    return salted_hmac(f"pembina.web.forums.{kind}", text, algorithm="sha256").hexdigest()
