"""A file of requests that was brought in: how it was read, what was wrong with it, and what it changed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.enums import ImportState
from pembina.domain.people.intake.rows import Severity
from pembina.domain.people.models import FileFinding, FileImport
from pembina.domain.people.models.imports import SHA256_LENGTH, WAS_APPLIED, WAS_CHECKED
from pembina.domain.services.enums import RequestStep
from pembina.domain.services.intake.counts import RequestCounts
from pembina.domain.services.intake.reading import Reading
from pembina.domain.services.models.catalogue import PublicService


class RequestImport(FileImport):
    """One file of requests on its way in.

    ``reading`` is how it is read, as `intake.reading.Reading` writes itself; ``seen`` is what was shown of it to choose
    by: its columns with examples, and its words. ``figures`` are those of the file as it stands. ``services`` are those
    of its rows, none before the check: who does not reach all of them does not see it.
    """

    reading = models.JSONField(default=dict, blank=True)
    seen = models.JSONField(default=dict, blank=True)
    figures = models.JSONField(default=dict, blank=True)
    services = models.ManyToManyField(PublicService, related_name="+", blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="request_imports",
        verbose_name=_("Oleh"),
    )

    class Meta:
        verbose_name = verbose_name_plural = _("Impor permohonan")
        indexes = [models.Index(fields=["-created_at"], name="request_import_latest")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=ImportState.values), name="request_import_state_is_known"),
            models.CheckConstraint(
                condition=Exact(Length("file_sha256"), SHA256_LENGTH) & ~Q(file_name=""),
                name="request_import_has_a_file",
            ),
            models.CheckConstraint(
                condition=~Q(problem_id="") & ~Q(problem_en="") & ~Q(remedy_id="") & ~Q(remedy_en="")
                | ~Q(state=ImportState.FAILED) & Q(problem_id="", problem_en="", remedy_id="", remedy_en=""),
                name="request_import_failed_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=WAS_CHECKED) | (Q(checked_at__isnull=False) & ~Q(digest="")),
                name="request_import_checked_has_a_plan",
            ),
            models.CheckConstraint(
                condition=Q(applied_at__isnull=True) ^ Q(state__in=WAS_APPLIED), name="request_import_applied_says_when"
            ),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True) ^ Q(state=ImportState.UNDONE),
                name="request_import_undone_says_when",
            ),
        ]  # fmt: skip

    @property
    def counts(self) -> RequestCounts:
        """Return how many requests are new, changed, unchanged, refused and impossible; all zero before the check."""
        return RequestCounts(**self.numbers)

    @property
    def how_read(self) -> Reading:
        """Return how the file is read."""
        return Reading.from_json(self.reading)


class RequestImportFinding(FileFinding):
    """One thing about one row of a file of requests; of each kind the first `exchange.requests.problems.LISTED`."""

    batch = models.ForeignKey(RequestImport, models.PROTECT, related_name="findings", db_index=False)

    class Meta:
        verbose_name = verbose_name_plural = _("Catatan baris permohonan")
        indexes = [
            models.Index(fields=["batch", "row", "id"], name="request_finding_by_row"),
            models.Index(fields=["batch", "severity", "code", "row"], name="request_finding_by_code"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(severity__in=[each.value for each in Severity]), name="request_finding_severity_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(reason_id="") & ~Q(remedy_id=""), name="request_finding_says_why_and_what"
            ),
        ]


class RequestImportChange(models.Model):
    """What an import did to one request. Kept small: there may be a million of them in one file.

    A changed request keeps its state ``before`` as `intake.states` writes it; a new one had none. ``mark`` is the
    fingerprint of what was written, by which undoing sees whether somebody has changed it since. New requests have no
    row here until the import is applied. ``request`` is the number of the row, which undoing may remove.
    """

    batch = models.ForeignKey(RequestImport, models.PROTECT, related_name="changes", db_index=False)
    row = models.PositiveIntegerField(_("Baris"))
    step = models.CharField(max_length=7, choices=RequestStep.choices)
    request = models.BigIntegerField()
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    mark = models.BigIntegerField()

    class Meta:
        verbose_name = verbose_name_plural = _("Perubahan impor permohonan")
        indexes = [
            models.Index(fields=["batch", "step", "id"], name="request_change_by_step"),
            models.Index(fields=["request", "batch"], name="request_change_of_request"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(step__in=RequestStep.values), name="request_change_step_is_known"),
            models.CheckConstraint(
                condition=Q(step=RequestStep.NEW, before__isnull=True)
                | Q(step=RequestStep.CHANGED, before__isnull=False),
                name="request_change_keeps_what_was",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.row}: {self.step}"
