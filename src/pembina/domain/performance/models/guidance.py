"""Guidance on record: coaching, mentoring with its journal, and what the guided person thinks of it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.models import Person
from pembina.domain.performance.guidance_parts import GuidanceKind


class GuidanceRecord(models.Model):
    """One coaching (B.1.6) or mentoring (B.1.7): `parts` by the keys of its form. Both confirm; then it is closed."""

    kind = models.CharField(_("Jenis"), max_length=9, choices=GuidanceKind.choices)
    person = models.ForeignKey(Person, models.PROTECT, related_name="guidance", verbose_name=_("Pegawai"))
    guide = models.ForeignKey(Person, models.PROTECT, related_name="guidance_given", verbose_name=_("Pembimbing"))
    held_on = models.DateField(_("Tanggal"))
    parts = models.JSONField(_("Isi"), default=dict)
    written_at = models.DateTimeField(_("Ditulis"))
    person_confirmed_at = models.DateTimeField(_("Disetujui pegawai"), null=True, blank=True)
    guide_confirmed_at = models.DateTimeField(_("Disetujui pembimbing"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Catatan bimbingan kinerja")
        ordering = ("-held_on", "-pk")
        indexes = [models.Index(fields=["guide", "held_on"], name="guidance_by_guide")]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=GuidanceKind.values), name="guidance_kind_is_known"),
            models.CheckConstraint(condition=~Q(person=F("guide")), name="guidance_not_of_oneself"),
        ]

    def __str__(self) -> str:
        return f"{self.guide_id} > {self.person_id}, {self.held_on:%Y-%m-%d}"

    @property
    def is_closed(self) -> bool:
        """Say whether both have confirmed."""
        return self.person_confirmed_at is not None and self.guide_confirmed_at is not None


class GuidanceMeeting(models.Model):
    """One line of the journal of a mentoring."""

    record = models.ForeignKey(
        GuidanceRecord, models.PROTECT, related_name="meetings", verbose_name=_("Catatan bimbingan")
    )
    held_on = models.DateField(_("Tanggal"))
    place = models.CharField(_("Tempat"), max_length=200)
    material = models.CharField(_("Materi"), max_length=500)
    action = models.CharField(_("Rencana aksi"), max_length=500, blank=True)
    due_on = models.DateField(_("Target waktu"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Jurnal mentoring")
        ordering = ("held_on", "pk")
        constraints = [
            models.CheckConstraint(condition=~Q(place="") & ~Q(material=""), name="guidance_meeting_says_something"),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(due_on__gte=F("held_on")) & ~Q(action=""),
                name="guidance_action_is_due_afterwards",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.record_id}, {self.held_on:%Y-%m-%d}"

    @property
    def concerned_nip(self) -> str:
        """Return the NIP of the guided person, whom the audit trail tells about it."""
        return self.record.person.nip


class GuidanceOpinion(models.Model):
    """What the guided person says to the nine statements (B.1.8). Read by who leads the guide, never by the guide."""

    record = models.OneToOneField(
        GuidanceRecord, models.PROTECT, related_name="opinion", verbose_name=_("Catatan bimbingan")
    )
    answers = models.JSONField(_("Jawaban"), default=dict)
    words = models.TextField(_("Catatan"), max_length=1_000, blank=True)
    given_at = models.DateTimeField(_("Diberikan"))

    class Meta:
        verbose_name = verbose_name_plural = _("Umpan balik atas bimbingan (B.1.8)")
        ordering = ("-given_at", "-pk")

    def __str__(self) -> str:
        return f"{self.record_id}, {self.given_at:%Y-%m-%d}"

    @property
    def concerned_nip(self) -> str:
        """Return the NIP of the guided person, whom the audit trail tells about it; the guide is not told."""
        return self.record.person.nip
