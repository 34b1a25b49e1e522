"""The service-time ledger: one row for each request of a citizen, and its rests."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.services.enums import Channel, PauseReason
from pembina.domain.services.models.catalogue import PublicService


class ServiceRequest(models.Model):
    """One request (permohonan) as it was recorded. It names no applicant: `number` leads to the papers.

    An impossible request (ends before it starts, a placeholder date) is kept as it came, and `flaw` says why it is
    counted and listed but never measured. `promised` is the promise of the standard in force at receipt, as
    `PromisedTime.size`; 0 where there was none. `dates_only`: the hours were not recorded and stand at midnight.
    """

    service = models.ForeignKey(PublicService, models.PROTECT, related_name="requests", verbose_name=_("Layanan"))
    number = models.CharField(_("Nomor"), max_length=64)
    channel = models.CharField(_("Kanal"), max_length=8, choices=Channel.choices)
    received_at = models.DateTimeField(_("Diterima"), null=True, blank=True)
    ended_at = models.DateTimeField(_("Selesai"), null=True, blank=True)
    withdrawn = models.BooleanField(_("Ditarik"), default=False)
    dates_only = models.BooleanField(_("Hanya tanggal"), default=False)
    recorded_at = models.DateTimeField(_("Dicatat"))
    promised = models.BigIntegerField(default=0)
    flaw = models.CharField(_("Cacat data"), max_length=20, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Permohonan")
        indexes = [
            models.Index(fields=["service", "-received_at", "-id"], name="request_latest"),
            models.Index(fields=["service", "id"], condition=Q(ended_at__isnull=True), name="request_still_open"),
            models.Index(fields=["service", "id"], condition=~Q(flaw=""), name="request_impossible"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["service", "number"], name="request_number_once_a_service"),
            models.CheckConstraint(condition=~Q(number=""), name="request_is_numbered"),
            models.CheckConstraint(condition=Q(channel__in=Channel.values), name="request_channel_is_known"),
            models.CheckConstraint(
                condition=Q(withdrawn=False) | Q(ended_at__isnull=False), name="request_withdrawn_has_its_time"
            ),
            models.CheckConstraint(
                condition=Q(received_at__isnull=False) | ~Q(flaw=""), name="request_without_receipt_is_flawed"
            ),
            models.CheckConstraint(condition=Q(promised__gte=0), name="request_promise_is_not_negative"),
        ]

    def __str__(self) -> str:
        return self.number


class RequestPause(models.Model):
    """A stretch in which a request rested; without an end it still does."""

    request = models.ForeignKey(ServiceRequest, models.PROTECT, related_name="pauses", verbose_name=_("Permohonan"))
    began_at = models.DateTimeField(_("Mulai"))
    ended_at = models.DateTimeField(_("Berakhir"), null=True, blank=True)
    reason = models.CharField(_("Alasan"), max_length=12, choices=PauseReason.choices)

    class Meta:
        verbose_name = verbose_name_plural = _("Jeda")
        constraints = [
            models.UniqueConstraint(
                fields=["request"], condition=Q(ended_at__isnull=True), name="request_rests_once_at_a_time"
            ),
            models.CheckConstraint(condition=Q(reason__in=PauseReason.values), name="pause_reason_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.began_at}"
