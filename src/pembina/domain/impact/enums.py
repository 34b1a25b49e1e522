"""The words that records of impact may hold."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EvaluationState(models.TextChoices):
    """The steps of an evaluation; one that was dropped has no decision."""

    DESIGNED = "designed", _("Dirancang")
    LOCKED = "locked", _("Rancangan terkunci")
    DECIDED = "decided", _("Diputuskan")
    DROPPED = "dropped", _("Dihentikan")


class DesignState(models.TextChoices):
    """A version of a design is written, then locked for good; the latest locked one holds."""

    DRAFT = "draft", _("Rancangan")
    LOCKED = "locked", _("Terkunci")


class OutcomeRole(models.TextChoices):
    """What an outcome is for: the primary one decides, the others are told beside it, guards must not get worse."""

    PRIMARY = "primary", _("Utama")
    SECONDARY = "secondary", _("Pendamping")
    GUARD = "guard", _("Dijaga")


class DesignFigure(models.TextChoices):
    """What an outcome of a design may look at; the figures of ledger and survey are those of `OutcomeFigure`.

    A programme promises to move a service; what is on record of people's performance is told beside it.
    """

    MEDIAN_TIME = "median_time", _("Waktu layanan (median)")
    P90_TIME = "p90_time", _("Waktu layanan (persentil 90)")
    SHARE_ON_TIME = "share_on_time", _("Bagian tepat waktu")
    SATISFACTION = "satisfaction", _("Indeks kepuasan masyarakat (SKM)")
    SATISFACTION_ELEMENT = "satisfaction_element", _("Satu unsur SKM")
    TARGETS_MET = "targets_met", _("Indikator SKP yang mencapai target")
    REPORTS_IN_TIME = "reports_in_time", _("Pegawai yang mencatat realisasi tepat waktu")
    FEEDBACK_SHARE = "feedback_share", _("Pegawai yang menerima umpan balik")
    GOOD_PREDICATES = "good_predicates", _("Predikat kinerja sedikitnya Baik")

    @property
    def is_of_performance(self) -> bool:
        """Say whether it is read from records of people's performance, and not of services."""
        return self in _OF_PERFORMANCE

    @property
    def is_by_period(self) -> bool:
        """Say whether it stands at the last month of a period that may be longer than a month."""
        return self is DesignFigure.GOOD_PREDICATES

    @property
    def is_judgement(self) -> bool:
        """Say whether it is what raters think, who know which units take part."""
        return self is DesignFigure.GOOD_PREDICATES


_OF_PERFORMANCE = frozenset(
    {
        DesignFigure.TARGETS_MET, DesignFigure.REPORTS_IN_TIME, DesignFigure.FEEDBACK_SHARE,
        DesignFigure.GOOD_PREDICATES,
    }
)  # fmt: skip


class UnitReach(models.TextChoices):
    """Whose services make up the figure of a unit."""

    ALONE = "alone", _("Layanan unit itu saja")
    AND_BELOW = "and_below", _("Layanan unit itu beserta unit di bawahnya")


class Comparison(models.TextChoices):
    """With whom those that started are compared; the words of the engine."""

    NOT_YET = "not-yet", _("Unit yang belum mulai, dan yang tidak ikut")
    NEVER = "never", _("Hanya unit yang tidak ikut")


class Correction(models.TextChoices):
    """How several outcomes are kept from finding something by chance."""

    HOLM = "holm", _("Holm")
    NONE = "none", _("Tanpa koreksi; hanya ukuran utama yang menentukan")


class Capacity(models.TextChoices):
    """In which capacity somebody signs a decision."""

    EVALUATOR = "evaluator", _("Evaluator")
    OWNER = "owner", _("Penanggung jawab program")
    HUMAN_RESOURCES = "human_resources", _("Pengelola kepegawaian")
    HEAD_OF_REGION = "head_of_region", _("Kepala daerah")
    OTHER = "other", _("Lainnya")


class RunState(models.TextChoices):
    """The steps of a run; one that failed has no result."""

    WAITING = "waiting", _("Menunggu giliran")
    RUNNING = "running", _("Sedang dihitung")
    DONE = "done", _("Selesai")
    FAILED = "failed", _("Gagal")


class TaskKind(models.TextChoices):
    """What follows from a decision."""

    NEXT_WAVE = "next_wave", _("Gelombang berikutnya")
    CURRICULUM = "curriculum", _("Perbaikan kurikulum")
    CAREER_CREDIT = "career_credit", _("Pengakuan dalam karier")
    PUBLIC_NOTE = "public_note", _("Kabar kepada warga")
    OTHER = "other", _("Lainnya")


class TaskState(models.TextChoices):
    """Where a task stands."""

    OPEN = "open", _("Belum selesai")
    DONE = "done", _("Selesai")
    DROPPED = "dropped", _("Tidak dikerjakan")
