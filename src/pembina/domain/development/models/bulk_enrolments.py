"""Many people enrolled at once by a filter: what was asked, how far it has come, and what is needed to take it back."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.development.enums import BulkEnrolmentState
from pembina.domain.development.models.batches import Batch


class BulkEnrolment(models.Model):
    """One such wish. `population` is the filter as `domain.development.population` keeps it, read anew when applied.

    `counts` says what came of it: how many were meant, enrolled, put in line, offered a seat, and left out by reason.
    The enrolments made by it point here (`Enrolment.bulk`).
    """

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="bulk_enrolments", verbose_name=_("Angkatan"))
    population = models.JSONField(_("Sasaran"), default=dict, blank=True)
    state = models.CharField(
        _("Keadaan"), max_length=8, choices=BulkEnrolmentState.choices, default=BulkEnrolmentState.DRAFT.value
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="bulk_enrolments", verbose_name=_("Oleh"))
    made_at = models.DateTimeField(_("Dibuat"))
    touched_at = models.DateTimeField(_("Terakhir bergerak"))
    progress_done = models.PositiveIntegerField(default=0)
    progress_total = models.PositiveIntegerField(default=0)
    counts = models.JSONField(_("Hasil"), default=dict, blank=True)
    problem_id = models.CharField(max_length=500, blank=True)
    problem_en = models.CharField(max_length=500, blank=True)
    done_at = models.DateTimeField(_("Diterapkan"), null=True, blank=True)
    undone_at = models.DateTimeField(_("Diurungkan"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Pendaftaran massal")
        indexes = [models.Index(fields=["batch", "-made_at"], name="bulk_enrolment_of_batch")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=BulkEnrolmentState.values), name="bulk_enrolment_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(state__in=(BulkEnrolmentState.DONE, BulkEnrolmentState.UNDONE), done_at__isnull=False)
                | ~Q(state__in=(BulkEnrolmentState.DONE, BulkEnrolmentState.UNDONE)) & Q(done_at__isnull=True),
                name="bulk_enrolment_done_then",
            ),
            models.CheckConstraint(
                condition=Q(state=BulkEnrolmentState.UNDONE, undone_at__isnull=False)
                | ~Q(state=BulkEnrolmentState.UNDONE) & Q(undone_at__isnull=True),
                name="bulk_enrolment_undone_then",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.batch_id} {self.made_at:%Y-%m-%d %H:%M}"

    @property
    def is_running(self) -> bool:
        """Say whether a worker is at it, or will be."""
        return self.state in (BulkEnrolmentState.WAITING, BulkEnrolmentState.RUNNING)
