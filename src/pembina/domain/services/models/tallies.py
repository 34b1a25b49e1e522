"""What each month of a service keeps of its requests, so that figures need not read the requests again."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.services.enums import Measure, RecountState
from pembina.domain.services.models.catalogue import PublicService


class TallyBasis(models.Model):
    """By what the tallies of a service were counted, and whether they still hold.

    `calendar` is the digest of the working calendar: where the calendar of today has another, the months have to be
    counted again. Whoever writes requests locks this row first. `writes` counts what was written while the months
    were not counted, so that a recount knows whether it has seen everything.
    """

    service = models.OneToOneField(
        PublicService, models.PROTECT, primary_key=True, related_name="tally_basis", verbose_name=_("Layanan")
    )
    measure = models.CharField(_("Ukuran"), max_length=16, choices=Measure.choices)
    calendar = models.CharField(max_length=64, blank=True)
    state = models.CharField(_("Keadaan"), max_length=12, choices=RecountState.choices, default=RecountState.COUNTED)
    writes = models.PositiveBigIntegerField(default=0)
    progress_done = models.PositiveIntegerField(default=0)
    progress_total = models.PositiveIntegerField(default=0)
    touched_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Dasar hitungan waktu layanan")
        constraints = [
            models.CheckConstraint(condition=Q(measure__in=Measure.values), name="tally_measure_is_known"),
            models.CheckConstraint(condition=Q(state__in=RecountState.values), name="recount_state_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.service_id} {self.measure}"


class MonthlyTally(models.Model):
    """One service in one month: a `core.rules.service_time.Cell`, packed by `domain.services.tally_cells`.

    `month` is twelve times the year plus the month from 0; month 0 holds what has no possible receipt. What is still
    open stands apart, since the backlog of a month asks every earlier month for it and for nothing else.
    """

    service = models.ForeignKey(PublicService, models.PROTECT, related_name="tallies", verbose_name=_("Layanan"))
    month = models.PositiveIntegerField(_("Bulan"))
    promised = models.PositiveBigIntegerField(_("Berstandar"))
    within = models.PositiveBigIntegerField(_("Sesuai standar"))
    completions = models.PositiveBigIntegerField(_("Selesai"))
    withdrawals = models.PositiveBigIntegerField(_("Ditarik"))
    still_open = models.PositiveBigIntegerField(_("Masih terbuka"))
    opened = models.BinaryField()
    ended = models.BinaryField()

    class Meta:
        verbose_name = verbose_name_plural = _("Hitungan bulanan layanan")
        constraints = [
            models.UniqueConstraint(fields=["service", "month"], name="tally_once_a_month"),
            models.CheckConstraint(condition=Q(within__lte=models.F("promised")), name="tally_within_is_part"),
        ]

    def __str__(self) -> str:
        return f"{self.service_id} {self.month}"
