"""How a leader means to reach a result (workblock, format A.1.4)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.performance.models.goals import LONGEST_LINE, Goal
from pembina.domain.performance.models.plans import LONGEST_TEXT


class StrategyBlock(models.Model):
    """The strategy for one result of a leader; its indicators stand with the result, its owner with the plan.

    Activities and milestones are kept one a line, the routine ones apart from those that change something. Written,
    copied and frozen with the plan.
    """

    goal = models.OneToOneField(Goal, models.CASCADE, related_name="strategy_block", verbose_name=_("RHK"))
    title = models.CharField(_("Judul inisiatif strategi"), max_length=LONGEST_LINE)
    parties = models.CharField(_("Pihak yang terlibat"), max_length=LONGEST_LINE, blank=True)
    due = models.CharField(_("Waktu penyelesaian"), max_length=200, blank=True)
    beneficiaries = models.CharField(_("Penerima manfaat"), max_length=LONGEST_LINE, blank=True)
    aim = models.CharField(_("Tujuan"), max_length=LONGEST_LINE, blank=True)
    budget = models.CharField(_("Anggaran"), max_length=200, blank=True)
    routine_activities = models.TextField(_("Kegiatan kunci rutin"), max_length=LONGEST_TEXT, blank=True)
    new_activities = models.TextField(_("Kegiatan kunci transformatif"), max_length=LONGEST_TEXT, blank=True)
    routine_milestones = models.TextField(_("Keluaran kunci rutin"), max_length=LONGEST_TEXT, blank=True)
    new_milestones = models.TextField(_("Keluaran kunci transformatif"), max_length=LONGEST_TEXT, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Workblock (A.1.4)")
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="strategy_has_title"),
            models.CheckConstraint(
                condition=~Q(routine_activities="", new_activities=""), name="strategy_has_an_activity"
            ),
            models.CheckConstraint(
                condition=~Q(routine_milestones="", new_milestones=""), name="strategy_has_a_milestone"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def activities(self) -> tuple[list[str], list[str]]:
        """Return the activities with their numbers: the routine ones, then the others, which count on."""
        return _numbered(self.routine_activities, self.new_activities)

    @property
    def milestones(self) -> tuple[list[str], list[str]]:
        """Return the milestones with their numbers, likewise."""
        return _numbered(self.routine_milestones, self.new_milestones)


def _numbered(routine: str, new: str) -> tuple[list[str], list[str]]:
    said = [f"{number}. {line}" for number, line in enumerate((*routine.splitlines(), *new.splitlines()), start=1)]
    first = len(routine.splitlines())
    return said[:first], said[first:]
