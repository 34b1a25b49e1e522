"""What a badge says: who awarded what to whom, and where it can be looked up.

The recipient is told by a salted hash (`IdentityObject` of Open Badges 3.0, section "Verify the Recipient Using an
Identifier"): who knows the number can check that the badge is its holder's. It keeps the number from being read,
indexed and joined up with others, not from being guessed: the salt stands beside it, and a NIP has few unknown digits,
so whoever holds a badge could try them all. A badge belongs into its holder's hands; the public page shows none of it.
"""

import hashlib
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

CONTEXTS = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)
SHORTEST_SALT = 16


@dataclass(frozen=True, slots=True)
class Issuer:
    """The government: `identity` is the https address of its profile, at which a verifier recognises it."""

    identity: str
    name: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Achievement:
    """What is awarded: `identity` is an address (URI); `kind` one of Open Badges, such as "CertificateOfCompletion".

    `hours` are learning hours (JP) that the whole has; `criteria` tells in words what must be done for it.
    """

    identity: str
    name: str
    description: str
    criteria: str
    kind: str = "CertificateOfCompletion"
    hours: int | float | None = None
    language: str = "id"


@dataclass(frozen=True, slots=True)
class BadgeStatus:
    """The place of a badge in the public list of revocations: the list's address, and its number there (from 0)."""

    list_address: str
    index: int


@dataclass(frozen=True, slots=True)
class Badge:
    """One award; moments are aware.

    Attributes
    ----------
    identity : the public address at which the certificate is verified; it is the credential's id
    recipient : the number of the person, of which only a salted hash enters the badge
    salt : random, of this badge alone
    result : what was reached, in words or figures; empty where nothing was measured
    """

    identity: str
    issuer: Issuer
    achievement: Achievement
    recipient: str
    salt: str
    valid_from: datetime
    valid_until: datetime | None = None
    awarded_at: datetime | None = None
    result: str = ""
    status: BadgeStatus | None = None


def hashed_identity(number: str, salt: str) -> str:
    """Return ``sha256$`` and the hash of number and salt in this order, as Open Badges defines an IdentityHash.

    Raises
    ------
    ValueError : the salt is too short to hide a number of 18 digits
    """
    if len(salt) < SHORTEST_SALT:
        raise ValueError(f"The salt needs at least {SHORTEST_SALT} letters")
    return "sha256$" + hashlib.sha256((number + salt).encode()).hexdigest()


def credential_of(badge: Badge) -> dict[str, Any]:
    """Return the unsigned credential. The same badge gives the same credential."""
    told: dict[str, Any] = {
        "@context": list(CONTEXTS),
        "id": badge.identity,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": _issuer(badge.issuer),
        "name": badge.achievement.name,
        "validFrom": instant(badge.valid_from),
        "credentialSubject": _subject(badge),
    }
    if badge.awarded_at:
        told["awardedDate"] = instant(badge.awarded_at)
    if badge.valid_until:
        told["validUntil"] = instant(badge.valid_until)
    if badge.status:
        told["credentialStatus"] = _status(badge.status)
    return told


def instant(moment: datetime) -> str:
    """Return a moment as the credential writes it, in UTC and whole seconds; `nbf` and `exp` say the same."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _issuer(issuer: Issuer) -> dict[str, Any]:
    told: dict[str, Any] = {"id": issuer.identity, "type": ["Profile"], "name": issuer.name}
    return told | {"url": issuer.address} if issuer.address else told


def _subject(badge: Badge) -> dict[str, Any]:
    """Return the recipient: known by the hash; the id is of this badge alone, so that badges do not join up."""
    told: dict[str, Any] = {
        "id": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, badge.identity + '#' + badge.salt)}",
        "type": ["AchievementSubject"],
        "identifier": [
            {
                "type": "IdentityObject",
                "hashed": True,
                "identityHash": hashed_identity(badge.recipient, badge.salt),
                # The list of kinds has none for the number of a civil servant; extensions begin with "ext:".
                "identityType": "ext:nip",
                "salt": badge.salt,
            }
        ],
        "achievement": _achievement(badge.achievement),
    }
    if badge.achievement.hours is not None:
        # "creditsEarned" is a number of the model; what it counts is said by the criteria.
        told["creditsEarned"] = badge.achievement.hours
    if badge.result:
        told["result"] = [{"type": ["Result"], "value": badge.result}]
    return told


def _achievement(achievement: Achievement) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": achievement.identity,
        "type": ["Achievement"],
        "achievementType": achievement.kind,
        "name": achievement.name,
        "description": achievement.description,
        "criteria": {"narrative": achievement.criteria},
        "inLanguage": achievement.language,
    }
    return told | {"creditsAvailable": achievement.hours} if achievement.hours is not None else told


def _status(status: BadgeStatus) -> dict[str, str]:
    return {
        "id": f"{status.list_address}#{status.index}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": str(status.index),
        "statusListCredential": status.list_address,
    }
