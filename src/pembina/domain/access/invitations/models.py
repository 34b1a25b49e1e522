"""Invitations, as they are kept: of the code only a keyed hash."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Means(models.TextChoices):
    """How the code reaches its holder; paper takes longer and may wait longer."""

    LINK = "link", _("Tautan")
    LETTER = "letter", _("Surat")


class Invitation(models.Model):
    """Leave to set the password of one account, once, before it expires."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="invitations", verbose_name=_("Akun")
    )
    code_hash = models.CharField(max_length=64, unique=True, editable=False)
    means = models.CharField(_("Cara"), max_length=6, choices=Means.choices)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("Diundang oleh")
    )
    invited_at = models.DateTimeField(_("Diundang"))
    expires_at = models.DateTimeField(_("Berlaku sampai"))
    used_at = models.DateTimeField(_("Dipakai"), null=True)
    revoked_at = models.DateTimeField(_("Dicabut"), null=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Undangan")
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(used_at=None, revoked_at=None), name="invitation_open_once"
            ),
            models.CheckConstraint(condition=Q(expires_at__gt=F("invited_at")), name="invitation_lasts"),
            models.CheckConstraint(condition=Q(used_at=None) | Q(revoked_at=None), name="invitation_used_or_revoked"),
            models.CheckConstraint(condition=Q(means__in=Means.values), name="invitation_means_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.get_means_display()}, {self.invited_at:%Y-%m-%d}"

    def is_open(self, at: datetime) -> bool:
        """Say whether the code still works."""
        return self.used_at is None and self.revoked_at is None and self.expires_at > at
