"""The ledger of learning hours (JP): one row for each thing somebody learned."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.development.enums import CountedFrom, RecordSource, RecordState
from pembina.domain.development.models.certificates import Certificate
from pembina.domain.people.models import Person


class LearningRecord(models.Model):
    """One row. `year` is that of the last day, in which the hours count; `form` the SIASN number of the form.

    Hours `counted_from` length or equivalent are those that the bound of a form in a year is about.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="learning_records", verbose_name=_("Pegawai"))
    year = models.PositiveSmallIntegerField(_("Tahun"))
    form = models.PositiveSmallIntegerField(_("Bentuk pengembangan"))
    title = models.CharField(_("Judul"), max_length=200)
    organiser = models.CharField(_("Penyelenggara"), max_length=200, blank=True)
    number = models.CharField(_("Nomor sertifikat"), max_length=100, blank=True)
    first_day = models.DateField(_("Hari pertama"))
    last_day = models.DateField(_("Hari terakhir"))
    hours = models.DecimalField(_("JP"), max_digits=6, decimal_places=2)
    counted_from = models.CharField(
        _("Dihitung dari"), max_length=11, choices=CountedFrom.choices, default=CountedFrom.CERTIFICATE
    )
    basis = models.CharField(_("Dasar jam"), max_length=500, blank=True)
    source = models.CharField(_("Sumber"), max_length=11, choices=RecordSource.choices)
    certificate = models.OneToOneField(
        Certificate, models.PROTECT, null=True, blank=True, related_name="record", verbose_name=_("Sertifikat")
    )
    evidence = models.URLField(_("Tautan bukti"), blank=True)
    state = models.CharField(_("Keadaan"), max_length=8, choices=RecordState.choices)
    noted_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Dicatat oleh")
    )
    noted_at = models.DateTimeField(_("Dicatat"))
    refusal = models.CharField(_("Alasan ditolak"), max_length=500, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Riwayat jam pelajaran (JP)")
        indexes = [
            models.Index(fields=["person", "year"], name="learning_of_person"),
            models.Index(fields=["year", "state", "person"], name="learning_of_year"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "form", "title", "first_day", "last_day"],
                condition=~Q(state=RecordState.REFUSED),
                name="learning_counted_once",
            ),
            models.CheckConstraint(condition=~Q(title=""), name="learning_is_named"),
            models.CheckConstraint(condition=Q(hours__gt=Decimal(0)), name="learning_has_hours"),
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="learning_days_in_order"),
            models.CheckConstraint(condition=Q(year=F("last_day__year")), name="learning_year_is_of_last_day"),
            models.CheckConstraint(condition=Q(source__in=RecordSource.values), name="learning_source_is_known"),
            models.CheckConstraint(
                condition=Q(counted_from__in=CountedFrom.values), name="learning_counted_from_something"
            ),
            models.CheckConstraint(
                condition=Q(source=RecordSource.CERTIFICATE, certificate__isnull=False)
                | ~Q(source=RecordSource.CERTIFICATE) & Q(certificate__isnull=True),
                name="learning_certificate_where_it_is_one",
            ),
            models.CheckConstraint(
                condition=Q(state=RecordState.REFUSED) & ~Q(refusal="")
                | Q(state__in=(RecordState.REPORTED, RecordState.COUNTED), refusal=""),
                name="learning_refused_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.hours} JP"

    @property
    def concerned_nip(self) -> str:
        """Return the NIP of the person, whom the audit trail tells about it."""
        return self.person.nip
