"""What is learned outside programmes: a degree (tugas belajar), and certificates that a profession asks for."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.development.enums import StudyState
from pembina.domain.development.models.partners import Partner
from pembina.domain.people.enums import Education
from pembina.domain.people.models import Person

HIGHEST_GRADE = Decimal("4.00")


class DegreeStudy(models.Model):
    """One study towards a degree. The institution is a partner, or a name where it is none.

    `due_on` is the end planned now; `grade` the final average (IPK, 0-4), which only a graduate has.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="degree_studies", verbose_name=_("Pegawai"))
    level = models.CharField(_("Jenjang"), max_length=2, choices=Education.choices)
    partner = models.ForeignKey(
        Partner, models.PROTECT, null=True, blank=True, related_name="degree_studies", verbose_name=_("Mitra")
    )
    institution = models.CharField(_("Perguruan tinggi"), max_length=200, blank=True)
    subject = models.CharField(_("Program studi"), max_length=200)
    starts_on = models.DateField(_("Mulai"))
    due_on = models.DateField(_("Rencana selesai"))
    ended_on = models.DateField(_("Selesai pada"), null=True, blank=True)
    state = models.CharField(_("Keadaan"), max_length=9, choices=StudyState.choices, default=StudyState.RUNNING.value)
    grade = models.DecimalField(_("IPK"), max_digits=3, decimal_places=2, null=True, blank=True)
    result = models.CharField(_("Hasil"), max_length=500, blank=True)
    decree = models.CharField(_("Nomor surat tugas belajar"), max_length=100, blank=True)
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Dicatat oleh"))
    noted_at = models.DateTimeField(_("Dicatat"))

    class Meta:
        verbose_name = verbose_name_plural = _("Tugas belajar")
        indexes = [models.Index(fields=["state", "due_on", "id"], name="study_by_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(state=StudyState.RUNNING), name="study_one_at_a_time"
            ),
            models.CheckConstraint(condition=Q(level__in=Education.values), name="study_level_is_known"),
            models.CheckConstraint(condition=~Q(subject=""), name="study_has_a_subject"),
            models.CheckConstraint(
                condition=Q(partner__isnull=False, institution="") | Q(partner__isnull=True) & ~Q(institution=""),
                name="study_is_somewhere",
            ),
            models.CheckConstraint(condition=Q(due_on__gte=F("starts_on")), name="study_due_after_start"),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("starts_on")), name="study_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(state=StudyState.RUNNING, ended_on__isnull=True, grade__isnull=True, result="")
                | Q(state=StudyState.GRADUATED, ended_on__isnull=False)
                | Q(state=StudyState.STOPPED, ended_on__isnull=False, grade__isnull=True) & ~Q(result=""),
                name="study_ended_with_its_result",
            ),
            models.CheckConstraint(
                condition=Q(grade__isnull=True) | Q(grade__gte=Decimal(0), grade__lte=HIGHEST_GRADE),
                name="study_grade_is_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_level_display()} {self.subject}"

    @property
    def place(self) -> str:
        """Return the name of the institution."""
        return self.partner.name if self.partner else self.institution

    @property
    def concerned_nip(self) -> str:
        """Return the NIP of the person, whom the audit trail tells about it."""
        return self.person.nip


class ProfessionalCertification(models.Model):
    """A certificate of a profession, valid until a day or for ever. A renewal is a new row that points to the old."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="certifications", verbose_name=_("Pegawai"))
    title = models.CharField(_("Sertifikasi"), max_length=200)
    issuer = models.CharField(_("Lembaga penerbit"), max_length=200)
    number = models.CharField(_("Nomor"), max_length=100)
    issued_on = models.DateField(_("Terbit"))
    valid_until = models.DateField(_("Berlaku sampai"), null=True, blank=True)
    evidence = models.URLField(_("Tautan bukti"), blank=True)
    renews = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="renewal", verbose_name=_("Memperpanjang")
    )
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Dicatat oleh"))
    noted_at = models.DateTimeField(_("Dicatat"))

    class Meta:
        verbose_name = verbose_name_plural = _("Sertifikasi profesi")
        indexes = [models.Index(fields=["valid_until", "id"], name="certification_by_end")]
        constraints = [
            models.UniqueConstraint(fields=["person", "issuer", "number"], name="certification_once"),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(issuer="") & ~Q(number=""), name="certification_is_named"
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("issued_on")),
                name="certification_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def concerned_nip(self) -> str:
        """Return the NIP of the person, whom the audit trail tells about it."""
        return self.person.nip
