"""The words that feedback, its requests and guidance may hold."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Capacity(models.TextChoices):
    """As what somebody wrote, read from the records of people on that day and never typed."""

    LEADER = "leader", _("Pimpinan")
    PEER = "peer", _("Rekan setingkat")
    SUBORDINATE = "subordinate", _("Bawahan")
    OTHER = "other", _("Pihak lain")


class Tone(models.TextChoices):
    """How it is meant; the first two are what the hint on ratings counts (`appraisal_rating.FeedbackTally`)."""

    APPRECIATION = "appreciation", _("Apresiasi")
    TO_IMPROVE = "to_improve", _("Perlu diperbaiki")
    NEUTRAL = "neutral", _("Netral")


class Rhythm(models.TextChoices):
    """Whether it was due or came up."""

    INCIDENTAL = "incidental", _("Insidentil")
    PERIODIC = "periodic", _("Berkala")


class RequestState(models.TextChoices):
    """What came of asking for feedback."""

    OPEN = "open", _("Menunggu")
    ANSWERED = "answered", _("Dijawab")
    DECLINED = "declined", _("Ditolak")
