"""The words of what follows a training."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlanState(models.TextChoices):
    """The steps of an action plan, in their order; a returned one is edited and sent again."""

    DRAFT = "draft", _("Rancangan")
    SENT = "sent", _("Menunggu atasan")
    RETURNED = "returned", _("Dikembalikan")
    RUNNING = "running", _("Berjalan")
    ENDED = "ended", _("Selesai")


class ItemDirection(models.TextChoices):
    """Where the figure of an item is to go."""

    DOWN = "down", _("Turun")
    UP = "up", _("Naik")


class Side(models.TextChoices):
    """Who looks: the participant, or whoever decides for the participant on that day."""

    SELF = "self", _("Pegawai")
    SUPERIOR = "superior", _("Atasan")


class Finding(models.TextChoices):
    """What a check found."""

    MET = "met", _("Tercapai")
    PARTLY = "partly", _("Sebagian")
    NOT_YET = "not_yet", _("Belum")


class RatingMoment(models.TextChoices):
    """When knowledge, skill and attitude are rated."""

    BEFORE = "before", _("Sebelum pelatihan")
    AFTER = "after", _("Sesudah pelatihan")
