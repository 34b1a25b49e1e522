"""Open Badges 3.0: a certificate as a credential that others verify without our server.

A badge is a verifiable credential (W3C data model 2.0) signed as VC-JWT, a compact JWS with EdDSA over Ed25519. Its
header carries the public key (``jwk``), so the signature can be checked offline; whether that key is the government's
is told by the key set at our public address (`key_set`), where it stands under its thumbprint (RFC 7638).
"""

from pembina.exchange.badges.credential import Achievement, Badge, BadgeStatus, Issuer, credential_of, hashed_identity
from pembina.exchange.badges.keeping import BadgeKeysError, installation_keys
from pembina.exchange.badges.keys import Jwk, key_set, new_key, public_key
from pembina.exchange.badges.signing import BadgeRefusedError, VerifiedBadge, sign_badge, verify_badge
from pembina.exchange.badges.status import LIST_SIZE, is_revoked_in, status_list

__all__ = [
    "LIST_SIZE",
    "Achievement",
    "Badge",
    "BadgeKeysError",
    "BadgeRefusedError",
    "BadgeStatus",
    "Issuer",
    "Jwk",
    "VerifiedBadge",
    "credential_of",
    "hashed_identity",
    "installation_keys",
    "is_revoked_in",
    "key_set",
    "new_key",
    "public_key",
    "sign_badge",
    "status_list",
    "verify_badge",
]
