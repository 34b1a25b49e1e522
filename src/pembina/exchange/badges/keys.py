"""Keys for badges: Ed25519 (RFC 8037), as JSON Web Keys named by their thumbprint (RFC 7638)."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from joserfc.jwk import OKPKey

Jwk = Mapping[str, str]
CURVE: Literal["Ed25519"] = "Ed25519"
ALGORITHM = "EdDSA"


def new_key() -> dict[str, str]:
    """Return a new private key as JWK; its ``d`` is the secret, to be stored like a password."""
    return _named(OKPKey.generate_key(CURVE), private=True)


def public_key(key: Jwk) -> dict[str, str]:
    """Return the public part of a key, whatever else the mapping holds.

    Raises
    ------
    ValueError : no Ed25519 key
    """
    return _named(imported(key), private=False)


def key_set(keys: Iterable[Jwk]) -> dict[str, list[dict[str, str]]]:
    """Return the JWKS document for a public address: the public parts only, old keys too while their badges live."""
    return {"keys": [{**public_key(key), "alg": ALGORITHM, "use": "sig"} for key in keys]}


def imported(key: Jwk) -> OKPKey:
    """Return the key for signing or verifying.

    Raises
    ------
    ValueError : no Ed25519 key
    """
    # Neither "use" nor "alg" of the mapping decides anything here.
    wanted: dict[str, Any] = {name: key[name] for name in ("kty", "crv", "x", "d") if name in key}
    if wanted.get("kty") != "OKP" or wanted.get("crv") != CURVE or not wanted.get("x"):
        raise ValueError("This is no Ed25519 key")
    return OKPKey.import_key(wanted)


def _named(key: OKPKey, *, private: bool) -> dict[str, str]:
    told = {name: str(value) for name, value in key.as_dict(private=private).items()}
    wanted = ("kty", "crv", "x", "d") if private else ("kty", "crv", "x")
    return {"kid": key.thumbprint()} | {name: told[name] for name in wanted}
