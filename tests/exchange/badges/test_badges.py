"""A badge holds only as it was signed, by a key that we trust, in its days."""

import dataclasses
import hashlib
import hmac
from datetime import UTC, datetime, timedelta

import pytest

from exchange.badges.conftest import part, read
from pembina.exchange.badges import (
    BadgeRefusedError,
    hashed_identity,
    key_set,
    new_key,
    public_key,
    sign_badge,
    verify_badge,
)
from pembina.exchange.badges.credential import credential_of
from pembina.exchange.badges.keys import imported
from pembina.exchange.badges.signing import LONGEST_TOKEN, claims_of, sign

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def test_it_says_what_was_awarded(badge, key):
    found = verify_badge(sign_badge(badge, key), public_key(key), at=NOW)
    assert (found.identity, found.issuer, found.name) == (badge.identity, badge.issuer.identity, badge.achievement.name)
    assert (found.valid_from, found.valid_until) == (badge.valid_from, None)
    assert found.credential == credential_of(badge)
    assert found.credential["credentialSubject"]["creditsEarned"] == 24


def test_the_number_of_the_person_is_nowhere_in_it(badge, key):
    token = sign_badge(badge, key)
    assert badge.recipient not in "".join(str(read(each)) for each in token.split(".")[:2])
    (told,) = credential_of(badge)["credentialSubject"]["identifier"]
    assert told["identityHash"] == "sha256$" + hashlib.sha256((badge.recipient + told["salt"]).encode()).hexdigest()


def test_two_badges_of_one_person_do_not_join_up(badge):
    other = dataclasses.replace(badge, salt="9sKq2LmA01xxYtBB")
    ids = {credential_of(each)["credentialSubject"]["id"] for each in (badge, other)}
    hashes = {credential_of(each)["credentialSubject"]["identifier"][0]["identityHash"] for each in (badge, other)}
    assert len(ids) == len(hashes) == 2


def test_a_short_salt_is_refused(badge):
    with pytest.raises(ValueError, match="salt"):
        hashed_identity(badge.recipient, "deadsea")


def test_the_same_badge_is_the_same_token(badge, key):
    assert sign_badge(badge, key) == sign_badge(badge, key)


@pytest.mark.parametrize("position", [0, 1, 2])
def test_any_part_changed_is_refused(badge, key, position):
    parts = sign_badge(badge, key).split(".")
    for place in range(0, len(parts[position]), max(1, len(parts[position]) // 25)):
        changed = parts[position]
        other = "A" if changed[place] != "A" else "B"
        told = [*parts[:position], changed[:place] + other + changed[place + 1 :], *parts[position + 1 :]]
        with pytest.raises(BadgeRefusedError):
            verify_badge(".".join(told), public_key(key), at=NOW)


def test_a_stranger_s_key_in_the_header_is_not_trusted(badge, key):
    with pytest.raises(BadgeRefusedError, match="kunci"):
        verify_badge(sign_badge(badge, new_key()), public_key(key), at=NOW)


def test_a_header_with_another_key_than_the_one_that_signed_is_refused(badge, key):
    header = {"alg": "EdDSA", "typ": "JWT", "jwk": public_key(new_key())}
    said = f"{part(header)}.{part(claims_of(credential_of(badge)))}"
    token = f"{said}.{part(imported(key).private_key.sign(said.encode()))}"
    with pytest.raises(BadgeRefusedError):
        verify_badge(token, public_key(key), at=NOW)


def test_old_keys_are_trusted_while_they_stand_in_the_list(badge, key):
    assert verify_badge(sign_badge(badge, key), [public_key(new_key()), public_key(key)], at=NOW)


def test_no_signature_is_no_badge(badge, key):
    claims = part(claims_of(credential_of(badge)))
    for header in ({"alg": "none"}, {"alg": "NONE", "jwk": public_key(key)}, {"alg": "", "jwk": public_key(key)}):
        with pytest.raises(BadgeRefusedError):
            verify_badge(f"{part(header)}.{claims}.", public_key(key), at=NOW)


@pytest.mark.parametrize("alg", ["HS256", "HS512", "EdDSA"])
def test_the_public_key_is_no_secret_to_sign_with(badge, key, alg):
    said = f"{part({'alg': alg, 'jwk': public_key(key)})}.{part(claims_of(credential_of(badge)))}"
    for secret in (public_key(key)["x"].encode(), str(public_key(key)).encode()):
        mark = hmac.new(secret, said.encode(), hashlib.sha256).digest()
        with pytest.raises(BadgeRefusedError):
            verify_badge(f"{said}.{part(mark)}", public_key(key), at=NOW)


def test_it_holds_in_its_days_only(badge, key):
    ends = badge.valid_from + timedelta(days=365)
    token = sign_badge(dataclasses.replace(badge, valid_until=ends), key)
    assert verify_badge(token, public_key(key), at=ends).valid_until == ends
    for at, word in ((ends + timedelta(seconds=1), "habis"), (badge.valid_from - timedelta(seconds=1), "belum")):
        with pytest.raises(BadgeRefusedError, match=word):
            verify_badge(token, public_key(key), at=at)


@pytest.mark.parametrize(
    "change",
    [
        {"iss": "https://orang.lain/"}, {"jti": "https://orang.lain/"}, {"sub": "urn:x"}, {"nbf": 0},
        {"exp": 4102444800},
        {"validFrom": "kemarin"}, {"type": ["VerifiableCredential"]}, {"credentialSubject": "Sari"}, {"issuer": None},
        {"validUntil": "2030-01-01T00:00:00Z"}, {"type": 7},
    ],
)  # fmt: skip
def test_claims_that_disagree_are_refused_though_signed(badge, key, change):
    token = sign({**claims_of(credential_of(badge)), **change}, key)
    with pytest.raises(BadgeRefusedError):
        verify_badge(token, public_key(key), at=NOW)


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "....", "é.é.é", "A" * (LONGEST_TOKEN + 1), "[" * 999, "\0"])
def test_what_is_no_token_is_refused(key, token):
    with pytest.raises(BadgeRefusedError):
        verify_badge(token, public_key(key), at=NOW)


def test_the_published_keys_hold_no_secret(key):
    (told,) = key_set([key])["keys"]
    assert set(told) == {"kid", "kty", "crv", "x", "alg", "use"}
    assert public_key({**key, "name": "extra"}) == public_key(key)


def test_a_public_key_does_not_sign(badge, key):
    with pytest.raises(ValueError, match="public"):
        sign_badge(badge, public_key(key))


@pytest.mark.parametrize("key", [{}, {"kty": "oct", "k": "AAAA"}, {"kty": "OKP", "crv": "X25519", "x": "AAAA"}])
def test_another_kind_of_key_is_refused(key):
    with pytest.raises(ValueError, match="Ed25519"):
        public_key(key)
