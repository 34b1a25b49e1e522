"""Who guides whom."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.models.persons import Person


class Mentorship(models.Model):
    """A senior guides a colleague from one day to another, both included. Each sees of the other what guidance needs.

    The same two are paired once at a time; somebody may have several mentors, and a mentor several mentees.
    """

    mentor = models.ForeignKey(Person, models.PROTECT, related_name="guided_mentorships", verbose_name=_("Mentor"))
    mentee = models.ForeignKey(Person, models.PROTECT, related_name="mentorships", verbose_name=_("Binaan"))
    starts_on = models.DateField(_("Mulai"))
    ends_on = models.DateField(_("Hari terakhir"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Mentoring")
        constraints = [
            models.UniqueConstraint(
                fields=["mentor", "mentee"], condition=Q(ends_on__isnull=True), name="mentorship_open_once"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="mentorship_ends_after_start"
            ),
            models.CheckConstraint(condition=~Q(mentor=F("mentee")), name="mentorship_not_of_oneself"),
        ]

    def __str__(self) -> str:
        return f"{self.mentor_id} > {self.mentee_id}, {self.starts_on:%Y-%m-%d}"

    @property
    def concerned_nip(self) -> str:
        """Return the NIP of the mentee, whom the audit trail tells about it."""
        return self.mentee.nip
