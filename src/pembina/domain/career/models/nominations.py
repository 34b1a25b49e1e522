"""Who is nominated for an award, by whom, why and on what evidence."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.career.enums import GuardStanding, NominationState, Relation, ServiceFigure
from pembina.domain.career.models.awards import LONGEST_TEXT, Award, AwardCriterion
from pembina.domain.people.models import Person, Unit
from pembina.domain.services.models import PublicService

NO_FIGURE = Q(
    service__isnull=True, figure="", before_first__isnull=True, before_last__isnull=True, after_first__isnull=True,
    after_last__isnull=True,
)  # fmt: skip
WHOLE_FIGURE = Q(
    service__isnull=False, figure__in=ServiceFigure.values, before_last__gte=F("before_first"),
    after_first__gt=F("before_last"), after_last__gte=F("after_first"),
)  # fmt: skip


class Nomination(models.Model):
    """One nomination of a person or of a unit; `reading` is what the cited figure said on the day `read_on`.

    The figure is read when the nomination is made or corrected, and stays as it was read. What was missing then is
    missing in it, with the reason.
    """

    award = models.ForeignKey(
        Award, models.PROTECT, related_name="nominations", db_index=False, verbose_name=_("Penghargaan")
    )
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="nominations", verbose_name=_("Pegawai")
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="nominations", verbose_name=_("Unit kerja")
    )
    nominator = models.ForeignKey(Person, models.PROTECT, related_name="made_nominations", verbose_name=_("Pengusul"))
    relation = models.CharField(_("Diusulkan oleh"), max_length=9, choices=Relation.choices)
    evidence = models.TextField(_("Bukti"), max_length=LONGEST_TEXT)
    link = models.URLField(_("Tautan bukti"), max_length=500, blank=True)
    service = models.ForeignKey(
        PublicService, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Layanan")
    )
    figure = models.CharField(_("Angka layanan"), max_length=13, choices=ServiceFigure.choices, blank=True)
    before_first = models.DateField(_("Sebelum: dari bulan"), null=True, blank=True)
    before_last = models.DateField(_("Sebelum: sampai bulan"), null=True, blank=True)
    after_first = models.DateField(_("Sesudah: dari bulan"), null=True, blank=True)
    after_last = models.DateField(_("Sesudah: sampai bulan"), null=True, blank=True)
    reading = models.JSONField(_("Angka yang dibaca"), default=dict, blank=True, encoder=DjangoJSONEncoder)
    read_on = models.DateField(_("Dibaca pada"), null=True, blank=True)
    guard_state = models.CharField(_("Penjaga mutu"), max_length=7, choices=GuardStanding.choices)
    state = models.CharField(
        _("Keadaan"), max_length=9, choices=NominationState.choices, default=NominationState.STANDING
    )
    made_at = models.DateTimeField(_("Diusulkan"))
    corrected_at = models.DateTimeField(_("Diperbaiki"), null=True, blank=True)
    ended_at = models.DateTimeField(_("Berakhir"), null=True, blank=True)
    decline_reason = models.TextField(_("Alasan menolak"), max_length=LONGEST_TEXT, blank=True)
    correction_asked = models.TextField(_("Perbaikan yang diminta"), max_length=LONGEST_TEXT, blank=True)
    effort_shown_at = models.DateTimeField(_("Proses dan upaya diperlihatkan kepada juri"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Nominasi")
        indexes = [models.Index(fields=["award", "state"], name="nomination_of_award")]
        constraints = [
            models.UniqueConstraint(
                fields=["award", "person"], condition=Q(state=NominationState.STANDING), name="nominated_once_person"
            ),
            models.UniqueConstraint(
                fields=["award", "unit"], condition=Q(state=NominationState.STANDING), name="nominated_once_unit"
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=True, unit__isnull=False) | Q(person__isnull=False, unit__isnull=True),
                name="nomination_of_one",
            ),
            models.CheckConstraint(condition=~Q(evidence=""), name="nomination_has_evidence"),
            models.CheckConstraint(condition=Q(relation__in=Relation.values), name="nomination_relation_is_known"),
            models.CheckConstraint(condition=Q(guard_state__in=GuardStanding.values), name="nomination_guard_is_known"),
            models.CheckConstraint(condition=NO_FIGURE | WHOLE_FIGURE, name="nomination_figure_is_whole"),
            models.CheckConstraint(
                condition=Q(state=NominationState.STANDING, ended_at__isnull=True)
                | Q(state__in=(NominationState.DECLINED, NominationState.WITHDRAWN), ended_at__isnull=False),
                name="nomination_ended_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.called

    @property
    def called(self) -> str:
        """Return the name of whom it is about."""
        return self.person.titled_name if self.person is not None else str(self.unit)

    @property
    def concerned_nip(self) -> str:
        """Return the NIP of the person nominated, whom the audit trail tells about it; a unit has none."""
        return self.person.nip if self.person is not None else ""

    @property
    def stands(self) -> bool:
        return self.state == NominationState.STANDING


class NominationReason(models.Model):
    """Why the nominator thinks that one criterion is fulfilled."""

    nomination = models.ForeignKey(
        Nomination, models.PROTECT, related_name="reasons", db_index=False, verbose_name=_("Nominasi")
    )
    criterion = models.ForeignKey(AwardCriterion, models.PROTECT, related_name="+", verbose_name=_("Kriteria"))
    words = models.TextField(_("Alasan"), max_length=LONGEST_TEXT)

    class Meta:
        verbose_name = verbose_name_plural = _("Alasan nominasi")
        constraints = [
            models.UniqueConstraint(fields=["nomination", "criterion"], name="one_reason_a_criterion"),
            models.CheckConstraint(condition=~Q(words=""), name="nomination_reason_is_told"),
        ]

    def __str__(self) -> str:
        return f"{self.nomination_id}: {self.criterion_id}"

    @property
    def concerned_nip(self) -> str:
        return self.nomination.concerned_nip


class NominationSupport(models.Model):
    """What somebody adds who would have nominated the same; who made the nomination is not told to them."""

    nomination = models.ForeignKey(
        Nomination, models.PROTECT, related_name="supports", db_index=False, verbose_name=_("Nominasi")
    )
    supporter = models.ForeignKey(Person, models.PROTECT, related_name="supports", verbose_name=_("Pendukung"))
    relation = models.CharField(_("Didukung oleh"), max_length=9, choices=Relation.choices)
    words = models.TextField(_("Alasan"), max_length=LONGEST_TEXT)
    evidence = models.TextField(_("Bukti"), max_length=LONGEST_TEXT)
    link = models.URLField(_("Tautan bukti"), max_length=500, blank=True)
    given_at = models.DateTimeField(_("Didukung"))

    class Meta:
        verbose_name = verbose_name_plural = _("Dukungan nominasi")
        constraints = [
            models.UniqueConstraint(fields=["nomination", "supporter"], name="supported_once"),
            models.CheckConstraint(condition=~Q(words="") & ~Q(evidence=""), name="support_is_told"),
            models.CheckConstraint(condition=Q(relation__in=Relation.values), name="support_relation_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.nomination_id}: {self.supporter_id}"

    @property
    def concerned_nip(self) -> str:
        return self.nomination.concerned_nip
