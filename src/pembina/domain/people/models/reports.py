"""What people say is wrong in their records, and what became of it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.people.enums import ReportAbout, ReportState
from pembina.domain.people.models.persons import Person
from pembina.domain.people.models.units import Unit

LONGEST_NOTE = 1_000
DECIDED = (ReportState.ACCEPTED, ReportState.DECLINED)
UNDECIDED = Q(decided_by__isnull=True, decided_at__isnull=True)


class CorrectionReport(models.Model):
    """One report of wrong data. It waits for human resources and never holds anything else up.

    What would be right is suggested as far as the reporter knows it. Who withdraws decides as well, about the own one.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="reports", verbose_name=_("Pegawai"))
    reporter = models.ForeignKey(User, models.PROTECT, related_name="reports", verbose_name=_("Pelapor"))
    about = models.CharField(_("Yang keliru"), max_length=10, choices=ReportAbout.choices)
    suggested_superior = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="suggested_in", verbose_name=_("Atasan seharusnya")
    )
    suggested_unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="suggested_in", verbose_name=_("Unit seharusnya")
    )
    suggested_position = models.CharField(_("Jabatan seharusnya"), max_length=200, blank=True)
    since = models.DateField(_("Sejak"), null=True, blank=True)
    note = models.TextField(_("Penjelasan"), max_length=LONGEST_NOTE, blank=True)
    state = models.CharField(_("Keadaan"), max_length=9, choices=ReportState.choices, default=ReportState.OPEN)
    reported_at = models.DateTimeField(_("Dilaporkan"))
    decided_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="decided_reports", verbose_name=_("Diputus oleh")
    )
    decided_at = models.DateTimeField(_("Diputus"), null=True, blank=True)
    reason = models.TextField(_("Jawaban"), max_length=LONGEST_NOTE, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Laporan kekeliruan data")
        indexes = [models.Index(fields=["state", "reported_at"], name="report_queue")]
        constraints = [
            models.CheckConstraint(condition=Q(about__in=ReportAbout.values), name="report_about_is_known"),
            models.CheckConstraint(condition=Q(state__in=ReportState.values), name="report_state_is_known"),
            models.CheckConstraint(
                condition=(Q(state=ReportState.OPEN) & UNDECIDED)
                | (~Q(state=ReportState.OPEN) & Q(decided_by__isnull=False, decided_at__isnull=False)),
                name="report_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state=ReportState.DECLINED) | ~Q(reason=""), name="report_declined_with_reason"
            ),
            models.CheckConstraint(
                condition=Q(suggested_unit__isnull=True) | Q(about=ReportAbout.UNIT), name="report_unit_where_asked"
            ),
            models.UniqueConstraint(
                fields=["person", "reporter", "about"],
                condition=Q(state=ReportState.OPEN),
                name="report_open_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_about_display()}: {self.person}"

    @property
    def is_open(self) -> bool:
        return self.state == ReportState.OPEN

    @property
    def is_complete(self) -> bool:
        """Say whether the suggestion can be carried out as it stands, without anybody adding to it."""
        return {
            ReportAbout.SUPERIOR: self.suggested_superior_id is not None,
            ReportAbout.UNIT: self.suggested_unit_id is not None,
            ReportAbout.POSITION: bool(self.suggested_position),
            ReportAbout.NOT_MINE: True,
            ReportAbout.OTHER: False,
        }[ReportAbout(self.about)]
