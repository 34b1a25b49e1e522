"""The number of a certificate, which runs through a year without a gap, and the code in its address.

The pattern is the government's own (`PEMBINA_CERTIFICATE_NUMBER`): ``{nomor}`` or ``{nomor:4}`` with zeros in front,
``{tahun}``, ``{bulan}`` and ``{bulan_romawi}`` as letters are numbered in Indonesia.
"""

import re
import secrets
from datetime import date

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from pembina.domain.development.models import CertificateSeries

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})
# Five bits a sign: 100 bits cannot be guessed.
CODE_LENGTH, GROUP = 20, 4
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
FIELD = re.compile(r"\{([a-z_]+)(?::(\d))?\}")
LONGEST_NUMBER = 60


def take_numbers(count: int, *, on: date) -> list[str]:
    """Return the next `count` numbers of the year; others who ask wait until the transaction of the caller ends.

    Where that transaction is undone the numbers are free again: that is why nothing here may be cached.
    """
    CertificateSeries.objects.get_or_create(year=on.year)
    series = CertificateSeries.objects.select_for_update().get(year=on.year)
    first = series.last + 1
    CertificateSeries.objects.filter(year=on.year).update(last=series.last + count)
    return [number_of(running, on=on) for running in range(first, first + count)]


def number_of(running: int, *, on: date, pattern: str | None = None) -> str:
    """Return the running number as the pattern writes it; raises ``ImproperlyConfigured`` for a pattern of no use."""
    told = settings.PEMBINA_CERTIFICATE_NUMBER if pattern is None else pattern
    values = {
        "nomor": str(running), "tahun": str(on.year), "bulan": f"{on.month:02}", "bulan_romawi": ROMAN[on.month - 1],
    }  # fmt: skip
    used = {name for name, _width in FIELD.findall(told)}
    rest = FIELD.sub("", told)
    if not {"nomor", "tahun"} <= used <= values.keys() or "{" in rest or "}" in rest:
        raise ImproperlyConfigured(
            f"PEMBINA_CERTIFICATE_NUMBER is {told!r}. It needs {{nomor}} and {{tahun}}, so that no number comes twice, "
            "and may hold {bulan} and {bulan_romawi}."
        )
    written = FIELD.sub(lambda found: values[found[1]].zfill(int(found[2] or 0)), told)
    if len(written) > LONGEST_NUMBER:
        raise ImproperlyConfigured(f"PEMBINA_CERTIFICATE_NUMBER makes numbers longer than {LONGEST_NUMBER}: {written}")
    return written


def new_code() -> str:
    """Return a code by which a certificate is verified."""
    return "".join(secrets.choice(SIGNS) for _ in range(CODE_LENGTH))


def read_code(written: str) -> str:
    """Return a code as it is kept, however it was typed: small, with hyphens, with O for zero."""
    return "".join(sign for sign in written.upper() if sign.isalnum()).translate(MISREAD)[: CODE_LENGTH + 1]


def grouped(code: str) -> str:
    """Return a code as people read it: in groups of four."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))
