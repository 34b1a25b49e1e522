"""A file that was brought in: what it said, what was wrong with it, and what it changed."""

from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _

from pembina.core.text import Text
from pembina.domain.people.enums import AssignmentStep, ChangeKind, ImportKind, ImportState
from pembina.domain.people.intake.counts import Counts
from pembina.domain.people.intake.fields import READING_ORDER
from pembina.domain.people.intake.rows import Severity

SHA256_LENGTH = 64
RUNNING = (ImportState.CHECKING, ImportState.APPLYING, ImportState.UNDOING)
WAS_CHECKED = (
    ImportState.CHECKED,
    ImportState.APPLYING,
    ImportState.APPLIED,
    ImportState.UNDOING,
    ImportState.UNDONE,
)
WAS_APPLIED = (ImportState.APPLIED, ImportState.UNDOING, ImportState.UNDONE)


class FileImport(models.Model):
    """What every file on its way in has, whatever it holds: where it is kept, how far it has come, what went wrong.

    ``kept_file`` is relative to the data directory; ``file_sha256`` is of the file as it was sent. ``by`` is the
    account that answers for it.
    """

    state = models.CharField(_("Keadaan"), max_length=9, choices=ImportState.choices, default=ImportState.WAITING.value)
    file_name = models.CharField(_("Berkas"), max_length=255)
    file_sha256 = models.CharField(max_length=SHA256_LENGTH)
    kept_file = models.CharField(max_length=255, blank=True)
    kept_sha256 = models.CharField(max_length=SHA256_LENGTH, blank=True)
    numbers = models.JSONField(default=dict, blank=True)
    notes = models.JSONField(
        default=list, blank=True, help_text="What the officer should know of the file, in both languages."
    )
    progress_done = models.PositiveIntegerField(default=0)
    progress_total = models.PositiveIntegerField(default=0)
    problem_id = models.TextField(blank=True)
    problem_en = models.TextField(blank=True)
    remedy_id = models.TextField(blank=True)
    remedy_en = models.TextField(blank=True)
    digest = models.CharField(max_length=SHA256_LENGTH, blank=True)
    created_at = models.DateTimeField(_("Diterima"))
    touched_at = models.DateTimeField(help_text="When it last moved; what stands still too long was interrupted.")
    checked_at = models.DateTimeField(_("Diperiksa"), null=True, blank=True)
    applied_at = models.DateTimeField(_("Diterapkan"), null=True, blank=True)
    undone_at = models.DateTimeField(_("Diurungkan"), null=True, blank=True)

    by: Any

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.file_name

    @property
    def change_count(self) -> int:
        """Return how many records the import would touch; 0 before the check."""
        return sum(self.numbers.get(name, 0) for name in ("new", "changed", "leaving"))

    @property
    def remarks(self) -> list[Text]:
        """Return the notes about the file."""
        return [Text(id=indonesian, en=english) for indonesian, english in self.notes]

    @property
    def is_running(self) -> bool:
        """Say whether it is being checked, applied or undone just now."""
        return self.state in RUNNING

    @property
    def problem(self) -> Text:
        """Return why it failed, or why what was last asked of it was refused; empty if neither."""
        return Text(id=self.problem_id, en=self.problem_en)

    @property
    def remedy(self) -> Text:
        """Return what to do about the problem."""
        return Text(id=self.remedy_id, en=self.remedy_en)


class ImportBatch(FileImport):
    """One file of staff or units on its way in. Its findings and changes are rows of their own, shown some at a time.

    ``on`` is the day from which the file holds. A ``complete`` file names everybody: who is on record and not in it
    leaves.
    """

    kind = models.CharField(_("Jenis"), max_length=5, choices=ImportKind.choices)
    layout = models.CharField(_("Bentuk berkas"), max_length=60, blank=True)
    on = models.DateField(_("Berlaku mulai"))
    complete = models.BooleanField(_("Memuat seluruh pegawai"), default=False)
    links_removed = models.JSONField(
        default=list, blank=True, help_text="Rows of the table of ancestors that an import took away."
    )
    first_person = models.BigIntegerField(
        null=True, blank=True, help_text="Number of the first person it made; the next follow as their changes do."
    )
    first_assignment = models.BigIntegerField(
        null=True, blank=True, help_text="Number of the first assignment it made; the next follow as their changes do."
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="imports", verbose_name=_("Oleh")
    )

    class Meta:
        verbose_name = verbose_name_plural = _("Impor")
        indexes = [
            models.Index(fields=["-created_at"], name="import_latest"),
            models.Index(fields=["file_sha256"], name="import_of_file"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=ImportKind.values), name="import_kind_is_known"),
            models.CheckConstraint(condition=Q(state__in=ImportState.values), name="import_state_is_known"),
            models.CheckConstraint(
                condition=Exact(Length("file_sha256"), SHA256_LENGTH) & ~Q(file_name=""), name="import_has_a_file"
            ),
            models.CheckConstraint(
                condition=Q(kept_file="", kept_sha256="") | (~Q(kept_file="") & ~Q(kept_sha256="")),
                name="import_kept_file_has_its_hash",
            ),
            models.CheckConstraint(
                condition=~Q(problem_id="") & ~Q(problem_en="") & ~Q(remedy_id="") & ~Q(remedy_en="")
                | ~Q(state=ImportState.FAILED) & Q(problem_id="", problem_en="", remedy_id="", remedy_en=""),
                name="import_failed_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=WAS_CHECKED) | (Q(checked_at__isnull=False) & ~Q(digest="")),
                name="import_checked_has_a_plan",
            ),
            models.CheckConstraint(
                condition=Q(applied_at__isnull=True) ^ Q(state__in=WAS_APPLIED), name="import_applied_says_when"
            ),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True) ^ Q(state=ImportState.UNDONE), name="import_undone_says_when"
            ),
        ]  # fmt: skip

    @property
    def counts(self) -> Counts:
        """Return how many rows are new, changed, unchanged, leaving and refused; all zero before the check."""
        return Counts(**self.numbers)


class FileFinding(models.Model):
    """One thing about one row of a file. Row 0 stands for the file as a whole."""

    row = models.PositiveIntegerField(_("Baris"))
    column = models.CharField(_("Kolom"), max_length=200, blank=True)
    value = models.TextField(_("Isi"), blank=True)
    code = models.CharField(max_length=60)
    severity = models.CharField(max_length=7, choices=[(each.value, each.value) for each in Severity])
    reason_id = models.TextField()
    reason_en = models.TextField()
    remedy_id = models.TextField()
    remedy_en = models.TextField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.row} {self.column}: {self.code}"

    @property
    def reason(self) -> Text:
        """Return why it is wrong."""
        return Text(id=self.reason_id, en=self.reason_en)

    @property
    def remedy(self) -> Text:
        """Return what to do about it."""
        return Text(id=self.remedy_id, en=self.remedy_en)


class ImportFinding(FileFinding):
    """One thing about one row of a file of staff or units."""

    batch = models.ForeignKey(ImportBatch, models.PROTECT, related_name="findings", db_index=False)

    class Meta:
        verbose_name = verbose_name_plural = _("Catatan baris")
        indexes = [
            models.Index(fields=["batch", "row", "id"], name="finding_by_row"),
            models.Index(fields=["batch", "severity", "row"], name="finding_by_severity"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(severity__in=[each.value for each in Severity]), name="finding_severity_is_known"
            ),
            models.CheckConstraint(condition=~Q(reason_id="") & ~Q(remedy_id=""), name="finding_says_why_and_what"),
        ]


class ImportChange(models.Model):
    """What an import does to one person or unit: the same fields before and after, as the record writes them.

    ``key`` is a NIP or the code of a unit; units stand in ``before`` and ``after`` by their codes, superiors by their
    NIP, dates in ISO form. The three numbers lead to the rows that were written: the person or unit, the assignment
    that begins or is corrected, and the one that ends. What an import of staff makes has no number here: the batch has
    the first, and the others follow in the order of the changes. A new unit has its number from when it is made.
    """

    batch = models.ForeignKey(ImportBatch, models.PROTECT, related_name="changes", db_index=False)
    row = models.PositiveIntegerField(_("Baris"), null=True)
    kind = models.CharField(max_length=7, choices=ChangeKind.choices)
    step = models.CharField(max_length=7, choices=AssignmentStep.choices, blank=True)
    key = models.CharField(max_length=64)
    name = models.CharField(_("Nama"), max_length=200)
    before = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    after = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    record = models.BigIntegerField(null=True)
    assignment = models.BigIntegerField(null=True)
    ended = models.BigIntegerField(null=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Perubahan impor")
        indexes = [models.Index(fields=["batch", "kind", "id"], name="change_by_kind")]
        constraints = [
            models.UniqueConstraint(fields=["batch", "key"], name="change_once_a_record"),
            models.CheckConstraint(condition=Q(kind__in=ChangeKind.values), name="change_kind_is_known"),
            models.CheckConstraint(condition=Q(step__in=AssignmentStep.values), name="change_step_is_known"),
            models.CheckConstraint(
                condition=Q(kind=ChangeKind.NEW) | Q(record__isnull=False), name="change_of_a_known_record"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.kind}"

    @property
    def differences(self) -> list[tuple[str, str, str]]:
        """Return field, value before and value after of what really differs; nothing is an empty string."""
        return [
            (field, _written(self.before.get(field)), _written(self.after[field]))
            for field in sorted(self.after, key=READING_ORDER.__getitem__)
            if self.before.get(field) != self.after[field]
        ]


def _written(value: str | None) -> str:
    return "" if value is None else value
