"""Files of SP4N-LAPOR! that were brought in, and what each did, so that it can be taken back."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.services.models.complaints import Complaint


class ComplaintImport(models.Model):
    """One file that was applied; taken back once at most."""

    file_name = models.CharField(_("Nama berkas"), max_length=200)
    sha256 = models.CharField(_("Sidik berkas"), max_length=64)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=_("Oleh"))
    at = models.DateTimeField(_("Diterapkan"))
    added = models.PositiveIntegerField(_("Baru"))
    changed = models.PositiveIntegerField(_("Berubah"))
    same = models.PositiveIntegerField(_("Sama"))
    refused = models.PositiveIntegerField(_("Ditolak"))
    undone_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Diurungkan oleh")
    )
    undone_at = models.DateTimeField(_("Diurungkan"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Impor pengaduan")
        constraints = [
            models.CheckConstraint(
                condition=Q(undone_at__isnull=False) | Q(undone_by__isnull=True), name="complaint_import_undone_whole"
            ),
        ]

    def __str__(self) -> str:
        return self.file_name


class ComplaintImportChange(models.Model):
    """What an import did to one complaint: the fields before and after; one that is new has nothing before."""

    batch = models.ForeignKey(ComplaintImport, models.PROTECT, related_name="changes", verbose_name=_("Impor"))
    complaint = models.ForeignKey(
        Complaint, models.SET_NULL, null=True, related_name="import_changes", verbose_name=_("Pengaduan")
    )
    before = models.JSONField(_("Sebelum"), null=True)
    after = models.JSONField(_("Sesudah"))

    class Meta:
        verbose_name = verbose_name_plural = _("Perubahan impor pengaduan")

    def __str__(self) -> str:
        return f"{self.batch_id} {self.complaint_id}"
