"""Files of earlier learning that were brought in, and which rows came with each, so that it can be taken back."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.development.models.learning_records import LearningRecord


class LearningImport(models.Model):
    """One file that was applied; taken back once at most. It only adds: a row that is known stays as it is."""

    file_name = models.CharField(_("Nama berkas"), max_length=200)
    sha256 = models.CharField(_("Sidik berkas"), max_length=64)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Oleh"))
    at = models.DateTimeField(_("Diterapkan"))
    added = models.PositiveIntegerField(_("Baru"))
    same = models.PositiveIntegerField(_("Sama"))
    refused = models.PositiveIntegerField(_("Ditolak"))
    undone_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Diurungkan oleh")
    )
    undone_at = models.DateTimeField(_("Diurungkan"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Impor riwayat JP")
        constraints = [
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True, undone_by__isnull=True)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="learning_import_undone_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name


class LearningImportRow(models.Model):
    """One row of the ledger that a file brought; it loses its record when the file is taken back."""

    batch = models.ForeignKey(LearningImport, models.PROTECT, related_name="rows", verbose_name=_("Impor"))
    record = models.OneToOneField(
        LearningRecord, models.SET_NULL, null=True, related_name="import_row", verbose_name=_("Riwayat JP")
    )

    class Meta:
        verbose_name = verbose_name_plural = _("Baris impor riwayat JP")

    def __str__(self) -> str:
        return f"{self.batch_id} {self.record_id}"
