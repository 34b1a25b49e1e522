"""Who may sign in, and the failures that slow a guesser down."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.permissions import Permission
from pembina.domain.access.roles import EMPLOYEE, ROLES, Role

NIP_LENGTH = 18
nip_validator = RegexValidator(rf"^[0-9]{{{NIP_LENGTH}}}\Z", _("NIP terdiri atas 18 angka."))


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

    username = models.CharField(_("NIP"), max_length=NIP_LENGTH, unique=True, validators=[nip_validator])
    display_name = models.CharField(_("Nama"), max_length=200)
    role_code = models.CharField(
        _("Peran"),
        max_length=40,
        choices=[(role.code, role.name.id) for role in ROLES.values()],
        default=EMPLOYEE.code,
    )
    is_active = models.BooleanField(_("Aktif"), default=True)

    objects = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["display_name"]

    class Meta:
        verbose_name = _("Akun")
        verbose_name_plural = _("Akun")
        constraints = [
            models.CheckConstraint(condition=Exact(Length("username"), NIP_LENGTH), name="user_nip_has_18_digits"),
            models.CheckConstraint(condition=models.Q(role_code__in=list(ROLES)), name="user_role_is_known"),
        ]

    def __str__(self) -> str:
        return self.display_name

    @property
    def role(self) -> Role:
        """Return the role this account holds."""
        return ROLES[self.role_code]

    def may(self, permission: Permission) -> bool:
        """Say whether this account is in use and its role allows ``permission`` somewhere in its scope."""
        return self.is_active and permission in self.role.permissions


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
