"""What a government has set for a form of development instead of the table of the rule, from one day to another."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.development.enums import EquivalentUnit


class OwnLearningForm(models.Model):
    """One entry, first and last day included; `form` is the official number (SIASN `jenisDiklat`).

    Without `jp_per_unit` the form counts by certificate or length only. `is_classical` is empty where the answer of the
    catalogue stays. Two entries for one form never overlap.
    """

    form = models.PositiveSmallIntegerField(_("Bentuk pengembangan"))
    starts_on = models.DateField(_("Berlaku mulai"))
    ends_on = models.DateField(_("Berlaku sampai"), null=True, blank=True)
    jp_per_unit = models.DecimalField(_("JP per satuan"), max_digits=6, decimal_places=2, null=True, blank=True)
    unit = models.CharField(_("Satuan"), max_length=8, choices=EquivalentUnit.choices, blank=True)
    max_per_activity = models.DecimalField(
        _("Paling banyak per kegiatan (JP)"), max_digits=6, decimal_places=2, null=True, blank=True
    )
    max_per_year = models.DecimalField(
        _("Paling banyak setahun (JP)"), max_digits=6, decimal_places=2, null=True, blank=True
    )
    is_classical = models.BooleanField(_("Klasikal"), null=True, blank=True)
    decree = models.CharField(_("Dasar penetapan"), max_length=200)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Ditetapkan oleh"))
    made_at = models.DateTimeField(_("Dicatat"))

    class Meta:
        verbose_name = verbose_name_plural = _("Ketetapan JP sendiri")
        ordering = ("form", "starts_on")
        constraints = [
            models.CheckConstraint(condition=Q(form__gte=1) & ~Q(decree=""), name="own_form_has_its_ground"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="own_form_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(jp_per_unit__isnull=True, unit="", max_per_activity__isnull=True, max_per_year__isnull=True)
                | Q(jp_per_unit__gt=Decimal(0), unit__in=EquivalentUnit.values),
                name="own_form_counts_by_a_unit",
            ),
            models.CheckConstraint(
                condition=(Q(max_per_activity__isnull=True) | Q(max_per_activity__gt=Decimal(0)))
                & (Q(max_per_year__isnull=True) | Q(max_per_year__gt=Decimal(0))),
                name="own_form_bounds_are_hours",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.form} {self.starts_on}"
