"""Files of grades that were taken over, and what each of them changed, so that it can be taken back."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.development.models.batches import Batch
from pembina.domain.development.models.enrolments import Enrolment


class GradeImport(models.Model):
    """One file of grades for one batch."""

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="grade_imports", verbose_name=_("Angkatan"))
    file_name = models.CharField(_("Berkas"), max_length=255)
    file_sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField(_("Nilai"))
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Oleh"))
    applied_at = models.DateTimeField(_("Diterapkan"))
    undone_at = models.DateTimeField(_("Diurungkan"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Impor nilai")
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "file_sha256"], condition=Q(undone_at__isnull=True), name="grade_file_once"
            ),
        ]

    def __str__(self) -> str:
        return self.file_name


class GradeChange(models.Model):
    """What a file made of one grade; `before` is empty where there was none, and so is who gave it when."""

    source = models.ForeignKey(GradeImport, models.PROTECT, related_name="changes", verbose_name=_("Impor nilai"))
    enrolment = models.ForeignKey(Enrolment, models.PROTECT, related_name="grade_changes", verbose_name=_("Peserta"))
    before = models.DecimalField(_("Sebelumnya"), max_digits=5, decimal_places=2, null=True, blank=True)
    after = models.DecimalField(_("Menjadi"), max_digits=5, decimal_places=2)
    note_before = models.CharField(_("Catatan sebelumnya"), max_length=500, blank=True)
    given_by_before = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Sebelumnya diberi oleh")
    )
    given_at_before = models.DateTimeField(_("Sebelumnya diberi"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Perubahan nilai")
        constraints = [models.UniqueConstraint(fields=["source", "enrolment"], name="grade_changed_once_by_a_file")]

    def __str__(self) -> str:
        return f"{self.enrolment_id} {self.after}"
