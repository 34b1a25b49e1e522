"""The words that records of process and effort may hold; degrees are those of the rule (`effort_record.Difficulty`)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DegreeOfDifficulty(models.TextChoices):
    """How hard the work of a result is, the least first."""

    USUAL = "usual", _("Biasa")
    DEMANDING = "demanding", _("Menantang")
    NEW_GROUND = "new_ground", _("Rintisan")


class DifficultyState(models.TextChoices):
    """What became of a proposal. One to which the other side answered with another degree is countered."""

    PROPOSED = "proposed", _("Menunggu persetujuan")
    AGREED = "agreed", _("Disepakati")
    COUNTERED = "countered", _("Dijawab dengan tingkat lain")
    WITHDRAWN = "withdrawn", _("Ditarik")


class EffortSide(models.TextChoices):
    """Who of the two: both must have said the same."""

    PERSON = "person", _("Pegawai")
    SUPERIOR = "superior", _("Atasan")


class StepKind(models.TextChoices):
    """What is looked at for timeliness; each is read from a time that is on record anyway."""

    PLAN = "skp", _("SKP diajukan")
    REALISATION = "realisasi", _("Realisasi dicatat")
    RETURNING = "penilaian", _("Dokumen evaluasi dikembalikan")
    ANSWERING = "umpan-balik", _("Permintaan umpan balik dijawab")
    GUIDANCE = "bimbingan", _("Catatan bimbingan disetujui")
    AGREEING = "penetapan", _("SKP staf ditetapkan")
    RATING = "evaluasi", _("Staf dievaluasi")
    DELIVERING = "penyampaian", _("Dokumen evaluasi disampaikan")
    EXPLAINING = "penjelasan", _("Keberatan dijelaskan")
    DECIDING = "keberatan", _("Keberatan diputus")


DUTIES_OF_LEADERS = (
    StepKind.AGREEING, StepKind.RATING, StepKind.DELIVERING, StepKind.EXPLAINING, StepKind.DECIDING,
)  # fmt: skip
