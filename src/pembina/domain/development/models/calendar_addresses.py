"""Under which secret address a calendar reads the sessions of a person."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.models import Person

DIGEST_LENGTH = 64


class CalendarAddress(models.Model):
    """One address. Only the SHA-256 of its secret is kept; whoever reads this table cannot read a calendar."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="calendar_addresses", verbose_name=_("Pegawai"))
    digest = models.CharField(max_length=DIGEST_LENGTH, unique=True)
    made_at = models.DateTimeField(_("Dibuat"))
    revoked_at = models.DateTimeField(_("Dicabut"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Alamat kalender")
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(revoked_at__isnull=True), name="calendar_address_once_a_person"
            ),
            models.CheckConstraint(condition=~Q(digest=""), name="calendar_address_has_a_digest"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.made_at:%Y-%m-%d}"

    @property
    def concerned_nip(self) -> str:
        """Return the NIP of the person, whom the audit trail tells about it."""
        return self.person.nip
