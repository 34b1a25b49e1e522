"""The words that records of appraisals may hold; the scales are those of the rule (`appraisal_rating`)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OrganisationScale(models.TextChoices):
    """The words of the rule (`appraisal_rating.Organisation`)."""

    OUTSTANDING = "outstanding", _("Istimewa")
    GOOD = "good", _("Baik")
    NEEDS_IMPROVEMENT = "needs_improvement", _("Butuh Perbaikan")
    POOR = "poor", _("Kurang")
    VERY_POOR = "very_poor", _("Sangat Kurang")


class RatingScale(models.TextChoices):
    """The words of the rule (`appraisal_rating.Rating`)."""

    ABOVE = "above", _("Diatas ekspektasi")
    AS_EXPECTED = "as_expected", _("Sesuai ekspektasi")
    BELOW = "below", _("Dibawah ekspektasi")


class PredicateScale(models.TextChoices):
    """The words of the rule (`appraisal_rating.Predicate`)."""

    VERY_GOOD = "very_good", _("Sangat Baik")
    GOOD = "good", _("Baik")
    NEEDS_IMPROVEMENT = "needs_improvement", _("Butuh Perbaikan")
    POOR = "poor", _("Kurang/Misconduct")
    VERY_POOR = "very_poor", _("Sangat Kurang")


class AppraisalState(models.TextChoices):
    """How far an appraisal has come. Whether it was reported upward is a clock of its own."""

    EXEMPT = "exempt", _("Dikecualikan")
    NEW = "new", _("Belum dinilai")
    DRAFT = "draft", _("Konsep")
    SIGNED = "signed", _("Ditandatangani")
    DELIVERED = "delivered", _("Disampaikan")
    RECEIVED = "received", _("Diterima pegawai")
    RETURNED = "returned", _("Dikembalikan")


class PaperForm(models.TextChoices):
    """The form of a sealed document: signed by the rater, by the superior instead, or changed after an objection."""

    BY_RATER = "d11", "D.1.1"
    BY_SUPERIOR = "d12", "D.1.2"
    AFTER_OBJECTION = "d13", "D.1.3"


class RunKind(models.TextChoices):
    """What is done for everybody of a period at once."""

    MAKE = "make", _("Buat evaluasi")
    CLOSE = "close", _("Tutup periode")


class RunState(models.TextChoices):
    """How far such work has come."""

    WAITING = "waiting", _("Menunggu")
    RUNNING = "running", _("Berjalan")
    DONE = "done", _("Selesai")
    FAILED = "failed", _("Gagal")


class Ruling(models.TextChoices):
    """What the superior of the rater decides on an objection."""

    CONFIRMED = "confirmed", _("Menguatkan hasil evaluasi")
    CHANGED = "changed", _("Mengubah hasil evaluasi")
