"""The chain as it is kept."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.chain.links import BEFORE_THE_FIRST, Link


class ChainKind(models.TextChoices):
    """What is sealed. Whoever seals something new adds its word here."""

    TRAIL = "trail", _("Ringkasan jejak audit")
    ROLE_GRANTED = "role_granted", _("Peran diberikan")
    ROLE_ENDED = "role_ended", _("Peran diakhiri")
    IMPORT_APPLIED = "import_applied", _("Impor diterapkan")
    IMPORT_UNDONE = "import_undone", _("Impor dibatalkan")
    REPORT_DECIDED = "report_decided", _("Laporan data diputus")
    SURVEY_PUBLISHED = "survey_published", _("Hasil SKM diterbitkan")
    CERTIFICATE_ISSUED = "certificate_issued", _("Sertifikat diterbitkan")
    CERTIFICATE_ENDED = "certificate_ended", _("Sertifikat dicabut atau diganti")
    DESIGN_LOCKED = "design_locked", _("Rancangan evaluasi dikunci")
    RUN_FINISHED = "run_finished", _("Perhitungan dampak selesai")
    PROGRAMME_DECIDED = "programme_decided", _("Keputusan program diambil")
    APPRAISAL_SIGNED = "appraisal_signed", _("Evaluasi kinerja ditandatangani")
    OBJECTION_DECIDED = "objection_decided", _("Keberatan atas evaluasi kinerja diputus")
    AWARD_OPENED = "award_opened", _("Kriteria penghargaan diterbitkan")
    AWARD_DECIDED = "award_decided", _("Penghargaan diputus")
    DECISION_SIGNED = "decision_signed", _("Keputusan program ditandatangani")


class ChainEntry(models.Model):
    """One sealed decision. By whom is kept as text: a link must not change when an account does."""

    sequence = models.PositiveBigIntegerField(_("Nomor"), primary_key=True)
    kind = models.CharField(_("Jenis"), max_length=40)
    subject = models.CharField(_("Tentang"), max_length=100)
    content = models.TextField(_("Isi"))
    by = models.CharField(_("Oleh"), max_length=150, blank=True)
    at = models.DateTimeField(_("Waktu"))
    previous_hash = models.CharField(_("Hash sebelumnya"), max_length=64, unique=True)
    hash = models.CharField(_("Hash"), max_length=64, unique=True)

    objects: ClassVar[models.Manager["ChainEntry"]] = models.Manager()

    class Meta:
        verbose_name = verbose_name_plural = _("Mata rantai")
        indexes = [
            models.Index(fields=["kind", "sequence"], name="chain_by_kind"),
            models.Index(fields=["subject", "sequence"], name="chain_by_subject"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(sequence__gte=1), name="chain_begins_at_one"),
            models.CheckConstraint(
                condition=Q(sequence=1, previous_hash=BEFORE_THE_FIRST)
                | (Q(sequence__gt=1) & ~Q(previous_hash=BEFORE_THE_FIRST)),
                name="chain_has_one_beginning",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sequence} {self.kind}"

    @property
    def link(self) -> Link:
        """Return the fields as the hash knows them."""
        return Link(
            self.sequence, self.kind, self.subject, self.content, self.by, self.at, self.previous_hash, self.hash
        )
