"""Who may sign in, and the failures that slow a guesser down."""

from datetime import date
from functools import cached_property
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.chain.models import ChainEntry
from pembina.domain.access.events import AuditEvent
from pembina.domain.access.invitations.models import Invitation
from pembina.domain.access.permissions import Permission
from pembina.domain.access.role_grants import OWN, Authority, RoleGrant
from pembina.domain.access.roles import EMPLOYEE, ROLES, Role
from pembina.domain.access.sessions.models import SignedInSession
from pembina.domain.access.usernames import (
    LONGEST,
    NIP_LENGTH,
    OFFICIAL_PREFIX,
    PARTNER_PREFIX,
    AccountKind,
    kind_of,
    username_validator,
)

__all__ = [
    "AuditEvent",
    "ChainEntry",
    "Invitation",
    "RoleGrant",
    "SignInAttempt",
    "SignedInSession",
    "User",
    "UserManager",
]


class UserManager(BaseUserManager["User"]):
    """Django's own commands and test clients make accounts through this manager."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "User":
        """Return a new saved account; without a password nobody can sign in to it."""
        user = self.model(username=username, **fields)
        user.set_password(password)
        user.full_clean()
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """An account. Who the person is, apart from the name shown, is kept in the records of people."""

    username = models.CharField(_("NIP"), max_length=LONGEST, unique=True, validators=[username_validator])
    display_name = models.CharField(_("Nama"), max_length=200)
    is_active = models.BooleanField(_("Aktif"), default=True)

    objects = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["display_name"]

    class Meta:
        verbose_name = _("Akun")
        verbose_name_plural = _("Akun")
        constraints = [
            models.CheckConstraint(
                condition=Q(Exact(Length("username"), NIP_LENGTH))
                | Q(username__startswith=PARTNER_PREFIX)
                | Q(username__startswith=OFFICIAL_PREFIX),
                name="user_is_named_by_nip_or_kind",
            ),
        ]

    def __str__(self) -> str:
        return self.display_name

    @property
    def kind(self) -> AccountKind:
        """Return whose account it is, as its name tells."""
        return kind_of(self.username)

    @cached_property
    def grants(self) -> tuple[RoleGrant, ...]:
        """Return all grants of this account, of any day: one query for as long as the object lives, a request."""
        return tuple(self.role_grants.all()) if self.pk else ()

    def refresh_from_db(self, *args: Any, **fields: Any) -> None:
        self.__dict__.pop("grants", None)
        super().refresh_from_db(*args, **fields)

    def authorities(self, *, on: date) -> tuple[Authority, ...]:
        """Return the roles in force on a day, each with the unit it is confined to; none for an account out of use."""
        if not self.is_active:
            return ()
        own = (OWN,) if self.kind is AccountKind.CIVIL_SERVANT else ()
        return own + tuple(Authority(grant.role, grant.unit_id) for grant in self.grants if grant.holds_on(on))

    @property
    def appointed_to(self) -> tuple[Role, ...]:
        """Return the roles granted for today or later, of a closed account too: what taking it over gives."""
        today = timezone.localdate()
        lasting = (grant for grant in self.grants if grant.holds_on(max(today, grant.starts_on)))
        return tuple(dict.fromkeys(grant.role for grant in lasting))

    @property
    def roles(self) -> tuple[Role, ...]:
        """Return the roles held today, each once, that of an employee first."""
        return tuple(dict.fromkeys(authority.role for authority in self.authorities(on=timezone.localdate())))

    @property
    def role(self) -> Role | None:
        """Return the one role to name where there is room for one: the last in the order of `ROLES`."""
        held = self.roles
        return next((role for role in reversed(ROLES.values()) if role in held), None)

    def acting_as(self, *, on: date) -> str:
        """Return the codes of the roles held on a day, as the audit trail keeps them; employee if no other."""
        codes = dict.fromkeys(authority.role.code for authority in self.authorities(on=on))
        return " ".join(code for code in codes if code != EMPLOYEE.code) or " ".join(codes)

    @property
    def needs_second_factor(self) -> bool:
        """Say whether a password alone is too little for what this account may do."""
        return any(role.needs_second_factor for role in self.roles)

    def may(self, permission: Permission, *, on: date | None = None) -> bool:
        """Say whether one of the roles in force allows ``permission`` somewhere in its reach.

        Without a day that is today: the access line of a page asks about now.
        """
        day = on or timezone.localdate()
        return any(permission in authority.permissions for authority in self.authorities(on=day))


class SignInAttempt(models.Model):
    """A sign-in that has not succeeded. A fingerprint of the account, not the NIP: people type passwords there."""

    account = models.CharField(max_length=64)
    address = models.GenericIPAddressField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["account", "at"], name="attempt_account_at"),
            models.Index(fields=["address", "at"], name="attempt_address_at"),
        ]

    def __str__(self) -> str:
        return f"{self.address} {self.at:%Y-%m-%d %H:%M}"
