"""What was issued, to whom, for what; frozen as it was printed."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.development.enums import CertificateState
from pembina.domain.development.models.enrolments import Enrolment


class CertificateSeries(models.Model):
    """The last running number given in one year. Its row is locked while numbers are taken, so that none is lost."""

    year = models.PositiveSmallIntegerField(_("Tahun"), primary_key=True)
    last = models.PositiveIntegerField(_("Nomor terakhir"), default=0)

    class Meta:
        verbose_name = verbose_name_plural = _("Nomor urut sertifikat")

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"


class Certificate(models.Model):
    """One certificate. `code` is in its address and says nothing; the name and hours are as they were that day."""

    number = models.CharField(_("Nomor"), max_length=60, unique=True)
    code = models.CharField(max_length=40, unique=True)
    enrolment = models.ForeignKey(Enrolment, models.PROTECT, related_name="certificates", verbose_name=_("Peserta"))
    name = models.CharField(_("Nama"), max_length=340)
    title = models.CharField(_("Judul"), max_length=200)
    content = models.JSONField(_("Isi"))
    hours = models.DecimalField(_("JP"), max_digits=6, decimal_places=2)
    first_day = models.DateField(_("Hari pertama"))
    last_day = models.DateField(_("Hari terakhir"))
    valid_until = models.DateField(_("Berlaku sampai"), null=True, blank=True)
    issued_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Diterbitkan oleh"))
    issued_at = models.DateTimeField(_("Diterbitkan"))
    state = models.CharField(
        _("Keadaan"), max_length=8, choices=CertificateState.choices, default=CertificateState.VALID.value
    )
    ended_at = models.DateTimeField(_("Dicabut atau diganti"), null=True, blank=True)
    end_reason = models.CharField(_("Alasan"), max_length=500, blank=True)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replacement", verbose_name=_("Menggantikan")
    )

    class Meta:
        verbose_name = verbose_name_plural = _("Sertifikat")
        indexes = [models.Index(fields=["-issued_at", "-id"], name="certificate_latest")]
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment"], condition=Q(state=CertificateState.VALID), name="certificate_valid_once"
            ),
            models.CheckConstraint(
                condition=~Q(number="") & ~Q(code="") & ~Q(name="") & ~Q(title=""), name="certificate_is_named"
            ),
            models.CheckConstraint(condition=Q(hours__gt=0), name="certificate_has_hours"),
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="certificate_days_in_order"),
            models.CheckConstraint(condition=Q(state__in=CertificateState.values), name="certificate_state_is_known"),
            models.CheckConstraint(
                condition=Q(state=CertificateState.VALID, ended_at__isnull=True, end_reason="")
                | ~Q(state=CertificateState.VALID) & Q(ended_at__isnull=False) & ~Q(end_reason=""),
                name="certificate_ended_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def concerned_nip(self) -> str:
        """Return the NIP of the holder, whom the audit trail tells about it."""
        return self.enrolment.person.nip
