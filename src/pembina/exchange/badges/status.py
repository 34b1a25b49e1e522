"""Which badges were revoked, as one signed list that hides who asks about which (W3C Bitstring Status List 1.0).

Each badge has a number in the list for ever; its bit is 1 once it is revoked. Open Badges 3.0 names this list as its
way of revoking (it has deprecated its own).
"""

import base64
import gzip
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from pembina.core.text import Text
from pembina.exchange.badges.credential import CONTEXTS, instant
from pembina.exchange.badges.keys import Jwk
from pembina.exchange.badges.signing import BadgeRefusedError, claims_of, sign, verified_claims

LIST_SIZE = 131_072
"""Badges in one list: the least the specification allows, so that a bit does not tell who it is. Then begin another."""


def status_list(
    address: str, issuer: str, revoked: Iterable[int], key: Jwk, *, at: datetime, until: datetime | None = None
) -> str:
    """Return the signed list for its public `address` (media type ``application/vc+jwt``).

    Parameters
    ----------
    issuer : the identity of the issuer of the badges
    revoked : numbers of the revoked badges, each from 0 to `LIST_SIZE` - 1
    at, until : from when and how long the list may be relied on; without `until` an old copy could be shown for ever

    Raises
    ------
    ValueError : a number outside the list
    """
    told: dict[str, Any] = {
        "@context": [CONTEXTS[0]],
        "id": address,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer,
        "validFrom": instant(at),
        "credentialSubject": {
            "id": f"{address}#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": _encoded(revoked),
        },
    }
    if until:
        told["validUntil"] = instant(until)
    return sign(claims_of(told), key)


def is_revoked_in(token: str, index: int, trusted: Sequence[Jwk]) -> bool:
    """Tell what a list that one of the `trusted` keys signed says about a number.

    Raises
    ------
    BadgeRefusedError : no list of ours, or one without the number
    """
    told = verified_claims(token, trusted)
    try:
        encoded: str = told["credentialSubject"]["encodedList"]
        bits = gzip.decompress(base64.urlsafe_b64decode(encoded[1:] + "=" * (-len(encoded[1:]) % 4)))
    except (KeyError, TypeError, ValueError, EOFError, OSError):
        raise BadgeRefusedError(_NO_LIST) from None
    if not 0 <= index < len(bits) * 8:
        raise BadgeRefusedError(_NO_LIST)
    return bool(bits[index // 8] & 0x80 >> index % 8)


def _encoded(revoked: Iterable[int]) -> str:
    bits = bytearray(LIST_SIZE // 8)
    for index in revoked:
        if not 0 <= index < LIST_SIZE:
            raise ValueError(f"{index} is no number in a list of {LIST_SIZE}")
        bits[index // 8] |= 0x80 >> index % 8
    # mtime=0: the same badges give the same list.
    return "u" + base64.urlsafe_b64encode(gzip.compress(bytes(bits), mtime=0)).decode("ascii").rstrip("=")


_NO_LIST = Text(
    id="Ini bukan daftar pencabutan yang memuat nomor itu.", en="This is no list of revocations with that number in it."
)
