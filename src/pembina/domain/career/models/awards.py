"""One round of an award: what it is for, by which criteria, and who won it why."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.career.enums import AwardKind, AwardState, GuardFigure, NationalCode
from pembina.domain.people.models import Unit

LONGEST_TEXT, LONGEST_NAME = 4_000, 200
FEWEST_MEMBERS = 3
HEAVIEST = 100
PUBLISHED = (AwardState.OPEN, AwardState.JUDGING, AwardState.DECIDED)
RUNNING = (AwardState.OPEN, AwardState.JUDGING)


class Award(models.Model):
    """One round. What it says is locked once the criteria are published; another say is another round."""

    title = models.CharField(_("Nama penghargaan"), max_length=LONGEST_NAME)
    purpose = models.TextField(_("Tujuan"), max_length=LONGEST_TEXT)
    kind = models.CharField(_("Diberikan kepada"), max_length=6, choices=AwardKind.choices)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="awards", verbose_name=_("Lingkup unit kerja")
    )
    evidence = models.TextField(_("Bukti yang diminta"), max_length=LONGEST_TEXT)
    guard = models.CharField(_("Penjaga mutu"), max_length=13, choices=GuardFigure.choices, blank=True)
    tolerated = models.DecimalField(_("Boleh turun"), max_digits=6, decimal_places=2, null=True, blank=True)
    places = models.PositiveSmallIntegerField(_("Penerima paling banyak"), default=1)
    fewest_scores = models.PositiveSmallIntegerField(_("Penilai paling sedikit"), default=FEWEST_MEMBERS)
    opens_on = models.DateField(_("Nominasi dibuka"))
    closes_on = models.DateField(_("Hari terakhir nominasi"))
    decides_on = models.DateField(_("Hari keputusan"))
    national_code = models.PositiveSmallIntegerField(
        _("Jenis menurut SIASN"), choices=NationalCode.choices, null=True, blank=True
    )
    follows = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="later_rounds", verbose_name=_("Babak sebelumnya")
    )
    state = models.CharField(_("Keadaan"), max_length=9, choices=AwardState.choices, default=AwardState.DRAFT)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Dibuat oleh"))
    made_at = models.DateTimeField(_("Dibuat"))
    opened_at = models.DateTimeField(_("Kriteria terbit"), null=True, blank=True)
    decided_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Diputus oleh")
    )
    decided_at = models.DateTimeField(_("Diputus"), null=True, blank=True)
    departure_reason = models.TextField(_("Alasan berbeda dari urutan juri"), max_length=LONGEST_TEXT, blank=True)
    outcome_reason = models.TextField(_("Alasan tanpa penerima"), max_length=LONGEST_TEXT, blank=True)
    decree_number = models.CharField(_("Nomor keputusan"), max_length=100, blank=True)
    decree_date = models.DateField(_("Tanggal keputusan"), null=True, blank=True)
    withdrawn_reason = models.TextField(_("Alasan ditarik"), max_length=LONGEST_TEXT, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Penghargaan")
        indexes = [models.Index(fields=["state", "-opens_on"], name="award_by_state")]
        constraints = [
            models.CheckConstraint(condition=~Q(title="") & ~Q(purpose="") & ~Q(evidence=""), name="award_is_told"),
            models.CheckConstraint(condition=Q(kind__in=AwardKind.values), name="award_kind_is_known"),
            models.CheckConstraint(condition=Q(state__in=AwardState.values), name="award_state_is_known"),
            models.CheckConstraint(
                condition=Q(guard="", tolerated__isnull=True)
                | Q(guard__in=GuardFigure.values, tolerated__isnull=False, tolerated__gte=0),
                name="award_guard_has_a_bound",
            ),
            models.CheckConstraint(condition=Q(places__gte=1, fewest_scores__gte=2), name="award_numbers_are_usable"),
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on"), decides_on__gt=F("closes_on")), name="award_days_in_order"
            ),
            models.CheckConstraint(
                condition=Q(state=AwardState.DECIDED, decided_by__isnull=False, decided_at__isnull=False)
                | ~Q(state=AwardState.DECIDED) & Q(decided_by__isnull=True, decided_at__isnull=True),
                name="award_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state=AwardState.WITHDRAWN) | ~Q(withdrawn_reason=""), name="award_withdrawn_with_reason"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=PUBLISHED) | Q(opened_at__isnull=False), name="award_published_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def takes_nominations(self, on: date) -> bool:
        """Say whether somebody may be nominated on a day."""
        return self.state == AwardState.OPEN and self.opens_on <= on <= self.closes_on


class AwardCriterion(models.Model):
    """One criterion: what counts, and how it is judged. Without a weight it is a condition, met or not."""

    award = models.ForeignKey(
        Award, models.PROTECT, related_name="criteria", db_index=False, verbose_name=_("Penghargaan")
    )
    position = models.PositiveSmallIntegerField(_("Urutan"))
    name = models.CharField(_("Kriteria"), max_length=LONGEST_NAME)
    judged_by = models.TextField(_("Cara menilai"), max_length=1_000)
    weight = models.PositiveSmallIntegerField(_("Bobot"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Kriteria penghargaan")
        constraints = [
            models.UniqueConstraint(fields=["award", "position"], name="criterion_has_one_place"),
            models.CheckConstraint(condition=~Q(name="") & ~Q(judged_by=""), name="criterion_is_told"),
            models.CheckConstraint(
                condition=Q(weight__isnull=True) | Q(weight__range=(1, HEAVIEST)), name="criterion_weight_is_usable"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_condition(self) -> bool:
        return self.weight is None


class AwardWinner(models.Model):
    """Who was given an award, and the reasons as everybody reads them."""

    award = models.ForeignKey(
        Award, models.PROTECT, related_name="winners", db_index=False, verbose_name=_("Penghargaan")
    )
    nomination = models.OneToOneField(
        "career.Nomination", models.PROTECT, related_name="win", verbose_name=_("Nominasi")
    )
    position = models.PositiveSmallIntegerField(_("Urutan"))
    reason = models.TextField(_("Alasan yang diterbitkan"), max_length=LONGEST_TEXT)

    class Meta:
        verbose_name = verbose_name_plural = _("Penerima penghargaan")
        constraints = [
            models.UniqueConstraint(fields=["award", "position"], name="winner_has_one_place"),
            models.CheckConstraint(condition=~Q(reason=""), name="winner_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.award_id}: {self.nomination_id}"

    @property
    def concerned_nip(self) -> str:
        """Return the NIP of whom it concerns, for the audit trail."""
        return self.nomination.concerned_nip
