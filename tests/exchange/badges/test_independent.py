"""Others verify our badges: the library openbadgeslib, the bare arithmetic of Ed25519, and the published components."""

import base64
import dataclasses
import json
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from openbadgeslib.ob3 import OB3VerificationError, OB3Verifier

from exchange.badges.conftest import part, read
from needed import shared
from pembina.exchange.badges import (
    LIST_SIZE,
    BadgeRefusedError,
    credential_of,
    is_revoked_in,
    public_key,
    sign_badge,
    status_list,
    verify_badge,
)
from pembina.exchange.badges.signing import sign

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def bare(written):
    return base64.urlsafe_b64decode(written + "=" * (-len(written) % 4))


@pytest.fixture
def verifier(key):
    public = Ed25519PublicKey.from_public_bytes(bare(public_key(key)["x"]))
    return OB3Verifier(public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))


def test_another_library_reads_the_same(badge, key, verifier):
    found = verifier.verify(sign_badge(badge, key))
    assert (found.id, found.issuer.id, found.achievement.name) == (
        badge.identity, badge.issuer.identity, badge.achievement.name
    )  # fmt: skip
    assert (found.issuance_date, found.credits_earned) == (badge.valid_from, 24)
    (identifier,) = found.identifiers
    assert (identifier.hashed, identifier.salt) == (True, badge.salt)
    assert [result.value for result in found.results] == ["86"]


def test_another_library_refuses_what_was_changed(badge, key, verifier):
    header, claims, mark = sign_badge(badge, key).split(".")
    changed = read(claims) | {"name": "Direktur"}
    with pytest.raises(OB3VerificationError):
        verifier.verify(f"{header}.{part(changed)}.{mark}")


def test_another_library_sees_the_end_of_its_days(badge, key, verifier):
    begun = badge.valid_from - timedelta(days=400)
    past = dataclasses.replace(badge, valid_from=begun, valid_until=begun + timedelta(days=100))
    with pytest.raises(OB3VerificationError):
        verifier.verify(sign_badge(past, key))


@pytest.mark.parametrize(("revoked", "holds"), [([], True), ([4710, 4712], True), ([0, 4711], False)])
def test_another_library_reads_the_list_of_revocations(badge, key, verifier, revoked, holds):
    token = status_list(badge.status.list_address, badge.issuer.identity, revoked, key, at=badge.valid_from)
    found = verifier.verify(sign_badge(badge, key))
    ask = {"verify_list": True, "download": lambda address: {badge.status.list_address: token}[address].encode()}
    if holds:
        verifier.check_status(found, **ask)
    else:
        with pytest.raises(OB3VerificationError):
            verifier.check_status(found, **ask)
    assert is_revoked_in(token, badge.status.index, [public_key(key)]) is not holds


def test_a_long_list_of_revocations_still_goes(key):
    scattered = [place * place % LIST_SIZE for place in range(0, 60_000, 7)]
    token = status_list("https://contoh.go.id/s/", "https://contoh.go.id/", scattered, key, at=NOW)
    assert is_revoked_in(token, scattered[-1], [public_key(key)])


@pytest.mark.parametrize("index", [-1, LIST_SIZE])
def test_a_number_outside_the_list_is_refused(key, index):
    with pytest.raises(ValueError, match="list"):
        status_list("https://contoh.go.id/s/", "https://contoh.go.id/", [index], key, at=NOW)


def test_a_badge_is_no_list_and_a_list_no_badge(badge, key):
    token = status_list("https://contoh.go.id/s/", "https://contoh.go.id/", [1], key, at=NOW)
    with pytest.raises(BadgeRefusedError):
        verify_badge(token, public_key(key), at=NOW)
    for other, index in ((sign_badge(badge, key), 1), (token, LIST_SIZE), (token, -1)):
        with pytest.raises(BadgeRefusedError, match="daftar"):
            is_revoked_in(other, index, [public_key(key)])


def test_the_key_in_the_header_verifies_without_our_server(badge, key):
    header, claims, mark = sign_badge(badge, key).split(".")
    told = read(header)
    assert set(told) == {"alg", "typ", "jwk"}
    assert (told["alg"], told["jwk"]) == ("EdDSA", public_key(key))
    public = Ed25519PublicKey.from_public_bytes(bare(told["jwk"]["x"]))
    public.verify(bare(mark), f"{header}.{claims}".encode())
    with pytest.raises(InvalidSignature):
        public.verify(bare(mark), f"{header}.{claims}x".encode())


def test_components_of_older_badges_are_no_badges_of_ours(key):
    """Each published document of Open Badges 0.5 to 2.0, signed by our own key, says something else than version 3."""
    files = sorted(shared("openbadges_components").glob("[0-2]_*.json"))
    assert len(files) >= 13
    for file in files:
        with pytest.raises(BadgeRefusedError, match=r"3\.0"):
            verify_badge(sign(json.loads(file.read_text("utf-8")), key), public_key(key), at=NOW)


def test_what_a_published_badge_tells_ours_tells_too(badge):
    """The members that the published version 2 gives to recipient, badge and issuer, under their names of version 3."""
    folder = shared("openbadges_components")
    award, kind, issuer = (
        json.loads((folder / f"2_0_basic_{name}.json").read_text("utf-8"))
        for name in ("assertion", "badgeclass", "issuer")
    )
    ours = credential_of(badge)
    (identifier,) = ours["credentialSubject"]["identifier"]
    assert {"type", "hashed", "salt"} <= set(award["recipient"]) & set(identifier)
    assert len(award["recipient"]["identity"]) == len(identifier["identityHash"])
    assert identifier["identityHash"].startswith(award["recipient"]["identity"][:7])
    assert {"id", "type", "name", "description", "criteria"} <= set(kind) & set(
        ours["credentialSubject"]["achievement"]
    )
    assert {"id", "type", "name", "url"} <= set(issuer) & set(ours["issuer"])
