"""Who judges a round, what each has to do with whom, and what each found."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.career.models.awards import LONGEST_TEXT, Award, AwardCriterion
from pembina.domain.career.models.nominations import Nomination
from pembina.domain.people.models import Person

LOWEST_POINTS, HIGHEST_POINTS = 1, 5


class JuryMember(models.Model):
    """A person who judges one round; named before the judging begins."""

    award = models.ForeignKey(Award, models.PROTECT, related_name="jury", db_index=False, verbose_name=_("Penghargaan"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="juries", verbose_name=_("Juri"))
    named_at = models.DateTimeField(_("Ditunjuk"))

    class Meta:
        verbose_name = verbose_name_plural = _("Juri")
        constraints = [models.UniqueConstraint(fields=["award", "person"], name="juror_is_named_once")]

    def __str__(self) -> str:
        return f"{self.award_id}: {self.person}"


class DeclaredRelation(models.Model):
    """What a juror has to do with somebody nominated, as the juror says; it bars the juror from that nomination."""

    juror = models.ForeignKey(
        JuryMember, models.PROTECT, related_name="relations", db_index=False, verbose_name=_("Juri")
    )
    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="relations", verbose_name=_("Nominasi"))
    words = models.TextField(_("Hubungan"), max_length=1_000)
    declared_at = models.DateTimeField(_("Dinyatakan"))

    class Meta:
        verbose_name = verbose_name_plural = _("Hubungan yang dinyatakan")
        constraints = [
            models.UniqueConstraint(fields=["juror", "nomination"], name="relation_is_declared_once"),
            models.CheckConstraint(condition=~Q(words=""), name="relation_is_told"),
        ]

    def __str__(self) -> str:
        return f"{self.juror_id} > {self.nomination_id}"

    @property
    def concerned_nip(self) -> str:
        return self.juror.person.nip


class JurySheet(models.Model):
    """What one juror found of one nomination; its scores stand in `JuryScore`."""

    juror = models.ForeignKey(JuryMember, models.PROTECT, related_name="sheets", db_index=False, verbose_name=_("Juri"))
    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="sheets", verbose_name=_("Nominasi"))
    guard_reason = models.TextField(_("Alasan meski mutu tidak diketahui"), max_length=LONGEST_TEXT, blank=True)
    given_at = models.DateTimeField(_("Dinilai"))

    class Meta:
        verbose_name = verbose_name_plural = _("Lembar juri")
        constraints = [models.UniqueConstraint(fields=["juror", "nomination"], name="one_sheet_a_juror")]

    def __str__(self) -> str:
        return f"{self.juror_id}: {self.nomination_id}"

    @property
    def concerned_nip(self) -> str:
        return self.nomination.concerned_nip


class JuryScore(models.Model):
    """One criterion on a sheet: points where it has a weight, met or not where it is a condition; always a reason."""

    sheet = models.ForeignKey(
        JurySheet, models.PROTECT, related_name="scores", db_index=False, verbose_name=_("Lembar juri")
    )
    criterion = models.ForeignKey(AwardCriterion, models.PROTECT, related_name="+", verbose_name=_("Kriteria"))
    points = models.PositiveSmallIntegerField(_("Nilai"), null=True, blank=True)
    is_met = models.BooleanField(_("Terpenuhi"), null=True, blank=True)
    reason = models.TextField(_("Alasan"), max_length=LONGEST_TEXT)

    class Meta:
        verbose_name = verbose_name_plural = _("Nilai juri")
        constraints = [
            models.UniqueConstraint(fields=["sheet", "criterion"], name="one_score_a_criterion"),
            models.CheckConstraint(
                condition=Q(points__range=(LOWEST_POINTS, HIGHEST_POINTS), is_met__isnull=True)
                | Q(points__isnull=True, is_met__isnull=False),
                name="score_is_of_one_kind",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="score_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.sheet_id}: {self.criterion_id}"

    @property
    def concerned_nip(self) -> str:
        return self.sheet.nomination.concerned_nip
