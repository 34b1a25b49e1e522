"""Authority lent between two dates."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.enums import DelegationKind
from pembina.domain.people.models.persons import Person
from pembina.domain.people.models.units import Unit


class Delegation(models.Model):
    """Somebody acts over a unit for a time. Always with a last day: an order that is forgotten must not last."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="delegations", verbose_name=_("Penerima"))
    kind = models.CharField(_("Jenis"), max_length=6, choices=DelegationKind.choices)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="delegations", verbose_name=_("Unit kerja"))
    on_behalf_of = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="delegated", verbose_name=_("Menggantikan")
    )
    letter = models.CharField(_("Nomor surat"), max_length=100)
    starts_on = models.DateField(_("Mulai"))
    ends_on = models.DateField(_("Hari terakhir"))

    class Meta:
        verbose_name = verbose_name_plural = _("Plt/Plh")
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=DelegationKind.values), name="delegation_kind_is_known"),
            models.CheckConstraint(condition=~Q(letter=""), name="delegation_has_a_letter"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="delegation_ends_after_start"),
            models.CheckConstraint(
                condition=Q(on_behalf_of__isnull=True) | ~Q(on_behalf_of=F("person")), name="delegation_not_to_oneself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.starts_on:%Y-%m-%d}"
