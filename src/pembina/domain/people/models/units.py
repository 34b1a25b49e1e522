"""The organisation tree, and the table that answers what lies below a unit."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.enums import Sector, TimeZone, UnitKind


class Unit(models.Model):
    """One node of the tree. Dates are inclusive; a unit that closed or merged keeps its row and its history.

    One installation serves one government, so a code is unique. It is a name and nothing is read into it: a code that
    begins like another one says nothing about the tree.
    """

    code = models.CharField(_("Kode"), max_length=64, unique=True)
    name = models.CharField(_("Nama"), max_length=200)
    kind = models.CharField(_("Jenis"), max_length=20, choices=UnitKind.choices)
    sector = models.CharField(_("Bidang"), max_length=20, choices=Sector.choices)
    time_zone = models.CharField(_("Zona waktu"), max_length=20, choices=TimeZone.choices, default=TimeZone.WIB)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("Unit induk")
    )
    opened_on = models.DateField(_("Dibentuk"))
    closed_on = models.DateField(_("Hari terakhir"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged_units", verbose_name=_("Digabung ke")
    )

    class Meta:
        verbose_name = verbose_name_plural = _("Unit kerja")
        constraints = [
            models.CheckConstraint(condition=~Q(code="") & ~Q(name=""), name="unit_is_named"),
            models.CheckConstraint(condition=Q(kind__in=UnitKind.values), name="unit_kind_is_known"),
            models.CheckConstraint(condition=Q(sector__in=Sector.values), name="unit_sector_is_known"),
            models.CheckConstraint(condition=Q(time_zone__in=TimeZone.values), name="unit_time_zone_is_known"),
            models.CheckConstraint(condition=~Q(parent=F("id")), name="unit_is_not_its_own_parent"),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")), name="unit_closes_after_opening"
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | (Q(closed_on__isnull=False) & ~Q(merged_into=F("id"))),
                name="unit_merged_is_closed",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class UnitAncestry(models.Model):
    """One row for every unit and each unit above it, itself included; kept by the operations on units."""

    ancestor = models.ForeignKey(Unit, models.PROTECT, related_name="descendant_links", verbose_name=_("Unit di atas"))
    descendant = models.ForeignKey(Unit, models.PROTECT, related_name="ancestor_links", verbose_name=_("Unit di bawah"))
    depth = models.PositiveSmallIntegerField(_("Jarak"))

    class Meta:
        verbose_name = verbose_name_plural = _("Garis unit kerja")
        constraints = [
            models.UniqueConstraint(fields=["ancestor", "descendant"], name="ancestry_is_told_once"),
            models.CheckConstraint(
                condition=Q(depth=0, ancestor=F("descendant")) | (Q(depth__gt=0) & ~Q(ancestor=F("descendant"))),
                name="ancestry_has_no_cycle",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ancestor_id} > {self.descendant_id}"
