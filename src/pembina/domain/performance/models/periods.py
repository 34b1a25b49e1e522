"""A month, a quarter or a year whose performance is evaluated, and the days within which that is done."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.performance.enums import PeriodCycle


class EvaluationPeriod(models.Model):
    """One period of the whole government. `window_opens` to `window_ends` are the days of evaluating (both included):
    of a year by regulation, of a month or quarter as the agency has set them. `closed_at` ends it.
    """

    cycle = models.CharField(_("Siklus"), max_length=9, choices=PeriodCycle.choices)
    year = models.PositiveSmallIntegerField(_("Tahun"))
    number = models.PositiveSmallIntegerField(_("Bulan atau triwulan ke"), default=1)
    starts_on = models.DateField(_("Mulai"))
    ends_on = models.DateField(_("Hari terakhir"))
    window_opens = models.DateField(_("Evaluasi dibuka"))
    window_ends = models.DateField(_("Evaluasi paling lambat"))
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Dibuka oleh"))
    opened_at = models.DateTimeField(_("Dibuka"))
    closed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Ditutup oleh")
    )
    closed_at = models.DateTimeField(_("Ditutup"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Periode evaluasi kinerja")
        ordering = ("-ends_on", "-starts_on")
        constraints = [
            models.UniqueConstraint(fields=["cycle", "year", "number"], name="period_once"),
            models.CheckConstraint(
                condition=Q(cycle=PeriodCycle.MONTHLY, number__gte=1, number__lte=12)
                | Q(cycle=PeriodCycle.QUARTERLY, number__gte=1, number__lte=4)
                | Q(cycle=PeriodCycle.ANNUAL, number=1),
                name="period_number_fits_its_cycle",
            ),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="period_ends_after_start"),
            models.CheckConstraint(
                condition=Q(window_ends__gte=F("window_opens")) & Q(window_ends__gte=F("ends_on")),
                name="period_evaluated_after_its_end",
            ),
            models.CheckConstraint(
                condition=Q(closed_by__isnull=True, closed_at__isnull=True)
                | Q(closed_by__isnull=False, closed_at__isnull=False),
                name="period_closed_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """Return its name, such as Triwulan III 2026."""
        if self.cycle == PeriodCycle.ANNUAL:
            return str(self.year)
        if self.cycle == PeriodCycle.QUARTERLY:
            return f"Triwulan {('I', 'II', 'III', 'IV')[self.number - 1]} {self.year}"
        return f"{self.starts_on:%m/%Y}"
