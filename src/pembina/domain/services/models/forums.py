"""Open houses and forums: the event, its agenda and what was written down of it."""

from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.people.models import Unit
from pembina.domain.services.enums import ForumKind, ForumState
from pembina.domain.services.models.catalogue import PublicService

LONGEST_TEXT = 4_000
LONGEST_MINUTES = 30_000
# What everybody may see once it was announced; a draft that was dropped never was.
PUBLIC_STATES = (ForumState.ANNOUNCED, ForumState.HELD, ForumState.CLOSED, ForumState.CANCELLED)


class Forum(models.Model):
    """One meeting of a unit with citizens (UU 25/2009 art 39: the public takes part in public service).

    `starts_at` and `ends_at` are moments; people read them in the time zone of the unit.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="forums", verbose_name=_("Unit kerja"))
    services = models.ManyToManyField(
        PublicService, related_name="forums", blank=True, verbose_name=_("Layanan yang dibahas")
    )
    title = models.CharField(_("Judul"), max_length=200)
    kind = models.CharField(_("Bentuk"), max_length=12, choices=ForumKind.choices)
    place = models.CharField(_("Tempat"), max_length=200, blank=True)
    link = models.URLField(_("Tautan daring"), blank=True)
    starts_at = models.DateTimeField(_("Mulai pukul"))
    ends_at = models.DateTimeField(_("Selesai pukul"))
    description = models.TextField(_("Keterangan"), max_length=LONGEST_TEXT, blank=True)
    state = models.CharField(_("Keadaan"), max_length=9, choices=ForumState.choices, default=ForumState.DRAFT)
    announced_at = models.DateTimeField(_("Diumumkan pada"), null=True, blank=True)
    cancel_reason = models.CharField(_("Alasan pembatalan"), max_length=500, blank=True)
    made_at = models.DateTimeField(_("Dibuat"))

    class Meta:
        verbose_name = verbose_name_plural = _("Forum warga")
        indexes = [
            models.Index(fields=["state", "-starts_at", "-id"], name="forum_by_day"),
            models.Index(fields=["unit", "-starts_at"], name="forum_of_unit"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="forum_is_named"),
            models.CheckConstraint(condition=Q(kind__in=ForumKind.values), name="forum_kind_is_known"),
            models.CheckConstraint(condition=Q(state__in=ForumState.values), name="forum_state_is_known"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="forum_ends_after_start"),
            models.CheckConstraint(
                condition=Q(state__in=(ForumState.DRAFT, ForumState.CANCELLED)) | ~Q(place="") | ~Q(link=""),
                name="forum_announced_with_its_place",
            ),
            models.CheckConstraint(
                condition=Q(state=ForumState.CANCELLED)
                | Q(state=ForumState.DRAFT, announced_at__isnull=True)
                | (~Q(state=ForumState.DRAFT) & Q(announced_at__isnull=False)),
                name="forum_announced_once_public",
            ),
            models.CheckConstraint(
                condition=Q(state=ForumState.CANCELLED) & ~Q(cancel_reason="")
                | ~Q(state=ForumState.CANCELLED) & Q(cancel_reason=""),
                name="forum_cancelled_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def zone(self) -> ZoneInfo:
        """Return the time zone in which people read the hours."""
        return ZoneInfo(self.unit.time_zone)

    @property
    def is_public(self) -> bool:
        return self.announced_at is not None

    @property
    def is_live(self) -> bool:
        """Say whether questions and answers may still be added."""
        return self.state in (ForumState.ANNOUNCED, ForumState.HELD)


class AgendaItem(models.Model):
    """One line of the agenda; `begins` is the hour of the unit's clock, where one is known."""

    forum = models.ForeignKey(Forum, models.CASCADE, related_name="agenda", verbose_name=_("Forum warga"))
    position = models.PositiveSmallIntegerField(_("Urutan"))
    begins = models.TimeField(_("Pukul"), null=True, blank=True)
    title = models.CharField(_("Acara"), max_length=200)

    class Meta:
        verbose_name = verbose_name_plural = _("Susunan acara")
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(fields=["forum", "position"], name="agenda_position_once"),
            models.CheckConstraint(condition=~Q(title=""), name="agenda_is_named"),
        ]

    def __str__(self) -> str:
        return self.title


class ForumMinutes(models.Model):
    """One version of the minutes (notulen); earlier ones stay as they were written.

    The attendance is counted by sex, as gender-responsive planning asks (Inpres 9/2000); both or neither is known.
    """

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="minutes", verbose_name=_("Forum warga"))
    version = models.PositiveSmallIntegerField(_("Versi"))
    text = models.TextField(_("Isi notulen"), max_length=LONGEST_MINUTES)
    women = models.PositiveIntegerField(_("Hadir perempuan"), null=True, blank=True)
    men = models.PositiveIntegerField(_("Hadir laki-laki"), null=True, blank=True)
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Ditulis oleh"))
    written_at = models.DateTimeField(_("Ditulis"))
    published_at = models.DateTimeField(_("Terbit"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Notulen")
        constraints = [
            models.UniqueConstraint(fields=["forum", "version"], name="minutes_version_once"),
            models.CheckConstraint(condition=Q(version__gte=1), name="minutes_versions_begin_at_one"),
            models.CheckConstraint(condition=~Q(text=""), name="minutes_say_something"),
            models.CheckConstraint(
                condition=Q(women__isnull=True, men__isnull=True) | Q(women__isnull=False, men__isnull=False),
                name="minutes_attendance_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.forum_id} v{self.version}"
