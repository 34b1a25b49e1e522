"""A batch of people who learn together, and its sessions."""

from decimal import Decimal
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.development.enums import BatchState, Mode, SessionState
from pembina.domain.development.models.curricula import LONGEST_TEXT, CurriculumVersion
from pembina.domain.development.models.partners import Partner
from pembina.domain.development.models.programmes import Programme
from pembina.domain.development.models.waves import Wave
from pembina.domain.people.enums import TimeZone
from pembina.domain.people.models import Person

LONGEST_SERIES = 200


class Batch(models.Model):
    """One batch (angkatan). `most_away` is the share of a unit, in percent, that may be away on one day.

    `answer_days` is how long somebody may think about an offered seat; empty: until the close of enrolment.

    Hours are read on the clock `time_zone` of the place. People may ask for a seat from `opens_on` to `closes_on`.
    """

    programme = models.ForeignKey(
        Programme, models.PROTECT, related_name="batches", verbose_name=_("Program pembinaan")
    )
    wave = models.ForeignKey(
        Wave, models.PROTECT, null=True, blank=True, related_name="batches", verbose_name=_("Gelombang")
    )
    version = models.ForeignKey(CurriculumVersion, models.PROTECT, related_name="batches", verbose_name=_("Kurikulum"))
    title = models.CharField(_("Nama angkatan"), max_length=200)
    organiser = models.ForeignKey(
        Person, models.PROTECT, related_name="organised_batches", verbose_name=_("Penyelenggara")
    )
    partner = models.ForeignKey(
        Partner, models.PROTECT, null=True, blank=True, related_name="batches", verbose_name=_("Mitra")
    )
    mode = models.CharField(_("Cara bertemu"), max_length=9, choices=Mode.choices)
    time_zone = models.CharField(_("Zona waktu"), max_length=20, choices=TimeZone.choices)
    seats = models.PositiveIntegerField(_("Kursi"))
    opens_on = models.DateField(_("Pendaftaran dibuka"))
    closes_on = models.DateField(_("Pendaftaran ditutup"))
    most_away = models.PositiveSmallIntegerField(_("Paling banyak dari satu unit (%)"), default=30)
    answer_days = models.PositiveSmallIntegerField(_("Hari untuk menjawab tawaran"), null=True, blank=True)
    needs_approval = models.BooleanField(_("Perlu persetujuan atasan"), default=True)
    cost = models.DecimalField(_("Biaya (Rp)"), max_digits=14, decimal_places=2, null=True, blank=True)
    state = models.CharField(_("Keadaan"), max_length=9, choices=BatchState.choices, default=BatchState.PLANNED.value)
    cancel_reason = models.CharField(_("Alasan pembatalan"), max_length=500, blank=True)
    cancelled_at = models.DateTimeField(_("Dibatalkan"), null=True, blank=True)
    description = models.TextField(_("Keterangan"), max_length=LONGEST_TEXT, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Angkatan")
        indexes = [models.Index(fields=["state", "opens_on", "id"], name="batch_by_state")]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="batch_is_named"),
            models.CheckConstraint(condition=Q(seats__gte=1), name="batch_has_seats"),
            models.CheckConstraint(condition=Q(mode__in=Mode.values), name="batch_mode_is_known"),
            models.CheckConstraint(condition=Q(time_zone__in=TimeZone.values), name="batch_time_zone_is_known"),
            models.CheckConstraint(condition=Q(state__in=BatchState.values), name="batch_state_is_known"),
            models.CheckConstraint(condition=Q(closes_on__gte=F("opens_on")), name="batch_closes_after_opening"),
            models.CheckConstraint(condition=Q(most_away__gte=1, most_away__lte=100), name="batch_cover_is_a_share"),
            models.CheckConstraint(
                condition=Q(answer_days__isnull=True) | Q(answer_days__gte=1), name="batch_answers_take_a_day"
            ),
            models.CheckConstraint(
                condition=Q(cost__isnull=True) | Q(cost__gte=Decimal(0)), name="batch_cost_is_money"
            ),
            models.CheckConstraint(
                condition=Q(state=BatchState.CANCELLED) & ~Q(cancel_reason="")
                | ~Q(state=BatchState.CANCELLED) & Q(cancel_reason=""),
                name="batch_cancelled_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def zone(self) -> ZoneInfo:
        """Return the time zone in which people read the hours."""
        return ZoneInfo(self.time_zone)


class SessionSeries(models.Model):
    """A routine by which sessions were laid out, such as every first Friday; `rule` is `core.learning.series`."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="series", verbose_name=_("Angkatan"))
    rule = models.JSONField(_("Aturan"))
    first_on = models.DateField(_("Mulai"))
    last_on = models.DateField(_("Sampai"))
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Dibuat oleh"))
    made_at = models.DateTimeField(_("Dibuat"))

    class Meta:
        verbose_name = verbose_name_plural = _("Rangkaian sesi")
        constraints = [
            models.CheckConstraint(condition=Q(last_on__gte=F("first_on")), name="series_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"{self.batch_id} {self.first_on}"


class Session(models.Model):
    """One meeting. `secret` makes the codes that are shown in the room; `revision` counts what calendars must hear.

    `changed_at` is when its time or place last became another, `cancelled_at` when it was called off.
    """

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="sessions", verbose_name=_("Angkatan"))
    series = models.ForeignKey(
        SessionSeries, models.SET_NULL, null=True, blank=True, related_name="sessions", verbose_name=_("Rangkaian sesi")
    )
    title = models.CharField(_("Judul sesi"), max_length=200)
    starts_at = models.DateTimeField(_("Mulai pukul"))
    ends_at = models.DateTimeField(_("Selesai pukul"))
    mode = models.CharField(_("Cara bertemu"), max_length=9, choices=Mode.choices)
    room = models.CharField(_("Ruang"), max_length=200, blank=True)
    link = models.URLField(_("Tautan daring"), blank=True)
    partner = models.ForeignKey(
        Partner, models.PROTECT, null=True, blank=True, related_name="sessions", verbose_name=_("Mitra")
    )
    state = models.CharField(
        _("Keadaan"), max_length=9, choices=SessionState.choices, default=SessionState.PLANNED.value
    )
    cancel_reason = models.CharField(_("Alasan pembatalan"), max_length=500, blank=True)
    changed_at = models.DateTimeField(_("Waktu atau tempat diubah"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("Dibatalkan"), null=True, blank=True)
    secret = models.CharField(max_length=64)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = verbose_name_plural = _("Sesi")
        ordering = ("starts_at", "pk")
        indexes = [models.Index(fields=["starts_at", "id"], name="session_by_time")]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="session_is_named"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="session_ends_after_start"),
            models.CheckConstraint(condition=Q(mode__in=Mode.values), name="session_mode_is_known"),
            models.CheckConstraint(condition=~Q(secret=""), name="session_has_a_secret"),
            models.CheckConstraint(
                condition=Q(state=SessionState.CANCELLED) & ~Q(cancel_reason="")
                | Q(state=SessionState.PLANNED, cancel_reason=""),
                name="session_cancelled_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Trainer(models.Model):
    """Who teaches a session: a civil servant, or somebody from outside by name."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="trainers", verbose_name=_("Sesi"))
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="taught_sessions", verbose_name=_("Pegawai")
    )
    name = models.CharField(_("Nama pengajar"), max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Pengajar")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["session", "person"], condition=Q(person__isnull=False), name="trainer_once_in_a_session"
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False, name="") | Q(person__isnull=True) & ~Q(name=""),
                name="trainer_is_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.name or str(self.person_id)
