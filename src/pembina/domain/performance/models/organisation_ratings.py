"""How an organisation did in a period (capaian kinerja organisasi), which comes before the appraisal of its people."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.people.models import Unit
from pembina.domain.performance.appraisal_enums import OrganisationScale
from pembina.domain.performance.models.periods import EvaluationPeriod

LONGEST_BASIS = 1000


class OrganisationRating(models.Model):
    """The rating of one unit in one period. `basis` says from what it follows, such as a report and its number."""

    period = models.ForeignKey(
        EvaluationPeriod, models.PROTECT, related_name="organisation_ratings", verbose_name=_("Periode")
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="organisation_ratings", verbose_name=_("Unit kerja"))
    rating = models.CharField(_("Capaian kinerja organisasi"), max_length=17, choices=OrganisationScale.choices)
    basis = models.TextField(_("Dasar"), max_length=LONGEST_BASIS)
    issued_on = models.DateField(_("Terbit"))
    set_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Dicatat oleh"))
    set_at = models.DateTimeField(_("Dicatat"))

    class Meta:
        verbose_name = verbose_name_plural = _("Capaian kinerja organisasi")
        constraints = [
            models.UniqueConstraint(fields=["period", "unit"], name="organisation_rated_once"),
            models.CheckConstraint(
                condition=Q(rating__in=OrganisationScale.values), name="organisation_rating_is_known"
            ),
            models.CheckConstraint(condition=~Q(basis=""), name="organisation_rating_has_a_basis"),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.rating}"
