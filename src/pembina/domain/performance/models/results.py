"""Results of the national record (e-Kinerja BKN, SIASN) as they were read there, and the files they came with."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.people.models import Person
from pembina.domain.performance.enums import PeriodCycle, PredicateWord, RatingWord

FIRST_YEAR = 2022
"""The first year of ratings and predicates (PermenPANRB 6/2022); what came before was a number."""


class ResultImport(models.Model):
    """One file that was applied; taken back once at most."""

    file_name = models.CharField(_("Nama berkas"), max_length=200)
    sha256 = models.CharField(_("Sidik berkas"), max_length=64)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Oleh"))
    at = models.DateTimeField(_("Diterapkan"))
    added = models.PositiveIntegerField(_("Baru"))
    changed = models.PositiveIntegerField(_("Berubah"))
    same = models.PositiveIntegerField(_("Sama"))
    refused = models.PositiveIntegerField(_("Ditolak"))
    undone_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Diurungkan oleh")
    )
    undone_at = models.DateTimeField(_("Diurungkan"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Impor hasil kinerja")
        constraints = [
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True, undone_by__isnull=True)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="result_import_undone_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name


class PerformanceResult(models.Model):
    """The result of one person for a month, a quarter or a year. The predicate is that of the matrix, never typed.

    The rater stands in the words of the record; `rater` is the person where the NIP is one of ours.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="results", verbose_name=_("Pegawai"))
    year = models.PositiveSmallIntegerField(_("Tahun"))
    cycle = models.CharField(_("Siklus"), max_length=9, choices=PeriodCycle.choices)
    first_month = models.PositiveSmallIntegerField(_("Bulan pertama"))
    last_month = models.PositiveSmallIntegerField(_("Bulan terakhir"))
    results = models.CharField(_("Hasil kerja"), max_length=11, choices=RatingWord.choices)
    behaviour = models.CharField(_("Perilaku kerja"), max_length=11, choices=RatingWord.choices)
    predicate = models.CharField(_("Predikat kinerja"), max_length=17, choices=PredicateWord.choices)
    rater = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="results_rated", verbose_name=_("Pejabat penilai")
    )
    rater_nip = models.CharField(_("NIP/NRP penilai"), max_length=40, blank=True)
    rater_name = models.CharField(_("Nama penilai"), max_length=200, blank=True)
    rater_position = models.CharField(_("Jabatan penilai"), max_length=255, blank=True)
    rater_unit = models.CharField(_("Unit penilai"), max_length=255, blank=True)
    rater_rank = models.CharField(_("Golongan penilai"), max_length=20, blank=True)
    rater_status = models.CharField(_("Status penilai"), max_length=20, blank=True)
    external_id = models.CharField(_("ID di SIASN"), max_length=64, blank=True)
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Dicatat oleh"))
    noted_at = models.DateTimeField(_("Dicatat"))

    class Meta:
        verbose_name = verbose_name_plural = _("Hasil kinerja")
        indexes = [models.Index(fields=["year", "cycle", "predicate", "person"], name="result_of_year")]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "year", "cycle", "first_month", "last_month"], name="result_of_period_once"
            ),
            models.CheckConstraint(condition=Q(cycle__in=PeriodCycle.values), name="result_cycle_is_known"),
            models.CheckConstraint(condition=Q(year__gte=FIRST_YEAR), name="result_of_years_with_ratings"),
            models.CheckConstraint(
                condition=Q(first_month__gte=1, last_month__lte=12, last_month__gte=F("first_month")),
                name="result_months_in_order",
            ),
            models.CheckConstraint(
                condition=Q(results__in=RatingWord.values, behaviour__in=RatingWord.values),
                name="result_ratings_are_known",
            ),
            models.CheckConstraint(condition=Q(predicate__in=PredicateWord.values), name="result_predicate_is_known"),
            models.CheckConstraint(
                condition=Q(rater__isnull=True) | ~Q(rater=F("person")), name="result_not_rated_by_oneself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_predicate_display()}, {self.year}"

    @property
    def concerned_nip(self) -> str:
        """Return the NIP of the person, whom the audit trail tells about it."""
        return self.person.nip


class ResultImportRow(models.Model):
    """One result that a file brought or changed; `before` is what was on record, None where there was nothing."""

    batch = models.ForeignKey(ResultImport, models.PROTECT, related_name="rows", verbose_name=_("Impor"))
    result = models.ForeignKey(
        PerformanceResult, models.SET_NULL, null=True, related_name="import_rows", verbose_name=_("Hasil kinerja")
    )
    before: Any = models.JSONField(_("Sebelumnya"), null=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Baris impor hasil kinerja")

    def __str__(self) -> str:
        return f"{self.batch_id} {self.result_id}"
