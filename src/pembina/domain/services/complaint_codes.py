"""What a citizen follows a complaint with: a code that only they hold, and a number that anybody may know.

Both come from a token that the page made, so that the same form sent twice is the same complaint with the same code.
80 bits cannot be guessed; the signs are those of Crockford, in which O is 0 and I and L are 1.
"""

import hmac
from datetime import date
from hashlib import sha256

from django.conf import settings
from django.utils.crypto import salted_hmac

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH, GROUP, NUMBER_LENGTH = 16, 4, 6
MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})


def code_of(token: str) -> str:
    """Return the follow-up code of a token, in groups of four."""
    plain = _signs("code", token, CODE_LENGTH)
    return "-".join(plain[start : start + GROUP] for start in range(0, CODE_LENGTH, GROUP))


def hash_of(code: str) -> str:
    """Return the keyed hash of a code, however it was typed: small, without hyphens, with O for zero."""
    plain = "".join(sign for sign in code.upper() if sign.isalnum()).translate(MISREAD)
    return salted_hmac("pembina.domain.services.complaints", plain, algorithm="sha256").hexdigest()


def number_of(token: str, *, on: date, attempt: int = 0) -> str:
    """Return the public number: the month of receipt and six signs that tell nothing."""
    return f"{on:%y%m}-{_signs('number', f'{token} {attempt}', NUMBER_LENGTH)}"


def _signs(purpose: str, token: str, length: int) -> str:
    key = settings.SECRET_KEY.encode()
    digest = hmac.new(key, f"pembina complaint {purpose} {token}".encode(), sha256).digest()
    return "".join(SIGNS[byte % len(SIGNS)] for byte in digest[:length])
