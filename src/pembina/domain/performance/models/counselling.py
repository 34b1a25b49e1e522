"""Counselling (B.1.10): what the leader reports, who took it over, and what the counsellor keeps.

A closed class of records: `queries.counselling` says who reads which words, and nobody else does, human resources and
auditors included. The audit trail knows that something happened, and when.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.models import Person

LONGEST_WORDS = 2_000


class CounsellingReport(models.Model):
    """A leader reports that somebody may need counselling; a counsellor takes it over and closes it."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="counselling", verbose_name=_("Pegawai"))
    reporter = models.ForeignKey(Person, models.PROTECT, related_name="counselling_reported", verbose_name=_("Pelapor"))
    problem = models.TextField(_("Masalah kinerja yang terlihat"), max_length=LONGEST_WORDS)
    tried = models.TextField(_("Yang sudah diupayakan"), max_length=LONGEST_WORDS)
    reported_at = models.DateTimeField(_("Dilaporkan"))
    counsellor = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="counselling_taken", verbose_name=_("Konselor")
    )
    taken_at = models.DateTimeField(_("Diterima konselor"), null=True, blank=True)
    closed_at = models.DateTimeField(_("Selesai"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Laporan konseling kinerja (B.1.10)")
        ordering = ("-reported_at", "-pk")
        constraints = [
            models.CheckConstraint(condition=~Q(problem="") & ~Q(tried=""), name="counselling_says_something"),
            models.CheckConstraint(condition=~Q(person=F("reporter")), name="counselling_not_of_oneself"),
            models.CheckConstraint(
                condition=Q(counsellor__isnull=True, taken_at__isnull=True, closed_at__isnull=True)
                | Q(counsellor__isnull=False, taken_at__isnull=False)
                & ~Q(counsellor=F("person"))
                & ~Q(counsellor=F("reporter")),
                name="counselling_taken_by_a_third",
            ),
            models.UniqueConstraint(
                fields=["person"], condition=Q(closed_at__isnull=True), name="counselling_open_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk}, {self.reported_at:%Y-%m-%d}"


class CounsellingNote(models.Model):
    """What the counsellor keeps of one talk; nobody else reads it."""

    report = models.ForeignKey(
        CounsellingReport, models.PROTECT, related_name="notes", verbose_name=_("Laporan konseling")
    )
    words = models.TextField(_("Catatan konselor"), max_length=LONGEST_WORDS)
    noted_at = models.DateTimeField(_("Dicatat"))

    class Meta:
        verbose_name = verbose_name_plural = _("Catatan konselor")
        ordering = ("noted_at", "pk")
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="counselling_note_says_something")]

    def __str__(self) -> str:
        return f"{self.report_id}, {self.noted_at:%Y-%m-%d}"

    @property
    def concerned_nip(self) -> str:
        """Return the NIP of the person counselled, whom the audit trail tells about it."""
        return self.report.person.nip
