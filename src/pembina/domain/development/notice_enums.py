"""What people are told of by mail."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class NoticeKind(models.TextChoices):
    """What a notice is about; of each thing somebody is told once."""

    OFFERED = "offered", _("Tawaran kursi")
    SEATED = "seated", _("Mendapat kursi")
    REQUESTS = "requests", _("Permintaan menunggu persetujuan")
    REMINDER = "reminder", _("Pengingat sesi")
    CHANGED = "changed", _("Sesi berubah")
    CANCELLED = "cancelled", _("Sesi dibatalkan")
    BATCH_CANCELLED = "batch_off", _("Angkatan dibatalkan")
    FOLLOW_UP = "follow_up", _("Tindak lanjut pelatihan")


class FollowUpTask(StrEnum):
    """What there is to do after a training, for the participant or for the leader; part of the names of notices."""

    PLAN = "plan"
    DECISION = "decision"
    CHECK = "check"
    END = "end"
    BEFORE = "before"
    AFTER = "after"
    BEHAVIOUR = "behaviour"
