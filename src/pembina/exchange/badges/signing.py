"""Signing and verifying: Open Badges 3.0, "JSON Web Token Proof Format"."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from joserfc import jws
from joserfc.errors import JoseError, UnsupportedAlgorithmError

from pembina.core.text import Text
from pembina.exchange.badges.credential import Badge, credential_of, instant
from pembina.exchange.badges.keys import ALGORITHM, Jwk, imported, public_key

LONGEST_TOKEN = 64 * 1024


class _OnlyEdDSA(jws.JWSRegistry):
    """The one algorithm, whatever a header asks for: neither "none" nor a secret made from the public key gets further.

    RFC 9864 would call it "Ed25519"; the verifiers of badges know it as "EdDSA", which the library warns about.
    """

    max_payload_length = LONGEST_TOKEN

    def get_alg(self, name: str) -> Any:
        if name != ALGORITHM:
            raise UnsupportedAlgorithmError(f"Algorithm of {name!r} is not allowed")
        return self.algorithms[name]


class BadgeRefusedError(Exception):
    """A token that is no valid badge of ours; `message` says why."""

    def __init__(self, message: Text) -> None:
        super().__init__(str(message))
        self.message = message


@dataclass(frozen=True, slots=True)
class VerifiedBadge:
    """What a verified badge says; `credential` is the whole of it. Whether it was revoked is asked elsewhere."""

    identity: str
    issuer: str
    name: str
    valid_from: datetime
    valid_until: datetime | None
    credential: Mapping[str, Any]


def sign_badge(badge: Badge, key: Jwk) -> str:
    """Return the badge as compact JWS, the same for the same badge and key (Ed25519 draws no random number).

    Raises
    ------
    ValueError : no private Ed25519 key, or a salt too short
    """
    return sign(claims_of(credential_of(badge)), key)


def sign(claims: Mapping[str, Any], key: Jwk) -> str:
    """Return the claims signed, the public key in the header."""
    private = imported(key)
    if not private.is_private:
        raise ValueError("A public key does not sign")
    header = {"alg": ALGORITHM, "typ": "JWT", "jwk": public_key(key)}
    payload = json.dumps(claims, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return jws.serialize_compact(header, payload, private, registry=_OnlyEdDSA())


def claims_of(credential: Mapping[str, Any]) -> dict[str, Any]:
    """Return the credential with the registered claims beside its own members, each saying what the credential says."""
    told: dict[str, Any] = {
        **credential,
        "iss": _id_of(credential["issuer"]),
        "jti": credential["id"],
        "nbf": _seconds(credential["validFrom"]),
        "sub": credential["credentialSubject"]["id"],
    }
    return told | {"exp": _seconds(credential["validUntil"])} if "validUntil" in credential else told


def verify_badge(token: str, trusted: Jwk | Sequence[Jwk], *, at: datetime) -> VerifiedBadge:
    """Return what a token says once its signature by a `trusted` public key, its form and its days have held.

    The key in the header only tells which of the trusted ones is meant; it is never trusted by being there.

    Raises
    ------
    BadgeRefusedError : with the reason, of whatever kind
    """
    claims = verified_claims(token, [trusted] if isinstance(trusted, Mapping) else trusted)
    try:
        badge = _told(claims)
        agrees = claims_of(claims) == claims and "OpenBadgeCredential" in claims["type"]
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
        raise BadgeRefusedError(_NO_BADGE) from None
    # An end that only one of the two tells would hold for some verifiers and not for others.
    if not agrees or ("exp" in claims) != ("validUntil" in claims):
        raise BadgeRefusedError(_NO_BADGE)
    if at < badge.valid_from:
        raise BadgeRefusedError(_TOO_EARLY)
    if badge.valid_until and at > badge.valid_until:
        raise BadgeRefusedError(_EXPIRED)
    return badge


def verified_claims(token: str, trusted: Sequence[Jwk]) -> dict[str, Any]:
    """Return the claims of a token that one of the `trusted` public keys signed with EdDSA."""
    if len(token) > LONGEST_TOKEN:
        raise BadgeRefusedError(_NO_BADGE)
    for key in trusted:
        try:
            found = jws.deserialize_compact(token.encode("ascii"), imported(key), registry=_OnlyEdDSA())
            claims = json.loads(found.payload)
        except (JoseError, ValueError, RecursionError):
            continue
        if isinstance(claims, dict) and _names(found.headers(), key):
            return claims
    raise BadgeRefusedError(_NOT_OURS)


def _names(header: Mapping[str, Any], key: Jwk) -> bool:
    """Tell whether the header carries the key that verified it, not another one."""
    carried = header.get("jwk")
    return isinstance(carried, dict) and "d" not in carried and carried.get("x") == key["x"]


def _told(claims: Mapping[str, Any]) -> VerifiedBadge:
    until = claims.get("validUntil")
    return VerifiedBadge(
        identity=claims["id"],
        issuer=_id_of(claims["issuer"]),
        name=claims["credentialSubject"]["achievement"]["name"],
        valid_from=_moment(claims["validFrom"]),
        valid_until=_moment(until) if until is not None else None,
        credential={name: said for name, said in claims.items() if name not in ("iss", "jti", "nbf", "sub", "exp")},
    )


def _id_of(issuer: Any) -> str:
    return str(issuer["id"] if isinstance(issuer, Mapping) else issuer)


def _seconds(written: str) -> int:
    return int(_moment(written).timestamp())


def _moment(written: str) -> datetime:
    moment = datetime.fromisoformat(written).astimezone(UTC)
    if instant(moment) != written:
        raise ValueError("This is not how we write a moment")
    return moment


_NOT_OURS = Text(
    id="Tanda tangan tidak cocok dengan kunci kami, atau isinya sudah diubah.",
    en="The signature does not match our keys, or the content was changed.",
)
_NO_BADGE = Text(id="Ini bukan lencana Open Badges 3.0 dari kami.", en="This is no Open Badges 3.0 badge of ours.")
_TOO_EARLY = Text(id="Lencana ini belum berlaku.", en="This badge is not valid yet.")
_EXPIRED = Text(id="Masa berlaku lencana ini sudah habis.", en="This badge has expired.")
