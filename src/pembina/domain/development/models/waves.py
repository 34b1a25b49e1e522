"""Which units begin when, as planned and as it happened."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.development.models.programmes import Programme
from pembina.domain.people.models import Unit


class Wave(models.Model):
    """One wave. `planned_on` is the start first planned and never moves; `due_on` is the start expected now."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="waves", verbose_name=_("Program pembinaan"))
    number = models.PositiveSmallIntegerField(_("Gelombang"))
    planned_on = models.DateField(_("Rencana semula"))
    due_on = models.DateField(_("Rencana sekarang"))
    started_on = models.DateField(_("Mulai sebenarnya"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Gelombang")
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(fields=["programme", "number"], name="wave_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="wave_numbers_begin_at_one"),
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} #{self.number}"


class WaveSlip(models.Model):
    """One change of the expected start: from which day to which, and why."""

    wave = models.ForeignKey(Wave, models.PROTECT, related_name="slips", verbose_name=_("Gelombang"))
    from_day = models.DateField(_("Dari"))
    to_day = models.DateField(_("Ke"))
    reason = models.TextField(_("Alasan"), max_length=2_000)
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Dicatat oleh"))
    noted_at = models.DateTimeField(_("Dicatat"))

    class Meta:
        verbose_name = verbose_name_plural = _("Pergeseran gelombang")
        ordering = ("-noted_at", "-pk")
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="wave_slip_says_why"),
            models.CheckConstraint(condition=~Q(from_day=F("to_day")), name="wave_slip_moves"),
        ]

    def __str__(self) -> str:
        return f"{self.wave_id}: {self.from_day} > {self.to_day}"


class WaveUnit(models.Model):
    """A unit in a wave; in one wave of a programme only. One that left keeps its row: who was planned stays known.

    `programme` repeats that of the wave, so that the database itself refuses a unit in two waves.
    """

    programme = models.ForeignKey(
        Programme, models.PROTECT, related_name="wave_units", verbose_name=_("Program pembinaan")
    )
    wave = models.ForeignKey(Wave, models.PROTECT, related_name="units", verbose_name=_("Gelombang"))
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="wave_units", verbose_name=_("Unit kerja"))
    started_on = models.DateField(_("Mulai sebenarnya"), null=True, blank=True)
    left_on = models.DateField(_("Keluar pada"), null=True, blank=True)
    leave_reason = models.CharField(_("Alasan keluar"), max_length=500, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Unit dalam gelombang")
        constraints = [
            models.UniqueConstraint(fields=["programme", "unit"], name="unit_in_one_wave_of_a_programme"),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True, leave_reason="") | Q(left_on__isnull=False) & ~Q(leave_reason=""),
                name="wave_unit_left_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.wave_id} {self.unit_id}"
