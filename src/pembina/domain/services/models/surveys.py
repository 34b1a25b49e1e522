"""The satisfaction survey (SKM, PermenPANRB 14/2017): when and where it is asked."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.core.rules.satisfaction_index import needed_respondents
from pembina.domain.access.models import User
from pembina.domain.people.models import Unit
from pembina.domain.services.enums import ElementOrder, SurveyWeight
from pembina.domain.services.models.catalogue import PublicService

HASH_LENGTH = 64
TOKEN_LENGTH = 16


class SurveyPeriod(models.Model):
    """One round of the survey in a unit and the units below it, days included; without services it covers all.

    Weight and order belong to the round and not to the unit: an old report stays as it was printed.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="survey_periods", verbose_name=_("Unit kerja"))
    services = models.ManyToManyField(
        PublicService, blank=True, related_name="survey_periods", verbose_name=_("Layanan")
    )
    title = models.CharField(_("Judul"), max_length=200)
    opens_on = models.DateField(_("Dibuka"))
    closes_on = models.DateField(_("Hari terakhir"))
    population = models.PositiveIntegerField(_("Pengguna layanan setahun"), null=True, blank=True)
    weight = models.CharField(_("Bobot"), max_length=5, choices=SurveyWeight.choices, default=SurveyWeight.EXACT)
    order = models.CharField(
        _("Urutan U8 dan U9"), max_length=13, choices=ElementOrder.choices, default=ElementOrder.REGULATION
    )

    class Meta:
        verbose_name = verbose_name_plural = _("Periode SKM")
        indexes = [models.Index(fields=["unit", "-opens_on"], name="survey_period_latest")]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="survey_period_is_named"),
            models.CheckConstraint(condition=Q(closes_on__gte=F("opens_on")), name="survey_period_closes_after_open"),
            models.CheckConstraint(
                condition=Q(population__isnull=True) | Q(population__gte=1), name="survey_period_has_users"
            ),
            models.CheckConstraint(condition=Q(weight__in=SurveyWeight.values), name="survey_weight_is_known"),
            models.CheckConstraint(condition=Q(order__in=ElementOrder.values), name="survey_order_is_known"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def target(self) -> int | None:
        """Return the respondents needed by the table of Krejcie and Morgan; None where the users are not known."""
        return None if self.population is None else needed_respondents(population=self.population)


class SurveyPlace(models.Model):
    """A counter with a QR code of its own. `token` is in the code and secret to nobody who stands before it.

    Without a service, the citizen is asked which one it was where the unit has several.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="survey_places", verbose_name=_("Unit kerja"))
    service = models.ForeignKey(
        PublicService,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="survey_places",
        verbose_name=_("Layanan"),
        help_text=_("Kosongkan bila warga memilih sendiri layanannya."),
    )
    name = models.CharField(_("Nama loket"), max_length=100)
    token = models.CharField(max_length=TOKEN_LENGTH, unique=True)
    needs_code = models.BooleanField(_("Wajib kode sekali pakai"), default=False)
    is_active = models.BooleanField(_("Dipakai"), default=True)
    made_at = models.DateTimeField(_("Dibuat"))

    class Meta:
        verbose_name = verbose_name_plural = _("Loket SKM")
        constraints = [
            models.CheckConstraint(condition=~Q(name="") & ~Q(token=""), name="survey_place_is_named"),
            models.UniqueConstraint(fields=["unit", "name"], name="survey_place_once_a_unit"),
        ]

    def __str__(self) -> str:
        return self.name


class CounterCode(models.Model):
    """Leave to answer once, handed out at a counter. Only its keyed hash is kept, and never who used it for what."""

    place = models.ForeignKey(SurveyPlace, models.PROTECT, related_name="codes", verbose_name=_("Loket"))
    code_hash = models.CharField(max_length=HASH_LENGTH, unique=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=_("Dibuat oleh"))
    made_at = models.DateTimeField(_("Dibuat"))
    expires_on = models.DateField(_("Berlaku sampai"))
    used_on = models.DateField(_("Dipakai"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Kode loket")
        indexes = [models.Index(fields=["place", "expires_on"], name="counter_code_of_place")]

    def __str__(self) -> str:
        return f"{self.place_id} {self.made_at:%Y-%m-%d}"
