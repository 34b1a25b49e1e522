"""The number by which the national service knows a person; without it nothing can be sent there."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.models import Person


class SiasnIdentity(models.Model):
    """The `pns_id` of one person in SIASN; it is not the NIP."""

    person = models.OneToOneField(Person, models.PROTECT, related_name="siasn", verbose_name=_("Pegawai"))
    pns_id = models.CharField(_("ID SIASN"), max_length=64, unique=True)

    class Meta:
        verbose_name = verbose_name_plural = _("ID pegawai di SIASN")
        constraints = [models.CheckConstraint(condition=~Q(pns_id=""), name="siasn_identity_is_one")]

    def __str__(self) -> str:
        return self.pns_id

    @property
    def concerned_nip(self) -> str:
        """Return the NIP of the person, whom the audit trail tells about it."""
        return self.person.nip
