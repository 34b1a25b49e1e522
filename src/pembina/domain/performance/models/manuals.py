"""What an indicator of a top official means, so that everybody understands it (manual indikator kinerja, A.1.3)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.performance.manual_enums import ControlLevel, ReportingPeriod
from pembina.domain.performance.models.goals import Indicator
from pembina.domain.performance.models.plans import LONGEST_TEXT


class IndicatorManual(models.Model):
    """The manual of one indicator; its unit and its source of data stand with the indicator itself.

    `formula` may be empty on the qualitative form. Written, copied and frozen with the plan.
    """

    indicator = models.OneToOneField(
        Indicator, models.CASCADE, related_name="manual", verbose_name=_("Indikator kinerja individu (IKI)")
    )
    aim = models.CharField(_("Tujuan"), max_length=500)
    definition = models.TextField(_("Definisi"), max_length=LONGEST_TEXT)
    formula = models.TextField(_("Formula"), max_length=LONGEST_TEXT, blank=True)
    control = models.CharField(_("Kualitas dan tingkat kendali"), max_length=20, choices=ControlLevel.choices)
    reporting = models.CharField(_("Periode pelaporan"), max_length=10, choices=ReportingPeriod.choices)

    class Meta:
        verbose_name = verbose_name_plural = _("Manual indikator kinerja")
        constraints = [
            models.CheckConstraint(condition=~Q(aim="") & ~Q(definition=""), name="manual_says_something"),
            models.CheckConstraint(condition=Q(control__in=ControlLevel.values), name="manual_control_is_known"),
            models.CheckConstraint(condition=Q(reporting__in=ReportingPeriod.values), name="manual_period_is_known"),
        ]

    def __str__(self) -> str:
        return self.aim
