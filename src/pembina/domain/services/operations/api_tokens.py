"""Tokens of programs are issued and revoked; the secret itself is shown once and never kept."""

import hashlib
from datetime import datetime, timedelta

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.people.models import Unit
from pembina.domain.services.api_refusals import TokenNameMissingError
from pembina.domain.services.models import ApiToken

PREFIX = "pembina_"
# A use is noted once an hour: one write for every event would double the work of the database.
NOTED_EVERY = timedelta(hours=1)


def issue_token(*, unit: Unit, name: str, secret: str, by: User, at: datetime) -> ApiToken:
    """Let a program that shows `secret` report requests of a unit and those below it, in the name of `by`."""
    name = name.strip()
    if not name:
        raise TokenNameMissingError
    with one_event():
        token = ApiToken(unit=unit, name=name, digest=digest_of(secret), ending=secret[-4:], by=by, created_at=at)
        token.full_clean(validate_constraints=False)
        token.save()
        changes = {"name": ("", name), "unit": ("", unit.code)}
        record("issue_api_token", on=token, by=by, at=at, changes=changes, created=True)
    return token


def revoke_token(*, token: ApiToken, by: User, at: datetime) -> None:
    """Refuse the program from now on; done twice it changes nothing."""
    with one_event():
        if ApiToken.objects.filter(pk=token.pk, revoked_at__isnull=True).update(revoked_at=at):
            record("revoke_api_token", on=token, by=by, at=at, changes={"revoked_at": ("", at.isoformat())})


def note_use(token: ApiToken, *, at: datetime) -> None:
    """Let people see whether a token is still in use."""
    if token.used_at is None or at - token.used_at > NOTED_EVERY:
        ApiToken.objects.filter(pk=token.pk).update(used_at=at)


def token_of(secret: str) -> ApiToken | None:
    """Return the token that somebody shows, None for an unknown or revoked one, or one whose issuer left.

    A plain hash is enough: a secret has 256 random bits, and nobody can try those out.
    """
    found = ApiToken.objects.select_related("unit", "by").filter(digest=digest_of(secret), revoked_at__isnull=True)
    token = found.first()
    return token if token is not None and token.by.is_active else None


def digest_of(secret: str) -> str:
    """Return what is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()
