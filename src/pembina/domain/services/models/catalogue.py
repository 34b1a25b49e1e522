"""What a unit does for citizens, and what it promises about it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.models import Unit
from pembina.domain.services.enums import PromiseUnit


class PublicService(models.Model):
    """One kind of service (jenis layanan) of one unit. Dates are inclusive; a service that ended keeps its history."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="services", verbose_name=_("Unit kerja"))
    code = models.CharField(_("Kode"), max_length=64, unique=True)
    name = models.CharField(_("Nama layanan"), max_length=200)
    opened_on = models.DateField(_("Dibuka"))
    closed_on = models.DateField(_("Hari terakhir"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Jenis layanan")
        constraints = [
            models.CheckConstraint(condition=~Q(code="") & ~Q(name=""), name="service_is_named"),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                name="service_closes_after_opening",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ServiceStandard(models.Model):
    """What is promised about a service from one day to another: the 14 components of UU 25/2009 art 21.

    The promised time is a number with its unit and the two events between which it runs; both numbers are empty where
    the standard promises none. Two standards of a service never overlap.
    """

    service = models.ForeignKey(PublicService, models.PROTECT, related_name="standards", verbose_name=_("Layanan"))
    starts_on = models.DateField(_("Berlaku mulai"))
    ends_on = models.DateField(_("Berlaku sampai"), null=True, blank=True)
    decree = models.CharField(_("Nomor keputusan"), max_length=200, blank=True)

    # Service delivery: the six components that a citizen reads.
    requirements = models.TextField(_("Persyaratan"), blank=True)
    procedure = models.TextField(_("Sistem, mekanisme, dan prosedur"), blank=True)
    promised_amount = models.PositiveIntegerField(_("Jangka waktu penyelesaian"), null=True, blank=True)
    promised_unit = models.CharField(_("Satuan"), max_length=12, choices=PromiseUnit.choices, blank=True)
    start_event = models.CharField(_("Dihitung sejak"), max_length=200, blank=True)
    stop_event = models.CharField(_("Sampai"), max_length=200, blank=True)
    fee = models.TextField(_("Biaya atau tarif"), blank=True)
    product = models.TextField(_("Produk pelayanan"), blank=True)
    complaint_handling = models.TextField(_("Penanganan pengaduan, saran, dan masukan"), blank=True)

    # Manufacturing: the eight that the office keeps.
    legal_basis = models.TextField(_("Dasar hukum"), blank=True)
    facilities = models.TextField(_("Sarana, prasarana, dan fasilitas"), blank=True)
    competence = models.TextField(_("Kompetensi pelaksana"), blank=True)
    supervision = models.TextField(_("Pengawasan internal"), blank=True)
    number_of_staff = models.TextField(_("Jumlah pelaksana"), blank=True)
    guarantee = models.TextField(_("Jaminan pelayanan"), blank=True)
    safety = models.TextField(_("Jaminan keamanan dan keselamatan"), blank=True)
    evaluation = models.TextField(_("Evaluasi kinerja pelaksana"), blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Standar pelayanan")
        indexes = [models.Index(fields=["service", "starts_on"], name="standard_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="standard_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(promised_amount__isnull=True, promised_unit="", start_event="", stop_event="")
                | Q(promised_amount__gte=1, promised_unit__in=PromiseUnit.values)
                & ~Q(start_event="")
                & ~Q(stop_event=""),
                name="standard_promise_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.service_id} {self.starts_on}"
