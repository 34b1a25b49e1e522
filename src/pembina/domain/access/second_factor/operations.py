"""Setting a second factor up, showing it, renewing and taking it away."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.db import transaction
from django.db.models import QuerySet

from pembina.core.text import Text
from pembina.domain.access.audit import one_event, record
from pembina.domain.access.authority import require_authority_over
from pembina.domain.access.brake import AttemptRefusedError, Guess, count_attempt, forget_attempts
from pembina.domain.access.models import User
from pembina.domain.access.refusals import RefusedError
from pembina.domain.access.second_factor.adapter import FactorAdapter
from pembina.domain.access.second_factor.codes import step_of

TYPE = Authenticator.Type
# What can be shown by itself; recovery codes only stand in for these.
FACTORS = (TYPE.TOTP, TYPE.WEBAUTHN)


class WrongCodeError(AttemptRefusedError):
    """Neither the code of the moment nor an unused recovery code."""

    message = Text(
        id="Kode tidak cocok. Pakai kode terbaru di aplikasi Anda, atau satu kode pemulihan yang belum dipakai.",
        en="The code does not match. Use the latest one in your app, or a recovery code not used yet.",
    )


class FactorRequiredError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Peran Anda mewajibkan langkah kedua.", en="Your role requires a second step."),
            Text(
                id="Pasang penggantinya lebih dahulu, lalu hapus yang ini.",
                en="Set up another first, then remove this.",
            ),
        )


def factors_of(user: User) -> QuerySet[Authenticator]:
    """Return what a user can show, recovery codes left out."""
    factors: QuerySet[Authenticator] = Authenticator.objects.filter(user=user, type__in=FACTORS)
    return factors.order_by("created_at", "pk")


def show_second_factor(*, user: User, code: str, address: str | None, at: datetime) -> Authenticator:
    """Return the factor that `code` proves; a code works once.

    Raises ``TooManyAttemptsError`` without looking at the code, or ``WrongCodeError``.
    """
    attempt = count_attempt(Guess.SECOND_FACTOR, at_account=user.username, address=address, at=at)
    shown = _factor_opened_by(user, code, at)
    if shown is None:
        record("second_factor_refused", on=user, by=None, at=at, address=address)
        raise WrongCodeError
    forget_attempts(attempt)
    return shown


def set_up_totp(*, of: User, secret: str, code: str, at: datetime, keeping: str | None = None) -> None:
    """Let the phone that shares `secret` be the second factor from now on, in place of an earlier one.

    Every session but the one with the key ``keeping`` ends: it was begun without this factor.
    """
    step = step_of(secret, code, at=at)
    if step is None:
        raise WrongCodeError
    with one_event():
        Authenticator.objects.filter(user=of, type=TYPE.TOTP).delete()
        authenticator = TOTP.activate(of, secret).instance
        authenticator.data["last_step"] = step
        authenticator.save(update_fields=["data"])
        RecoveryCodes.activate(of)
        of.sessions.exclude(pk=keeping).delete()
        record("set_up_totp", on=of, by=of, at=at, changes={"second_factor": ("", "totp")})


def remove_factor(*, of: User, pk: int, at: datetime) -> None:
    """Take one of one's own factors away; the last one only where the role does not require any."""
    with one_event():
        factors = factors_of(of)
        going = factors.get(pk=pk)
        if of.needs_second_factor and factors.count() == 1:
            raise FactorRequiredError
        going.delete()
        if not factors.exists():
            Authenticator.objects.filter(user=of).delete()
        record("remove_second_factor", on=of, by=of, at=at, changes={"second_factor": (str(going.type), "")})


def add_passkey(
    *, of: User, name: str, credential: dict[str, object], at: datetime, keeping: str | None = None
) -> None:
    """Keep a passkey whose registration was verified; other sessions end as in `set_up_totp`."""
    with one_event():
        WebAuthn.add(of, name, credential)
        RecoveryCodes.activate(of)
        of.sessions.exclude(pk=keeping).delete()
        record("add_passkey", on=of, by=of, at=at, changes={"second_factor": ("", f"webauthn: {name}")})


def recovery_codes_of(user: User) -> list[str]:
    """Return the recovery codes that were not used yet."""
    kept = Authenticator.objects.filter(user=user, type=TYPE.RECOVERY_CODES).first()
    return RecoveryCodes(kept).get_unused_codes() if kept else []


def renew_recovery_codes(*, of: User, at: datetime) -> None:
    """Give a user new recovery codes; the old ones stop working."""
    with one_event():
        Authenticator.objects.filter(user=of, type=TYPE.RECOVERY_CODES).delete()
        RecoveryCodes.activate(of)
        record("renew_recovery_codes", on=of, by=of, at=at, changes={"second_factor": ("***", "***")})


def reset_second_factor(*, of: User, by: User, at: datetime) -> None:
    """Take all factors of somebody who lost them; where the role requires one it is set up at the next sign-in."""
    require_authority_over(of, by=by)
    with one_event():
        had = Authenticator.objects.filter(user=of)
        kinds = ", ".join(sorted({str(each.type) for each in had}))
        had.delete()
        of.sessions.all().delete()
        record("reset_second_factor", on=of, by=by, at=at, changes={"second_factor": (kinds, "")})


def _factor_opened_by(user: User, code: str, at: datetime) -> Authenticator | None:
    with transaction.atomic():
        kept = Authenticator.objects.select_for_update().filter(user=user)
        totp = kept.filter(type=TYPE.TOTP).first()
        if totp is not None and _takes(totp, code, at=at):
            return totp
        recovery = kept.filter(type=TYPE.RECOVERY_CODES).first()
        return recovery if recovery is not None and RecoveryCodes(recovery).validate_code(code) else None


def _takes(totp: Authenticator, code: str, *, at: datetime) -> bool:
    """Say whether a code is right and newer than the last one taken: a code seen over a shoulder opens nothing."""
    step = step_of(FactorAdapter().decrypt(totp.data["secret"]), code, at=at)
    if step is None or step <= totp.data.get("last_step", -1):
        return False
    totp.data["last_step"] = step
    totp.save(update_fields=["data"])
    return True
