"""When offices work. What names no unit holds for the whole government; a unit's own comes before it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.models import Unit
from pembina.domain.services.enums import ClosedDayKind


class ClosedDay(models.Model):
    """A day on which nothing is open. One that is `worked` is the reverse: the unit opens while others are closed."""

    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="closed_days", verbose_name=_("Unit kerja")
    )
    day = models.DateField(_("Tanggal"))
    name = models.CharField(_("Nama"), max_length=200)
    kind = models.CharField(_("Jenis"), max_length=16, choices=ClosedDayKind.choices)
    worked = models.BooleanField(_("Tetap buka"), default=False)

    class Meta:
        verbose_name = verbose_name_plural = _("Hari libur")
        constraints = [
            models.UniqueConstraint(fields=["unit", "day"], name="closed_day_once_a_unit"),
            models.UniqueConstraint(fields=["day"], condition=Q(unit__isnull=True), name="closed_day_once"),
            models.CheckConstraint(condition=Q(kind__in=ClosedDayKind.values), name="closed_day_kind_is_known"),
            models.CheckConstraint(condition=~Q(name=""), name="closed_day_is_named"),
            models.CheckConstraint(condition=Q(worked=False) | Q(unit__isnull=False), name="worked_day_has_its_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.name}"


class OfficeWeek(models.Model):
    """The usual hours from a day on, Monday first: seven lists of intervals written like ``07.30-12.00``.

    An empty `week` lets the unit follow the hours of those above again. What is `open_on_holidays` works through the
    closed days that were set further up, as an emergency room does; its own closed days still close it.
    """

    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="office_weeks", verbose_name=_("Unit kerja")
    )
    starts_on = models.DateField(_("Berlaku mulai"))
    week = models.JSONField(_("Jam kerja"))
    open_on_holidays = models.BooleanField(_("Tetap buka pada hari libur"), default=False)

    class Meta:
        verbose_name = verbose_name_plural = _("Jam kerja")
        constraints = [
            models.UniqueConstraint(fields=["unit", "starts_on"], name="office_week_once_a_day"),
            models.UniqueConstraint(
                fields=["starts_on"], condition=Q(unit__isnull=True), name="general_week_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.starts_on}"


class SpecialWeek(models.Model):
    """Days with other hours than usual, both included: Ramadan, a half day, an extra Saturday."""

    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="special_weeks", verbose_name=_("Unit kerja")
    )
    starts_on = models.DateField(_("Mulai"))
    ends_on = models.DateField(_("Sampai"))
    name = models.CharField(_("Nama"), max_length=200)
    week = models.JSONField(_("Jam kerja"))

    class Meta:
        verbose_name = verbose_name_plural = _("Jam kerja khusus")
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="special_week_ends_after_start"),
            models.CheckConstraint(condition=~Q(name=""), name="special_week_is_named"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.starts_on}"
