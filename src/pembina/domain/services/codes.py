"""One-time codes of a counter: made, kept as keyed hashes, used once.

Eight of 31 letters and digits that cannot be mistaken for one another are 8.5e11 codes; with a thousand of them good at
a time, a guesser needs some hundred million tries for one answer.
"""

import secrets
from datetime import date

from django.utils.crypto import salted_hmac

from pembina.domain.services.models import CounterCode, SurveyPlace
from pembina.domain.services.survey_refusals import CodeRefusedError

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ".replace("L", "")
LENGTH = 8


def new_code() -> str:
    """Return a fresh code as it is printed: two groups of four."""
    drawn = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    return f"{drawn[:4]}-{drawn[4:]}"


def hash_of(code: str) -> str:
    """Return what is stored of a code; case, spaces and the hyphen do not matter."""
    bare = "".join(letter for letter in code.upper() if letter.isalnum())
    return salted_hmac("pembina.domain.services.codes", bare, algorithm="sha256").hexdigest()


def use_code(*, place: SurveyPlace, code: str, on: date) -> None:
    """Use a code up, in the transaction that stores the answer; raises ``CodeRefusedError``."""
    good = CounterCode.objects.filter(place=place, code_hash=hash_of(code), used_on__isnull=True, expires_on__gte=on)
    if good.update(used_on=on) != 1:
        raise CodeRefusedError
