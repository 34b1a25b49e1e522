"""The words of a manual of an indicator (format A.1.3)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ControlLevel(models.TextChoices):
    """What kind of result it is, and how far it is in the hands of the official."""

    OUTCOME = "outcome", _("Outcome")
    INTERMEDIATE = "intermediate_outcome", _("Outcome antara")
    LOW = "output_low", _("Output kendali rendah")


class ReportingPeriod(models.TextChoices):
    """How often it is reported."""

    MONTH = "month", _("Bulanan")
    QUARTER = "quarter", _("Triwulanan")
    HALF_YEAR = "half_year", _("Semesteran")
    YEAR = "year", _("Tahunan")
