"""Accounts as those who keep them look at them: invited, in use, closed, and by what they are secured."""

from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Case, Exists, OuterRef, Q, QuerySet, TextChoices, Value, When
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.invitations.models import Invitation
from pembina.domain.access.models import User

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class AccountState(TextChoices):
    """Where an account stands on its way from being opened to being closed."""

    ACTIVE = "active", _("Dipakai")
    INVITED = "invited", _("Diundang")
    LAPSED = "lapsed", _("Undangan lewat")
    CLOSED = "closed", _("Ditutup")


def unclaimed() -> Q:
    """Return the condition that the holder has set no password yet."""
    return Q(password__startswith=UNUSABLE_PASSWORD_PREFIX)


def accounts(*, at: datetime) -> QuerySet[Any]:
    """Return all accounts (``User``), each with ``state`` and ``secured``: whether a second factor is set up."""
    waiting = Invitation.objects.filter(user=OuterRef("pk"), used_at=None, revoked_at=None, expires_at__gt=at)
    state = Case(
        When(is_active=False, then=Value(AccountState.CLOSED)),
        When(~unclaimed(), then=Value(AccountState.ACTIVE)),
        When(Exists(waiting), then=Value(AccountState.INVITED)),
        default=Value(AccountState.LAPSED),
    )
    secured = Authenticator.objects.filter(user=OuterRef("pk"), type__in=FACTORS)
    return User.objects.annotate(state=state, secured=Exists(secured)).prefetch_related("role_grants")
