"""One run: locked design + frozen data + version of the code = a result that anybody can repeat."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.impact.enums import RunState
from pembina.domain.impact.models.designs import HASH_LENGTH, DesignOutcome, Evaluation, EvaluationDesign


class EvaluationRun(models.Model):
    """One run. A later correction of the data gives a new run beside the old one; none is ever replaced.

    `data_until` is the first day of the last month that the panels hold. `data_hash` is the SHA-256 over the hashes of
    the panels in the order of the outcomes. `result` is what `result_hash` is the SHA-256 of, in canonical JSON;
    `domain.impact.result` states its shape. `levels` holds what the levels 1 to 3 of the programme said that day.
    `cautions` lists what happened to units and standards within the window: ``[{"message": {"id", "en"}, "names"}]``.
    """

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="runs", verbose_name=_("Evaluasi dampak"))
    design = models.ForeignKey(
        EvaluationDesign, models.PROTECT, related_name="runs", verbose_name=_("Rancangan evaluasi")
    )
    number = models.PositiveSmallIntegerField(_("Nomor"))
    state = models.CharField(_("Keadaan"), max_length=7, choices=RunState.choices, default=RunState.WAITING.value)
    data_until = models.DateField(_("Data sampai bulan"))
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Diminta oleh"))
    asked_at = models.DateTimeField(_("Diminta"))
    finished_at = models.DateTimeField(_("Selesai"), null=True, blank=True)
    progress_done = models.PositiveSmallIntegerField(default=0)
    progress_total = models.PositiveSmallIntegerField(default=0)
    code_version = models.CharField(_("Versi program"), max_length=120, blank=True)
    data_hash = models.CharField(_("Hash data"), max_length=HASH_LENGTH, blank=True)
    result = models.JSONField(_("Hasil"), default=dict, blank=True)
    result_hash = models.CharField(_("Hash hasil"), max_length=HASH_LENGTH, blank=True)
    levels = models.JSONField(_("Jenjang 1 sampai 3"), default=dict, blank=True)
    cautions = models.JSONField(_("Yang berubah selama pengamatan"), default=list, blank=True)
    failure = models.JSONField(_("Sebab gagal"), default=dict, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Perhitungan dampak")
        ordering = ("-number",)
        constraints = [
            models.UniqueConstraint(fields=["evaluation", "number"], name="run_number_once"),
            models.UniqueConstraint(
                fields=["evaluation"],
                condition=Q(state__in=(RunState.WAITING, RunState.RUNNING)),
                name="run_one_at_a_time",
            ),
            models.CheckConstraint(condition=Q(state__in=RunState.values), name="run_state_is_known"),
            models.CheckConstraint(
                condition=Q(state=RunState.DONE, finished_at__isnull=False)
                & ~Q(result_hash="") & ~Q(data_hash="") & ~Q(code_version="")
                | Q(state=RunState.FAILED, finished_at__isnull=False, result_hash="")
                | Q(state__in=(RunState.WAITING, RunState.RUNNING), finished_at__isnull=True, result_hash=""),
                name="run_done_with_a_result",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.evaluation_id} #{self.number}"


class FrozenPanel(models.Model):
    """The data of one outcome as they stood at a run: a Parquet file of unit, month, figure and starts.

    `exclusions` lists what was left out: ``[{"reason": code, "units": [codes]}]``.
    """

    run = models.ForeignKey(EvaluationRun, models.PROTECT, related_name="panels", verbose_name=_("Perhitungan dampak"))
    outcome = models.ForeignKey(DesignOutcome, models.PROTECT, related_name="panels", verbose_name=_("Ukuran hasil"))
    content = models.BinaryField()
    sha256 = models.CharField(_("Hash"), max_length=HASH_LENGTH)
    rows = models.PositiveIntegerField(_("Baris"))
    units = models.PositiveIntegerField(_("Unit"))
    months = models.PositiveSmallIntegerField(_("Bulan"))
    exclusions = models.JSONField(_("Yang tidak dipakai"), default=list, blank=True)
    frozen_at = models.DateTimeField(_("Dibekukan"))

    class Meta:
        verbose_name = verbose_name_plural = _("Data beku")
        constraints = [
            models.UniqueConstraint(fields=["run", "outcome"], name="panel_once_a_run_and_outcome"),
        ]

    def __str__(self) -> str:
        return f"{self.run_id} {self.outcome_id}"
