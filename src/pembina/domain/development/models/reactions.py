"""What participants thought of a batch: answers that lead to nobody, and apart from them who has answered.

Each answer is a row of its own with a random number, without moment and without author: neither which answers came
from one sheet nor whose sheet it was can be read from them. `ReactionGiven` says only that somebody has answered.

No page and no export leads back to anybody. An operator of the database could, though, by the order in which the rows
of both were written: that is not prevented here.
"""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.development.models.batches import Batch, Session
from pembina.domain.development.models.enrolments import Enrolment

LOWEST, HIGHEST = 1, 4
LONGEST_REMARK = 1_000


class Reaction(models.Model):
    """One answer of 1-4 to one item: of the batch, of a session, or of a trainer at a session."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    batch = models.ForeignKey(Batch, models.PROTECT, related_name="reactions", verbose_name=_("Angkatan"))
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="reactions", verbose_name=_("Sesi")
    )
    trainer = models.CharField(_("Pengajar"), max_length=200, blank=True)
    item = models.CharField(_("Hal yang dinilai"), max_length=20)
    score = models.PositiveSmallIntegerField(_("Jawaban"))

    class Meta:
        verbose_name = verbose_name_plural = _("Jawaban evaluasi reaksi")
        indexes = [models.Index(fields=["batch", "session", "item"], name="reaction_by_batch")]
        constraints = [
            models.CheckConstraint(condition=~Q(item=""), name="reaction_is_about_something"),
            models.CheckConstraint(condition=Q(score__gte=LOWEST, score__lte=HIGHEST), name="reaction_is_one_to_four"),
            models.CheckConstraint(condition=Q(trainer="") | Q(session__isnull=False), name="reaction_trainer_taught"),
        ]

    def __str__(self) -> str:
        return f"{self.item} {self.score}"


class ReactionRemark(models.Model):
    """What somebody added in own words, as little traceable as the answers."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    batch = models.ForeignKey(Batch, models.PROTECT, related_name="remarks", verbose_name=_("Angkatan"))
    text = models.TextField(_("Saran"), max_length=LONGEST_REMARK)

    class Meta:
        verbose_name = verbose_name_plural = _("Saran evaluasi reaksi")
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="remark_says_something")]

    def __str__(self) -> str:
        return str(self.pk)


class ReactionGiven(models.Model):
    """That a participant has answered, so that nobody answers twice; nothing of what."""

    enrolment = models.OneToOneField(
        Enrolment, models.PROTECT, related_name="reaction_given", verbose_name=_("Peserta")
    )

    class Meta:
        verbose_name = verbose_name_plural = _("Evaluasi reaksi diisi")

    def __str__(self) -> str:
        return str(self.enrolment_id)
