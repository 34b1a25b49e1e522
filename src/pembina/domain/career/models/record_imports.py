"""Files of service checks and medals that human resources brought in. The file itself is not kept."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User


class RecordImport(models.Model):
    """One file that was applied; taken back once at most."""

    file_name = models.CharField(_("Nama berkas"), max_length=200)
    sha256 = models.CharField(_("Sidik berkas"), max_length=64)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Oleh"))
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
        verbose_name = verbose_name_plural = _("Impor riwayat")
        constraints = [
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True, undone_by__isnull=True)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="record_import_undone_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name
