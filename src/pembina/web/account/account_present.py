"""Accounts as those who keep them see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import formats, timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pembina.domain.access.account_states import AccountState
from pembina.domain.access.invitations.models import Invitation
from pembina.domain.access.models import User
from pembina.domain.access.usernames import AccountKind
from pembina.web.components.formatting import MISSING, day, in_language

Shown = str | Promise
TONES = {
    AccountState.ACTIVE: "success",
    AccountState.INVITED: "info",
    AccountState.LAPSED: "warning",
    AccountState.CLOSED: "",
}


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account of the list."""

    address: str
    name: str
    number: str
    role: str
    state: Shown
    tone: str
    factor: str
    last_seen: str


@dataclass(frozen=True, slots=True)
class AccountPage:
    """One account, and what may be done about it."""

    name: str
    state: Shown
    tone: str
    facts: list[tuple[Shown, Shown]]
    invitations: list[tuple[Shown, Shown]]
    is_open: bool
    is_invited: bool
    is_secured: bool


def rows(accounts: Iterable[Any]) -> list[AccountRow]:
    return [_row(user) for user in accounts]


def _row(user: Any) -> AccountRow:
    return AccountRow(
        address=reverse("account:account", args=[user.pk]),
        name=user.display_name,
        number=user.username,
        role=roles_of(user),
        state=AccountState(user.state).label,
        tone=TONES[AccountState(user.state)],
        factor=factor_of(user),
        last_seen=moment(user.last_login),
    )


def roles_of(user: User) -> str:
    return ", ".join(in_language(role.name) for role in user.roles)


def factor_of(user: Any) -> str:
    if user.secured:
        return _("Terpasang")
    return _("Belum, padahal wajib") if user.needs_second_factor else _("Belum")


def present_account(user: Any, invitations: Iterable[Invitation], *, at: datetime) -> AccountPage:
    state = AccountState(user.state)
    facts: list[tuple[Shown, Shown]] = [
        (account_word(user), user.username),
        (_("Peran"), roles_of(user)),
        (_("Langkah kedua saat masuk"), factor_of(user)),
        (_("Terakhir masuk"), moment(user.last_login)),
    ]
    return AccountPage(
        name=user.display_name,
        state=state.label,
        tone=TONES[state],
        facts=facts,
        invitations=[_told(invitation, at) for invitation in invitations],
        is_open=user.is_active,
        is_invited=state == AccountState.INVITED,
        is_secured=user.secured,
    )


def account_word(user: User) -> str:
    """Return what the name of an account is called: a NIP where it is one."""
    return _("NIP") if user.kind is AccountKind.CIVIL_SERVANT else _("Nama akun")


def _told(invitation: Invitation, at: datetime) -> tuple[Shown, Shown]:
    when = moment(invitation.invited_at)
    by = invitation.invited_by.display_name if invitation.invited_by else _("sistem")
    given = _("%(means)s dari %(name)s") % {"means": invitation.get_means_display(), "name": by}
    return when, f"{given}: {_outcome(invitation, at)}"


def _outcome(invitation: Invitation, at: datetime) -> str:
    if invitation.used_at:
        return _("dipakai %s") % moment(invitation.used_at)
    if invitation.revoked_at:
        return _("dicabut %s") % moment(invitation.revoked_at)
    last = day(timezone.localdate(invitation.expires_at))
    return _("berlaku sampai %s") % last if invitation.is_open(at) else _("kedaluwarsa %s") % last


def moment(at: datetime | None) -> str:
    """Return a day and time as people read it, a dash where there was none."""
    return formats.date_format(timezone.localtime(at), "j F Y, H.i") if at else MISSING
