"""Roles held by accounts: which, over what, from when until when."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.permissions import LOCAL, Permission, Scope
from pembina.domain.access.roles import EMPLOYEE, GRANTABLE, ROLES, Role
from pembina.domain.access.usernames import OFFICIAL_PREFIX, PARTNER_PREFIX


class RoleGrant(models.Model):
    """A role that an account holds, first and last day included; never deleted, so that it can be asked who held what.

    With a unit it reaches that unit and what lies below it, and allows only what follows the tree (`LOCAL`). The unit
    is named by a string: nothing here knows people, while the database keeps the reference whole (ADR 9).
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="role_grants", verbose_name=_("Akun")
    )
    role_code = models.CharField(
        _("Peran"), max_length=40, choices=[(role.code, role.name.id) for role in GRANTABLE.values()]
    )
    unit = models.ForeignKey(
        "people.Unit", models.PROTECT, null=True, blank=True, related_name="role_grants", verbose_name=_("Unit kerja")
    )
    starts_on = models.DateField(_("Mulai"))
    ends_on = models.DateField(_("Hari terakhir"), null=True, blank=True)
    # From this day on it does not hold, whatever was planned: what is taken back is gone at once.
    revoked_on = models.DateField(_("Dicabut"), null=True, blank=True)
    letter = models.CharField(_("Nomor surat"), max_length=100, blank=True)
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="granted_roles",
        verbose_name=_("Diberi oleh"),
    )

    class Meta:
        verbose_name = verbose_name_plural = _("Pemberian peran")
        indexes = [models.Index(fields=["role_code", "starts_on"], name="grant_of_role")]
        constraints = [
            models.CheckConstraint(condition=Q(role_code__in=list(GRANTABLE)), name="grant_role_is_known"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="grant_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(granted_by__isnull=True) | ~Q(granted_by=F("user")), name="grant_not_to_oneself"
            ),
            models.UniqueConstraint(
                fields=["user", "role_code"],
                condition=Q(unit__isnull=True, ends_on__isnull=True, revoked_on__isnull=True),
                name="grant_open_once",
            ),
            models.UniqueConstraint(
                fields=["user", "role_code", "unit"],
                condition=Q(ends_on__isnull=True, revoked_on__isnull=True),
                name="grant_open_once_in_unit",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role.name.id}, {self.starts_on:%Y-%m-%d}"

    @property
    def role(self) -> Role:
        """Return the role that is held."""
        return ROLES[self.role_code]

    def holds_on(self, day: date) -> bool:
        """Say whether the role is held on a day."""
        ended = self.ends_on is not None and self.ends_on < day
        revoked = self.revoked_on is not None and self.revoked_on <= day
        return self.starts_on <= day and not ended and not revoked


def holding_on(day: date, prefix: str = "") -> Q:
    """Return the condition that a grant, reached through `prefix`, holds on `day`."""
    began = Q(**{f"{prefix}starts_on__lte": day})
    lasting = Q(**{f"{prefix}ends_on__isnull": True}) | Q(**{f"{prefix}ends_on__gte": day})
    kept = Q(**{f"{prefix}revoked_on__isnull": True}) | Q(**{f"{prefix}revoked_on__gt": day})
    return began & lasting & kept


def holding(role_code: str, *, on: date) -> Q:
    """Return the condition that an account holds a role on a day; every civil servant is an employee."""
    if role_code == EMPLOYEE.code:
        return ~Q(username__startswith=PARTNER_PREFIX) & ~Q(username__startswith=OFFICIAL_PREFIX)
    held = RoleGrant.objects.filter(holding_on(on), role_code=role_code)
    return Q(pk__in=held.values("user"))


@dataclass(frozen=True, slots=True)
class Authority:
    """A role in force: what it allows here, and the number of the unit it is confined to, if it is."""

    role: Role
    unit_id: int | None = None

    @property
    def permissions(self) -> frozenset[Permission]:
        return self.role.permissions if self.unit_id is None else self.role.permissions & LOCAL

    @property
    def is_everywhere(self) -> bool:
        """Say whether it reaches the whole government."""
        return self.unit_id is None and self.role.scope is Scope.GOVERNMENT


# What every civil servant with an account holds without a grant.
OWN = Authority(EMPLOYEE)
