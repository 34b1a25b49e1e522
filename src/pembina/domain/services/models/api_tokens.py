"""Programs that report requests by themselves: with what they prove who they are, and what they have reported."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.models import Unit
from pembina.domain.services.models.requests import ServiceRequest


class ApiToken(models.Model):
    """What one program of one unit shows. Only its hash is kept; `ending` lets people tell their tokens apart.

    What the program reports is recorded in the name of ``by``, who issued it and answers for it.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="api_tokens", verbose_name=_("Unit kerja"))
    name = models.CharField(_("Nama aplikasi"), max_length=100)
    digest = models.CharField(max_length=64, unique=True)
    ending = models.CharField(_("Empat huruf terakhir"), max_length=4)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="api_tokens", verbose_name=_("Dibuat oleh")
    )
    created_at = models.DateTimeField(_("Dibuat"))
    used_at = models.DateTimeField(_("Terakhir dipakai"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("Dicabut"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Token API")
        indexes = [models.Index(fields=["unit", "-created_at"], name="api_token_of_unit")]
        constraints = [models.CheckConstraint(condition=~Q(name="") & ~Q(digest=""), name="api_token_is_named")]

    def __str__(self) -> str:
        return f"{self.name} …{self.ending}"


class ReportedEvent(models.Model):
    """One event that a program has reported, by the key that the program gave it: a repeat changes nothing."""

    token = models.ForeignKey(ApiToken, models.PROTECT, related_name="events", db_index=False)
    key = models.CharField(max_length=100)
    digest = models.CharField(max_length=64)
    request = models.ForeignKey(ServiceRequest, models.CASCADE, related_name="+")
    event = models.CharField(max_length=10)
    at = models.DateTimeField()

    class Meta:
        verbose_name = verbose_name_plural = _("Kejadian dari aplikasi")
        indexes = [models.Index(fields=["token", "at"], name="reported_lately")]
        constraints = [models.UniqueConstraint(fields=["token", "key"], name="reported_once_a_key")]

    def __str__(self) -> str:
        return f"{self.event} {self.key}"
