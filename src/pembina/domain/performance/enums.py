"""The words that records of expectations and periods may hold; ratings are those of the rule (`appraisal_rating`)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlanState(models.TextChoices):
    """How far a plan (SKP) has come. An agreed plan that was agreed anew is replaced; one nobody needs is dropped."""

    DRAFT = "draft", _("Rancangan")
    PROPOSED = "proposed", _("Diajukan")
    RETURNED = "returned", _("Dikembalikan")
    AGREED = "agreed", _("Ditetapkan")
    REPLACED = "replaced", _("Digantikan")
    DROPPED = "dropped", _("Tidak jadi")


class PlanForm(models.TextChoices):
    """The form of the regulation (A.1.1, A.1.2, A.1.6, A.1.7): for whom, and in which approach."""

    TOP_QUALITATIVE = "a11", _("Kualitatif, JPT dan pimpinan unit kerja mandiri (A.1.1)")
    TOP_QUANTITATIVE = "a12", _("Kuantitatif, JPT dan pimpinan unit kerja mandiri (A.1.2)")
    QUALITATIVE = "a16", _("Kualitatif, JA dan JF (A.1.6)")
    QUANTITATIVE = "a17", _("Kuantitatif, JA dan JF (A.1.7)")

    @property
    def is_top(self) -> bool:
        """Say whether it is the form of a top official or of the head of an independent unit."""
        return self in (PlanForm.TOP_QUALITATIVE, PlanForm.TOP_QUANTITATIVE)

    @property
    def is_quantitative(self) -> bool:
        """Say whether results are measured, each by its aspect."""
        return self in (PlanForm.TOP_QUANTITATIVE, PlanForm.QUANTITATIVE)


class GoalKind(models.TextChoices):
    """Priority of a result."""

    MAIN = "main", _("Utama")
    ADDITIONAL = "additional", _("Tambahan")


class Aspect(models.TextChoices):
    """The aspects of an indicator; the words of the rule (`goal_progress.Aspect`)."""

    QUANTITY = "quantity", _("Kuantitas")
    QUALITY = "quality", _("Kualitas")
    TIME = "time", _("Waktu")
    COST = "cost", _("Biaya")


class Perspective(models.TextChoices):
    """From what a result of a top official is seen; the words of the rule (`goal_progress.Perspective`)."""

    RECIPIENTS = "recipients", _("Penerima layanan")
    PROCESSES = "processes", _("Proses bisnis")
    STRENGTHENING = "strengthening", _("Penguatan internal")
    BUDGET = "budget", _("Anggaran")


class Risk(models.TextChoices):
    """What a main result bears on so that an absolute target is right; the words of the rule (`goal_progress.Risk`)."""

    LIFE = "life", _("Nyawa")
    INJURY = "injury", _("Cedera")
    NATIONAL_SECURITY = "national_security", _("Keamanan nasional")
    LARGE_LOSS = "large_loss", _("Kerugian besar")


class Difficulty(models.IntegerChoices):
    """How hard a result is, as the plan says it; the words of the rule (`effort_record.Difficulty`)."""

    USUAL = 1, _("Biasa")
    DEMANDING = 2, _("Menantang")
    NEW_GROUND = 3, _("Rintisan")


class Direction(models.TextChoices):
    """Which way is better; the words of the rule (`goal_progress.Direction`)."""

    HIGHER = "higher", _("Makin tinggi makin baik")
    LOWER = "lower", _("Makin rendah makin baik")


class IndicatorSource(models.TextChoices):
    """Where its realisation comes from."""

    REPORTED = "reported", _("Dilaporkan pegawai")
    SERVICE = "service", _("Dibaca dari catatan waktu layanan")
    SURVEY = "survey", _("Dibaca dari survei kepuasan (SKM)")


class ReadFigure(models.TextChoices):
    """The figure of the ledger or of the survey that an indicator reads."""

    MEDIAN_TIME = "median_time", _("Waktu layanan (median)")
    P90_TIME = "p90_time", _("Waktu layanan (persentil 90)")
    SHARE_ON_TIME = "share_on_time", _("Bagian tepat waktu")
    SATISFACTION = "satisfaction", _("Indeks kepuasan masyarakat (SKM)")
    SATISFACTION_ELEMENT = "satisfaction_element", _("Satu unsur SKM")


class NoteKind(models.TextChoices):
    """The parts of the appendix of a plan (A.1.8)."""

    RESOURCE = "resource", _("Dukungan sumber daya")
    ACCOUNTABILITY = "accountability", _("Skema pertanggungjawaban")
    CONSEQUENCE = "consequence", _("Konsekuensi")


class CoreValue(models.TextChoices):
    """The seven values BerAKHLAK; the words of the rule (`appraisal_rating.Value`)."""

    SERVICE = "service", _("Berorientasi Pelayanan")
    ACCOUNTABLE = "accountable", _("Akuntabel")
    COMPETENT = "competent", _("Kompeten")
    HARMONIOUS = "harmonious", _("Harmonis")
    LOYAL = "loyal", _("Loyal")
    ADAPTIVE = "adaptive", _("Adaptif")
    COLLABORATIVE = "collaborative", _("Kolaboratif")


class PeriodCycle(models.TextChoices):
    """Monthly or quarterly (siklus pendek), or the whole year (siklus penuh)."""

    MONTHLY = "monthly", _("Bulanan")
    QUARTERLY = "quarterly", _("Triwulanan")
    ANNUAL = "annual", _("Tahunan")


class RatingWord(models.TextChoices):
    """How results or behaviour stand to what was expected; the words of the rule (`appraisal_rating.Rating`)."""

    ABOVE = "above", _("Diatas ekspektasi")
    AS_EXPECTED = "as_expected", _("Sesuai ekspektasi")
    BELOW = "below", _("Dibawah ekspektasi")


class PredicateWord(models.TextChoices):
    """The predicate (predikat kinerja); the words of the rule (`appraisal_rating.Predicate`)."""

    VERY_GOOD = "very_good", _("Sangat Baik")
    GOOD = "good", _("Baik")
    NEEDS_IMPROVEMENT = "needs_improvement", _("Butuh Perbaikan")
    POOR = "poor", _("Kurang/Misconduct")
    VERY_POOR = "very_poor", _("Sangat Kurang")
